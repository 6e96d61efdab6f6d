"""The values of a list: what a cell means, what a line holds, what is refused, and what a list would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from angikar.offices.bulk.columns import SheetName
from angikar.offices.models import Office
from angikar.rules.sentence import Explained, Fact, Sentence

Value = str | bool | int | date | None
Values = dict[str, Value]
Verb = Literal["new", "changed", "closed", "reopened"]


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list that could be read: the values of the columns that the list has."""

    sheet: SheetName
    line: int
    values: Values


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that cannot be taken, and why; line 1 is that of the headings, 0 the whole sheet."""

    sheet: str
    line: int
    sentence: Sentence
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def why(self) -> Explained:
        """The sentence with its facts."""
        return Explained(self.sentence, **self.facts)


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a line would change: of which row (`pk` is None where it is new), named how, from which values to which."""

    sheet: SheetName
    line: int
    verb: Verb
    named: str
    pk: int | None
    was: Values
    now: Values
    key: str = ""
    """What other lines call a new office by."""


@dataclass(slots=True)
class ListComparison:
    """A list held against the register: what it would change, in the order in which that is written; which lines are refused, and
    how many say what is so already.
    """

    changes: list[ListChange] = field(default_factory=list)
    refused: list[RefusedLine] = field(default_factory=list)
    same: int = 0
    settled: list[tuple[Office | None, str]] = field(default_factory=list)
    """What takes two people: the office, where it is there already, and the user name of who comes or goes (empty where the office itself
    is closed or opened again).
    """

    def refuse(self, line: ListLine, sentence: Sentence, /, **facts: Fact) -> None:
        """Enter a line that cannot be taken."""
        self.refused.append(RefusedLine(line.sheet, line.line, sentence, facts))


def plain(value: Value) -> str:
    """A value as JSON and lists hold it.

    >>> plain(date(2022, 7, 1)), plain(True), plain(None)
    ('2022-07-01', '1', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
