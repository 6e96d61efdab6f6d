"""Rearranges the paragraphs of a letter; their numbers run on: ১।, below it (১), below that (ক)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.letters.arranging import How
from angikar.rules.letters.body import LetterPassage

_DEPTHS = (re.compile(r"^[০-৯0-9]+।$"), re.compile(r"^\([০-৯0-9]+\)$"), re.compile(r"^\([ক-হ]\)$"))
_LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"


def arranged_passages(body: Sequence[LetterPassage], index: int, how: How, text: str = "") -> tuple[LetterPassage, ...]:
    """The passages with one of them, and those below it, moved or removed, or a new one behind it; `index` -1 adds at
    the end. The first is a sentence without number, the next are numbered. What cannot be done changes no passage.

    >>> two = arranged_passages(arranged_passages((), -1, "add", "জানানো যাচ্ছে:"), -1, "add", "তালিকা পাঠান।")
    >>> [each.label for each in arranged_passages(two, 1, "under", "দুই কপি।")]
    ['', '১।', '(১)']
    """
    found = list(body)
    if index < 0:
        return (
            numbered_on([*found, LetterPassage(label="১।" if found else "", text=text)])
            if how == "add"
            else tuple(found)
        )
    if index >= len(found):
        return tuple(found)
    end = _end(found, index)
    if how in ("add", "under"):
        depth = _depth(found[index]) + (how == "under")
        label = found[index].label if how == "add" and not found[index].label else _label(min(depth, 2), 1)
        found.insert(end, LetterPassage(label=label, text=text))
    elif how == "number":
        found[index] = found[index].model_copy(update={"label": "" if found[index].label else "১।"})
    elif how == "remove":
        del found[index:end]
    elif how == "down" and end < len(found) and _depth(found[end]) == _depth(found[index]):
        after = _end(found, end)
        found[index:after] = [*found[end:after], *found[index:end]]
    elif how == "up" and (before := _before(found, index)) is not None:
        found[before:end] = [*found[index:end], *found[before:index]]
    return numbered_on(found)


def numbered_on(body: Sequence[LetterPassage]) -> tuple[LetterPassage, ...]:
    """The passages with their numbers running on: each depth begins again below a shallower one."""
    return tuple(_counted(body))


def _counted(body: Sequence[LetterPassage]) -> Iterator[LetterPassage]:
    counts = [0, 0, 0]
    for each in body:
        if not any(form.match(each.label) for form in _DEPTHS):
            yield each
            continue
        depth = _depth(each)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (2 - depth)
        yield each.model_copy(update={"label": _label(depth, counts[depth])})


def _depth(each: LetterPassage) -> int:
    """The depth of a passage, 0 to 2; one without a number is at depth 0."""
    return next((depth for depth, form in enumerate(_DEPTHS) if form.match(each.label)), 0)


def _end(found: Sequence[LetterPassage], index: int) -> int:
    """The index after the last passage below a passage."""
    depth = _depth(found[index])
    return next((n for n in range(index + 1, len(found)) if _depth(found[n]) <= depth), len(found))


def _before(found: Sequence[LetterPassage], index: int) -> int | None:
    """The index of the passage before of the same depth; `None` where a shallower one comes first, or no passage."""
    depth = _depth(found[index])
    above = next((n for n in range(index - 1, -1, -1) if _depth(found[n]) <= depth), None)
    return above if above is not None and _depth(found[above]) == depth else None


def _label(depth: int, number: int) -> str:
    figures = to_bangla(str(number))
    if depth == 2 and number <= len(_LETTERS):
        return f"({_LETTERS[number - 1]})"
    return f"({figures})" if depth else f"{figures}।"
