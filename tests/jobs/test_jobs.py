"""Jobs: begun once, done once, announced; cancelled, cut off and begun again without a second result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from angikar.history.models import Entry
from angikar.history.refusal import Refused
from angikar.jobs import actions
from angikar.jobs.models import Job, JobState
from angikar.jobs.running import Worker, begin_left_over
from angikar.jobs.works import Watch, Work, register
from angikar.notices.models import Notice
from angikar.offices.models import Tenure
from angikar.papers.intake.taking import hand_over
from angikar.papers.models import File, Paper
from tests.rules.kinds.circulars import SAMPLE
from tests.world import World

Hand = Callable[..., Job]


@pytest.fixture(autouse=True)
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A worker of this name, and an empty folder of files that wait."""
    monkeypatch.setattr(Worker, "name", "here:1")
    monkeypatch.setattr(settings, "WAITING", tmp_path / "waiting")


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


def do_all() -> None:
    """Do every task that waits, as a worker does."""
    by = TaskWorker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="here:1",
        excluded_queue_names=[],
    )
    for task in list(DBTaskResult.objects.ready()):
        task.claim("here:1")
        by.run_task(task)


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


def test_another_workers_job_is_left_alone(hand: Hand) -> None:
    actions.take_up(hand().pk, "there:1")
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
