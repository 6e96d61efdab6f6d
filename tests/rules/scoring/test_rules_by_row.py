"""Rows marked by a rule of their own: fortnights, all or nothing, several days, the rate of decisions, no marks."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.frameworks import framework
from angikar.rules.frameworks.framework import Framework, NotEstablished
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.reading import Doubt
from angikar.rules.scoring.flat import flat
from angikar.rules.scoring.grades import NO_MARKS
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

INTEGRITY = framework("integrity-2021-22")
AFTER_ALL = date(2030, 1, 1)
DUE = date(2021, 7, 31)

PROCUREMENT = Indicator(code="2.1.1", title="ক্রয়-পরিকল্পনা", unit="date", weight="2", target=("2021-07-31",))
AWARD = Indicator(code="1.8.1", title="পুরস্কার", unit="date", weight="1", target=("2022-05-31",))
FEEDBACK = Indicator(
    code="1.7.1", title="কর্মশালা", unit="date", weight="4", target=("2021-10-31", "2021-12-31", "2022-03-31")
)
DECISIONS = Indicator(
    code="1.2.1", title="সিদ্ধান্ত", unit="percent", weight="6", target=("100",), quarter_targets=("100",) * 4
)


def area_of(indicator: Indicator) -> Area:
    activity = Activity(code=indicator.code[:3], title="ক", indicators=(indicator,))
    return Area(code=indicator.code[0], title="ক", activities=(activity,))


def line(indicator: Indicator, *rows: ReportRow, under: Framework = INTEGRITY) -> ScoredLine:
    plan = Plan(fiscal_year=under.fiscal_years[0], areas=(area_of(indicator),))
    return scorecard(plan, under, rows, AFTER_ALL).lines[0]


def shown(indicator: Indicator, *quarters: str | None) -> ScoredLine:
    rows = [ReportRow("own", indicator.code, q, value) for q, value in enumerate(quarters, 1) if value is not None]
    return line(indicator, *rows)


def marks(found: ScoredLine) -> str | None:
    assert found.claimed is not None, found.notes
    return found.claimed.marks


@pytest.mark.parametrize(
    ("days_late", "expected"),
    [
        pytest.param(-20, "2.00", id="before its day the whole mark"),
        pytest.param(0, "2.00", id="on its day the whole mark"),
        pytest.param(1, "1.75", id="one day late 1.75"),
        pytest.param(15, "1.75", id="a whole fortnight late 1.75"),
        pytest.param(16, "1.50", id="sixteen days late 1.50"),
        pytest.param(40, "1.25", id="forty days late 1.25"),
        pytest.param(120, "0.00", id="eight fortnights late nothing is left"),
        pytest.param(300, "0.00", id="and never less than nothing"),
    ],
)
def test_a_late_procurement_plan_loses_a_quarter_mark_a_fortnight(days_late: int, expected: str) -> None:
    assert marks(shown(PROCUREMENT, None, (DUE + timedelta(days=days_late)).isoformat())) == expected


def test_lateness_is_counted_from_the_day_though_it_is_in_the_column_of_a_quarter() -> None:
    by_quarter = PROCUREMENT.model_copy(update={"target": (), "quarter_targets": ("2021-07-31", None, None, None)})
    assert marks(shown(by_quarter, None, "2021-10-02")) == "0.75"  # 63 days: five fortnights begun


@given(st.integers(0, 400), st.integers(0, 60))
def test_being_later_never_earns_more(late: int, more: int) -> None:
    first, second = (
        shown(PROCUREMENT, (DUE + timedelta(days=days)).isoformat()).claimed for days in (late, late + more)
    )
    assert first is not None
    assert second is not None
    assert float(second.raw) <= float(first.raw)


def test_an_award_by_its_day_earns_all_and_a_day_later_nothing() -> None:
    assert marks(shown(AWARD, None, None, None, "2022-05-31")) == "1.00"
    assert marks(shown(AWARD, None, None, None, "2022-06-01")) == "0.00"


def test_an_award_counted_in_numbers_is_all_or_nothing_too() -> None:
    counted = AWARD.model_copy(update={"unit": "number", "target": ("3",)})
    assert [marks(shown(counted, None, None, None, figure)) for figure in ("2", "3", "4")] == ["0.00", "1.00", "1.00"]


def test_three_workshops_share_four_marks_and_each_is_held_in_time_or_not() -> None:
    assert marks(shown(FEEDBACK, "2021-10-30", "2021-12-31", "2022-04-01")) == "2.67"
    assert marks(shown(FEEDBACK, None, "2021-10-31")) == "1.33"


def test_more_days_than_can_be_marked_are_a_doubt() -> None:
    many = FEEDBACK.model_copy(update={"target": tuple(f"2021-{month:02}-15" for month in range(7, 13))})
    assert [note.code for note in shown(many, "2021-07-15").notes] == ["too-many-days"]
    four = PROCUREMENT.model_copy(update={"target": tuple(f"2021-{month:02}-15" for month in range(7, 11))})
    assert [note.code for note in shown(four, "2021-07-15").notes] == ["too-many-days"]


def decided(*quarters: tuple[str, str, str | None]) -> ScoredLine:
    rows = [
        ReportRow("own", "1.2.1", q, "0", numerator=part, denominator=due, excused=excused)
        for q, (part, due, excused) in enumerate(quarters, 1)
    ]
    return line(DECISIONS, *rows)


def test_decisions_carried_out_are_counted_of_those_due() -> None:
    assert marks(decided(("4", "4", None), ("3", "4", None), ("2", "2", None), ("5", "5", None))) == "5.63"


def test_a_decision_excused_by_a_countersigned_report_is_not_due() -> None:
    assert marks(decided(("4", "4", None), ("3", "4", "1"), ("2", "2", None), ("5", "5", None))) == "6.00"


def test_a_quarter_in_which_no_decision_was_due_asks_nothing() -> None:
    assert marks(decided(("4", "4", None), ("0", "0", None), ("1", "2", None), ("0", "2", "2"))) == "4.50"


def test_a_rate_shown_in_per_cent_alone_is_taken_as_shown() -> None:
    assert marks(shown(DECISIONS, "100", "50", "100", "100")) == "5.25"


def test_a_row_that_gives_no_marks_shows_its_share_and_takes_nothing_from_the_others() -> None:
    frame = INTEGRITY.model_copy(
        update={
            "rows": tuple(
                row.model_copy(update={"rule": "none" if row.code == "1.4.1" else None}) for row in INTEGRITY.rows
            )
        }
    )
    training = Indicator(code="1.4.1", title="ক", unit="number", weight="2", target=("2",))
    found = line(training, ReportRow("own", "1.4.1", 2, "1"), under=frame)
    assert found.claimed is not None
    assert (found.claimed.raw, found.claimed.marks) == ("50.00", None)
    whole = flat(area_of(training), training, frame)
    assert not isinstance(whole, Doubt)
    assert (whole.law, whole.weight) == (NO_MARKS, 0)


def test_a_form_that_is_not_established_refuses_to_mark_in_one_sentence() -> None:
    frame = framework("gpms-2025-26")
    with pytest.raises(NotEstablished, match="not established yet") as refused:
        scorecard(Plan(fiscal_year="2025-26", areas=(area_of(AWARD),)), frame, [], AFTER_ALL)
    assert "প্রতিষ্ঠিত নয়" in refused.value.message
    law = flat(area_of(AWARD), AWARD, frame)
    assert isinstance(law, Doubt)
    assert law.code == "framework-not-established"


ROWS = (PROCUREMENT, AWARD, FEEDBACK, DECISIONS)
REPORTED = st.dictionaries(
    st.tuples(st.sampled_from(ROWS), st.integers(1, 4)).map(lambda two: (two[0].code, two[1])),
    st.integers(0, 300),
    max_size=16,
)


@given(REPORTED, st.randoms(use_true_random=False))
def test_neither_the_order_of_reports_nor_scoring_twice_changes_a_mark(
    reported: dict[tuple[str, int], int], random: Random
) -> None:
    rows = [
        ReportRow("own", code, quarter, str(day) if code == "1.2.1" else (DUE + timedelta(days=day)).isoformat())
        for (code, quarter), day in reported.items()
    ]
    plan = Plan(fiscal_year="2021-22", areas=tuple(area_of(row) for row in ROWS))
    once = scorecard(plan, INTEGRITY, rows, AFTER_ALL).as_json()
    assert scorecard(plan, INTEGRITY, rows, AFTER_ALL).as_json() == once
    random.shuffle(rows)
    assert scorecard(plan, INTEGRITY, rows, AFTER_ALL).as_json() == once


@pytest.mark.parametrize("indicator", ROWS)
@pytest.mark.parametrize(
    ("on", "row", "state"),
    [
        (date(2021, 8, 1), None, "not_due"),
        (date(2022, 8, 1), None, "not_reported"),
        (date(2022, 8, 1), "not applicable", "not_applicable"),
        (date(2022, 8, 1), "figure", "reported"),
    ],
)
def test_under_every_rule_the_four_states_are_distinguished(
    indicator: Indicator, on: date, row: str | None, state: str
) -> None:
    zero = "0" if indicator.code == "1.2.1" else "2030-01-01"
    rows = [
        ReportRow(
            "own",
            indicator.code,
            4,
            None if row == "not applicable" else zero,
            not_applicable=row == "not applicable",
        )
    ]
    card = scorecard(Plan(fiscal_year="2021-22", areas=(area_of(indicator),)), INTEGRITY, rows if row else [], on)
    assert card.lines[0].state == state
    assert (card.lines[0].claimed is not None) == (state == "reported")
    if state == "reported":
        assert card.claimed == "0.00"
