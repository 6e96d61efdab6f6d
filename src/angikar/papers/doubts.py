"""The doubts of a paper as they are stored: which are open, which a person has settled and how, and what a new
check changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from angikar.history.chain import digest
from angikar.history.refusal import Refused
from angikar.papers.content import overlap
from angikar.rules.reading import Doubt

Stored = dict[str, Any]
"""`Doubt.as_json()` and besides: `key` (names it), `origin` (`reading` or `check`), `settled` (`None`, `take`,
`keep`, `value`), `by`, `words`; its `place` has the `box` in points too.
"""

Choice = Literal["take", "keep", "value"]


def key(doubt: Doubt) -> str:
    """Names a doubt within its paper: what it says of which value, wherever that was printed. One that says
    something new is new.
    """
    return digest([doubt.code, doubt.path, doubt.message])[:16]


def entered(read: Iterable[Doubt], checked: Iterable[Doubt]) -> list[Stored]:
    """The doubts of a paper that has just been read; `checked` are those its check would raise again."""
    again = {key(doubt) for doubt in checked}
    return [_stored(doubt, "check" if key(doubt) in again else "reading") for doubt in read]


def after_change(doubts: Sequence[Stored], checked: Sequence[Doubt], path: str) -> list[Stored]:
    """The doubts once the value at `path` has changed: those of reading at that place are answered, those of the
    check are raised anew, and what a person has kept stays kept as long as the doubt says the same.
    """
    raised = {key(doubt): doubt for doubt in checked}
    stays = [
        each
        for each in doubts
        if each["key"] in raised
        or (each["settled"] is not None and each["origin"] == "reading")
        or (each["origin"] == "reading" and not (each["path"] and overlap(each["path"], path)))
    ]
    known = {each["key"] for each in stays}
    return [*stays, *(_stored(doubt, "check") for name, doubt in raised.items() if name not in known)]


def find(doubts: Sequence[Stored], name: str) -> Stored:
    """The open doubt of that key. Raises `Refused` when it is settled or gone."""
    for each in doubts:
        if each["key"] == name and each["settled"] is None:
            return each
    raise Refused("এই প্রশ্নটি এর মধ্যে মীমাংসিত হয়ে গেছে।", "This doubt has been settled already.")


def settled(doubts: Sequence[Stored], name: str, choice: Choice, *, by: str, words: str) -> list[Stored]:
    """The doubts with one of them settled."""
    return [{**each, "settled": choice, "by": by, "words": words} if each["key"] == name else each for each in doubts]


def still_open(doubts: Sequence[Stored], severity: str | None = None) -> list[Stored]:
    """The doubts nobody has settled, of one severity or of all."""
    return [each for each in doubts if each["settled"] is None and severity in (None, each["severity"])]


def _stored(doubt: Doubt, origin: str) -> Stored:
    where = doubt.place
    place = {"line": where.line, "page": where.page, "cell": where.cell, "box": where.box and list(where.box)}
    new = {"key": key(doubt), "origin": origin, "settled": None, "by": "", "words": ""}
    return {**doubt.as_json(), "place": place, **new}
