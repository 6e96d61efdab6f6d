"""A year brought to its end for tests: every report accepted, every quarter that is still open closed with a reason."""

from __future__ import annotations

from datetime import date

from angikar.duties.actions import accept
from angikar.duties.cycle.actions import accept as accept_quarter
from angikar.duties.cycle.actions import check, take_up
from angikar.duties.cycle.excusing.actions import excuse_quarter
from angikar.duties.cycle.queries import open_quarters
from angikar.duties.models import Duty, DutyState, Filing, FilingState, Report, ReportState
from angikar.papers.models import Paper
from tests.world import World


def close_year(world: World, paper: Paper, on: date) -> None:
    """Verify what was filed and excuse what was not, as the office above, so that the year may be fixed."""
    secretary = world.officers["secretary"]
    for duty in Duty.objects.filter(paper=paper, state=DutyState.SUBMITTED):
        made = Report.objects.filter(duty=duty, state=ReportState.SUBMITTED).latest("pk")
        accept(made, by=secretary, today=on, words="দেখা হয়েছে")
    for filing in Filing.objects.filter(paper=paper, state=FilingState.SUBMITTED):
        taken = take_up(filing, by=secretary, today=on)
        for duty in taken.sample:
            made = Report.objects.filter(duty=duty).exclude(state=ReportState.DRAFT).latest("pk")
            check(taken, made, by=secretary, today=on)
        accept_quarter(taken, by=secretary, today=on)
    for quarter in open_quarters(paper, on):
        excuse_quarter(paper, quarter, by=secretary, words="দাখিল হয়নি", today=on)
