"""The made-up year of the nation's bench fits the tables of the house."""

from __future__ import annotations

import pytest

from angikar.standings.models import PlanScore

pytestmark = pytest.mark.nation


def test_a_made_up_score_has_every_column_that_a_score_needs() -> None:
    from tools.bench_nation import year

    needed = {field.column for field in PlanScore._meta.concrete_fields if not field.null}
    assert needed - set(year.plan_scores(2).column_names) == set()
