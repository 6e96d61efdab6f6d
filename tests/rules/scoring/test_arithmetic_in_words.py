"""The arithmetic told in words holds all it takes to reckon the mark again, digit for digit, in both languages."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from angikar.rules.bangla.dates import parse_dates
from angikar.rules.bangla.digits import to_latin
from angikar.rules.frameworks import framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.scoring.explain import steps
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard

FIGURE = r"-?[\d,]+(?:\.\d+)?"
SHOWN = re.compile(rf"({FIGURE}) \((?:Q\d|\dম|\dয়|\dর্থ)\)")
RUNG = re.compile(rf"({FIGURE}) \((\d+)\)")
MARKS = re.compile(rf"({FIGURE}) × ({FIGURE}) ÷ 100 = ({FIGURE})")
PART = re.compile(rf"({FIGURE}) ÷ ({FIGURE})")
AFTER_ALL = date(2030, 1, 1)
NUMBERS = st.decimals("-500", "500", places=2).map(str) | st.integers(-500, 500_000).map(str)


def score(indicator: Indicator, quarters: list[str | None], name: str = "agreement-2022-23") -> ScoredLine:
    frame = framework(name)
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(indicator,)),))
    rows = [ReportRow("own", indicator.code, q, value) for q, value in enumerate(quarters, 1) if value is not None]
    return scorecard(Plan(fiscal_year=frame.fiscal_years[0], areas=(area,)), frame, rows, AFTER_ALL).lines[0]


def number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def rounded(exact: Fraction) -> Fraction:
    """Two places, half up."""
    return Fraction(floor(exact * 100 + Fraction(1, 2)), 100)


def in_latin(line: ScoredLine) -> tuple[list[str], list[str]]:
    """The Bangla and the English steps, both with Latin digits."""
    shown = steps(line)
    return [to_latin(bangla) for bangla, _ in shown], [english for _, english in shown]


def year(counted: str) -> Fraction:
    """The figure of the year, from the sentence that tells how it was counted."""
    shown = [number(found) for found in SHOWN.findall(counted)]
    if "÷" in counted:
        return sum(shown, Fraction(0)) / len(shown)
    return sum(shown, Fraction(0))


def on_rungs(actual: Fraction, placed: str) -> Fraction:
    """The raw score, from the sentence that tells between which criteria the figure lies."""
    rungs = [(number(value), int(level)) for value, level in RUNG.findall(placed)]
    if len(rungs) == 2:
        (worse, low), (better, high) = rungs
        return low + (high - low) * (actual - worse) / (better - worse)
    return Fraction(100 if re.search("সর্বোচ্চ|meets the best", placed) else 0)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.none() | NUMBERS, min_size=4, max_size=4),
    st.lists(NUMBERS, min_size=2, max_size=5, unique_by=Fraction),
    st.sampled_from(("sum", "average", "cumulative")),
    st.booleans(),
    st.integers(1, 2500),
)
def test_a_mark_on_a_ladder_can_be_computed_from_its_own_sentences(
    quarters: list[str | None], criteria: list[str], counting: str, falling: bool, weight: int
) -> None:
    assume(any(quarters))
    ordered = tuple(sorted(criteria, key=Fraction, reverse=falling))
    indicator = Indicator.model_validate(
        {
            "code": "1.1.1",
            "title": "ক",
            "unit": "number",
            "counting": counting,
            "weight": f"{weight / 100:.2f}",
            "criteria": ordered,
        }
    )
    for shown in in_latin(score(indicator, quarters)):
        counted, placed = shown[0], next(each for each in shown if RUNG.search(each) and not SHOWN.search(each))
        found = MARKS.search(shown[-1])
        assert found is not None
        raw = on_rungs(year(counted), placed)
        assert number(found[1]) == rounded(raw)
        assert number(found[3]) == rounded(raw * number(found[2]) / 100)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.none() | st.integers(-3, 400), min_size=4, max_size=4),
    st.lists(st.integers(1, 300), min_size=4, max_size=4),
    st.integers(1, 40),
)
def test_shares_of_quarters_can_be_computed_from_their_own_sentences(
    quarters: list[int | None], targets: list[int], weight: int
) -> None:
    assume(any(each is not None for each in quarters))
    indicator = Indicator(
        code="1.1.1",
        title="ক",
        unit="number",
        weight=str(weight),
        quarter_targets=tuple(map(str, targets)),  # type: ignore[arg-type]
    )
    line = score(indicator, [None if each is None else str(each) for each in quarters], "integrity-2018-19")
    for shown in in_latin(line):
        parts = [number(over) / number(under) for over, under in PART.findall(shown[4].split(")")[0])]
        found = MARKS.search(shown[-1])
        assert found is not None
        raw = sum(parts, Fraction(0)) / len(parts) * 100
        assert (number(found[1]), number(found[3])) == (rounded(raw), rounded(raw * weight / 100))
        assert len(parts) == 4


@given(st.dates(date(2022, 12, 1), date(2023, 7, 1)), st.integers(1, 40))
def test_a_mark_of_a_day_can_be_computed_from_its_own_sentences(done: date, weight: int) -> None:
    criteria = ("2023-01-15", "2023-01-31", "2023-03-01", "2023-05-31")
    indicator = Indicator(code="1.1.1", title="ক", unit="date", counting="date", weight=str(weight), criteria=criteria)
    bangla, english = in_latin(score(indicator, [None, None, None, done.isoformat()]))
    days = parse_dates(bangla[1])
    levels = [int(level) for level in re.findall(r"\((\d+)\)", bangla[1])]
    assert days[0] == done
    if len(days) == 3:
        raw = levels[0] + (levels[1] - levels[0]) * Fraction((days[0] - days[1]).days, (days[2] - days[1]).days)
    else:
        raw = Fraction(100 if "সর্বোচ্চ" in bangla[1] else 0)
    for shown in (bangla, english):
        found = MARKS.search(shown[-1])
        assert found is not None
        assert (number(found[1]), number(found[3])) == (rounded(raw), rounded(raw * weight / 100))


def test_a_quarter_without_a_figure_is_shown_with_its_reason_and_never_as_nought() -> None:
    indicator = Indicator(code="1.1.1", title="ক", unit="number", counting="sum", weight="4", criteria=("100", "90"))
    shown = steps(score(indicator, ["0", None, "95", None]))
    assert shown[0] == ("সমষ্টি: ০ (১ম) + ৯৫ (৩য়) = ৯৫", "Sum: 0 (Q1) + 95 (Q3) = 95")
    assert shown[1] == (
        "ধরা হয়নি: ২য় (প্রতিবেদন নেই), ৪র্থ (প্রতিবেদন নেই)",
        "Not counted: Q2 (not reported), Q4 (not reported)",
    )


def test_a_mean_that_never_ends_is_said_to_be_near() -> None:
    indicator = Indicator(
        code="1.1.1", title="ক", unit="percent", counting="average", weight="4", criteria=("99", "90")
    )
    shown = steps(score(indicator, ["90", "90", "91", None]))
    assert shown[0][1] == "Average: (90 (Q1) + 90 (Q2) + 91 (Q3)) ÷ 3 ≈ 90.3333"


def test_what_was_claimed_and_is_not_accepted_yet_has_no_steps_but_its_reason() -> None:
    indicator = Indicator(code="1.1.1", title="ক", unit="number", counting="sum", weight="4", criteria=("100", "90"))
    assert steps(score(indicator, ["95", None, None, None]), accepted=True) == (
        ("এখনও গৃহীত হয়নি।", "Nothing has been accepted yet."),
    )


@given(st.lists(st.none() | st.integers(0, 150), min_size=4, max_size=4), st.integers(1, 40))
def test_what_lateness_costs_can_be_computed_from_its_own_sentence(late: list[int | None], weight: int) -> None:
    assume(any(each is not None for each in late))
    due = date(2021, 7, 31)
    indicator = Indicator(
        code="2.1.1", title="ক", unit="date", counting="date", weight=str(weight), target=(due.isoformat(),)
    )
    quarters = [None if days is None else (due + timedelta(days=days)).isoformat() for days in late]
    frame = framework("integrity-2021-22")
    area = Area(code="2", title="ক", activities=(Activity(code="2.1", title="ক", indicators=(indicator,)),))
    rows = [ReportRow("own", "2.1.1", q, value) for q, value in enumerate(quarters, 1) if value is not None]
    line = scorecard(Plan(fiscal_year="2021-22", areas=(area,)), frame, rows, AFTER_ALL).lines[0]
    for shown in in_latin(line):
        left = re.search(rf"\(({FIGURE})(?: − ({FIGURE}) × ({FIGURE}))?\) ÷", shown[-2])
        found = MARKS.search(shown[-1])
        assert left is not None
        assert found is not None
        kept = number(left[1]) - (number(left[2]) * number(left[3]) if left[2] else 0)
        assert number(found[1]) == rounded(kept / weight * 100)
        assert number(found[3]) == rounded(kept)


def test_a_mean_of_parts_and_wholes_is_shown_with_the_plain_mean_beside_it() -> None:
    indicator = Indicator(
        code="1.1.1", title="ক", unit="percent", counting="average", weight="4", criteria=("90", "50")
    )
    frame = framework("agreement-2022-23")
    area = Area(code="1", title="ক", activities=(Activity(code="1.1", title="ক", indicators=(indicator,)),))
    rows = [
        ReportRow("own", "1.1.1", 1, "50", numerator="1", denominator="2"),
        ReportRow("own", "1.1.1", 2, "75", numerator="6", denominator="8"),
    ]
    line = scorecard(Plan(fiscal_year="2022-23", areas=(area,)), frame, rows, AFTER_ALL).lines[0]
    assert steps(line)[0][1] == (
        "Average: all parts ÷ all wholes: (1 + 6) ÷ (2 + 8) × 100 = 70; the plain mean of the quarters is 62.5"
    )
