"""Search on its page: results by kind with the words marked, one kind page by page, and a way on where nothing is found."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.conftest import Sign
from tests.desk.samples import agreement, circular, linked, text
from tests.world import World

MOST_QUERIES = 30


def _found(page: str) -> str:
    return page.split('id="found"', 1)[1]


def test_results_come_by_kind_with_the_words_marked(sign: Sign, world: World) -> None:
    paper = circular(world)
    page = _found(text(sign("clerk"), "/search/?q=দুরবিন"))
    assert f'href="/papers/{paper.pk}/"' in page
    assert "<mark>দূরবীন</mark>" in page
    assert 'id="kind-paper"' in page
    assert 'id="kind-office"' not in page


def test_what_is_another_s_is_neither_shown_nor_counted(sign: Sign, world: World) -> None:
    circular(world)
    assert [
        ("<mark>" in _found(text(sign(who), "/search/?q=দূরবীন"))) for who in ("clerk", "secretary", "stranger")
    ] == [True, False, False]


def test_words_that_only_sound_alike_are_said_to_be_such(sign: Sign, world: World) -> None:
    circular(world)
    page = _found(text(sign("clerk"), "/search/?q=ulkabrishti"))
    assert "কাছাকাছি উচ্চারণের" in page
    assert "<mark>উল্কাবৃষ্টির</mark>" in page


@pytest.mark.parametrize(
    "query", ["q=নেইএমন", "q=দূরবীন&year=2020-21", "q=দূরবীন&kind=idea", "q=দূরবীন&kind=paper&state=issued"]
)
def test_where_nothing_is_found_the_page_says_what_to_try(sign: Sign, world: World, query: str) -> None:
    circular(world)
    assert "কম শব্দ লিখুন" in _found(text(sign("clerk"), f"/search/?{query}"))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=",
        "q=%00",
        'q="*(',
        "q=AND OR NEAR",
        "kind=no&q=x",
        "q='&page=lost&kind=paper",
        "q=" + "ক" * 900,
        "q=" + "কখগ " * 200,
    ],
)
def test_whatever_is_typed_is_answered(sign: Sign, world: World, query: str) -> None:
    assert sign("clerk").get(f"/search/?{query}").status_code in (200, 400)


def test_one_kind_goes_on_from_page_to_page(sign: Sign, world: World) -> None:
    for _ in range(27):
        circular(world)
    client = sign("clerk")
    first = text(client, "/search/?q=দূরবীন&kind=paper&year=2022-23")
    second = text(client, f"/search/{linked(first, 'next')}")
    assert (first.count("<mark>"), second.count("<mark>")) == (25, 2)
    assert "year=2022-23" in linked(second, "prev")


def test_a_full_page_takes_few_queries(sign: Sign, world: World) -> None:
    for make in (agreement, circular):
        make(world)
    client = sign("clerk")
    text(client, "/search/?q=নক্ষত্র")
    with CaptureQueriesContext(connection) as asked:
        page = text(client, "/search/?q=নক্ষত্র")
    assert len(set(re.findall(r'id="kind-(\w+)"', page))) == 3
    assert len(asked) <= MOST_QUERIES, len(asked)


def test_every_page_leads_to_the_search(sign: Sign, world: World) -> None:
    assert 'href="/search/" data-search aria-keyshortcuts="/"' in text(sign("clerk"), "/papers/")
