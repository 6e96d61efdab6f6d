"""The content of an evaluation sheet: what every indicator of a plan was to reach, what it reached, and what both parties say it earned."""

from __future__ import annotations

from typing import Annotated

from angikar.rules.content import DAY_OR_EMPTY, READ, Content
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Part
from angikar.rules.scoring.lines import State

KIND = "evaluation_sheet"


class EvaluationRow(Content):
    """One indicator. `raw` scores are of 100 and marks of its weight, with two places, `None` where there are none; `proven` is
    whether evidence is attached, `None` where no report was made that could be proven. `lines` are those of a source.
    """

    code: str
    title: str
    unit_text: str | None = None
    weight: str | None = None
    criteria: tuple[str | None, ...] = ()
    target: tuple[str, ...] = ()
    state: State = "reported"
    actual: str | None = None
    accepted_actual: str | None = None
    claimed_raw: str | None = None
    claimed: str | None = None
    accepted_raw: str | None = None
    accepted: str | None = None
    proven: bool | None = None
    lines: Annotated[tuple[int, ...], READ] = ()


class EvaluationArea(Content):
    """One area and the sums of its marks."""

    part: Part = "own"
    code: str
    title: str
    weight: str | None = None
    claimed: str | None = None
    accepted: str | None = None
    rows: tuple[EvaluationRow, ...] = ()


class EvaluationSheet(Content):
    """The evaluation of a `plan` (its title) on a day (`on`, ISO). Its marks are out of `weight`, of which `unscored` cannot be earned by
    any figure yet. `levels` are the percentages of the criteria, best
    first; a form without criteria has none and prints the target instead.
    """

    version: Annotated[int, READ] = 1
    office: str | None = None
    counterpart: str | None = None
    fiscal_year: str | None = None
    plan: str = ""
    title: str = ""
    on: Annotated[str, DAY_OR_EMPTY] = ""
    levels: tuple[int, ...] = ()
    areas: tuple[EvaluationArea, ...] = ()
    weight: str | None = None
    unscored: str | None = None
    claimed: str | None = None
    accepted: str | None = None
    signatories: tuple[Signatory, ...] = ()
