"""A circular on the bench: issued to five thousand offices at once, phase by phase, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import wraps
from time import perf_counter, process_time
from typing import Any
from unittest.mock import patch

from tools.bench.measure import Row

OFFICES, ISSUED, ANCHOR = 5_000, date(2022, 10, 13), date(2022, 11, 12)
_SCHEDULES: tuple[dict[str, object], ...] = (
    {"rule": "every", "days": 7, "from": "issue", "until": "anchor-4"},
    {"rule": "daily", "from": "anchor-3", "until": "anchor"},
    {"rule": "every", "days": 10, "from": "issue", "until": "anchor"},
    {"rule": "weekly", "weekday": 7, "from": "issue", "until": "anchor"},
    {"rule": "monthly", "day": 10, "from": "issue", "until": "anchor"},
    {"rule": "hourly", "on": "anchor", "minutes": 120, "at": "08:00", "to": "16:00"},
)
_PHASES = {
    "what it asks": ("angikar.duties.issue.asks_of",),
    "who is asked": ("angikar.duties.issue.foresee",),
    "its duties created (with who is asked)": ("angikar.duties.issue._create_all_duties",),
    "its addressees": ("angikar.duties.issue._address",),
    "what follows in the rooms above": ("angikar.duties.issue.publish",),
    "its entry in the history": ("angikar.duties.issue.record",),
}


def issuing() -> Iterator[Row]:
    """One circular with six recurring directives to five thousand offices, and where its time goes."""
    from angikar.duties.issue import issue
    from angikar.duties.models import Duty

    head, paper = _drafted()
    spent: dict[str, float] = dict.fromkeys(_PHASES, 0.0)
    start, busy = perf_counter(), process_time()
    with ExitStack() as watched:
        for phase, names in _PHASES.items():
            for name in names:
                watched.enter_context(patch(name, _timed(_found(name), phase, spent)))
        made = issue(paper, by=head, day=ISSUED)
    whole, busy = 1000 * (perf_counter() - start), process_time() - busy
    duties = Duty.objects.filter(paper=made).count()
    yield Row(
        f"issue to {OFFICES:,} offices, 6 directives",
        whole,
        note=f"{duties:,} duties in one transaction, {busy:.1f} s of the processor",
    )
    for phase, seconds in spent.items():
        yield Row(f"  {phase}", 1000 * seconds)


def _drafted() -> tuple[Any, Any]:
    """The head of a commission with five thousand offices below it, and its circular, not yet issued."""
    from angikar.offices import actions as offices
    from angikar.offices import tree
    from angikar.offices.models import Office, Post
    from angikar.papers.actions import draft

    head = offices.enrol("commission", "জনাব দোয়েল", by=None)
    home = offices.found_office("নদীকূল নির্বাচন কমিশন", by=head, kind="commission")
    post = offices.create_post(home, "সচিব", by=None, is_head=True, is_focal=True)
    offices.appoint(head, post, since=date(2018, 7, 1), by=None)
    below = Office.objects.bulk_create(
        [
            Office(path=home.path + tree.step(number), parent=home, name=f"নদীকূল কার্যালয় {number}", kind="upazila")
            for number in range(OFFICES)
        ],
        batch_size=500,
    )
    posts = [Post(office=each, title="নদীকূল নির্বাচন অফিসার", is_head=True) for each in below]
    Post.objects.bulk_create(posts, batch_size=500)
    addressees = "নদীকূল নির্বাচন অফিসার (সকল)"
    directives = [
        {"code": str(number), "text": "পরিস্থিতির প্রতিবেদন পাঠাতে হবে", "schedule": [rule]}
        for number, rule in enumerate(_SCHEDULES, 1)
    ]
    content = {
        "title": "পরিপত্র",
        "number": "1",
        "subject": "নির্বাচন উপলক্ষে প্রতিবেদন প্রেরণ",
        "acknowledgement": True,
        "anchor": ANCHOR.isoformat(),
        "office": home.name,
        "addressees": [addressees],
        "directives": directives,
        "letter": {"memo_number": None, "date": ISSUED.isoformat(), "bangla_date": None},
    }
    return head, draft(head, office=home, kind="circular", content=content)


def _found(name: str) -> Callable[..., Any]:
    from pkgutil import resolve_name

    found: Callable[..., Any] = resolve_name(name)
    return found


def _timed(call: Callable[..., Any], phase: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(call)
    def timed(*given: Any, **named: Any) -> Any:
        start = perf_counter()
        try:
            return call(*given, **named)
        finally:
            spent[phase] += perf_counter() - start

    return timed
