"""The search among millions of rows: what an officer at the top, in a district and in an upazila waits for, on either database.

The rows hold tokens alone: what a result shows is of a few papers that there are. They are written past the triggers, and the index is
built over all of them at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from angikar.rules.bangla.everyday import COMMON
from tests import postgres
from tools.bench import decisions
from tools.bench.measure import Row

ROWS, PAPERS = 2_000_000, 2_000
_GOAL, _TIMES = 150, 4
_LAST, _DAYS, _DAY = date(2022, 10, 20), 3_700, date(2022, 10, 14)
_CHUNK = 20_000
LOOKS = (
    "সভা",
    "প্রশিক্ষণ কর্মকর্তা",
    "প্রশিক্ষন",
    "নীহারিকা",
    "পর্যবে",
    "proshikkhon",
    "উপজেলাকার্যালয়",
    "অগ্র গতি",
    "আশ্বিন ১৪২৯",
    "১৩.১০.২০২২",
    "009.73",
    "নেইএমন",
)
"""What is looked for: common words, two, misspelt, rare, a beginning, Latin letters, joined, parted, a month, a day, a memo number, nothing."""


def on_each_database(count: int) -> Iterator[str]:
    """The lines of the table, SQLite first; each database in a process of its own."""
    with ExitStack() as stack:
        urls = [""]
        binaries = postgres.programs()
        if binaries is not None:
            urls.append(stack.enter_context(postgres.server(binaries)))
        for url in urls:
            with TemporaryDirectory(prefix="angikar-bench-") as folder:
                asked = [sys.executable, "-m", "tools.bench.search", str(count), folder, url]
                yield from subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()


def rows(name: str, count: int) -> Iterator[Row]:
    """The times of the search in the database that is open, after it is filled."""
    from angikar.search.queries import Question, found, page_of

    start = perf_counter()
    posts, officers = decisions.founded()
    papers = [paper.pk for paper in decisions.issued(posts)]
    fill(count, papers, [post.office for post in posts])
    yield Row(f"{name}: {count:,} rows written and indexed", 1000 * (perf_counter() - start))
    waits: list[tuple[float, float]] = []
    for who, officer in officers.items():
        own: list[tuple[float, float]] = []
        for words in LOOKS:
            each = [_wait(partial(found, officer, Question(words), _DAY)) for _ in range(_TIMES)]
            each.append(_wait(partial(page_of, officer, Question(words, kind="ask"), _DAY, "")))
            wall, busy = max(each)
            yield Row(f"{name}: {words}, {who}", 1000 * wall, note=f"{1000 * busy:.0f} ms of the processor")
            own += each
        yield _of_all(f"{name}: {len(own)} searches, {who}", own)
        waits += own
    yield _of_all(f"{name}: all {len(waits)} searches", waits)


def _of_all(what: str, waits: list[tuple[float, float]]) -> Row:
    """The time that 95 of 100 do not exceed, and the same of the processor."""
    place = len(waits) * 95 // 100
    wall, busy = (sorted(each[part] for each in waits)[place] for part in (0, 1))
    return Row(f"{what}: p95", 1000 * wall, note=f"{1000 * busy:.0f} ms of the processor", most=_GOAL)


def _wait(call: Callable[[], object]) -> tuple[float, float]:
    """The seconds of one call, and those of the processor, with the database's own process."""
    start, busy = perf_counter(), process_time() + _of_database()
    call()
    return perf_counter() - start, process_time() + _of_database() - busy


def _of_database() -> float:
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        words = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def fill(count: int, papers: list[int], offices: list[object]) -> None:
    """Write so many rows and build the index over them."""
    from django.db import connection, transaction

    from angikar.search import index

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET maintenance_work_mem = '1GB'")
            cursor.execute("DROP INDEX IF EXISTS search_indexed_terms")
        else:
            for event in ("insert", "delete", "update"):
                cursor.execute(f"DROP TRIGGER search_indexed_terms_{event}")
    made = _rows(count, papers, offices)
    names = "id, kind, number, part, office_path, day, title, text, terms"
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY search_indexed ({names}) FROM STDIN") as copy:
                for row in made:
                    copy.write_row(row)
        else:
            while some := [row for _, row in zip(range(_CHUNK), made, strict=False)]:
                cursor.executemany(f"INSERT INTO search_indexed ({names}) VALUES ({', '.join(['%s'] * 9)})", some)  # noqa: S608
    index.put_up()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_indexed" if connection.vendor == "postgresql" else "ANALYZE")


def _rows(count: int, papers: list[int], offices: list[object]) -> Iterator[tuple[Any, ...]]:
    """The rows in the order of their places: the latest days first."""
    from angikar.rules.bangla.asking import tokens
    from angikar.search import marks
    from angikar.search.places import place

    draw = Random(5)  # noqa: S311  # the same rows on every run
    words = [tokens(word) for word in (*decisions.WORDS, *sorted(COMMON))]
    often = list(accumulate([1 / (4 + rank) for rank in range(len(words))]))
    rare = tokens("নীহারিকা 17.00.0000.009.73.004.18")
    beside = [
        [*marks.below(each.path), *marks.placed(each.path), marks.of_office(each.pk), marks.shown_to(each.pk)]  # type: ignore[attr-defined]
        for each in offices
    ]
    for number in range(count):
        office, day = draw.randrange(len(offices)), _LAST - timedelta(days=number * _DAYS // count)
        year = day.year if day.month > 6 else day.year - 1
        said = draw.choices(words, cum_weights=often, k=10)
        chosen = ["=kask", "=sissued", f"=y{year}{(year + 1) % 100:02}", *beside[office], *marks.on(day)]
        terms = marks.joined(chosen, *said, rare if number % 20_000 == 0 else ())
        path = offices[office].path  # type: ignore[attr-defined]
        paper = papers[office + len(offices) * (number % (len(papers) // len(offices)))]  # one of this office
        yield place("ask", day, number), "ask", paper, f"{number:08}", path, day.isoformat(), "", "", terms
