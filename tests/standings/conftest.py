"""An issued plan of the department, as the tests of standings want it."""

from __future__ import annotations

import pytest

from angikar.papers.models import Paper
from tests.pledge import issued
from tests.world import World

CLERK = "সহকারী পরিচালক (প্রশাসন)"


@pytest.fixture
def paper(world: World, pledge: None) -> Paper:
    """Two indicators, 6 and 4 marks, that the clerk answers for."""
    return issued(world, "6", "4", responsible=CLERK)
