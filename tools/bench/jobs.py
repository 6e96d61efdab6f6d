"""Jobs on the bench: how late a page is while ten scans are being read beside it, against its time when all is quiet."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from time import perf_counter
from typing import TYPE_CHECKING

from tools.bench.measure import Row, median_ms
from tools.bench.meetings import server
from tools.bench.papers import SAMPLES
from tools.bench.sources import paper_at, scan

if TYPE_CHECKING:
    from angikar.offices.models import Officer

SCANS, CALLS = 10, 40


def beside(head: Officer) -> Iterator[Row]:
    """Today through the real server: quiet, and with ten scans queued; the latest of forty answers is named."""
    from django.test import Client

    client = Client()
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    cookie = {"Cookie": f"sessionid={client.cookies['sessionid'].value}"}
    with server() as port:
        quiet, quiet_latest = _answers(port, cookie)
        yield Row("today through the server, quiet", quiet, note=f"latest {quiet_latest:.0f} ms")
        if not _queued(head):
            yield Row("the same with ten scans queued", 0.0, note="not measured: no picture could be made")
            return
        busy, busy_latest = _answers(port, cookie)
        left = _left(head)
        note = f"latest {busy_latest:.0f} ms, goal {quiet + 300:.0f}; {left} of {SCANS} scans still queued"
        yield Row("the same with ten scans queued", busy, floor=quiet, note=note)


def _answers(port: int, cookie: dict[str, str]) -> tuple[float, float]:
    """The median and the longest time of an answer in milliseconds."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    times: list[float] = []

    def once() -> None:
        start = perf_counter()
        line.request("GET", "/", headers=cookie)
        line.getresponse().read()
        times.append(1000 * (perf_counter() - start))

    return median_ms(once, CALLS), max(times[1:])


def _queued(head: Officer) -> bool:
    """Let ten scans be read; each differs by a byte behind its picture, or it would be one job."""
    from angikar.offices.access import offices_of
    from angikar.papers.intake.taking import hand_over

    picture = scan(paper_at(SAMPLES / "plain-letter-demo.txt").pdf)
    if picture is None:
        return False
    office = offices_of(head)[0]
    for number in range(SCANS):
        hand_over(head, f"{number}.png", picture + b"%d" % number, office=office)
    return True


def _left(head: Officer) -> int:
    from angikar.jobs.access import jobs_of

    return sum(job.is_active for job in jobs_of(head))
