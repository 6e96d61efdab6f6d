"""Long lists of the register as jobs: one compares a list and keeps its preview, another carries it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from angikar.formats import Unreadable
from angikar.formats.lists import read_lists
from angikar.history.refusal import Refused
from angikar.jobs import sentences, waiting
from angikar.jobs.actions import begin
from angikar.jobs.models import Job
from angikar.jobs.works import Watch, Work
from angikar.offices.access import mandate
from angikar.offices.bulk.access import keeper, offered_list
from angikar.offices.bulk.actions import carry_out, offer
from angikar.offices.bulk.offered import OfferedList, hold_against
from angikar.offices.bulk.values import ListComparison
from angikar.offices.models import Officer, Post, RegisterImport

AT_ONCE = 3_000
"""Rows that are compared or written while somebody waits."""


def compare_later(by: Officer, files: Sequence[tuple[str, bytes]], day: date) -> Job:
    """Let a list of one file or several be compared beside the pages. Raises `NotYours` for who keeps no register."""
    keeper(by)
    listed = OfferedList.of(", ".join(name for name, _ in files), b"".join(data for _, data in files), ())
    stored = [waiting.put(data) for _, data in files]
    args = {"files": stored, "day": day.isoformat()}
    key = f"{COMPARE.name}:{by.pk}:{day}:{listed.digest}"
    job, is_new = begin(COMPARE.name, listed.file_name, key=key, args=args, by=by, post=_post(by))
    if not is_new:
        for each in stored:
            waiting.remove(each)
    return job


def carry_out_later(offered: RegisterImport, *, by: Officer, without_refused: bool) -> Job:
    """Let a list be carried out beside the pages. Raises `NotYours` for who may not."""
    found = offered_list(by, offered.pk)
    args = {"list": found.pk, "without_refused": without_refused}
    return begin(CARRY_OUT.name, found.file_name, key=f"{CARRY_OUT.name}:{found.pk}", args=args, by=by, post=_post(by))[
        0
    ]


def _post(by: Officer) -> Post | None:
    """The post as which a register is kept; an administrator may have none."""
    posts = mandate(by).posts
    return next((post for post in posts if post.is_head or post.keeps_register), next(iter(posts), None))


@dataclass(frozen=True, slots=True)
class _Compared:
    """A list, and what it would change."""

    listed: OfferedList
    comparison: ListComparison


def _compare(job: Job, watch: Watch) -> _Compared:
    data = [each for name in job.args["files"] if (each := waiting.get(name)) is not None]
    if len(data) < len(job.args["files"]):
        raise Refused(sentences.JOB_FILE_MISSING)
    try:
        sheets = tuple(sheet for each in data for sheet in read_lists(each))
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    listed = OfferedList.of(job.title, b"".join(data), sheets)
    return _Compared(listed, hold_against(listed, by=job.by, progress=watch))


def _keep(job: Job, held: _Compared) -> str:
    day = date.fromisoformat(job.args["day"])
    return f"/offices/lists/{offer(held.listed, by=job.by, day=day, compared=held.comparison).pk}/"


def _forget(job: Job) -> None:
    for name in job.args["files"]:
        waiting.remove(name)


def _may_compare(job: Job) -> None:
    keeper(job.by)


def _may_carry_out(job: Job) -> None:
    offered_list(job.by, job.args["list"])


def _carry_out(job: Job, _: None) -> str:
    found = offered_list(job.by, job.args["list"])
    carry_out(found, by=job.by, without_refused=job.args["without_refused"])
    return f"/offices/lists/{found.pk}/"


COMPARE = Work(
    "compare-list", _compare, _keep, _forget, _may_compare, "row", sentences.LIST_COMPARED, sentences.LIST_NOT_COMPARED
)
CARRY_OUT = Work(
    "carry-out-list",
    lambda job, watch: None,
    _carry_out,
    may=_may_carry_out,
    unit="row",
    done=sentences.LIST_WRITTEN,
    failed=sentences.LIST_NOT_WRITTEN,
)
