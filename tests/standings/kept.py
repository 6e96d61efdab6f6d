"""What is kept of one line of a plan, found by its code."""

from __future__ import annotations

from angikar.duties.models import Line
from angikar.papers.models import Paper
from angikar.standings.models import PlanTally
from angikar.standings.plan_tallies import put_back, scores_of, tallies_of
from angikar.standings.tally import LineScore, Tally


def kept(code: str = "1.1.1", paper: Paper | None = None) -> tuple[Tally, LineScore]:
    """The tally of a line and the score that is stored of it."""
    lines = Line.objects.filter(code=code) if paper is None else Line.objects.filter(code=code, paper=paper)
    line = lines.get()
    plan = PlanTally.objects.get(paper=line.paper_id)
    pairs = zip(tallies_of(plan), scores_of(plan), strict=True)
    return next(pair for pair in pairs if pair[0].line_id == line.pk)


def tally(code: str = "1.1.1", paper: Paper | None = None) -> Tally:
    """The tally of a line."""
    return kept(code, paper)[0]


def score(code: str = "1.1.1", paper: Paper | None = None) -> LineScore:
    """The score that is stored of a line."""
    return kept(code, paper)[1]


def change(paper: Paper, code: str = "1.1.1", **figures: int | None) -> None:
    """Store other figures of a line, with their score, as no action would."""
    plan, mine = PlanTally.objects.get(paper=paper), tally(code, paper)
    for name, figure in figures.items():
        setattr(mine, name, figure)
    put_back(plan, [mine])
    plan.save()
