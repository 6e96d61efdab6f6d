"""Plan, Area, Activity, Indicator: the content that every work-plan of a fiscal year is made of.

Every figure is a canonical string: a number in Latin digits with a dot (`"26"`, `"99.5"`) or an ISO date (`"2018-07-31"`).
What a cell holds but nobody can read is `None` with a Doubt that shows the text; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Self, get_args

from angikar.rules.content import READ, Content
from angikar.rules.letters.values import Letter, Signatory

Unit = Literal["number", "percent", "date", "days", "money", "marks", "rate", "other"]
Counting = Literal["sum", "cumulative", "average", "date"]
Part = Literal["own", "governance"]
Form = Literal["", "field", "own"]
"""Which form a plan is in: the usual one of its year, that of field offices, or one that its office sets for itself."""
Quarters = tuple[str | None, str | None, str | None, str | None]
EMPTY_QUARTERS: Quarters = (None, None, None, None)
MOST_PLACES = 4
"""So many decimals of a figure are kept exactly; what has more is refused where it is typed."""


@dataclass(frozen=True, slots=True)
class IndicatorId:
    """What one indicator of a plan is known by: its part and its code together, for codes start again in the governance part.

    >>> IndicatorId.parse("own:1.1.1")
    IndicatorId(part='own', code='1.1.1')
    >>> str(IndicatorId("governance", "2.1"))
    'governance:2.1'
    """

    part: Part
    code: str

    @classmethod
    def of(cls, part: str, code: str) -> Self:
        """The indicator of that part and code. Raises ValueError for a part that no plan has."""
        for known in get_args(Part):
            if part == known:
                return cls(known, code)
        raise ValueError(f"no plan has a part “{part}”")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The indicator that `str` wrote as `part:code`. Raises ValueError for any other text."""
        part, _, code = text.partition(":")
        return cls.of(part, code)

    def __str__(self) -> str:
        """As it is stored: `own:1.1.1`."""
        return f"{self.part}:{self.code}"


class Indicator(Content):
    """One indicator: `criteria` from 100 % down (five, or fewer where fewer are printed), `target` holds several dates where the cell does.

    `baselines` and `projections` map a fiscal year (`"2020-21"`) to a figure. `lines` are the 1-based lines of the source, or
    the place a format has instead.
    """

    code: str
    title: str
    unit: Unit | None = None
    unit_text: str | None = None
    counting: Counting | None = None
    weight: str | None = None
    target: tuple[str, ...] = ()
    criteria: tuple[str | None, ...] = ()
    baselines: dict[str, str | None] = {}
    projections: dict[str, str | None] = {}
    quarter_targets: Quarters = EMPTY_QUARTERS
    quarter_actuals: Quarters = EMPTY_QUARTERS
    responsible: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    remarks: str | None = None
    lines: Annotated[tuple[int, ...], READ] = ()


class Activity(Content):
    """One activity and its indicators."""

    code: str
    title: str
    indicators: tuple[Indicator, ...] = ()


class Area(Content):
    """One area of performance; its identity is `part` and `code` together, for codes start again in the governance part."""

    part: Part = "own"
    code: str
    title: str
    weight: str | None = None
    activities: tuple[Activity, ...] = ()
    lines: Annotated[tuple[int, ...], READ] = ()


class OutcomeIndicator(Content):
    """One indicator of a final outcome (section 2 of an agreement)."""

    title: str
    unit: Unit | None = None
    unit_text: str | None = None
    baselines: dict[str, str | None] = {}
    target: str | None = None
    projections: dict[str, str | None] = {}
    jointly: tuple[str, ...] = ()
    source: str | None = None
    lines: Annotated[tuple[int, ...], READ] = ()


class Outcome(Content):
    """A final outcome or impact with its indicators."""

    title: str
    indicators: tuple[OutcomeIndicator, ...] = ()


class Plan(Content):
    """A plan of one office for one fiscal year (`"2018-19"`); agreements extend it."""

    version: Annotated[int, READ] = 1
    form: Annotated[Form, READ] = ""
    office: str | None = None
    counterpart: str | None = None
    fiscal_year: str | None = None
    title: str = ""
    letter: Letter = Letter()
    areas: tuple[Area, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    annexes: dict[str, str] = {}
    signatories: tuple[Signatory, ...] = ()

    def indicators(self) -> Iterator[tuple[str, Area, Activity, Indicator]]:
        """Every indicator with its path into the content, its area and its activity, in printed order."""
        for i, area in enumerate(self.areas):
            for j, activity in enumerate(area.activities):
                for k, indicator in enumerate(activity.indicators):
                    yield f"areas.{i}.activities.{j}.indicators.{k}", area, activity, indicator
