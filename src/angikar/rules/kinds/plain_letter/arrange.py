"""Rearranges a plain letter: adds, moves and removes the passages of its body and the items of its lists."""

from __future__ import annotations

from angikar.rules.kinds.plain_letter.content import PlainLetter
from angikar.rules.letters.arranging import How, arranged
from angikar.rules.letters.passages import arranged_passages


def arrange(letter: PlainLetter, path: str, how: How, text: str = "") -> PlainLetter:
    """The letter with a passage (`body.2.text`), or an item of one of its lists, added, moved or removed; `body` alone adds
    at the end.
    """
    name, which, *_ = (*path.split("."), "")
    if name != "body":
        return arranged(letter, path, how, text)
    index = int(which) if which.isdecimal() else -1
    return letter.model_copy(update={"body": arranged_passages(letter.body, index, how, text)})
