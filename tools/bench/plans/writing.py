"""Writing a plan on the bench: a block pasted over its sheet, one cell kept through the server, a template given to every upazila."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from http.client import HTTPConnection
from statistics import quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from tools.bench.measure import Row
from tools.bench.meetings import server

if TYPE_CHECKING:
    from angikar.offices.models import Office, Officer
    from angikar.papers.models import Paper

ROWS, SAVED, UPAZILAS = 60, 60, 495
YEAR = "2026-27"
_AREA = "areas.0"
_ROW = f"{_AREA}.activities.0.indicators.0"


def sheets() -> Iterator[Row]:
    """A block over an empty sheet, cells kept one after another on the sheet of sixty, and the sheet asked again."""
    head, office = _house()
    paper = _begun(head, office, template=False)
    yield _pasted(head, paper)
    yield from _kept(head, paper)


def assigning() -> Iterator[Row]:
    """A template of sixty rows given to 495 offices as a job, twenty of its targets shared out; then a changed one offered to them."""
    from angikar.offices import actions as offices
    from angikar.offices.models import OfficeKind

    head, office = _house()
    for number in range(UPAZILAS):
        offices.found_office(f"নদী উপজেলা {number}", by=None, parent=office, kind=OfficeKind.UPAZILA)
    template = _begun(head, office, template=True)
    _pasted(head, template)
    yield _assigned(head, template, f"a template of {ROWS} rows to {UPAZILAS} offices")
    from angikar.papers.actions import amend

    amend(template, f"{_ROW}.title", "বদলানো সূচক", version=_version(template), by=head)
    yield _assigned(head, template, "  its change offered to each")


def _house() -> tuple[Officer, Office]:
    from angikar.offices import actions as offices
    from angikar.offices.models import Officer

    count = Officer.objects.count()
    head = offices.enrol(f"writer{count}", "জনাব শালিক হিজল", by=None)
    office = offices.found_office(f"জনপদ উন্নয়ন অধিদপ্তর {count}", by=head)
    post = offices.create_post(office, "মহাপরিচালক", by=None, is_head=True, is_focal=True)
    offices.appoint(head, post, since=date(2018, 7, 1), by=None)
    return head, office


def _begun(head: Officer, office: Office, *, template: bool) -> Paper:
    from angikar.papers.plans.actions import begin
    from angikar.papers.plans.forms import PLANS

    return begin(head, office, PLANS["agreement"], YEAR, template=template)


def _version(paper: Paper) -> int:
    paper.refresh_from_db()
    return paper.version


def _block() -> str:
    """Sixty lines of nine cells: title, unit, counting, weight and the five levels."""
    line = "সমষ্টি\tসংখ্যা\t১\t\t\t১০০\t৯০\t৮০\t৭০\t৬০"
    return "\n".join(f"সূচক {number}\t{line}" for number in range(ROWS))


def _browser(head: Officer) -> Any:
    from django.test import Client

    client = Client()
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _pasted(head: Officer, paper: Paper) -> Row:
    """The block pasted as the sheet does it; the answer is the whole sheet."""
    client = _browser(head)
    sent = {"do": "paste", "path": f"{_ROW}.title", "n": "0", "text": _block(), "version": _version(paper)}
    client.get(f"/papers/{paper.pk}/")
    start = process_time()
    answer = client.post(f"/papers/{paper.pk}/block/", sent)
    ms = 1000 * (process_time() - start)
    paper.refresh_from_db()
    rows = paper.content["areas"][0]["activities"][0]["indicators"]
    if answer.status_code != 200 or len(rows) < ROWS:
        raise RuntimeError(f"the block answers {answer.status_code} and makes {len(rows)} rows")
    left = answer.content.decode().count("<li>") if 'id="unplaced"' in answer.content.decode() else 0
    return Row(f"a block of {ROWS} lines pasted", ms, most=1000, note=f"processor; {left} cells left")


def _kept(head: Officer, paper: Paper) -> Iterator[Row]:
    """Titles of sixty rows changed one after another through the server, each with the version the one before left."""
    client = _browser(head)
    client.get(f"/papers/{paper.pk}/")
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else ""
    cookie = "; ".join(f"{name}={each.value}" for name, each in client.cookies.items())
    headers = {
        "Cookie": cookie,
        "HX-Request": "true",
        "X-CSRFToken": token,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    with server() as port:
        line, times = HTTPConnection("127.0.0.1", port, timeout=60), list[float]()
        version = _version(paper)
        for number in range(SAVED):
            path = f"{_ROW[:-1]}{number % ROWS}.title"
            fields = {
                "path": path,
                "n": "0",
                "version": version,
                "shown": version,
                f"f:{path}": f"অন্য সূচক {number}",
                f"was:{path}": f"সূচক {number % ROWS}",
            }
            start = perf_counter()
            line.request("POST", f"/papers/{paper.pk}/cell/", urlencode(fields), headers)
            answer = line.getresponse()
            answer.read()
            times.append(1000 * (perf_counter() - start))
            if answer.status != 200:
                raise RuntimeError(f"a cell answers {answer.status}")
            version += 1
    times = times[5:]  # the first ones warm the server up
    ninety_five = quantiles(times, n=20)[-1]
    yield Row(f"a cell of a sheet of {ROWS} kept, 95 of 100", ninety_five, most=100, note=f"latest {max(times):.0f} ms")


def _assigned(head: Officer, template: Paper, what: str) -> Row:
    """The job from its beginning to its end, its steps counted."""
    from decimal import Decimal

    from angikar.duties.later.assigning import ASSIGN, Sharing, assign_later
    from angikar.jobs.models import Job

    paths = [f"{_ROW[:-1]}{number}" for number in range(20)]
    sharing = Sharing({path: [Decimal(number + 1) for number in range(UPAZILAS)] for path in paths})
    job = assign_later(template, "upazila", sharing, by=head, version=_version(template))
    job = Job.objects.get(pk=job.pk)
    steps: list[int] = []
    start, used = perf_counter(), process_time()
    made = ASSIGN.prepare(job, lambda done, parts: steps.append(done))
    ASSIGN.finish(job, made)
    taken, processor = perf_counter() - start, process_time() - used
    Job.objects.filter(pk=job.pk).delete()
    note = f"{processor:.1f} s of processor, {len(steps)} steps of progress"
    return Row(what, 1000 * taken, most=30_000, note=note)
