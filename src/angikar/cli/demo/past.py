"""The years before the running one: the department's agreements, reported quarter by quarter up to today, evaluated and published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from angikar.cli.demo.moving import moved, to_running_year
from angikar.cli.demo.papers import FORMS, SAMPLES, issue_taken
from angikar.cli.demo.world import World
from angikar.duties import actions as duties
from angikar.duties.actions import EvidenceFile
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle import actions as cycle
from angikar.duties.cycle.queries import rows_of
from angikar.duties.cycle.year.actions import evaluate, give_feedback, publish_evaluation
from angikar.duties.models import Duty, DutyState, Line
from angikar.duties.plausible import doubts_of
from angikar.offices.access import holder_of
from angikar.papers import actions as papers
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.frameworks import framework
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.scoring.figures import scaled, written

LAW = FORMS["agreement-demo"]
PER_CENT = (104, 100, 97, 93, 88, 100, 82, 95)
"""What is reached of the best target, row by row and over again."""
_ANOTHER_QUARTER = "এ সূচকের দিন এ ত্রৈমাসিকে পড়ে না।"
_REASON = "এ বছর এ সূচকের কাজ প্রযোজ্য হয়নি।"


def last_evaluated(today: date) -> FiscalYear:
    """The latest year whose evaluation is due by today."""
    year = FiscalYear.of(today).shifted(-1)
    return year if today > _evaluation_day(year) else year.shifted(-1)


def issue_past_years(world: World, today: date) -> None:
    """The department's agreements of the last two evaluated years, and of one that is over but not evaluated yet."""
    year, running = last_evaluated(today).shifted(-1), FiscalYear.of(today)
    while year < running:
        paper = _issue(world, year)
        _run(world, paper, year, today)
        year = year.shifted(1)


def _issue(world: World, year: FiscalYear) -> Paper:
    office, planning = world.offices["department"], world.officers["planning"]
    sample = (SAMPLES / "agreement-demo.txt").read_text(encoding="utf-8")
    text = moved(sample, to_running_year(year.start, FiscalYear(2022)))
    paper = papers.take_in(planning, f"agreement-{year}.txt", text.encode(), office=office, framework=LAW)
    paper = papers.name_counterpart(paper, world.offices["ministry"], by=planning, version=paper.version)
    return issue_taken(paper, world.officers["dg"], year.start - timedelta(days=5))


def _run(world: World, paper: Paper, year: FiscalYear, today: date) -> None:
    """Every quarter whose last day is over is filed and accepted; the next one is reported in part once it is over."""
    for number in (1, 2, 3, 4):
        due = framework(LAW).report_due(str(year), number)
        if due < today:
            _close_quarter(world, paper, number, due)
        elif year.quarter(number).end < today:
            _begin_quarter(world, paper, number, today)
    if (half := year.quarter(3).start + timedelta(days=20)) < today:
        give_feedback(
            paper,
            by=world.officers["secretary"],
            words="অর্ধবার্ষিক অগ্রগতি সন্তোষজনক; তারিখভিত্তিক সূচকে নজর দিন।",
            today=half,
        )
    if _evaluation_day(year) < today:
        secretary, day = world.officers["secretary"], _evaluation_day(year)
        for duty in Duty.objects.filter(paper=paper, line__isnull=False, state=DutyState.OPEN):
            duties.excuse(duty, by=secretary, sentence=_REASON, today=day)
        fixed = evaluate(paper, by=secretary, words="বছরের কাজ সন্তোষজনক।", today=day)
        publish_evaluation(fixed, by=secretary, today=day)


def _evaluation_day(year: FiscalYear) -> date:
    day = framework(LAW).day_of("evaluation", str(year))
    if day is None:
        raise LookupError(f"{LAW} names no day of evaluation")
    return day - timedelta(days=10)


def _close_quarter(world: World, paper: Paper, number: int, due: date) -> None:
    """Reported four days before it was due, one row late in the first quarter, filed by the head, verified and accepted."""
    head, reviewer = world.officers["dg"], world.officers["performance"]
    for place, duty in enumerate(_open(paper, number)):
        late = timedelta(days=3 if (number, place) == (1, 2) else -4)
        _report(duty, number, place, due + late)
    seen = due + timedelta(days=5)
    for duty in list(_open(paper, number)):
        duties.excuse(duty, by=reviewer, sentence=_ANOTHER_QUARTER, today=due - timedelta(days=2))
    filing = cycle.file(paper, number, by=head, today=due + timedelta(days=4 if number == 1 else -1))
    filing = cycle.take_up(filing, by=reviewer, today=seen)
    for row in rows_of(paper, number, filing=filing):
        if row.must_be_seen and row.cell.report is not None:
            cycle.check(filing, row.cell.report, by=reviewer, today=seen)
    for row in rows_of(paper, number, filing=filing):
        if row.is_waiting and row.cell.report is not None:
            duties.accept(row.cell.report, by=reviewer, today=seen)
    cycle.accept(filing, by=reviewer, today=seen)


def _begin_quarter(world: World, paper: Paper, number: int, today: date) -> None:
    """The quarter that is being reported: every second row is in, one is being typed."""
    waiting = list(_open(paper, number))
    for place, duty in enumerate(waiting[::2]):
        _report(duty, number, place, today)
    if len(waiting) > 1 and (value := _value(waiting[1].line, number, 1)) is not None:
        save_cell(waiting[1], by=world.officers["planning"], value=value, version=waiting[1].version, today=today)


def _open(paper: Paper, number: int) -> Iterator[Duty]:
    asked = Duty.objects.filter(paper=paper, quarter=number, line__isnull=False, state=DutyState.OPEN)
    yield from asked.select_related("line", "post").order_by("line__order")


def _report(duty: Duty, number: int, place: int, day: date) -> None:
    """Report the figure of a row; a day is reported in its own quarter alone."""
    by, value = holder_of(duty.post, day), _value(duty.line, number, place)
    if by is None or value is None or doubts_of(duty, value):
        return
    proof = EvidenceFile(f"proof-{duty.pk}.txt", f"প্রমাণক {duty.key}\n".encode(), "প্রমাণক", day)
    duties.report(duty, by=by, answer=Answer(value=value), today=day, files=(proof,))


def _value(line: Line | None, number: int, place: int) -> str | None:
    """The figure of a row after so many quarters, or its day; `None` where it has no target to reach."""
    if line is None or not line.criteria:
        return None
    if line.counting == "date" or line.unit == "date":
        return str(line.criteria[min(1, len(line.criteria) - 1)])
    share = PER_CENT[(place + 3 * line.paper_id) % len(PER_CENT)]
    share = min(share, 100) if line.unit == "percent" else share
    parts = {"sum": (1, 4), "cumulative": (number, 4)}.get(line.counting or "", (1, 1))
    return written(scaled(line.criteria[0], 0) * share * parts[0] // (100 * parts[1]), 0)
