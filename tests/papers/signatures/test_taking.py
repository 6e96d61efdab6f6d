"""A scan is compared and kept by a job: the page does not wait, and what cannot be kept is said to who gave it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from angikar.history.refusal import NotYours
from angikar.jobs.models import JobState
from angikar.jobs.running import Worker
from angikar.notices.models import Notice
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, PaperSignature, SigningWay, State
from angikar.papers.settling.actions import settle
from angikar.papers.signatures.taking import hand_over
from tests.desk.samples import agreement
from tests.jobs.working import do_all
from tests.world import World


@pytest.fixture(autouse=True)
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A worker of this name, and an empty folder of files that wait."""
    monkeypatch.setattr(Worker, "name", "here:1")
    monkeypatch.setattr(settings, "WAITING", tmp_path / "waiting")


def _of(paper: Paper) -> bytes:
    """What a reader sees of a paper, as plain text."""
    return "\n".join(str(value) for value in _texts(paper.content)).encode()


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def test_a_scan_is_compared_and_kept_beside_the_pages(world: World) -> None:
    paper, focal = agreement(world), world.officers["focal"]
    for doubt in still_open(paper.doubts):
        paper = settle(paper, doubt.key, "keep", version=paper.version, by=focal, words="পরীক্ষার কাগজ")
    job = hand_over(paper, "scan.txt", _of(paper), by=focal, version=paper.version, sure=True)
    again = hand_over(paper, "scan.txt", _of(paper), by=focal, version=paper.version, sure=True)
    other = hand_over(paper, "other.txt", b"another", by=focal, version=paper.version, sure=True)
    assert again.pk == job.pk, "the same scan, sent twice"
    assert other.pk != job.pk, "another scan is not passed over"
    do_all()
    other.refresh_from_db()
    assert other.state == JobState.REFUSED, "the paper has changed since"
    job.refresh_from_db()
    paper.refresh_from_db()
    kept = PaperSignature.objects.get(paper=paper)
    assert (job.state, kept.way, paper.state) == (JobState.DONE, SigningWay.PAPER, State.SIGNED)
    assert kept.verdict["share"] is not None
    assert list(Path(settings.WAITING).glob("*")) == []


def test_the_scan_of_another_paper_is_refused_in_a_notice(world: World) -> None:
    paper, focal = agreement(world), world.officers["focal"]
    job = hand_over(paper, "scan.txt", "অন্য এক কাগজের কথা".encode(), by=focal, version=paper.version, sure=False)
    do_all()
    job.refresh_from_db()
    assert job.state == JobState.REFUSED
    assert not PaperSignature.objects.exists()
    assert Notice.objects.filter(text__contains="অন্য কাগজের স্ক্যান মনে হয়").exists()


def test_who_may_not_amend_the_paper_gives_no_scan(world: World) -> None:
    paper = agreement(world)
    for who in ("clerk", "stranger", "secretary"):
        with pytest.raises(NotYours):
            hand_over(paper, "scan.txt", b"x", by=world.officers[who], version=paper.version, sure=False)
