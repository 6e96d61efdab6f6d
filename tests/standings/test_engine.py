"""Three carriers, one law: plain, compiled and on a real cluster they give the same marks to the last digit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from angikar.rules.scoring.grades import LADDER
from angikar.standings.engine import plain
from angikar.standings.engine.frame import GIVEN, Row
from angikar.standings.engine.run import carrier, missing
from tests.conftest import absent
from tests.standings import spark
from tests.standings.cases import MANY, TIES, cases, exact


@pytest.fixture(scope="module")
def by_hand() -> list[Row]:
    """What the plain carrier makes of the cases."""
    return plain.score(cases())


@pytest.fixture(scope="module")
def frame() -> object:
    """The cases in columns."""
    if missing("numba"):
        absent("no numba, pyarrow or ADBC here (`make test-nation` installs them)")
    import pyarrow as pa

    return pa.table([pa.array(column, pa.int64()) for column in zip(*cases(), strict=True)], names=GIVEN)


@pytest.fixture(scope="module")
def master() -> Iterator[str]:
    """The address of a cluster of two workers."""
    if not spark.possible():
        absent("no pyspark or no Java here (`make test-nation` installs them)")
    with spark.cluster() as url:
        yield url


def _rows(table: object) -> list[Row]:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))  # type: ignore[attr-defined]


def test_the_plain_law_is_that_of_exact_fractions_halves_and_all(by_hand: list[Row]) -> None:
    on_ladder = [
        (row, made) for row, made in zip(cases(), by_hand, strict=True) if row[2] == LADDER and (row[3] or 0) < 4
    ]
    assert len(on_ladder) > MANY // 2 > TIES
    wrong = [(row, made) for row, made in on_ladder if made[2:6] != (*exact(row, row[17:21]), *exact(row, row[21:25]))]
    assert wrong == []


@pytest.mark.nation
def test_the_compiled_law_is_the_plain_one_to_the_last_digit(by_hand: list[Row], frame: object) -> None:
    with carrier("numba") as compiled:
        made = compiled.score(frame)
        assert _rows(made) == by_hand
        assert compiled.totals(made) == plain.totals(by_hand)
        assert compiled.differing(made, made) == {}
        assert compiled.differing(made, made.slice(1)) == plain.differing(by_hand, by_hand[1:]) == {1: 1}


@pytest.mark.nation
@pytest.mark.skipif(connection.vendor == "postgresql", reason="a cluster asks no database")
def test_a_real_cluster_gives_the_plain_marks_to_the_last_digit(by_hand: list[Row], frame: object, master: str) -> None:
    with carrier(master) as cluster:
        assert _rows(cluster.score(frame)) == by_hand


def test_a_plan_adds_up_to_the_sum_of_its_rounded_rows() -> None:
    rows = [(1, 7, 9500, 333, None, None, 1), (2, 7, 9500, 334, 9000, 300, 1), (3, 8, None, None, None, None, -1)]
    assert plain.totals(rows) == [(7, 667, 300), (8, 0, 0)]
