"""The bench of the search: two hundred misspelt words, of which the search finds more than plain FTS5 does."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tools.bench.search import recall
from tools.bench.search.misspelt import MISSPELT


def test_there_are_two_hundred_of_them_and_each_is_misspelt() -> None:
    pairs = [pair for each in MISSPELT.values() for pair in each]
    assert len({typed for typed, _ in pairs}) == 200
    assert [pair for pair in pairs if pair[0] == pair[1]] == []


def test_the_search_finds_nine_of_ten_and_plain_fts5_far_fewer() -> None:
    sentences = recall._sentences()
    with closing(sqlite3.connect(":memory:")) as database:
        found = [
            list(recall._shares("", make(database, sentences), sentences))[-1]
            for make in (recall._search, recall._plain)
        ]
    assert [each.of for each in found] == [200, 200]
    assert found[0].right >= 180
    assert found[1].right < 100
