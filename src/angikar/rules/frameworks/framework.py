"""Framework: what the form and the rules of one kind of plan were in one fiscal year, every number with its source.

A framework is data. A new year is a new TOML beside this module; a framework that issued papers stand on is never
edited, a correction is a new file whose `replaces` names the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import model_validator

from angikar.rules.letter import Content
from angikar.rules.plan import Part
from angikar.rules.schedule.fiscal import FiscalYear

Scoring = Literal["criteria", "proportional", "none"]
UNSOURCED = "unsourced"
_YEAR = re.compile(r"\{([+-]?\d)\}")


class Column(Content):
    """One column of the form's table, in printed order.

    `heading` is the official title; `group` the title printed above it over several columns, `under` what is printed
    below it. `{0}` stands for the plan's fiscal year, `{-1}` for the year before, `{+1}` for the next. `aliases` are
    other spellings met.
    """

    slot: str
    heading: str
    group: str = ""
    under: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The heading as one speaks of the column, without the year in it."""
        return " ".join(_YEAR.sub(" ", self.heading).split())

    def of_year(self, year: FiscalYear) -> Column:
        """The same column with the years of one plan in its titles."""
        titles = {name: _with_years(getattr(self, name), year) for name in ("heading", "group", "under")}
        return self.model_copy(update=titles)


def _with_years(text: str, year: FiscalYear) -> str:
    return _YEAR.sub(lambda found: year.shifted(int(found[1])).written(), text)


class FrameworkArea(Content):
    """An area the form itself prints; `weight` is `None` where the office sets it or the form gives no marks."""

    code: str
    title: str
    weight: str | None = None
    part: Part = "own"


class FormRow(Content):
    """A row the form itself prints: its code, what is done, what is measured and in which unit, its mark."""

    code: str
    activity: str
    title: str
    unit: str
    weight: str


class Link(Content):
    """A plan inside the plan: the row whose title holds one of `words` gives `marks` for `full` marks of that plan."""

    name: str
    title: str
    words: tuple[str, ...]
    full: str
    marks: str


class Calendar(Content):
    """Days of the year as `MM-DD`: a quarter's report is due on the first such day after the quarter, and so on."""

    report_due: tuple[str, str, str, str]
    signing: str | None = None
    amendment: str | None = None
    half_yearly: str | None = None
    evaluation: str | None = None


class Source(Content):
    """What set the `numbers` (paths into the framework, each covering what lies below it): a paper or an address.

    `source = "unsourced"` must give its `reason`: nobody found who set it, and this is why the house takes this value.
    """

    numbers: tuple[str, ...]
    source: str
    reason: str = ""


class Framework(Content):
    """The form and the rules of one kind of plan in the fiscal years it names (`"2022-23"`).

    `levels` are the percentages of the criteria, best first; a value worse than the last filled one scores `below`;
    `between` two levels the score is linear, or the lower level (`step`). `scoring` says whether marks come from
    criteria, in proportion to the target, or not at all. `subject` tells the reform plans of one year apart; it is the
    name of the `links` entry that stands for the plan in an agreement.
    """

    name: str
    kind: Literal["agreement", "integrity_plan", "reform_plan"]
    subject: str = ""
    title: str
    title_en: str
    fiscal_years: tuple[str, ...]
    level: str
    replaces: str | None = None
    total: str | None = None
    parts: dict[Part, str] = {}
    scoring: Scoring
    levels: tuple[int, ...] = ()
    below: str | None = None
    between: Literal["linear", "step"] = "linear"
    columns: tuple[Column, ...]
    areas: tuple[FrameworkArea, ...] = ()
    rows: tuple[FormRow, ...] = ()
    links: tuple[Link, ...] = ()
    calendar: Calendar
    sources: tuple[Source, ...]

    def numbers(self) -> Iterator[str]:
        """The path of everything that somebody must have set: marks, weights, levels, rules and days."""
        rules = {"total": self.total, "levels": self.levels, "below": self.below}
        yield from (name for name, value in rules.items() if value)
        yield "scoring"
        if self.levels:
            yield "between"
        yield from (f"parts.{part}" for part in self.parts)
        yield from (f"areas.{area.code}" for area in self.areas if area.weight is not None)
        yield from (f"rows.{row.code}" for row in self.rows)
        yield from (f"links.{link.name}.{number}" for link in self.links for number in ("full", "marks"))
        yield from (f"calendar.{name}" for name in Calendar.model_fields if getattr(self.calendar, name) is not None)

    def source_of(self, number: str) -> Source | None:
        """Who set a number; the entry that names it most closely."""
        covering = [(len(path), source) for source in self.sources for path in source.numbers if _covers(path, number)]
        return max(covering, key=lambda pair: pair[0])[1] if covering else None

    @model_validator(mode="after")
    def _everything_is_cited(self) -> Framework:
        for number in self.numbers():
            if self.source_of(number) is None:
                raise ValueError(f"{self.name}: {number} names no source; cite who set it or say why it is unsourced")
        for source in self.sources:
            if source.source == UNSOURCED and not source.reason:
                raise ValueError(f"{self.name}: {', '.join(source.numbers)} is unsourced and gives no reason")
            for path in source.numbers:
                if not any(_covers(path, number) for number in self.numbers()):
                    raise ValueError(f"{self.name}: a source cites {path}, which the framework does not have")
        return self

    def columns_of(self, fiscal_year: str) -> tuple[Column, ...]:
        """The columns as a plan of that year prints them."""
        year = FiscalYear.parse(fiscal_year)
        return tuple(column.of_year(year) for column in self.columns)

    def report_due(self, fiscal_year: str, quarter: int) -> date:
        """The last day for the report of a quarter (1-4)."""
        return FiscalYear.parse(fiscal_year).quarter(quarter).due(self.calendar.report_due[quarter - 1])

    def link_of(self, title: str) -> Link | None:
        """The plan inside the plan that an indicator's title speaks of."""
        return next((link for link in self.links if any(word in title for word in link.words)), None)


def _covers(path: str, number: str) -> bool:
    return number == path or number.startswith(f"{path}.")
