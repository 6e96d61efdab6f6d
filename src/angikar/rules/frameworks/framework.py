"""Framework: what the form and the rules of one kind of plan were in one fiscal year, every number with its source.

A framework is data. A new year is a new TOML beside this module; a framework that issued papers stand on is never
edited, a correction is a new file whose `replaces` names the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from angikar.rules.content import Content
from angikar.rules.frameworks.sentences import FRAMEWORK_NOT_ESTABLISHED
from angikar.rules.plan import Form, Part
from angikar.rules.schedule.fiscal import FiscalYear, next_day, report_due
from angikar.rules.sentence import Explained

Scoring = Literal["criteria", "proportional", "none"]
Rule = Literal["proportional", "fortnight", "all_or_nothing", "dates", "decision_rate", "none"]
Running = Literal["project", "year"]
UNSOURCED = "unsourced"
_NO_DAYS = ("", "", "", "")
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
    """An area the form itself prints; `weight` is `None` where the office sets it or the form gives no marks, `rule` how
    its rows are marked where they differ from the form's `scoring`.
    """

    code: str
    title: str
    weight: str | None = None
    part: Part = "own"
    rule: Rule | None = None


class FormRow(Content):
    """A row the form itself prints: its code, what is done, what is measured and in which unit, its mark; `rule` where it
    is marked otherwise than its area.
    """

    code: str
    activity: str
    title: str
    unit: str
    weight: str
    rule: Rule | None = None


class Fortnight(Content):
    """What lateness costs a row whose rule is `fortnight`: so many `marks` for every begun period of so many `days`."""

    days: int
    marks: str


class PlanLink(Content):
    """A plan inside the plan: the row whose title holds one of `words` gives `marks` for `full` marks of that plan."""

    name: str
    title: str
    words: tuple[str, ...]
    full: str
    marks: str


class Calendar(Content):
    """Days of the year as `MM-DD`: a quarter's report is due on the first such day after the quarter, and so on.

    `report_due` is empty only where the form is not established. A quarter takes late reports for `lock` days more;
    without it none is closed.
    """

    report_due: tuple[str, str, str, str] = _NO_DAYS
    signing: str | None = None
    amendment: str | None = None
    half_yearly: str | None = None
    evaluation: str | None = None
    lock: int | None = None


class Source(Content):
    """What set the `numbers` (paths into the framework, each covering what lies below it): a paper or an address.

    `source = "unsourced"` must give its `reason`: nobody found who set it, and this is why the house takes this value.
    """

    numbers: tuple[str, ...]
    source: str
    reason: str = ""


class NotEstablished(Explained, ValueError):
    """A framework whose form and rules are not set down yet."""

    def __init__(self, frame: Framework) -> None:
        super().__init__(FRAMEWORK_NOT_ESTABLISHED, framework=(frame.title, frame.name))


class Framework(Content):
    """The form and the rules of one kind of plan in the fiscal years it names (`"2022-23"`).

    `levels` are the percentages of the criteria, best first; a value worse than the last filled one scores `below`;
    `between` two levels the score is linear, or the lower level (`step`). `scoring` says whether marks come from
    criteria, in proportion to the target, or not at all. `recheck` is the percentage of a quarter's reported rows that the
    superior office must look at again. `subject` tells the reform plans of one year apart; it is the
    name of the `links` entry that stands for the plan in an agreement. `form` tells the form of field offices and the office's own
    form from the one that is usual.
    """

    name: str
    kind: str
    subject: str = ""
    title: str
    title_en: str
    fiscal_years: tuple[str, ...]
    level: str
    form: Form = ""
    established: bool = True
    replaces: str | None = None
    total: str | None = None
    parts: dict[Part, str] = {}
    scoring: Scoring = "none"
    levels: tuple[int, ...] = ()
    below: str | None = None
    between: Literal["linear", "step"] = "linear"
    recheck: int | None = Field(None, gt=0, le=100)
    running: Running = "project"
    fortnight: Fortnight | None = None
    columns: tuple[Column, ...] = ()
    areas: tuple[FrameworkArea, ...] = ()
    rows: tuple[FormRow, ...] = ()
    links: tuple[PlanLink, ...] = ()
    calendar: Calendar = Calendar()
    sources: tuple[Source, ...] = ()

    def numbers(self) -> Iterator[str]:
        """The path of everything that somebody must have set: marks, weights, levels, rules and days."""
        rules = {"total": self.total, "levels": self.levels, "below": self.below, "recheck": self.recheck}
        yield from (name for name, value in rules.items() if value)
        if self.established:
            yield "scoring"
        if self.levels:
            yield from ("between", "running")
        if self.fortnight:
            yield from ("fortnight.days", "fortnight.marks")
        yield from (f"parts.{part}" for part in self.parts)
        yield from (f"areas.{area.code}" for area in self.areas if area.weight is not None)
        yield from (f"rows.{row.code}" for row in self.rows)
        yield from (f"rules.{code}" for code in self._ruled())
        yield from (f"links.{link.name}.{number}" for link in self.links for number in ("full", "marks"))
        yield from (
            f"calendar.{name}" for name in Calendar.model_fields if getattr(self.calendar, name) not in (None, _NO_DAYS)
        )

    def _ruled(self) -> dict[str, Rule]:
        """Areas and rows that say how they are marked, by code."""
        areas = {area.code: area.rule for area in self.areas if area.rule is not None}
        return areas | {row.code: row.rule for row in self.rows if row.rule is not None}

    def source_of(self, number: str) -> Source | None:
        """Who set a number; the entry that names it most closely."""
        covering = [(len(path), source) for source in self.sources for path in source.numbers if _covers(path, number)]
        return max(covering, key=lambda pair: pair[0])[1] if covering else None

    @model_validator(mode="after")
    def _is_whole(self) -> Framework:
        """What is established has columns, a way of marking, levels that fall, and a day for every report."""
        if not self.established:
            return self
        if not self.columns or "scoring" not in self.model_fields_set or "" in self.calendar.report_due:
            raise ValueError(f"{self.name}: columns, scoring and calendar.report_due must be given")
        if (self.scoring == "criteria") != bool(self.levels):
            raise ValueError(f"{self.name}: levels are given where scoring is by criteria, and only there")
        if any(later >= earlier for earlier, later in pairwise(self.levels)):
            raise ValueError(f"{self.name}: levels must fall, the best first")
        if self.fortnight is None and "fortnight" in self._ruled().values():
            raise ValueError(f"{self.name}: a row loses marks by the fortnight, but fortnight is not given")
        return self

    @model_validator(mode="after")
    def _weights_add_up(self) -> Framework:
        for what, weights, whole in _sums(self):
            if whole is not None and None not in weights and sum(map(Decimal, filter(None, weights))) != Decimal(whole):
                raise ValueError(f"{self.name}: the weights of {what} do not add up to {whole}")
        return self

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
        return report_due(fiscal_year, quarter, self.calendar.report_due[quarter - 1])

    def last_day(self, fiscal_year: str, quarter: int) -> date | None:
        """The last day on which a quarter (1-4) takes a late report; `None` where the calendar closes no quarter."""
        lock = self.calendar.lock
        return None if lock is None else self.report_due(fiscal_year, quarter) + timedelta(days=lock)

    def day_of(
        self, name: Literal["signing", "amendment", "half_yearly", "evaluation"], fiscal_year: str
    ) -> date | None:
        """The day of a year's plan by which it is signed (before the year), amended, answered at half-time (in the
        year), evaluated (after it); `None` where the calendar names none.
        """
        month_day = getattr(self.calendar, name)
        year = FiscalYear.parse(fiscal_year)
        after = {"signing": year.shifted(-1).start, "evaluation": year.end}.get(name, year.start)
        return next_day(month_day, after - timedelta(days=1)) if month_day else None

    def rule_of(self, part: Part, area: str, code: str) -> Rule | None:
        """How a row is marked where the form says it of the row or of its area; `None` where `scoring` decides."""
        named = [row.rule for row in self.rows if part == "own" and row.code == code]
        named += [each.rule for each in self.areas if (each.part, each.code) == (part, area)]
        return next((rule for rule in named if rule is not None), None)

    def link_of(self, title: str) -> PlanLink | None:
        """The plan inside the plan that an indicator's title speaks of."""
        return next((link for link in self.links if any(word in title for word in link.words)), None)


def _sums(frame: Framework) -> Iterator[tuple[str, list[str | None], str | None]]:
    """Weights that must add up to a whole, wherever the form gives any of them: what they are, they, the whole."""
    if frame.parts:
        yield "parts", [*frame.parts.values()], frame.total
    if frame.links:
        yield "links", [link.marks for link in frame.links], frame.parts.get("governance")
    parts: tuple[Part, ...] = (*frame.parts,) or ("own",)
    for part in parts:
        areas = [area.weight for area in frame.areas if area.part == part]
        if areas:
            yield f"areas ({part})", areas, frame.parts.get(part) if frame.parts else frame.total


def _covers(path: str, number: str) -> bool:
    return number == path or number.startswith(f"{path}.")
