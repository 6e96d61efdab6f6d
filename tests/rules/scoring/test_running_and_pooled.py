"""Running figures that fall, means that are pooled, and rows kept as whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.frameworks import framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.reading import Doubt
from angikar.rules.scoring.figures import scaled
from angikar.rules.scoring.flat import figures, flat, with_parts
from angikar.rules.scoring.grades import mark
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.reports import ReportRow, ReportsError, parts_of, read_reports
from angikar.rules.scoring.running import running_since
from angikar.rules.scoring.scorecard import scorecard

AGREEMENT = framework("agreement-2022-23")
AFTER_ALL = date(2030, 1, 1)
GATES = Indicator(
    code="1.1.1",
    title="ক",
    unit="number",
    counting="cumulative",
    weight="2",
    criteria=("30", "29", "28", "27", "26"),
    baselines={"2020-21": "20", "2021-22": "27"},
)
TRAINED = GATES.model_copy(
    update={"criteria": ("20", "16", "12", "10", "8"), "baselines": {"2020-21": "50", "2021-22": "53"}}
)
SETTLED = Indicator(
    code="1.1.1", title="ক", unit="percent", counting="average", weight="8", criteria=("90", "80", "70", "60", "50")
)


def line(indicator: Indicator, rows: Sequence[ReportRow]) -> ScoredLine:
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(indicator,)),))
    return scorecard(Plan(fiscal_year="2022-23", areas=(area,)), AGREEMENT, rows, AFTER_ALL).lines[0]


def running(*quarters: str | None, words: str = "", indicator: Indicator = GATES) -> list[str]:
    rows = [
        ReportRow("own", "1.1.1", q, value, words=words) for q, value in enumerate(quarters, 1) if value is not None
    ]
    return [note.message_en for note in line(indicator, rows).notes if note.code == "running-figure-fell"]


def test_a_running_figure_that_falls_needs_words_and_words_settle_it() -> None:
    assert running("28", None, "30", "29") == ["A running figure fell against the quarter before; say why."]
    assert running("28", None, "30", "29", words="একটি গেট সরানো হয়েছে") == []


def test_a_figure_that_runs_since_the_project_began_may_not_begin_below_last_year() -> None:
    assert running("3")[0].startswith("A running figure lies below the figure of the year before")
    assert running("27", "28") == []


def test_a_row_whose_targets_lie_below_last_year_runs_since_1_july() -> None:
    assert running_since(GATES, AGREEMENT) == "project"
    assert running_since(TRAINED, AGREEMENT) == "year"
    assert running("2", "9", indicator=TRAINED) == []


def test_a_framework_may_say_that_running_figures_run_since_1_july() -> None:
    assert running_since(GATES, AGREEMENT.model_copy(update={"running": "year"})) == "year"


def rate(quarter: int, part: int, whole: int, accepted: str | None = None) -> ReportRow:
    shown = f"{Decimal(100 * part) / whole:.2f}" if whole else "0"
    return ReportRow("own", "1.1.1", quarter, shown, accepted, numerator=str(part), denominator=str(whole))


def test_a_mean_of_rates_is_pooled_and_the_plain_mean_is_beside_it() -> None:
    claimed = line(SETTLED, [rate(1, 9, 10), rate(2, 50, 100)]).claimed
    assert claimed is not None
    assert (claimed.actual, claimed.mean, claimed.raw, claimed.marks) == ("53.6364", "70", "63.64", "5.09")


def test_a_mean_of_which_one_quarter_has_no_parts_is_the_plain_mean() -> None:
    claimed = line(SETTLED, [rate(1, 9, 10), ReportRow("own", "1.1.1", 2, "50")]).claimed
    assert claimed is not None
    assert (claimed.actual, claimed.mean) == ("70", None)


def test_an_accepted_figure_keeps_the_parts_only_where_it_is_the_figure_claimed() -> None:
    same = line(SETTLED, [rate(1, 9, 10, "90.00"), rate(2, 50, 100, "50.00")]).accepted
    other = line(SETTLED, [rate(1, 9, 10, "90.00"), rate(2, 50, 100, "40")]).accepted
    assert same is not None
    assert other is not None
    assert (same.actual, other.actual) == ("53.6364", "65")


def test_where_nothing_was_due_in_the_year_there_is_nothing_to_mark() -> None:
    assert line(SETTLED, [rate(1, 0, 0)]).claimed is None


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=4))
def test_a_pooled_mean_is_all_parts_by_all_wholes(pairs: list[tuple[int, int]]) -> None:
    claimed = line(SETTLED, [rate(q, part, whole) for q, (part, whole) in enumerate(pairs, 1)]).claimed
    exact = Fraction(100 * sum(part for part, _ in pairs), sum(whole for _, whole in pairs))
    assert claimed is not None
    assert abs(Fraction(claimed.actual) - exact) <= Fraction(1, 20_000)


HEAD = "part,code,quarter,value,accepted,numerator,denominator,excused,words\n"


def test_parts_and_words_are_read_from_their_columns() -> None:
    (row,) = read_reports(HEAD + "own,1.1.1,1,৭৫,,৯,১৪,২,দুটি সভাপতির প্রতিস্বাক্ষরে বাদ\n")
    assert (row.numerator, row.denominator, row.excused) == ("9", "14", "2")
    assert row.parts == (900, 1200)
    assert row.words.startswith("দুটি")


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("৯,,", "parts-incomplete"),
        ("9,x,", "parts-unreadable"),
        ("9,-1,", "parts-unreadable"),
        ("9.125,10,", "parts-unreadable"),
        ("9,10000000,", "parts-unreadable"),
        ("1,2,3", "parts-contradict"),
        ("1,2,2", "parts-contradict"),
    ],
)
def test_parts_that_cannot_be_are_refused_with_their_line(cells: str, code: str) -> None:
    with pytest.raises(ReportsError) as refused:
        read_reports(f"{HEAD}own,1.1.1,1,90,,{cells},\n")
    assert [(doubt.code, doubt.place.line) for doubt in refused.value.doubts] == [(code, 2)]


def test_parts_are_optional() -> None:
    assert parts_of("", " ", "") == (None, None, None)


@given(st.lists(st.none() | st.integers(0, 200_000), min_size=4, max_size=4).filter(any), st.integers(0, 4))
def test_a_row_kept_as_whole_numbers_is_marked_as_the_scorecard_marks_it(
    quarters: list[int | None], places: int
) -> None:
    rows = {
        q: ReportRow("own", "1.1.1", q, f"{value / 10**places:.{places}f}")
        for q, value in enumerate(quarters, 1)
        if value is not None
    }
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(SETTLED,)),))
    kept = flat(area, SETTLED, AGREEMENT)
    assert not isinstance(kept, Doubt)
    raw, marks, _ = mark(kept.law, kept.how, figures(kept.scale, rows, "value"), kept.values, kept.levels, kept.weight)
    claimed = line(SETTLED, [*rows.values()]).claimed
    assert claimed is not None
    assert (raw, marks) == (scaled(claimed.raw, 2), scaled(claimed.marks or "0", 2))
    assert with_parts(kept.how[0], kept.scale, rows, "value") == figures(kept.scale, rows, "value")
