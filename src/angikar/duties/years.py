"""The indicators of a plan over the years: targets and achievements in the earlier plans of its office, next to what it prints itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from angikar.duties.models import Duty
from angikar.duties.queries import DutyCell, cells, counted_row
from angikar.duties.queries import scorecard as scorecard_of
from angikar.papers.links.queries import law_of_paper, subject_of
from angikar.papers.models import Paper
from angikar.rules.plan import Indicator, IndicatorId, Plan
from angikar.rules.scoring.scorecard import scorecard
from angikar.rules.scoring.years import Match, Named, matches


@dataclass(frozen=True, slots=True)
class YearFigure:
    """What one year promised and reached, as canonical figures. `title` is that of the row there where it only likely is the same;
    `printed` says that the figure is what the present plan prints of that year, not what was reported.
    """

    target: str | None
    actual: str | None
    title: str | None = None
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator and its figures by fiscal year, earliest first."""

    row: Named
    years: dict[str, YearFigure]


def trends(paper: Paper, earlier: Iterable[Paper], on: date) -> list[Trend]:
    """Every indicator of a plan that is not a whole plan itself, over the years of the `earlier` papers and its own; of several plans
    for one year the one issued last counts.
    """
    plan = paper.value()
    if not isinstance(plan, Plan):
        return []
    plans = {paper.fiscal_year: (paper, plan)}
    for each in sorted(earlier, key=lambda found: (found.issued_at or date.min, found.pk), reverse=True):
        value = each.value()
        if isinstance(value, Plan) and subject_of(value) == subject_of(plan):
            plans.setdefault(each.fiscal_year, (each, value))
    reported: dict[int, list[DutyCell]] = defaultdict(list)
    wanted = Duty.objects.filter(paper__in=[each for each, _ in plans.values()], line__isnull=False).select_related(
        "line"
    )
    for cell in cells(wanted, on):
        reported[cell.duty.paper_id].append(cell)
    reached = {year: _reached(each, value, reported[each.pk], on) for year, (each, value) in plans.items()}
    rows = {Named(area.part, each.code, each.title): each for _, area, _, each in plan.indicators()}
    found = {year: matches(list(rows), list(reached[year])) for year in plans if year != paper.fiscal_year}
    return [
        Trend(
            row,
            dict(
                sorted(
                    (
                        _printed(indicator)
                        | _of(row, found, reached)
                        | {paper.fiscal_year: reached[paper.fiscal_year][row]}
                    ).items()
                )
            ),
        )
        for row, indicator in rows.items()
        if row in reached[paper.fiscal_year]
    ]


def accepted_results(paper: Paper, on: date) -> dict[IndicatorId, str | None]:
    """What each row of an issued plan reached on a day, as it was accepted; nothing of a plan that no known form marks."""
    card = scorecard_of(paper, on)
    lines = card.lines if card else ()
    return {IndicatorId(line.part, line.code): line.accepted.actual for line in lines if line.accepted}


_Reached = dict[Named, YearFigure]


def _reached(paper: Paper, plan: Plan, reported: Sequence[DutyCell], on: date) -> _Reached:
    """What each row of one plan promised and what was claimed of it."""
    law = law_of_paper(paper, plan)
    if law is None:
        return {}
    reports = [row for cell in reported if (row := counted_row(cell, on)) is not None]
    lines = {(line.part, line.code): line for line in scorecard(plan, law, reports, on).lines}
    found = {}
    for _, area, _, each in plan.indicators():
        grade = lines[area.part, each.code].claimed
        if law.link_of(each.title) is None or area.part == "own":
            found[Named(area.part, each.code, each.title)] = YearFigure(_target(each), grade.actual if grade else None)
    return found


def _target(indicator: Indicator) -> str | None:
    """The target of the year: what is full marks."""
    return next(iter((*filter(None, indicator.criteria[:1]), *indicator.target)), None)


def _printed(indicator: Indicator) -> dict[str, YearFigure]:
    return {year: YearFigure(None, figure, printed=True) for year, figure in indicator.baselines.items() if figure}


def _of(row: Named, found: dict[str, dict[Named, Match]], reached: dict[str, _Reached]) -> dict[str, YearFigure]:
    """The figures of a row in the plans of other years in which it was found."""
    figures = {}
    for year, pairs in found.items():
        match = pairs.get(row)
        if match is not None:
            there = reached[year][match.row]
            figures[year] = YearFigure(there.target, there.actual, match.row.title if match.likely else None)
    return figures
