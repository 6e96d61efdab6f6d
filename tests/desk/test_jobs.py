"""Jobs on the screens: a scan is read beside the pages, with its progress, and can be given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from angikar.formats.intake import damaged
from angikar.jobs import actions
from angikar.jobs.models import Job, JobState
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.desk.samples import text
from tests.jobs.working import do_all
from tests.rules.kinds.circulars import SAMPLE

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
Give = Callable[[str, bytes], Client]


@pytest.fixture
def give(sign: Sign, settings: LazySettings, tmp_path: Path) -> Give:
    """The clerk gives a file where workers run, and is led on."""
    settings.JOB_WORKERS = 1
    settings.WAITING = tmp_path

    def given(name: str, data: bytes) -> Client:
        clerk = sign("clerk")
        answer = clerk.post("/intake/", {"files": SimpleUploadedFile(name, data)})
        assert (answer.status_code, answer.headers["Location"]) == (302, "/jobs/")
        return clerk

    return given


def test_a_scan_becomes_a_job_and_the_page_says_that_one_may_leave(give: Give) -> None:
    page = text(give("scan.png", PNG), "/jobs/")
    job = Job.objects.get()
    assert "“scan.png” পড়া হচ্ছে; অন্য কাজে যেতে পারেন" in page
    assert f'hx-get="/jobs/{job.pk}/" hx-trigger="every 2s"' in page
    assert f"/jobs/{job.pk}/cancel/" in page
    assert "scan.png" in text(give("scan.png", PNG), "/intake/")


def test_the_line_of_a_file_becomes_a_row_that_says_by_itself_what_became_of_it(
    sign: Sign, settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.JOB_WORKERS, settings.WAITING = 1, tmp_path
    monkeypatch.setattr("angikar.desk.papers.intake.AT_ONCE", 0)
    clerk, rows = sign("clerk"), []
    for name, data in (("circular.txt", SAMPLE.encode()), ("scan.png", PNG)):
        sent = {"files": SimpleUploadedFile(name, data)}
        rows.append(clerk.post("/intake/", sent, headers={"accept": "application/json"}).json()["row"])
    read, failed = Job.objects.order_by("pk")
    page = text(clerk, "/intake/")
    assert rows == [f"#job-{read.pk}", f"#job-{failed.pk}"]
    for job in (read, failed):
        assert f'<li id="job-{job.pk}" hx-get="/jobs/{job.pk}/" hx-trigger="every 2s"' in page
    do_all()
    failed.refresh_from_db()
    row, other = text(clerk, f"/jobs/{read.pk}/"), text(clerk, f"/jobs/{failed.pk}/")
    assert f'href="/intake/{Paper.objects.get().pk}/"' in row
    assert failed.why
    assert failed.why in other
    assert "hx-trigger" not in row + other
    page = text(clerk, "/intake/")
    assert failed.why in page, "who comes back is told too"
    assert f'id="job-{read.pk}"' not in page, "the paper itself stands in the list"
    Job.objects.filter(pk=failed.pk).update(ended_at=timezone.now() - timedelta(days=2))
    assert failed.why not in text(clerk, "/intake/")


def test_what_is_not_read_within_a_second_becomes_a_job_too(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("angikar.desk.papers.intake.AT_ONCE", 0)
    give("circular.txt", SAMPLE.encode())
    assert (Job.objects.get().state, Paper.objects.count()) == (JobState.WAITING, 0)


def test_a_row_says_how_far_it_is_and_where_the_result_is(give: Give) -> None:
    clerk = give("scan.png", PNG)
    job = Job.objects.get()
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, done=3, parts=12)
    row = text(clerk, f"/jobs/{job.pk}/")
    assert "১২ পৃষ্ঠার ৩ পৃষ্ঠা পড়া হয়েছে" in row
    assert 'max="12" value="3"' in row
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, page="/intake/7/")
    row = text(clerk, f"/jobs/{job.pk}/")
    assert 'href="/intake/7/"' in row
    assert "hx-trigger" not in row


def test_a_row_says_how_long_it_takes_what_comes_before_and_when_it_is_written(give: Give) -> None:
    clerk, first = give("scan.png", PNG), Job.objects.get()
    give("other.png", PNG + b"x")
    assert "এর আগে আরও ১টি কাজ আছে" in text(clerk, f"/jobs/{Job.objects.latest('pk').pk}/")
    running = Job.objects.filter(pk=first.pk)
    running.update(state=JobState.RUNNING, done=3, parts=12, began_at=timezone.now() - timedelta(seconds=50))
    assert "আর আনুমানিক ৩ মিনিট" in text(clerk, f"/jobs/{first.pk}/")
    running.update(done=12)
    row = text(clerk, f"/jobs/{first.pk}/")
    assert "লেখা হচ্ছে…" in row
    assert "বাতিল করুন" not in row


def test_a_job_is_given_up_by_its_button(give: Give) -> None:
    clerk = give("scan.png", PNG)
    job = Job.objects.get()
    assert "কাজটি বাতিল করা হয়েছে।" in clerk.post(f"/jobs/{job.pk}/cancel/", follow=True).content.decode()
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert "কাজটি এর মধ্যে শেষ হয়ে গেছে।" in clerk.post(f"/jobs/{job.pk}/cancel/", follow=True).content.decode()


def test_a_file_that_no_reader_opens_is_refused_at_once(sign: Sign, settings: LazySettings) -> None:
    settings.JOB_WORKERS = 1
    answer = sign("clerk").post("/intake/", {"files": SimpleUploadedFile("a.txt", b"")}, follow=True)
    assert "“a.txt” নেওয়া হয়নি: ফাইলটি খালি।" in answer.content.decode()
    assert not Job.objects.exists()


def test_a_refused_job_says_why_in_the_language_of_the_page(give: Give) -> None:
    clerk = give("scan.png", PNG)
    actions.refuse(Job.objects.get(), damaged())
    assert "ফাইলটি নষ্ট" in text(clerk, "/jobs/")
    clerk.cookies["django_language"] = "en"
    assert "The file is damaged" in text(clerk, "/jobs/")
