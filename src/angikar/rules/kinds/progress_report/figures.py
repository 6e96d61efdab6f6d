"""What the cells of a progress report say: figures, marks, the states of quarters, the unit; an accepted figure below the one claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.kinds.progress_report.columns import QUARTERS
from angikar.rules.kinds.progress_report.write import STATES
from angikar.rules.plan import Counting, Quarters
from angikar.rules.plan_table.cells import figures, read_method, read_unit
from angikar.rules.plan_table.seen import parted
from angikar.rules.scoring.lines import State

STATE_OF = {key(words): state for state, words in STATES.items()}
MARKS = ("weight", "claimed", "accepted")
_MARK = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
States = tuple[State | None, State | None, State | None, State | None]


def readable(slot: str, text: str) -> bool:
    """Whether a cell has what its column is for; a dash is an empty cell, and what was accepted may be below what was claimed."""
    if slot == "actual" or slot in QUARTERS:
        return all(figures(part) is not None for part in parted(text))
    found = figures(text)
    return found == () or (found is not None and (slot not in MARKS or number_of(text) is not None))


def figure_of(text: str) -> str | None:
    """The first figure of a cell."""
    found = figures(text)
    return found[0] if found else None


def mark_of(text: str) -> str | None:
    """A mark, with the places it is printed with."""
    latin = to_latin(text.strip())
    if _MARK.fullmatch(latin):
        return latin
    return number_of(text)


def number_of(text: str | None) -> str | None:
    """A number and no day: what a weight or a mark must be."""
    number = parse_number(text or "")
    return canonical(number.value) if number else None


def parted_of(texts: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What was claimed in the four quarters, and what was accepted where it is printed beside."""
    claimed, accepted = zip(*map(parted, texts), strict=True)
    return claimed, accepted


def four(texts: Sequence[str]) -> Quarters:
    """The figures of four quarters."""
    first, second, third, fourth = map(figure_of, texts)
    return first, second, third, fourth


def states_of(texts: Sequence[str]) -> States:
    """The state of each quarter: a figure is reported, words give the reason for none, an empty cell has no state."""
    first, second, third, fourth = (
        STATE_OF.get(key(text)) if text and figure_of(text) is None else _reported(text) for text in texts
    )
    return first, second, third, fourth


def _reported(text: str) -> State | None:
    return "reported" if figure_of(text) is not None else None


def unit_of(text: str, counting: str) -> tuple[str | None, Counting | None]:
    """The unit as printed and the method, which may stand below it in the same cell."""
    words = normal(text)
    head, _, tail = words.rpartition(" ")
    if not counting and head and read_method(tail) and (read_unit(head) or "\n" in text.strip()):
        words, counting = head, tail
    method = read_method(counting)
    return words or None, method.value if method else None
