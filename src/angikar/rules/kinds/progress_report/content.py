"""The content of a progress report: the rows of a plan with what was promised, done and marked by the end of a quarter."""

from __future__ import annotations

from typing import Annotated

from angikar.rules.content import DAY_OR_EMPTY, READ, Content
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import EMPTY_QUARTERS, Counting, Part, Quarters
from angikar.rules.scoring.lines import State

KIND = "progress_report"


class ProgressRow(Content):
    """One indicator: `actual` is the year's figure so far, `claimed` and `accepted` its marks (both `None` where there are none). Accepted
    figures are given where they differ from those claimed.

    `lines` are the 1-based lines of the source of a report that was read.
    """

    code: str
    activity: str
    title: str
    unit_text: str | None = None
    counting: Counting | None = None
    weight: str | None = None
    target: tuple[str, ...] = ()
    quarter_targets: Quarters = EMPTY_QUARTERS
    quarter_actuals: Quarters = EMPTY_QUARTERS
    quarter_states: tuple[State | None, State | None, State | None, State | None] = (None, None, None, None)
    accepted_quarters: Quarters = EMPTY_QUARTERS
    actual: str | None = None
    accepted_actual: str | None = None
    claimed: str | None = None
    accepted: str | None = None
    lines: Annotated[tuple[int, ...], READ] = ()


class ProgressArea(Content):
    """One area and the sums of its marks."""

    part: Part = "own"
    code: str
    title: str
    weight: str | None = None
    claimed: str | None = None
    accepted: str | None = None
    rows: tuple[ProgressRow, ...] = ()


class ProgressReport(Content):
    """The report of `quarter` (1-4) of a fiscal year on a day (`on`, ISO); `plan` is the title of the plan it answers. Its marks
    are out of `full`, of which `unscored` cannot be earned by any figure yet.
    """

    version: Annotated[int, READ] = 1
    office: str | None = None
    counterpart: str | None = None
    fiscal_year: str | None = None
    plan: str = ""
    title: str = ""
    quarter: int = 4
    on: Annotated[str, DAY_OR_EMPTY] = ""
    areas: tuple[ProgressArea, ...] = ()
    full: str | None = None
    unscored: str | None = None
    claimed: str | None = None
    accepted: str | None = None
    signatories: tuple[Signatory, ...] = ()
