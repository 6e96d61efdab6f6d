"""Runs the evening: `python -m tools.deadline [--offices 23667] [--minutes 3] [--postgresql]`; `--hour` lets every office come."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

from tests import postgres
from tools.deadline.evening import THINKING, TOGETHER, Hall, Seen, drive, without_pauses
from tools.deadline.processor import Spent, memory, spent

NATION = 23_667
HOUR = 3600
_GOAL = 0.3


def main() -> int:
    """The whole evening on one database: build, serve, drive, print, compare."""
    asked = _asked()
    folder = Path(asked.folder).resolve()
    (folder / "data").mkdir(parents=True, exist_ok=True)
    binaries = postgres.programs() if asked.postgresql else None
    if asked.postgresql and binaries is None:
        print("no PostgreSQL on this machine")
        return 1
    with postgres.server(binaries, folder / "postgresql", durable=True) if binaries else nullcontext("") as url:
        os.environ |= {
            "DATABASE_URL": url,
            "ANGIKAR_VAR": str(folder / "data"),
            "ANGIKAR_HTTPS": "0",
            "ANGIKAR_SECRET_KEY": "only-for-one-evening-" + "x" * 40,
            "DJANGO_SETTINGS_MODULE": "angikar.site.settings",
        }
        return _evening(asked, folder / "data")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.deadline", description=__doc__)
    parser.add_argument("--offices", type=int, default=NATION, help="how many offices the database holds")
    parser.add_argument("--minutes", type=float, default=3.0, help="how many minutes of the hour are driven")
    parser.add_argument("--hour", action="store_true", help="the whole hour: every office comes")
    parser.add_argument("--pace", type=float, default=1.0, help="how fast they come: 1 is the nation in an hour")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")
    parser.add_argument("--steps", type=int, default=0, help="so many offices come, and none pauses")
    parser.add_argument("--at-once", type=int, default=1, help="how many of them at a time; one: what each step takes")
    parser.add_argument("--alone", action="store_true", help="every figure is sent by itself")
    parser.add_argument(
        "--built",
        action="store_true",
        help="take the nation that stands in the folder; offices that came before are passed over",
    )
    parser.add_argument("--first", type=int, default=0, help="the number of the first office that comes")
    parser.add_argument("--serve", default="", help="more arguments of `angikar serve`")
    parser.add_argument(
        "--folder", default="build/deadline", help="where the database stands; what stands there is built again"
    )
    return parser.parse_args()


def _evening(asked: argparse.Namespace, folder: Path) -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from tools.deadline import nation

    if not asked.built:
        start = time.perf_counter()
        (folder / "db.sqlite3").unlink(missing_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        nation.build(asked.offices, timezone.localdate())
        size = _size() >> 20
        print(f"{asked.offices} offices built in {time.perf_counter() - start:.0f} s, {size} MB", flush=True)
    rate = NATION / HOUR * asked.pace
    count = asked.offices if asked.hour else min(round(rate * 60 * asked.minutes), asked.offices)
    coming = range(asked.first, min(asked.first + (asked.steps or count), asked.offices))
    seen, (_, quarter) = Seen(), nation.ended(timezone.localdate())
    with _served(folder, asked.serve.split()) as (port, server):
        hall = Hall(
            "127.0.0.1", port, plan(), quarter, 0.0 if asked.steps else THINKING, 0.0 if asked.alone else TOGETHER
        )
        before, began = spent(server), time.perf_counter()
        if asked.steps and asked.at_once == 1:
            seen.read, seen.before = (lambda: spent(server).web), before.web
        if asked.steps:
            asyncio.run(without_pauses(hall, coming, asked.at_once, seen))
        else:
            asyncio.run(drive(hall, coming, rate, seen))
        took, used, held = time.perf_counter() - began, spent(server).since(before), memory(server)
    for line in (*_summary(seen, len(coming), took), *_processor(seen, used, held)):
        print(line)
    return 1 if seen.wrong or any(_lost(seen)) else 0


def _size() -> int:
    """The bytes of the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return Path(str(connection.settings_dict["NAME"])).stat().st_size
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def _processor(seen: Seen, used: Spent, held: list[int]) -> Iterator[str]:
    """What an office took of the processor, and each step where they came one after the other."""
    offices = max(1, seen.done)
    share = {"web": used.web, "tending and jobs": used.beside, "driver": used.driver}
    said = ", ".join(f"{what} {1000 * seconds / offices:.0f} ms" for what, seconds in share.items())
    yield f"processor for each office: {said}; two cores have {2000 * HOUR / NATION:.0f} ms for each; web processes hold {held} MB"
    for step, seconds in seen.taken.items():
        yield f"{step:16} {len(seconds):8} {1000 * median(seconds):8.1f} ms of the processor, {1000 * sum(seconds) / offices:8.1f} for each office"


def plan() -> int:
    """The plan of the first office."""
    from angikar.papers.models import Paper

    return Paper.objects.get(office__posts__tenures__officer__username="officer-0").pk


@contextmanager
def _served(folder: Path, more: list[str]) -> Iterator[tuple[int, int]]:
    """The server as an office starts it: its port and the number of its first process."""
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    with (folder / "server.log").open("wb") as log:
        command = [sys.executable, "-m", "angikar.cli.main", "serve", "--port", str(port), *more]
        server = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        for _ in range(600):
            try:
                urlopen(f"http://127.0.0.1:{port}/account/login/", timeout=5).read()
                break
            except OSError:
                time.sleep(0.1)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=60)


def _summary(seen: Seen, count: int, took: float) -> Iterator[str]:
    requests = sum(len(each) for each in seen.seconds.values())
    yield f"{count} offices in {took:.0f} s: {seen.done} went through, {count / took * HOUR:.0f} an hour, {requests / took:.0f} requests a second"
    yield f"{'step':16} {'times':>8} {'p50':>8} {'p95':>8} {'p99':>8} {'longest':>8}  ms"
    for step, seconds in seen.seconds.items():
        cut = quantiles(seconds, n=100) if len(seconds) > 1 else seconds * 99
        figures = (cut[49], cut[94], cut[98], max(seconds))
        goal = "" if cut[94] <= _GOAL else f"  later than {1000 * _GOAL:.0f} ms"
        yield f"{step:16} {len(seconds):8} " + " ".join(f"{1000 * figure:8.0f}" for figure in figures) + goal
    for what, times in seen.wrong.most_common(20):
        yield f"wrong {times:6} × {what}"
    lost = list(_lost(seen))
    yield f"{len(seen.stored)} figures acknowledged, {len(seen.proven)} proofs, {len(seen.filed)} filings: {len(lost)} lost"
    yield from lost[:20]


def _lost(seen: Seen) -> Iterator[str]:
    """Everything that was acknowledged and is not in the database, or is there as something else."""
    from angikar.duties.models import Evidence, Filing, Report

    kept = dict(Report.objects.order_by("pk").values_list("duty_id", "value").iterator())
    yield from (
        f"figure of duty {duty}: {value} became {kept.get(duty)}"
        for duty, value in seen.stored.items()
        if kept.get(duty) != value
    )
    proven = set(Evidence.objects.values_list("report__duty_id", flat=True))
    yield from (f"proof of duty {duty}" for duty in seen.proven - proven)
    filed = set(Filing.objects.exclude(by=None).values_list("paper_id", flat=True))
    yield from (f"filing of plan {paper}" for paper in seen.filed - filed)


if __name__ == "__main__":
    sys.exit(main())
