"""Jobs: begun once, done once, announced; cancelled, cut off and begun again without a second result."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from angikar.history.models import Entry
from angikar.history.refusal import Refused
from angikar.jobs import actions
from angikar.jobs.counting import ahead_of, seconds_left
from angikar.jobs.models import Job, JobState
from angikar.jobs.running import Worker, begin_left_over
from angikar.jobs.workers import own_name
from angikar.jobs.works import Watch, Work, register
from angikar.notices.models import Notice
from angikar.offices.models import Officer, Tenure
from angikar.papers.intake.taking import hand_over
from angikar.papers.models import File, Paper
from tests.jobs.working import do_all
from tests.rules.kinds.circulars import SAMPLE
from tests.world import World

Hand = Callable[..., Job]


@pytest.fixture(autouse=True)
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A worker of this name, and an empty folder of files that wait."""
    monkeypatch.setattr(Worker, "name", "here:1")
    monkeypatch.setattr(settings, "WAITING", tmp_path / "waiting")
    monkeypatch.setattr(settings, "VAR", tmp_path)


@pytest.fixture
def hand(world: World) -> Hand:
    """Let the clerk of the department hand over a file."""

    def over(data: bytes = SAMPLE.encode(), name: str = "circular.txt") -> Job:
        return hand_over(world.officers["clerk"], name, data, office=world.offices["department"])

    return over


@pytest.fixture
def pages(world: World) -> Iterator[list[tuple[int, int]]]:
    """Work of two pages, the second of which is reported only after what stands in the list was done."""
    reported: list[tuple[int, int]] = []
    register(Work("two-pages", lambda job, watch: _two(job, watch, reported), lambda job, value: "/", lambda job: None))
    return iter([reported])


def _two(job: Job, watch: Watch, reported: list[tuple[int, int]]) -> None:
    watch(1, 2)
    job.refresh_from_db()
    reported.append((job.done, job.parts))
    actions.cancel(job, by=job.by)
    watch(2, 2)


def waiting() -> list[Path]:
    """The files that wait to be read."""
    return list(Path(settings.WAITING).glob("*"))


def test_a_file_that_is_handed_over_becomes_a_paper_and_its_officer_is_notified(hand: Hand, world: World) -> None:
    job = hand()
    assert (job.state, len(waiting()), Paper.objects.count()) == (JobState.WAITING, 1, 0)
    do_all()
    job.refresh_from_db()
    paper = Paper.objects.get()
    assert (job.state, job.page, paper.kind) == (JobState.DONE, f"/intake/{paper.pk}/", "circular")
    assert waiting() == []
    notice = Notice.objects.get()
    assert (notice.post, notice.page) == (world.posts["clerk"], job.page)
    assert notice.text_en == "“circular.txt” has been read; look it through."
    verbs = ["job.begin", "job.take_up", "paper.take_in", "job.end"]
    assert [each for each in Entry.objects.values_list("verb", flat=True) if each in verbs] == verbs


def test_the_same_file_given_twice_is_one_job(hand: Hand) -> None:
    assert hand().pk == hand().pk
    assert len(waiting()) == DBTaskResult.objects.count() == 1


def test_a_task_that_is_given_twice_has_one_result(hand: Hand) -> None:
    job = hand()
    actions._hand_over(job)
    do_all()
    assert DBTaskResult.objects.count() == 2
    assert Paper.objects.count() == 1


def test_what_cannot_be_read_leaves_a_sentence_a_notice_and_nothing_else(hand: Hand) -> None:
    job = hand(bytes(range(256)) * 9, "noise.bin")
    do_all()
    job.refresh_from_db()
    assert (job.state, job.page) == (JobState.REFUSED, "")
    assert "ফাইলটি টেক্সট নয়" in job.why
    assert "The file is not text" in job.why_en
    assert "noise.bin" in Notice.objects.get().text
    assert (File.objects.count(), waiting()) == (0, [])


def test_a_job_that_waits_is_cancelled_at_once(hand: Hand) -> None:
    job = actions.cancel(hand(), by=hand().by)
    assert job.state == JobState.CANCELLED
    do_all()
    assert (Paper.objects.count(), Notice.objects.count(), waiting()) == (0, 0, [])
    with pytest.raises(Refused, match="has ended"):
        actions.cancel(job, by=job.by)


def test_a_job_that_runs_says_how_far_it_is_and_stops_when_it_is_cancelled(
    world: World, pages: Iterator[list[tuple[int, int]]]
) -> None:
    reported = next(pages)
    by, post = world.officers["clerk"], world.posts["clerk"]
    job, _ = actions.begin("two-pages", "x", key="x", args={}, by=by, post=post)
    do_all()
    job.refresh_from_db()
    assert (job.state, reported) == (JobState.CANCELLED, [(1, 2)])


def test_a_job_whose_worker_died_is_done_by_the_next_one_with_one_result(hand: Hand) -> None:
    job = hand()
    DBTaskResult.objects.get().claim("here:1")
    assert actions.take_up(job.pk, "here:1") is not None  # and then the power is cut
    do_all()
    assert Paper.objects.count() == 0
    assert begin_left_over() == 1
    do_all()
    job.refresh_from_db()
    assert (job.state, job.tries, Paper.objects.count()) == (JobState.DONE, 2, 1)
    assert begin_left_over() == 0


def test_another_workers_job_is_left_alone(hand: Hand, tmp_path: Path) -> None:
    with own_name(tmp_path) as other:
        actions.take_up(hand().pk, other)
        assert begin_left_over() == 0


def test_a_job_that_kills_its_workers_ends_with_what_to_do(hand: Hand) -> None:
    job = hand()
    for _ in range(actions.MOST_TRIES):
        assert actions.take_up(job.pk, "here:1") is not None
        begin_left_over()
    job.refresh_from_db()
    assert job.state == JobState.REFUSED
    assert job.why_en.startswith("The job was cut off 3 times; split the file")


def test_whoever_lost_the_post_meanwhile_stores_nothing(hand: Hand, world: World) -> None:
    job = hand()
    Tenure.objects.filter(officer=world.officers["clerk"]).delete()
    do_all()
    job.refresh_from_db()
    assert (job.state, Paper.objects.count()) == (JobState.REFUSED, 0)
    assert "Your post or right changed" in job.why_en


def test_a_fault_of_ours_ends_the_job_and_stays_with_its_task(world: World) -> None:
    register(Work("broken", lambda job, watch: 1 / 0, lambda job, value: "", lambda job: None))
    job, _ = actions.begin("broken", "x", key="x", args={}, by=world.officers["clerk"], post=world.posts["clerk"])
    do_all()
    job.refresh_from_db()
    assert (job.state, "A fault of the system" in job.why_en) == (JobState.REFUSED, True)
    assert "ZeroDivisionError" in DBTaskResult.objects.get().traceback


def test_a_job_whose_worker_died_before_it_took_it_up_is_done_by_the_next_one(hand: Hand) -> None:
    job = hand()
    DBTaskResult.objects.get().claim("here:1")  # and then the power is cut
    begin_left_over()
    do_all()
    job.refresh_from_db()
    assert (job.state, Paper.objects.count()) == (JobState.DONE, 1)


def test_a_worker_that_does_not_come_back_leaves_its_job_to_another(hand: Hand, tmp_path: Path) -> None:
    with own_name(tmp_path) as gone:
        job = actions.take_up(hand().pk, gone)
    with own_name(tmp_path), own_name(tmp_path) as other:
        Worker.name = other
        assert begin_left_over() == 0, "the first name is held again, by who takes its own jobs up"
    Worker.name = f"{gone}1"
    assert (begin_left_over(), job is not None) == (1, True)


def test_whoever_lost_his_account_meanwhile_stores_nothing(hand: Hand, world: World) -> None:
    job = hand()
    Officer.objects.filter(pk=job.by_id).update(is_active=False)
    do_all()
    job.refresh_from_db()
    assert (job.state, Paper.objects.count(), waiting()) == (JobState.REFUSED, 0, [])


def test_a_result_that_is_being_written_cannot_be_given_up(hand: Hand) -> None:
    job = hand()
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, done=1, parts=1)
    job.refresh_from_db()
    with pytest.raises(Refused, match="cannot be stopped any more"):
        actions.cancel(job, by=job.by)


def test_it_is_said_how_long_the_rest_takes_and_how_many_come_before(hand: Hand) -> None:
    first, second = hand(), hand(b"other", "other.txt")
    assert (ahead_of(first), ahead_of(second)) == (0, 1)
    now = timezone.now()
    running = Job(state=JobState.RUNNING, began_at=now - timedelta(seconds=30), done=10, parts=40)
    assert (seconds_left(running, now), seconds_left(first, now)) == (90, None)


def test_ended_jobs_and_what_they_left_go_after_their_time(hand: Hand, tmp_path: Path) -> None:
    kept, gone = hand(), hand(b"other", "other.txt")
    do_all()
    for name in ("made", "orphan", "fresh"):
        (tmp_path / "waiting" / name).write_bytes(b"x")
    os.utime(tmp_path / "waiting" / "orphan", (0, 0))
    now = timezone.now()
    Job.objects.filter(pk=gone.pk).update(ended_at=now - actions.KEPT - timedelta(days=1))
    Job.objects.filter(pk=kept.pk).update(ended_at=now - actions.FILE_KEPT - timedelta(days=1), stored="made")
    DBTaskResult.objects.update(enqueued_at=now - actions.KEPT - timedelta(days=1))
    assert (actions.prune(now), actions.prune(now)) == (1, 0)
    assert (Job.objects.get().pk, Job.objects.get().stored, DBTaskResult.objects.count()) == (kept.pk, "", 0)
    assert [path.name for path in waiting()] == ["fresh"]
