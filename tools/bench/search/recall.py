"""How much of what is misspelt is found: by the search, by plain FTS5 over the words as they are written, and by `pg_trgm`.

Each word that was meant stands in a sentence among thousands of others; it is found where one of the first ten results holds it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from random import Random
from typing import Any

from angikar.rules.bangla.asking import Wanted, exactly, tokens, tolerantly
from angikar.rules.bangla.everyday import COMMON
from angikar.search.written import in_fts5
from tests import postgres
from tools.bench.measure import Share
from tools.bench.search.misspelt import MISSPELT

OTHERS, FIRST = 5_000, 10
"""Sentences of other words, and results that somebody looks at."""
_FTS = "CREATE VIRTUAL TABLE {} USING fts5(terms, tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '._='\")"
Ask = Callable[[str], list[int]]
"""The numbers of the sentences that are found first for what was typed."""


def lines() -> Iterator[Share]:
    """What each way finds, by what is wrong with the words, and in all."""
    sentences = _sentences()
    with closing(sqlite3.connect(":memory:")) as database:
        yield from _shares("search", _search(database, sentences), sentences)
        yield from _shares("plain FTS5", _plain(database, sentences), sentences)
    binaries = postgres.programs()
    if binaries is None:
        yield Share("pg_trgm", note="no PostgreSQL on this machine")
        return
    with postgres.server(binaries) as url:
        yield from _trigrams(url, sentences)


def _sentences() -> list[str]:
    """The sentences, those with the words that are meant first; the others are put together of everyday words."""
    draw = Random(11)  # noqa: S311  # the same sentences on every run
    words = sorted(COMMON)
    meant = [right for pairs in MISSPELT.values() for _, right in pairs]
    return [" ".join((*draw.choices(words, k=3), right, *draw.choices(words, k=4))) for right in meant] + [
        " ".join(draw.choices(words, k=9)) for _ in range(OTHERS)
    ]


def _shares(name: str, ask: Ask, sentences: list[str]) -> Iterator[Share]:
    found, of = 0, 0
    for what, pairs in MISSPELT.items():
        right = 0
        for typed, meant in pairs:
            right += any(meant in sentences[number] for number in ask(typed)[:FIRST])
        yield Share(f"{name}: {what}", right, len(pairs))
        found, of = found + right, of + len(pairs)
    yield Share(f"{name}: in all", found, of)


def _search(database: sqlite3.Connection, sentences: list[str]) -> Ask:
    database.execute(_FTS.format("tokens"))
    rows = ((number, " ".join(tokens(text))) for number, text in enumerate(sentences))
    database.executemany("INSERT INTO tokens (rowid, terms) VALUES (?, ?)", rows)

    def asked(wanted: Wanted | None) -> list[int]:
        if wanted is None:
            return []
        found = database.execute("SELECT rowid FROM tokens WHERE tokens MATCH ? LIMIT 1000", (in_fts5(wanted),))
        return [number for (number,) in found]

    return lambda typed: list(dict.fromkeys([*asked(exactly(typed)), *asked(tolerantly(typed))]))


def _plain(database: sqlite3.Connection, sentences: list[str]) -> Ask:
    database.execute(_FTS.format("plain"))
    database.executemany("INSERT INTO plain (rowid, terms) VALUES (?, ?)", enumerate(sentences))

    def ask(typed: str) -> list[int]:
        wanted = " AND ".join(f'"{word}"*' for word in typed.split())
        found = database.execute("SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (wanted, FIRST))
        return [number for (number,) in found]

    return ask


def _trigrams(url: str, sentences: list[str]) -> Iterator[Share]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        try:
            connection.execute("CREATE EXTENSION pg_trgm")
        except psycopg.Error as wrong:
            yield Share("pg_trgm", note=str(wrong).splitlines()[0])
            return
        connection.execute("CREATE TABLE sentences (number integer, text text)")
        with connection.cursor().copy("COPY sentences FROM STDIN") as copy:
            for row in enumerate(sentences):
                copy.write_row(row)
        yield from _shares("pg_trgm", lambda typed: _like(connection, typed), sentences)


def _like(connection: Any, typed: str) -> list[int]:
    found = connection.execute(
        "SELECT number FROM sentences WHERE %(typed)s <%% text ORDER BY %(typed)s <<-> text LIMIT %(first)s",
        {"typed": typed, "first": FIRST},
    )
    return [number for (number,) in found.fetchall()]
