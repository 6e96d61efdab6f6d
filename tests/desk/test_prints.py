"""Prints: a small one is the answer, a long one is made beside the pages, with the rights of the moment in which it is made and taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from angikar.desk import prints
from angikar.duties.issue import issue
from angikar.jobs.models import Job, JobState
from angikar.notices.models import Notice
from angikar.offices.models import Tenure
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.desk.samples import circular, text
from tests.jobs.working import do_all
from tests.world import World

ADDRESSES = (
    "/circulars/{}/compliance.pdf",
    "/circulars/{}/compliance.xlsx",
    "/papers/{}/receipts.pdf",
    "/papers/{}/receipts.docx",
    "/dispatch/register.pdf",
    "/decisions/action-taken.xlsx",
    "/standings/standings.xlsx",
    "/offices/lists/register.xlsx",
    "/offices/lists/offices.csv",
)
BEGINS = {"pdf": b"%PDF", "xlsx": b"PK", "docx": b"PK", "csv": b"\xef\xbb\xbf"}


@pytest.fixture
def paper(world: World, settings: LazySettings, tmp_path: Path) -> Paper:
    """A circular in force, where workers run."""
    settings.JOB_WORKERS, settings.WAITING, settings.VAR = 1, tmp_path, tmp_path
    return issue(circular(world), by=world.officers["director"], day=date(2022, 10, 13))


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every print is a long one."""
    monkeypatch.setattr(prints, "AT_ONCE", dict.fromkeys(prints.AT_ONCE, -1))
    return


def _body(client: Client, address: str) -> tuple[int, bytes]:
    answer = client.get(address)
    return answer.status_code, answer.content


def test_every_print_is_the_same_at_once_and_beside_the_pages(
    sign: Sign, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    director = sign("director")
    for address in (each.format(paper.pk) for each in ADDRESSES):
        with monkeypatch.context() as few:
            few.setattr(prints, "AT_ONCE", dict.fromkeys(prints.AT_ONCE, 10**6))
            status, at_once = _body(director, address)
        assert (status, at_once[: len(BEGINS[address[-4:].strip(".")])]) == (200, BEGINS[address[-4:].strip(".")])
        with monkeypatch.context() as few:
            few.setattr(prints, "AT_ONCE", dict.fromkeys(prints.AT_ONCE, -1))
            answers = [director.get(address) for _ in range(2)]
        assert [(each.status_code, each["Location"]) for each in answers] == [(302, "/jobs/")] * 2, address
        do_all()
        job = Job.objects.latest("pk")
        assert (job.state, job.file[-4:]) == (JobState.DONE, address[-4:]), (address, job.why_en)
        made = director.get(job.page)
        assert (made.status_code, made.content[:2], abs(len(made.content) - len(at_once)) < 200) == (
            200,
            at_once[:2],
            True,
        )
    assert Job.objects.count() == len(ADDRESSES), "what is under way is not begun a second time"
    assert Notice.objects.filter(page=job.page).get().text_en.endswith("is ready; take it within seven days.")


@pytest.mark.usefixtures("long")
def test_who_may_not_read_a_paper_begins_no_print_of_it(sign: Sign, paper: Paper) -> None:
    for address in ADDRESSES[:4]:
        assert sign("stranger").get(address.format(paper.pk)).status_code == 404
    assert not Job.objects.exists()


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize("when", ["before it is made", "before it is taken"])
def test_whoever_lost_the_paper_meanwhile_does_not_get_its_print(
    sign: Sign, world: World, paper: Paper, when: str
) -> None:
    director = sign("director")
    director.get(ADDRESSES[0].format(paper.pk))
    if when == "before it is taken":
        do_all()
        assert director.get(Job.objects.get().page).status_code == 200
    Tenure.objects.filter(officer=world.officers["director"]).delete()
    do_all()
    job = Job.objects.get()
    assert job.state == (JobState.REFUSED if when == "before it is made" else JobState.DONE)
    assert sign("director").get(f"/jobs/{job.pk}/file/").status_code == 404


@pytest.mark.usefixtures("long")
def test_a_print_is_in_the_language_in_which_it_was_asked_for(sign: Sign, paper: Paper) -> None:
    director = sign("director")
    director.cookies["django_language"] = "en"
    director.get("/offices/lists/offices.csv")
    do_all()
    assert "Name" in director.get(Job.objects.get().page).content.decode()


@pytest.mark.usefixtures("long")
def test_a_print_that_is_no_longer_kept_says_what_to_do(sign: Sign, paper: Paper) -> None:
    director = sign("director")
    director.get(ADDRESSES[0].format(paper.pk))
    do_all()
    Job.objects.update(stored="")
    assert "ফাইলটি আর রাখা নেই; আবার তৈরি করুন।" in director.get(Job.objects.get().page, follow=True).content.decode()
    assert Job.objects.get().page in text(director, "/jobs/")
