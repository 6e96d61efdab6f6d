"""The register page by page: by day, by entry and by words, forward and back, each share once, also while others are entered."""

from __future__ import annotations

from datetime import date
from itertools import count, pairwise

import pytest
from django.db.models import QuerySet

from angikar.meetings.models import Share
from angikar.meetings.register.index import around
from angikar.meetings.register.queries import DecisionFilter, found, page_of
from angikar.offices.keyset import Keyset, KeysetPage
from tests.meetings.conftest import Held
from tests.meetings.test_register import AUGUST, JULY, LIST, MONTHLY, PICTURE, SEPTEMBER

DAY = date(2022, 10, 10)


@pytest.fixture
def many(held: Held) -> QuerySet[Share]:
    """Eleven shares of four minutes, some of them without a last day."""
    undated = LIST.model_copy(update={"text": "উল্কার তালিকা পাঠাতে হবে।", "due": None})
    held(JULY, LIST, PICTURE, MONTHLY)
    held(AUGUST, undated)
    held(SEPTEMBER, LIST)
    return Share.objects.all()


def _pages(shares: QuerySet[Share], wanted: DecisionFilter) -> list[KeysetPage[Share]]:
    pages, asked = list[KeysetPage[Share]](), ""
    while asked or not pages:
        pages.append(page_of(shares, wanted, DAY, asked=asked, size=2))
        asked = pages[-1].after
    return pages


@pytest.mark.parametrize(
    "wanted",
    [
        DecisionFilter(),
        DecisionFilter(state="late"),
        DecisionFilter(state=""),
        DecisionFilter("তালিকা", state=""),
        DecisionFilter("তালি পাঠা", state=""),
        DecisionFilter("উল্কার", state="new"),
        DecisionFilter("নাই", state=""),
    ],
)
def test_the_pages_are_the_whole_in_its_order_forward_and_back(many: QuerySet[Share], wanted: DecisionFilter) -> None:
    pages = _pages(many, wanted)
    whole = [share.pk for share in found(many, wanted, DAY)]
    seen = [share.pk for page in pages for share in page.rows]
    assert seen == whole if not wanted.terms else sorted(seen) == sorted(whole)  # the printed one has no second order
    for before, page in pairwise(pages):
        assert page_of(many, wanted, DAY, asked=page.before, size=2).rows == before.rows


def test_a_decision_entered_meanwhile_moves_none_from_page_to_page(many: QuerySet[Share], held: Held) -> None:
    wanted = DecisionFilter("তালিকা", state="")
    there = {share.pk for share in found(many, wanted, DAY)}
    first = page_of(many, wanted, DAY, asked="", size=2)
    held(date(2022, 10, 4), LIST)
    second = page_of(many, wanted, DAY, asked=first.after, size=100)
    assert {share.pk for share in (*first.rows, *second.rows)} == there
    assert len(first.rows) + len(second.rows) == len(there)


def test_the_index_finds_what_comparing_the_texts_finds(many: QuerySet[Share]) -> None:
    order = Keyset("either", "-decision_id", "office_path", "pk")
    for words in (("তালিকা",), ("তালি", "পাঠা"), ("উল্কার",), ("নাই",)):
        ways = []
        for few in (0, 100):
            seen, asked = list[int](), ""
            for _ in count():
                page = order.page(around(many, words, 2, few), asked, 2)
                seen += [share.pk for share in page.rows]
                if not (asked := page.after):
                    break
                assert order.page(around(many, words, 2, few), page.after, 2).before
            ways.append(seen)
        assert ways[0] == ways[1], words
