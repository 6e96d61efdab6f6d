"""Tallies: from the law and the reports of a line to whole numbers, and from these to its marks. No database is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from angikar.duties.models import Line
from angikar.rules.schedule.fiscal import FiscalYear, Quarter
from angikar.rules.scoring.counting import MISSING, PAIR
from angikar.rules.scoring.figures import Scale
from angikar.rules.scoring.flat import QUARTERS, FlatLine, figures, with_parts
from angikar.rules.scoring.grades import LADDER, NO_MARKS, mark
from angikar.rules.scoring.reports import ReportRow

VALUES = 5
_Figures = tuple[int | None, int | None]
_SORTS: tuple[tuple[str, Literal["value", "accepted"]], ...] = (("q", "value"), ("a", "accepted"))


@dataclass(slots=True)
class Tally:
    """One line of an issued plan with the input of the marking function, as `PlanTally` keeps it. One that `is_once` is done once, on
    a day: it is asked from the quarter of its best day until it is done; one that `is_linked` takes the score of another plan.
    """

    line_id: int
    paper_id: int
    law: int
    method: int
    step: int
    weight: int
    v1: int | None = None
    v2: int | None = None
    v3: int | None = None
    v4: int | None = None
    v5: int | None = None
    l1: int | None = None
    l2: int | None = None
    l3: int | None = None
    l4: int | None = None
    l5: int | None = None
    l6: int | None = None
    dates: bool = False
    places: int = 0
    is_once: bool = False
    is_linked: bool = False
    q1: int | None = None
    q2: int | None = None
    q3: int | None = None
    q4: int | None = None
    a1: int | None = None
    a2: int | None = None
    a3: int | None = None
    a4: int | None = None
    excused: int = 0
    unlike: int = 0


class LineScore(NamedTuple):
    """The score of one line, claimed and accepted; `None` while no figure counts, and `marks` also where the form gives none."""

    raw: int | None
    marks: int | None
    accepted_raw: int | None
    accepted_marks: int | None
    place: int


class Contribution(NamedTuple):
    """What one line adds to the total of its plan: marks in hundredths; 1 or 0 for reported, settled, pending, excused."""

    claimed: int = 0
    accepted: int = 0
    reported: int = 0
    settled: int = 0
    pending: int = 0
    excused: int = 0

    def less(self, other: Contribution) -> Contribution:
        """The difference of two contributions, field by field."""
        return Contribution(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))


def tally_of(line: Line, flat: FlatLine, rows: Mapping[int, ReportRow]) -> Tally:
    """The tally of a line of an issued plan with its reports so far, by quarter (1-4)."""
    tally = Tally(
        line_id=line.pk,
        paper_id=line.paper_id,
        law=flat.law,
        method=flat.how[0],
        step=flat.how[1],
        weight=flat.weight,
        dates=flat.scale.dates,
        places=flat.scale.places,
        is_once=flat.law == LADDER and flat.scale.dates and line.part == "own",
    )
    for number, value in enumerate(flat.values, 1):
        setattr(tally, f"v{number}", value)
    for number, level in enumerate(flat.levels, 1):
        setattr(tally, f"l{number}", level)
    fill(tally, rows)
    return tally


def fill(tally: Tally, rows: Mapping[int, ReportRow]) -> None:
    """Replace the figures of a tally by the reports of its line."""
    tally.unlike = 0
    for quarter in QUARTERS:
        row = rows.get(quarter)
        tally.unlike |= 0 if _fits(tally, row) else _bit(quarter)
        _put(tally, quarter, None)
    for quarter, row in rows.items():
        _put(tally, quarter, row if not tally.unlike or row.not_applicable else None)
    if not tally.unlike:
        _pool(tally, rows)


def put(tally: Tally, quarter: int, row: ReportRow | None) -> bool:
    """Put the report of one quarter into a tally; false where its other quarters must be read again, because a figure is or
    was not of the sort of the line, or is or was a part and its whole.
    """
    if tally.unlike or not _fits(tally, row) or _is_pooled(tally) or (row is not None and row.has_parts()):
        return False
    _put(tally, quarter, row)
    return True


def scored(tally: Tally) -> LineScore:
    """The score of a line, claimed and accepted."""
    raw, marks, place = _marked(tally, "q")
    accepted_raw, accepted_marks, _ = _marked(tally, "a")
    return LineScore(raw, marks, accepted_raw, accepted_marks, place)


def counted(tally: Tally) -> Contribution:
    """What a line adds to the totals of its plan."""
    score = scored(tally)
    claimed = [getattr(tally, f"q{quarter}") for quarter in QUARTERS]
    accepted = [getattr(tally, f"a{quarter}") for quarter in QUARTERS]
    reported = any(figure is not None for figure in claimed)
    waits = any(mine is not None and theirs is None for mine, theirs in zip(claimed, accepted, strict=True))
    return Contribution(
        claimed=score.marks or 0,
        accepted=score.accepted_marks or 0,
        reported=int(reported or tally.unlike > 0),
        settled=int(any(figure is not None for figure in accepted)),
        pending=int(waits or tally.unlike > 0),
        excused=int(tally.excused > 0 and not reported and not tally.unlike),
    )


def is_excused(tally: Tally, quarter: int) -> bool:
    """Whether a quarter of a line does not apply."""
    return tally.excused & _bit(quarter) > 0


def first_asked(tally: Tally, year: FiscalYear) -> int:
    """The first quarter that asks for a line that is done once."""
    best = date.fromordinal(tally.v1 or 1)
    return 1 if best < year.start else QUARTERS[-1] if best > year.end else Quarter.of(best).number


def once(tally: Tally, year: FiscalYear) -> dict[int, tuple[int, int]]:
    """Whether a line that is done once is answered, and whether it does not apply, as 1 or 0, by the quarters that ask for it."""
    done = tally.unlike > 0 or any(getattr(tally, f"q{quarter}") is not None for quarter in QUARTERS)
    asked = range(first_asked(tally, year), QUARTERS[-1] + 1)
    return {q: (int(done and not is_excused(tally, q)), int(is_excused(tally, q))) for q in asked}


def _bit(quarter: int) -> int:
    return 1 << (quarter - 1)


def _fits(tally: Tally, row: ReportRow | None) -> bool:
    """Whether the figures of a row are of the line's sort, days or numbers."""
    try:
        _numbers(tally, row)
    except ValueError:
        return False
    return True


def _numbers(tally: Tally, row: ReportRow | None) -> _Figures:
    """The claimed and the accepted figure of a row as whole numbers. Raises ValueError where they are of another sort."""
    if row is None:
        return None, None
    scale = Scale(tally.dates, tally.places)
    claimed, accepted = (figures(scale, {1: row}, sort)[0] for sort in ("value", "accepted"))
    return None if claimed == MISSING else claimed, None if accepted == MISSING else accepted


def _put(tally: Tally, quarter: int, row: ReportRow | None) -> None:
    tally.excused &= ~_bit(quarter)
    if row is not None and row.not_applicable:
        tally.excused |= _bit(quarter)
    claimed, accepted = _numbers(tally, row)
    setattr(tally, f"q{quarter}", claimed)
    setattr(tally, f"a{quarter}", accepted)


def _is_pooled(tally: Tally) -> bool:
    """Whether a line holds parts and wholes."""
    return any((getattr(tally, f"{sort}{quarter}") or 0) >= PAIR for sort in "qa" for quarter in QUARTERS)


def _pool(tally: Tally, rows: Mapping[int, ReportRow]) -> None:
    """Replace the figures of a mean by parts and wholes where every reported quarter has them."""
    scale = Scale(tally.dates, tally.places)
    for prefix, sort in _SORTS:
        for quarter, figure in zip(QUARTERS, with_parts(tally.method, scale, rows, sort), strict=True):
            if figure >= PAIR:
                setattr(tally, f"{prefix}{quarter}", figure)


def _marked(tally: Tally, sort: str) -> tuple[int | None, int | None, int]:
    quarters = [getattr(tally, f"{sort}{quarter}") for quarter in QUARTERS]
    if all(figure is None for figure in quarters):
        return None, None, -1
    values = [value for number in range(1, VALUES + 1) if (value := getattr(tally, f"v{number}")) is not None]
    levels = [level for number in range(1, VALUES + 2) if (level := getattr(tally, f"l{number}")) is not None]
    given = tuple(MISSING if figure is None else figure for figure in quarters)
    raw, marks, place = mark(tally.law, (tally.method, tally.step), given, values, levels, tally.weight)
    if place < 0:
        return None, None, place
    return raw, None if tally.law == NO_MARKS else marks, place
