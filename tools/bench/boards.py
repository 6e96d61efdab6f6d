"""Boards on the bench: a circular to 64 districts and 500 upazilas, half of it answered, as a matrix and as what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

from tools.bench.house import beside
from tools.bench.measure import Row, median_ms

DISTRICTS, UPAZILAS, ISSUED, LOOKED, ANCHOR = 64, 500, date(2022, 10, 1), date(2022, 10, 22), date(2022, 10, 31)
_SCHEDULES: tuple[dict[str, object], ...] = (
    {"rule": "every", "days": 7, "from": "issue", "until": "anchor-4"},
    {"rule": "daily", "from": "anchor-3", "until": "anchor"},
    {"rule": "every", "days": 10, "from": "issue", "until": "anchor"},
    {"rule": "weekly", "weekday": 7, "from": "issue", "until": "anchor"},
    {"rule": "once", "on": "issue+5"},
    {"rule": "daily", "from": "issue", "until": "anchor"},
)


def boards() -> Iterator[Row]:
    """The matrix, one district of it opened, the missing reports, and the matrix printed."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    head, paper, district = _issued()
    _answered(paper)
    client = Client(raise_request_exception=False)
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    matrix, missing = reverse("desk:compliance", args=[paper.pk]), reverse("desk:missing", args=[paper.pk])
    with patch.object(timezone, "localdate", lambda *_: LOOKED):
        for what, address in (
            (f"matrix of {DISTRICTS} districts, {UPAZILAS} upazilas", matrix),
            ("  with one district opened", f"{matrix}?under={district.pk}"),
            ("  of one day", f"{matrix}?due={ISSUED + timedelta(days=7)}"),
            ("missing reports by district", missing),
            ("  with one district opened", f"{missing}?under={district.pk}"),
        ):
            yield beside(client, what, address, 25.0 if address == matrix else 0.0)
        for form, what in (("xlsx", "matrix as a workbook"), ("pdf", "matrix on paper")):
            address = reverse("desk:compliance_file", args=[paper.pk, form])
            yield Row(what, median_ms(lambda address=address: client.get(address), 1, warm=False))  # type: ignore[misc]


def _issued() -> tuple[Any, Any, Any]:
    """The head of a commission, its circular in force, and one of the districts."""
    from angikar.duties.issue import issue
    from angikar.offices import actions as offices
    from angikar.offices.models import Office, Post
    from angikar.offices.tree import step
    from angikar.papers.actions import draft

    head = offices.enrol("board", "জনাব হট্টিটি", by=None)
    home = offices.found_office("মেঘকূল নির্বাচন কমিশন", by=head, kind="commission")
    post = offices.create_post(home, "সচিব", by=None, is_head=True, is_focal=True)
    offices.appoint(head, post, since=date(2018, 7, 1), by=None)
    districts = Office.objects.bulk_create(
        [_office(home, n, f"মেঘকূল জেলা কার্যালয় {n}", "district", step(n)) for n in range(DISTRICTS)]
    )
    above = [districts[n % DISTRICTS] for n in range(UPAZILAS)]
    upazilas = Office.objects.bulk_create(
        [_office(each, n, f"মেঘকূল উপজেলা কার্যালয় {n}", "upazila", step(n // DISTRICTS)) for n, each in enumerate(above)]
    )
    listed = [*((each, "মেঘকূল জেলা অফিসার") for each in districts), *((each, "মেঘকূল উপজেলা অফিসার") for each in upazilas)]
    Post.objects.bulk_create([Post(office=office, title=title, is_head=True) for office, title in listed])
    content = {
        "title": "পরিপত্র",
        "number": "2",
        "subject": "নির্বাচনের প্রতিবেদন",
        "acknowledgement": True,
        "anchor": ANCHOR.isoformat(),
        "office": home.name,
        "addressees": ["মেঘকূল জেলা অফিসার (সকল)", "মেঘকূল উপজেলা অফিসার (সকল)"],
        "directives": [
            {"code": str(n), "text": "পরিস্থিতির প্রতিবেদন পাঠাতে হবে", "schedule": [rule]}
            for n, rule in enumerate(_SCHEDULES, 1)
        ],
        "letter": {"memo_number": None, "date": ISSUED.isoformat(), "bangla_date": None},
    }
    return head, issue(draft(head, office=home, kind="circular", content=content), by=head, day=ISSUED), districts[0]


def _office(above: Any, number: int, name: str, kind: str, step: str) -> Any:
    from angikar.offices.models import Office

    return Office(path=above.path + step, parent=above, name=name, kind=kind)


def _answered(paper: Any) -> None:
    """Every second duty that is over has its report, every tenth of these came late; rows, so that the bench need not wait."""
    from django.db import transaction

    from angikar.duties.models import Duty, DutyState, Report, ReportState
    from angikar.offices.models import Officer
    from angikar.standings.circulars.receivers import keep

    by = Officer.objects.earliest("pk")
    over = Duty.objects.filter(paper=paper, due__lt=LOOKED).order_by("pk").values_list("pk", "post", "due")
    reported = list(over)[::2]
    Report.objects.bulk_create(
        [
            Report(
                duty_id=pk, post_id=post, by=by, on=due, late=n % 10 == 0, words="হয়েছে", state=ReportState.SUBMITTED
            )
            for n, (pk, post, due) in enumerate(reported)
        ],
        batch_size=500,
    )
    for start in range(0, len(reported), 500):
        Duty.objects.filter(pk__in=[pk for pk, *_ in reported[start : start + 500]]).update(state=DutyState.SUBMITTED)
    with transaction.atomic():
        keep(paper.pk)
