"""One row of a plan scored: its quarters, its figure of the year, its marks claimed and accepted, its state."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from angikar.rules.document import NOWHERE, Place
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Area, Counting, Indicator, Part
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.scoring import sentences
from angikar.rules.scoring.counting import count
from angikar.rules.scoring.figures import marks_text, written
from angikar.rules.scoring.flat import FlatLine, figures, flattened, weight_of, with_parts
from angikar.rules.scoring.grades import mark
from angikar.rules.scoring.laws import Ladder, Law, Shares, asked_quarters, counting_of, law_of
from angikar.rules.scoring.reports import PART_PLACES, ReportRow
from angikar.rules.scoring.running import falls

State = Literal["reported", "not_reported", "not_due", "not_applicable"]
Figures = tuple[str | None, str | None, str | None, str | None]
Sort = Literal["value", "accepted"]
SORTS: tuple[Sort, Sort] = ("value", "accepted")


@dataclass(frozen=True, slots=True)
class Grade:
    """What a row's figure earned. `between`: the worse and the better criterion it lies between, `None` beyond an end;
    `levels`: their percentages. Both are `None` where no criteria are graded; `marks` where the framework gives none.
    `mean` is the plain mean of the quarters, shown beside a figure that is all parts by all wholes.
    """

    actual: str
    raw: str
    marks: str | None
    between: tuple[str | None, str | None] | None = None
    levels: tuple[int | None, int | None] | None = None
    mean: str | None = None


@dataclass(frozen=True, slots=True)
class ScoredLine:
    """One row with every step kept; no grade where nothing was reported (or accepted), or none can be had.

    `quarter_states` has `None` for a quarter that asks nothing of the row, `parts` for one whose figure came without a
    part and its whole; a whole is reported less what was excused. `lacks` says why no figure can give the row marks.
    """

    part: Part
    code: str
    title: str
    weight: str | None
    counting: Counting
    law: Law | None
    quarters: Figures
    accepted_quarters: Figures
    quarter_states: tuple[State | None, ...]
    state: State
    claimed: Grade | None
    accepted: Grade | None
    notes: tuple[Doubt, ...] = ()
    parts: tuple[tuple[str, str] | None, ...] = (None,) * 4
    lacks: Doubt | None = None

    @property
    def is_reported(self) -> bool:
        """Whether a figure was reported that may give marks."""
        return self.lacks is None and any(figure is not None for figure in self.quarters)

    @property
    def is_settled(self) -> bool:
        """Whether a figure was accepted, in a row whose figures give marks."""
        alike = all(note.sentence is not sentences.FIGURE_UNLIKE_TARGET for note in self.notes)
        return self.lacks is None and alike and any(figure is not None for figure in self.accepted_quarters)

    def as_json(self) -> dict[str, object]:
        """The indicator in the shape of the contract."""
        claimed, accepted = self.claimed, self.accepted
        return {
            "code": self.code,
            "title": self.title,
            "weight": self.weight,
            "quarters": list(self.quarters),
            "quarter_states": list(self.quarter_states),
            "counting": self.counting,
            "actual": claimed and claimed.actual,
            "mean": claimed and claimed.mean,
            "between": list(claimed.between) if claimed and claimed.between else None,
            "levels": [level and str(level) for level in claimed.levels] if claimed and claimed.levels else None,
            "raw": claimed and claimed.raw,
            "marks": claimed and claimed.marks,
            "accepted_quarters": list(self.accepted_quarters),
            "accepted_actual": accepted and accepted.actual,
            "accepted_raw": accepted and accepted.raw,
            "accepted_marks": accepted and accepted.marks,
            "state": self.state,
            "notes": [note.as_json() for note in self.notes],
        }


def score_row(
    area: Area, indicator: Indicator, framework: Framework, rows: Mapping[int, ReportRow], on: date, *, fiscal_year: str
) -> ScoredLine:
    """Score one row on a day from what was reported, by quarter (1-4)."""
    counting, law = counting_of(indicator), law_of(area, indicator, framework)
    weight = weight_of(indicator, framework)
    notes = [each for each in (law, weight) if isinstance(each, Doubt)]
    lacks = next(iter(notes), None)
    claimed, accepted = _figures(rows, "value"), _figures(rows, "accepted")
    done = counting == "date" and isinstance(law, Ladder) and any(claimed)
    asked = () if done else _asked(law, FiscalYear.parse(fiscal_year))
    states = tuple(
        _quarter_state(rows.get(q), q in asked, on <= framework.report_due(fiscal_year, q)) for q in range(1, 5)
    )
    grades: list[Grade | None] = [None, None]
    if not isinstance(law, Doubt) and not isinstance(weight, Doubt):
        try:
            line = flattened(law, counting, weight, indicator.unit)
            grades = [_graded(law, line, rows, sort) for sort in SORTS]
            notes.extend(falls(indicator, framework, rows) if counting == "cumulative" else ())
        except ValueError:
            notes.append(Doubt(sentences.FIGURE_UNLIKE_TARGET, "error"))
    place = Place(line=indicator.lines[0]) if indicator.lines else NOWHERE
    return ScoredLine(
        part=area.part,
        code=indicator.code,
        title=indicator.title,
        weight=indicator.weight,
        counting=counting,
        law=None if isinstance(law, Doubt) else law,
        quarters=claimed,
        accepted_quarters=accepted,
        quarter_states=states,
        state=_state(states),
        claimed=grades[0],
        accepted=grades[1],
        notes=tuple(replace(note, place=place) for note in notes),
        parts=tuple(_parts(rows.get(q)) for q in range(1, 5)),
        lacks=lacks,
    )


def _parts(row: ReportRow | None) -> tuple[str, str] | None:
    """The part and the whole of a quarter's figure, as they were counted."""
    if row is None or not row.has_parts():
        return None
    over, under = row.parts
    return written(over, PART_PLACES), written(under, PART_PLACES)


def _figures(rows: Mapping[int, ReportRow], name: Sort) -> Figures:
    first, second, third, fourth = (getattr(rows[q], name) if q in rows else None for q in range(1, 5))
    return first, second, third, fourth


def _asked(law: Law | Doubt, year: FiscalYear) -> tuple[int, ...]:
    """The quarters whose report must speak of the row: all, unless its targets or best date say later."""
    if isinstance(law, Shares):
        return asked_quarters(law.quarters, law.targets[0][1], year)
    if isinstance(law, Ladder):
        return asked_quarters((4,) if law.kind == "linked" else (), law.values[0], year)
    return asked_quarters((), "", year)


def _quarter_state(row: ReportRow | None, asked: bool, open_still: bool) -> State | None:
    if row is not None:
        return "not_applicable" if row.not_applicable else "reported"
    if not asked:
        return None
    return "not_due" if open_still else "not_reported"


def _state(states: tuple[State | None, ...]) -> State:
    """The state of the row: reported in any quarter, else not applicable, else not reported in time, else not due yet."""
    order: tuple[State, ...] = ("reported", "not_applicable", "not_reported")
    return next((state for state in order if state in states), "not_due")


def state_without_figure(
    asked: Sequence[int], excused: Container[int], framework: Framework, fiscal_year: str, on: date
) -> State:
    """The state of a row of which nothing is reported: not applicable in any quarter, else as the quarters say that ask for it."""
    states: list[State | None] = [
        "not_applicable"
        if q in excused
        else _quarter_state(None, q in asked, on <= framework.report_due(fiscal_year, q))
        for q in range(1, 5)
    ]
    return _state(tuple(states))


def _graded(law: Law, line: FlatLine, rows: Mapping[int, ReportRow], sort: Sort) -> Grade | None:
    """What the figures claimed (or accepted) earn; `None` where there are none."""
    quarters, plain = with_parts(line.how[0], line.scale, rows, sort), figures(line.scale, rows, sort)
    raw, marks, at = mark(line.law, line.how, quarters, line.values, line.levels, line.weight)
    if at < 0:
        return None
    actual = line.scale.text(*count(line.how[0], quarters))
    mean = None if quarters == plain else line.scale.text(*count(line.how[0], plain))
    if isinstance(law, Shares):
        return Grade(actual, marks_text(raw), marks_text(marks) if law.scored else None, mean=mean)
    if law.kind == "linked":
        return Grade(actual, marks_text(raw), marks_text(marks))
    beyond = len(law.values)
    between = law.values[at] if at < beyond else None, law.values[at - 1] if at > 0 else None
    levels = law.levels[at] if at < beyond else None, law.levels[at - 1] if at > 0 else None
    return Grade(actual, marks_text(raw), marks_text(marks), between, levels, mean)
