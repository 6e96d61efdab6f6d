"""The cycle of the year without tables: what closes a quarter, what a sample draws, what a step of the calendar says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.frameworks import framework
from angikar.rules.schedule.cycle import CycleStep, closed, sample

DAY = date(2022, 11, 1)
NAMES = st.lists(st.text("0123456789.:", min_size=1, max_size=8), unique=True, max_size=80)


def test_a_quarter_stays_open_for_late_reports_until_it_is_accepted() -> None:
    assert closed(DAY, accepted=False, evaluated=False) is None
    assert closed(DAY, accepted=True, evaluated=False) == "accepted"


def test_a_calendar_that_names_a_last_day_closes_the_quarter_after_it() -> None:
    assert closed(DAY, accepted=False, evaluated=False, last=DAY) is None
    assert closed(DAY + timedelta(1), accepted=False, evaluated=False, last=DAY) == "calendar"


def test_a_reopened_quarter_closes_again_by_itself() -> None:
    days = [closed(DAY + timedelta(n), accepted=True, evaluated=False, reopened=DAY + timedelta(1)) for n in range(3)]
    assert days == [None, None, "accepted"]


def test_an_evaluated_year_stays_closed() -> None:
    assert closed(DAY, accepted=False, evaluated=True, reopened=DAY) == "evaluated"


@given(NAMES, st.randoms(use_true_random=False))
def test_the_sample_is_the_same_in_whatever_order_the_rows_come(names: list[str], chance: object) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert set(sample("seed", names)) == set(sample("seed", shuffled))


@given(NAMES, st.integers(1, 100))
def test_the_sample_is_the_share_asked_for_but_three_at_least(names: list[str], percent: int) -> None:
    drawn = sample("seed", names, percent)
    assert len(drawn) == min(len(names), max(3, -(-len(names) * percent // 100)))
    assert set(drawn) <= set(names)


def test_another_quarter_draws_another_sample() -> None:
    names = [str(number) for number in range(60)]
    assert sample("hash:1", names) != sample("hash:2", names)


def test_a_step_shows_by_how_many_days_it_came_late() -> None:
    due = date(2022, 10, 15)
    step = CycleStep("report", due, due + timedelta(4), 1)
    assert (step.days_late(DAY), step.stage(DAY)) == (4, "done_late")
    assert CycleStep("report", due, due, 1).stage(DAY) == "done"
    assert CycleStep("report", due).days_late(DAY) == 17
    assert [CycleStep("report", due).stage(due + timedelta(n)) for n in (-30, -7, 0, 1)] == [
        "later",
        "soon",
        "soon",
        "late",
    ]
    assert CycleStep("report", None).stage(DAY) == "later"


def test_the_days_of_a_year_lie_before_in_and_after_it() -> None:
    law = framework("agreement-2021-22")
    days = [law.day_of(name, "2021-22") for name in ("signing", "amendment", "half_yearly", "evaluation")]
    assert days == [date(2021, 6, 25), date(2021, 9, 30), date(2022, 1, 30), date(2022, 8, 30)]


def test_a_calendar_closes_no_quarter_unless_it_says_so() -> None:
    law = framework("agreement-2021-22")
    assert law.last_day("2021-22", 1) is None
    strict = law.model_copy(update={"calendar": law.calendar.model_copy(update={"lock": 30})})
    assert strict.last_day("2021-22", 1) == date(2021, 11, 14)
