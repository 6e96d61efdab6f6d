"""Softness: what is said of rows that ask little, the laws it obeys, and how offices of the same kind are compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.plan import Activity, Area, Indicator, Plan, Unit
from angikar.rules.plan_table.softness.peers import below_peers, peer_name, spread
from angikar.rules.plan_table.softness.proofs import is_own_word
from angikar.rules.plan_table.softness.rows import soft_rows

FIGURES = st.integers(1, 999)
WORDS = ("সংস্থাপন", "পরিকল্পনা", "উন্নয়ন", "ভিসা", "প্রশিক্ষণ", "প্রকল্প")


def _plan(levels: Sequence[str], last: str | None = None, unit: Unit = "number", **more: str) -> Plan:
    row = Indicator(
        code="1.1.1",
        title="আয়োজিত মেলা",
        unit=unit,
        target=tuple(levels[:1]),
        criteria=tuple(levels),
        baselines={"2020-21": "1", "2021-22": last} if last else {},
    )
    area = Area(code="1", title="মেলা", activities=(Activity(code="1.1", title="মেলা", indicators=(row,)),))
    return Plan(fiscal_year=more.get("year", "2022-23"), areas=(area,))


def _kinds(plan: Plan) -> list[str]:
    return [each.kind for each in soft_rows(plan)]


@pytest.mark.parametrize(
    ("levels", "last", "unit", "kinds"),
    [
        (("100", "90", "80", "70", "60"), "110", "number", ["below-last"]),
        (("100", "90", "80", "70", "60"), "100", "number", ["scores-already"]),
        (("100", "90", "80", "70", "60"), "95", "number", ["scores-already"]),
        (("100", "90", "80", "70", "60"), "85", "number", []),
        (("100", "90", "80", "70", "60"), None, "number", []),
        (("10", "12", "14", "16", "18"), "9", "days", ["below-last"]),
        (("10", "12", "14", "16", "18"), "15", "days", []),
        (("4", "3", "2", "1", "0"), "1", "number", ["nothing-reaches"]),
        (("20", "60", "100"), "90", "percent", ["nothing-reaches"]),
        (("100", "99", "98", "97", "96"), "70", "percent", ["narrow"]),
        (("2023-03-31", "2023-04-15", "2023-04-30"), "2022-02-28", "date", ["below-last"]),
        (("2023-03-31", "2023-04-15", "2023-04-30"), "2022-04-10", "date", ["scores-already"]),
        (("2023-03-31", "2023-04-15", "2023-04-30"), "2022-05-10", "date", []),
        (("2023-03-31", "2023-04-15", "2023-04-30"), "7", "date", []),
        (("2025-02-28", "2025-03-15", "2025-03-31"), "2024-02-29", "date", ["scores-already"]),
    ],
)
def test_what_is_said_of_a_row(levels: Sequence[str], last: str | None, unit: Unit, kinds: list[str]) -> None:
    assert _kinds(_plan(levels, last, unit)) == kinds


def test_a_target_below_the_year_before_last_is_no_softness() -> None:
    plan = _plan(("100", "90", "80"), "70")
    row = plan.areas[0].activities[0].indicators[0]
    assert _kinds(plan) == []
    older = row.model_copy(update={"baselines": {"2020-21": "500", "2021-22": None}})
    area = Area(code="1", title="মেলা", activities=(Activity(code="1.1", title="মেলা", indicators=(older,)),))
    (soft,) = soft_rows(Plan(fiscal_year="2022-23", areas=(area,)))
    assert (soft.kind, soft.facts["year"]) == ("below-last", "2020-21"), "the last year that has a result counts"


@given(st.lists(FIGURES, min_size=2, max_size=5, unique=True), FIGURES)
def test_less_is_better_is_the_mirror_of_more_is_better(figures: list[int], last: int) -> None:
    """Each figure taken from a thousand turns the row round; what last year's result says of it stays the same."""
    levels = sorted(figures, reverse=True)
    rising = _plan([str(each) for each in levels], str(last))
    falling = _plan([str(1000 - each) for each in levels], str(1000 - last))
    against = {"below-last", "scores-already"}
    assert [each for each in _kinds(rising) if each in against] == [each for each in _kinds(falling) if each in against]


@given(st.lists(FIGURES, min_size=2, max_size=5, unique=True), FIGURES, st.integers(0, 500))
def test_a_higher_target_is_never_softer_against_last_year(figures: list[int], last: int, more: int) -> None:
    levels = sorted(figures, reverse=True)
    was = _kinds(_plan([str(each) for each in levels], str(last)))
    now = _kinds(_plan([str(each + more) for each in levels], str(last)))
    grade = {"below-last": 2, "scores-already": 1}
    assert max((grade.get(each, 0) for each in now), default=0) <= max((grade.get(each, 0) for each in was), default=0)


@given(st.lists(FIGURES, min_size=5, max_size=40), st.randoms(use_true_random=False))
def test_the_spread_of_offices_holds_the_median_and_knows_no_order(figures: list[int], chance: object) -> None:
    known = spread([Decimal(each) for each in figures])
    assert known is not None
    assert min(figures) <= known.low <= known.median <= known.high <= max(figures)
    assert sum(each < known.low for each in figures) * 4 <= len(figures), "no more than a quarter promises less"
    assert sum(each > known.high for each in figures) * 4 <= len(figures)
    mixed = list(figures)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert spread([Decimal(each) for each in mixed]) == known


def test_offices_of_the_same_kind_are_a_measure_only_where_there_are_several() -> None:
    plan = _plan(("40", "30", "20"))
    assert spread([Decimal(50)] * 4) is None
    known = spread([Decimal(each) for each in (50, 60, 70, 80, 90)])
    assert known is not None
    (soft,) = below_peers(plan, {peer_name("আয়োজিত  মেলা", "number"): known})
    assert soft.facts == {"code": "1.1.1", "target": "40", "median": "70", "low": "60", "high": "80", "count": 5}
    assert not list(below_peers(plan, {peer_name("আয়োজিত মেলা", "percent"): known})), "another unit is another indicator"
    falling = _plan(("40", "50", "60"))
    assert not list(below_peers(falling, {peer_name("আয়োজিত মেলা", "number"): known})), "less is better here"


@given(st.lists(st.sampled_from(WORDS), min_size=1, unique=True), st.sampled_from(WORDS))
def test_a_report_of_who_carries_a_row_out_is_his_own_word_and_anything_more_is_not(who: list[str], more: str) -> None:
    branch = f"{' ও '.join(who)} শাখা, নমুনা অধিদপ্তর"
    assert is_own_word(branch, f"{who[0]} শাখার প্রতিবেদন")
    assert is_own_word(branch, f"{' '.join(who)} শাখা হতে প্রাপ্ত প্রতিবেদন")
    assert is_own_word(branch, f"{more} শাখার প্রতিবেদন") == (more in who)
    assert not is_own_word(branch, f"{who[0]} শাখার প্রতিবেদন ও হাজিরার তালিকা")
    assert not is_own_word(branch, "")
