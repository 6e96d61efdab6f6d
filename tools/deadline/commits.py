"""Commits: sixteen officers of as many offices save figures at once on a PostgreSQL that waits for the disk, beside bare commits.

Run as `python -m tools.deadline.commits [SECONDS]`. A bare commit inserts one row of text; the same is done behind one lock for all, as the history was once written. What
a figure costs besides is the processor of its action, of which two cores have only so much: it is printed beside.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from tests import postgres

AT_ONCE = 16
_SECONDS = 8.0
_LOCK = "SELECT pg_advisory_xact_lock(16)"
Act = Callable[[int], object]


def main(seconds: float) -> int:
    """Print each kind of commit: how many a second, their ratio to bare ones, and the processor of those who wrote."""
    binaries = postgres.programs()
    if binaries is None:
        print("no PostgreSQL on this machine")
        return 1
    with tempfile.TemporaryDirectory() as folder, postgres.server(binaries, durable=True) as url:
        os.environ |= {
            "DATABASE_URL": url,
            "ANGIKAR_VAR": folder,
            "ANGIKAR_DEBUG": "0",
            "ANGIKAR_SECRET_KEY": "only-for-the-bench-" + "x" * 40,
            "DJANGO_SETTINGS_MODULE": "angikar.site.settings",
        }
        (Path(folder) / "tmp").mkdir(exist_ok=True)
        _built()
        print(f"{AT_ONCE} at once on PostgreSQL, {seconds:.0f} s each, load {os.getloadavg()[0]:.1f}")
        bare = 0.0
        for name, maker in _KINDS.items():
            made, took = _rate(maker, seconds)
            bare = bare or made
            print(
                f"  {name:34} {made:9.0f} a second {bare / made:8.2f} × fewer than bare, {1000 * took:6.2f} ms of the processor each"
            )
    return 0


def _built() -> None:
    """A house of as many offices, and the table of the bare commits."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from tools.deadline import nation

    call_command("migrate", interactive=False, verbosity=0)
    nation.build(AT_ONCE, timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_commit (id bigserial PRIMARY KEY, said text)")
    connection.close()


def _rate(maker: Callable[[int], Act], seconds: float) -> tuple[float, float]:
    """How many of an act are done in a second by all together, and the processor's seconds that its process takes for one."""
    with get_context("fork").Pool(AT_ONCE) as people:
        done = people.map(_Work(maker, seconds), range(AT_ONCE), chunksize=1)
    acts = sum(each for each, _, _ in done)
    return sum(each / took for each, took, _ in done), sum(cpu for _, _, cpu in done) / max(acts, 1)


class _Work:
    """What one process does."""

    def __init__(self, maker: Callable[[int], Act], seconds: float) -> None:
        self._maker, self._seconds = maker, seconds

    def __call__(self, who: int) -> tuple[int, float, float]:
        from django.db import connection

        act, turns = self._maker(who), count()
        act(next(turns))
        start, cpu, done = perf_counter(), process_time(), 0
        while perf_counter() - start < self._seconds:
            act(next(turns))
            done += 1
        took = perf_counter() - start
        connection.close()
        return done, took, process_time() - cpu


def _bare(_who: int, *, locked: bool = False) -> Act:
    from django.db import connection, transaction

    def act(turn: int) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            if locked:
                cursor.execute(_LOCK)
            cursor.execute("INSERT INTO bench_commit (said) VALUES (%s)", [f"figure {turn}"])

    return act


def _behind_one_lock(who: int) -> Act:
    return _bare(who, locked=True)


def _figure(who: int) -> Act:
    from django.utils import timezone

    from angikar.duties.cells.saving import save_cell
    from angikar.duties.models import Duty
    from angikar.offices.models import Officer
    from tools.deadline import nation

    today = timezone.localdate()
    officer = Officer.objects.get(username=f"officer-{who}")
    owed = Duty.objects.filter(post__tenures__officer=officer, quarter=nation.ended(today)[1], line__isnull=False)
    duties = list(owed.order_by("pk")[:30])

    def act(turn: int) -> Any:
        duty = duties[turn % len(duties)]
        return save_cell(duty, by=officer, value=str(15 + turn % 15), version=1 + turn // len(duties), today=today)

    return act


_KINDS: dict[str, Callable[[int], Act]] = {
    "bare commits": _bare,
    "bare commits behind one lock": _behind_one_lock,
    "figures with their entries": _figure,
}

if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else _SECONDS))
