"""Signing in on the bench: officers come through the door of a real server as fast as it lets them, and what that costs it.

Run as `python -m tools.bench.signing_in [OFFICERS] [AT_ONCE]`. Each opens the door, writes name and password and sees today. The processor's time of
the server says how long a nation takes, also where the machine has other work; the rate says it only on a quiet one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from tests.e2e.server import House
from tools.bench.measure import Row
from tools.bench.visitor import TYPED, Visitor

NATION = 23_667
"""The offices of 2021-22, one officer each."""
MINUTES = 15
_TICKS = os.sysconf("SC_CLK_TCK")
_DAY = "2022-07-01"


def accounts(count: int) -> None:
    """As many offices, each with a head who has a password; in an empty database."""
    from datetime import date

    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command

    from angikar.offices.actions import found_office
    from angikar.offices.models import Office, Officer, Post, Tenure

    call_command("migrate", interactive=False, verbosity=0)
    top = found_office("নদী ও জনপদ মন্ত্রণালয়", by=None)
    names = [f"{number:06d}" for number in range(count)]
    offices = Office.objects.bulk_create(
        [
            Office(path=top.path + _step(number), parent=top, name=f"কার্যালয় {name}")
            for number, name in enumerate(names, 1)
        ]
    )
    posts = Post.objects.bulk_create([Post(office=each, title="প্রধান", is_head=True, rank=10) for each in offices])
    stored = make_password(TYPED)
    people = Officer.objects.bulk_create(
        [Officer(username=f"officer{name}", name=f"কর্মকর্তা {name}", password=stored) for name in names]
    )
    Tenure.objects.bulk_create(
        [
            Tenure(post=post, officer=person, since=date.fromisoformat(_DAY))
            for post, person in zip(posts, people, strict=True)
        ]
    )


def _step(number: int) -> str:
    from angikar.offices.tree import step

    return step(number)


def hash_ms(times: int = 10) -> float:
    """What one password costs the processor, in milliseconds."""
    from angikar.site.hashing import TunedArgon2

    hasher, taken = TunedArgon2(), list[float]()
    stored = hasher.encode(TYPED, hasher.salt())
    for _ in range(times):
        start = process_time()
        hasher.verify(TYPED, stored)
        taken.append(process_time() - start)
    return 1000 * median(taken)


def _used(group: int) -> float:
    """Seconds of the processor that the processes of a server have used."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[2]) == group:
            total += sum(int(each) for each in fields[11:15])
    return total / _TICKS


def _comes_in(address: str, name: str) -> tuple[float, bool]:
    """One officer: the door, name and password, today. How many milliseconds, and whether it is his own page."""
    begun, visitor = perf_counter(), Visitor(address)
    shown, page = visitor.sign_in(name)
    visitor.leave()
    own = shown == 200 and name.removeprefix("officer") in page
    return 1000 * (perf_counter() - begun), own


def rows(count: int, at_once: int, folder: Path) -> Iterator[Row]:
    """What a slice of the nation costs, and what the whole would."""
    house = House(folder, f"from tools.bench.signing_in import accounts; accounts({count})")
    house.open()
    try:
        group = house.group
        names = [f"officer{number:06d}" for number in range(count)]
        with ThreadPoolExecutor(at_once) as people:
            list(people.map(lambda name: _comes_in(house.url, name), names[: 2 * at_once]))
            before, begun = _used(group), perf_counter()
            came = list(people.map(lambda name: _comes_in(house.url, name), names[2 * at_once :]))
            seconds, used = perf_counter() - begun, _used(group) - before
    finally:
        house.close()
    times, refused = [ms for ms, _ in came], sum(not own for _, own in came)
    each = 1000 * used / len(came)
    load = os.getloadavg()[0]
    yield Row(
        f"{len(came)} officers, {at_once} at once: median of one", median(times), note=f"{refused} did not come in"
    )
    yield Row(
        "  the slowest of a hundred",
        quantiles(times, n=100)[98],
        note=f"{len(came) / seconds:.1f} a second, load {load:.1f}",
    )
    yield Row("  processor of the server for one", each, most=1000 * 2 * 60 * MINUTES / NATION)
    yield Row("  of it the password", hash_ms())
    minutes = NATION * each / 1000 / 60
    yield Row(
        f"  {NATION} on two cores", minutes / 2 * 60_000, note=f"{minutes / 2:.1f} minutes; {MINUTES} are wished for"
    )


def lines(count: int = 248) -> Iterator[str]:
    """The table, measured in a process of its own, whose settings are those of the tests."""
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("ANGIKAR_", "DATABASE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "tools.bench.signing_in", str(count)]
    yield from subprocess.run(command, env=own, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()


def main(arguments: list[str]) -> int:
    """Print the table."""
    given = [int(each) for each in arguments]
    count, at_once = (given + [600, 8][len(given) :])[:2]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    with TemporaryDirectory(prefix="angikar-bench-") as made:
        for row in rows(count, at_once, Path(made)):
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
