"""A paper four times as long asks four times the work: calls are counted, for a clock would tell of the machine."""

from __future__ import annotations

import gc
import sys
from functools import _lru_cache_wrapper
from types import FrameType

import pytest

from angikar.rules.document import Document
from angikar.rules.kinds import understand
from tools.bench.reading import PAPERS, TIMES

SIZES = {
    "one word of a million letters": 20_000,
    "a circular of 5,000 directives": 160,
    "a letter of 2,000 sentences": 200,
    "an agreement of 10,000 rows": 352,
}


def _forget_texts() -> None:
    """Empty what is remembered of single texts and rows: the smaller paper is a part of the larger."""
    for each in gc.get_objects():
        if type(each) is _lru_cache_wrapper and each.cache_info().maxsize is not None:
            each.cache_clear()


def calls(document: Document) -> int:
    """How many functions are entered, and generators resumed, to read a document of which nothing is remembered."""
    _forget_texts()
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        understand(document)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_four_times_as_long_asks_four_times_the_work(paper: str) -> None:
    make, size = PAPERS[paper][0], SIZES[paper]
    small, large = make(size // TIMES), make(size)
    understand(small)  # what is found once for all papers
    assert calls(large) < 1.15 * TIMES * calls(small)
