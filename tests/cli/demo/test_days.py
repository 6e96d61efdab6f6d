"""The demo is alive on any day, and leaves a database alone that is an office's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import F

from angikar.cli.demo.load import load
from angikar.duties.cycle.published import published
from angikar.duties.models import Duty, DutyState, Report
from angikar.meetings.models import Meeting
from angikar.offices.actions import found_office
from angikar.offices.models import Office
from angikar.papers.models import Paper, State
from angikar.rules.schedule.fiscal import FiscalYear


@pytest.mark.django_db
def test_a_database_that_has_offices_is_left_alone() -> None:
    found_office("দূরের দপ্তর", by=None)
    assert list(load(date(2026, 11, 21))) == []
    assert Office.objects.count() == 1
    assert not Paper.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("today", [date(2026, 7, 3), date(2028, 2, 29)])
def test_on_any_day_something_is_due_this_week_something_late_and_something_early(today: date) -> None:
    load(today)
    week = today + timedelta(days=7)
    asked = Duty.objects.exclude(kind="acknowledge")
    here = ["planning", "uno1", "dc", "deo"]
    assert (
        asked.filter(state=DutyState.OPEN, due__range=(today, week), post__tenures__officer__username__in=here).count()
        > 2
    )
    assert asked.filter(state=DutyState.OPEN, due__lt=today).exists()
    assert Report.objects.filter(late=True).exists()
    assert Report.objects.filter(late=False, on__lt=F("duty__due")).exists()
    assert Meeting.objects.filter(date=today + timedelta(days=1)).count() == 1
    assert Paper.objects.filter(kind="circular", state=State.ISSUED, content__anchor__gt=today.isoformat()).count() == 2
    assert published(year=str(FiscalYear.of(today).shifted(-2))).count() == 1
    old = today - timedelta(days=190)  # of a quarter that an office below never reported
    assert not asked.filter(state=DutyState.OPEN, due__lt=old).exists()
