"""Three carriers, one law: plain, compiled and on a real cluster they give the same marks to the last digit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angikar.rules.scoring.grades import LADDER
from angikar.standings.engine import plain
from angikar.standings.engine.numbers import (
    FIGURES,
    LAW,
    SCORED,
    MarkedPlan,
    PlanNumbers,
    Row,
    all_differing,
    opened,
    packed,
    rows_of,
)
from angikar.standings.engine.run import carrier, missing
from tests.conftest import absent
from tests.standings import spark
from tests.standings.cases import MANY, TIES, cases, exact, plans


@pytest.fixture(scope="module")
def by_hand() -> list[MarkedPlan]:
    """What the plain carrier makes of the cases."""
    return plain.score(plans())


@pytest.fixture
def _compiled() -> None:
    if missing("numba"):
        absent("no numba here (`make test-nation` installs it)")


@pytest.fixture(scope="module")
def master() -> Iterator[str]:
    """The address of a cluster of two workers."""
    if not spark.possible():
        absent("no pyspark or no Java here (`make test-nation` installs them)")
    with spark.cluster() as url:
        yield url


def _rows(made: Sequence[MarkedPlan]) -> list[Row]:
    return [row for plan in made for row in rows_of(opened(plan.scores, len(SCORED)))]


def test_the_plain_law_is_that_of_exact_fractions_halves_and_all(by_hand: list[MarkedPlan]) -> None:
    on_ladder = [
        (row, made) for row, made in zip(cases(), _rows(by_hand), strict=True) if row[2] == LADDER and (row[3] or 0) < 4
    ]
    assert len(on_ladder) > MANY // 2 > TIES
    wrong = [(row, made) for row, made in on_ladder if made[:4] != (*exact(row, row[17:21]), *exact(row, row[21:25]))]
    assert wrong == []


@st.composite
def _pairs(draw: st.DrawFn) -> list[tuple[bytes, bytes]]:
    """Pairs of blocks of two columns: alike, of another width or length, and damaged ones."""
    number = st.none() | st.integers(-3, 3) | st.just(2**40)
    rows = st.lists(st.tuples(number, number), max_size=4)
    block = rows.map(lambda each: packed(each, 2)) | st.binary(max_size=12)
    each = st.tuples(block, block) | st.lists(st.tuples(number, number, number, number), max_size=4).map(
        lambda both: (packed([row[:2] for row in both], 2), packed([row[2:] for row in both], 2))
    )
    return draw(st.lists(each, max_size=8))


@pytest.mark.nation
@pytest.mark.usefixtures("_compiled")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pairs=_pairs())
def test_differing_rows_are_counted_together_as_one_by_one(pairs: list[tuple[bytes, bytes]]) -> None:
    with carrier("numba") as compiled:
        assert compiled.differing(pairs, 2) == all_differing(pairs, 2)


@pytest.mark.nation
@pytest.mark.usefixtures("_compiled")
def test_the_compiled_law_is_the_plain_one_to_the_last_digit(by_hand: list[MarkedPlan]) -> None:
    assert {opened(plan.figures, len(FIGURES)).width for plan in plans()} == {4, 8}
    with carrier("numba") as compiled:
        assert compiled.score(plans()) == by_hand
        narrow = [plan for plan in map(_narrow, plans()) if opened(plan.figures, len(FIGURES)).width == 4]
        assert len(narrow) == len(plans())
        assert compiled.score(narrow) == plain.score(narrow)
        mixed = [*narrow[:3], *plans()[:3], *narrow[3:6]]
        assert compiled.score(mixed) == plain.score(mixed), "plans of both widths keep their order"


@pytest.mark.nation
@pytest.mark.usefixtures("_compiled")
@pytest.mark.skipif(connection.vendor == "postgresql", reason="a cluster asks no database")
def test_a_real_cluster_gives_the_plain_marks_to_the_last_digit(by_hand: list[MarkedPlan], master: str) -> None:
    with carrier(master) as cluster:
        assert cluster.score(plans()) == by_hand


def _narrow(plan: PlanNumbers) -> PlanNumbers:
    """The same plan without the lines that need more than 32 bits."""
    law, figures = rows_of(opened(plan.law, len(LAW))), rows_of(opened(plan.figures, len(FIGURES)))
    kept = [pair for pair in zip(law, figures, strict=True) if all(abs(n or 0) < 2**31 for row in pair for n in row)]
    laws, numbers = zip(*kept, strict=True)
    return PlanNumbers(plan.paper, packed(laws, len(LAW)), packed(numbers, len(FIGURES)))


def test_a_plan_adds_up_to_the_sum_of_its_rounded_rows(by_hand: list[MarkedPlan]) -> None:
    sums = [tuple(sum(row[at] or 0 for row in _rows([plan])) for at in (1, 3)) for plan in by_hand]
    assert sums == [(plan.claimed, plan.accepted) for plan in by_hand]
    assert plain.score([PlanNumbers(7, packed([], len(LAW)), packed([], len(FIGURES)))]) == [
        (7, packed([], len(SCORED)), 0, 0)
    ]
