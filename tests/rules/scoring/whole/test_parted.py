"""The parts of a plan's full marks add up to the whole, whatever was reported, accepted or excused; and figures lie on their levels."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.frameworks import framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.outlook import outlook
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import Scorecard, scorecard
from angikar.rules.scoring.whole.levels import on_levels
from angikar.rules.scoring.whole.parted import MarksParted, parted

FRAME = framework("agreement-2022-23")
RISING, FALLING = ("100", "90", "80", "70", "60"), ("10", "20", "30", "40", "50")
DAYS = ("2022-12-01", "2022-12-15", "2022-12-31", "2023-01-15", "2023-01-31")

Shown = dict[tuple[str, int], ReportRow]


def _row(code: str, weight: str, criteria: tuple[str, ...], counting: str) -> Indicator:
    given = {"code": code, "title": "ক", "unit": "number", "counting": counting}
    return Indicator.model_validate({**given, "weight": weight, "criteria": criteria})


def _card(
    rows: list[Indicator], reports: list[ReportRow], on: date, weight: str | None = None
) -> tuple[Scorecard, MarksParted]:
    area = Area(
        part="own",
        code="1",
        title="ক",
        weight=weight,
        activities=(Activity(code="1.1", title="ক", indicators=tuple(rows)),),
    )
    plan = Plan(fiscal_year=FRAME.fiscal_years[0], areas=(area,))
    card = scorecard(plan, FRAME, reports, on)
    return card, parted(card, outlook(plan, FRAME, card).rows)


def test_each_mark_is_where_its_row_says() -> None:
    rows = [_row(f"1.1.{number}", weight, RISING, "sum") for number, weight in enumerate(("4", "3", "2", "1"), 1)]
    reports = [
        ReportRow("own", "1.1.1", 1, "100", "80"),
        ReportRow("own", "1.1.2", 1, "100"),
        *(ReportRow("own", "1.1.3", quarter, "1") for quarter in (1, 2, 3, 4)),
        *(ReportRow("own", "1.1.4", quarter, None, not_applicable=True) for quarter in (1, 2, 3, 4)),
    ]
    card, found = _card(rows, reports, date(2022, 11, 20), "12")
    first = card.lines[0]
    assert first.accepted is not None
    assert first.accepted.marks == "3.20"
    assert found == MarksParted(accepted=320, claimed=80 + 300, open=0, lost=200, uncounted=100 + 200)
    assert _card(rows, [], date(2022, 11, 20), "12")[1] == MarksParted(0, 0, 1000, 0, 200), (
        "all is open, but the rest of the area"
    )


figures = st.one_of(st.none(), st.integers(0, 130).map(str))
one_row = st.tuples(
    st.sampled_from(["0.5", "1", "2.25", "4", "7"]),
    st.sampled_from(
        [(RISING, "sum"), (RISING, "average"), (RISING, "cumulative"), (FALLING, "sum"), (FALLING, "average")]
    ),
    st.lists(st.tuples(figures, figures, st.booleans()), min_size=4, max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(one_row, min_size=1, max_size=4),
    st.sampled_from([None, "3", "20"]),
    st.dates(date(2022, 7, 1), date(2023, 8, 1)),
)
def test_the_parts_add_up_to_the_full_marks(
    given_rows: list[tuple[str, tuple[tuple[str, ...], str], list[tuple[str | None, str | None, bool]]]],
    weight: str | None,
    on: date,
) -> None:
    rows, reports = [], []
    for number, (marks, (criteria, counting), quarters) in enumerate(given_rows, 1):
        rows.append(_row(f"1.1.{number}", marks, criteria, counting))
        for quarter, (value, accepted, excused) in enumerate(quarters, 1):
            if excused and value is None:
                reports.append(ReportRow("own", f"1.1.{number}", quarter, None, not_applicable=True))
            elif value is not None:
                reports.append(ReportRow("own", f"1.1.{number}", quarter, value, accepted))
    card, found = _card(rows, reports, on, weight)
    assert found.full == card.full.full
    assert min(found.accepted, found.claimed, found.open, found.lost, found.uncounted) >= 0
    assert found.accepted == card.marks.accepted


def test_figures_lie_between_the_worst_level_and_the_best() -> None:
    rows = [_row("1.1.1", "4", RISING, "sum"), _row("1.1.2", "4", FALLING, "average"), _row("1.1.3", "2", DAYS, "date")]
    reports = [
        ReportRow("own", "1.1.1", 1, "95", "60"),
        ReportRow("own", "1.1.2", 1, "55"),
        ReportRow("own", "1.1.3", 1, "2022-12-31"),
    ]
    card, _ = _card(rows, reports, date(2023, 2, 1))
    found = [on_levels(line) for line in card.lines]
    assert [(each.levels[0], each.levels[-1], each.claimed, each.accepted) for each in found if each] == [
        (1000, 0, 875, 0),
        (1000, 0, -125, None),
        (1000, 0, 508, None),
    ]
    assert found[0] is not None
    assert (found[0].values, found[0].claimed_figure, found[0].accepted_figure) == (RISING, "95", "60")
