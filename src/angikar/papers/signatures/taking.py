"""Taking the scan of a signed paper in as a job: it is read without a limit but its own, and kept in the transaction that ends the job."""

from __future__ import annotations

import hashlib

from django.utils import timezone

from angikar.history.refusal import Refused
from angikar.jobs import waiting
from angikar.jobs.actions import begin
from angikar.jobs.models import Job
from angikar.jobs.works import Watch, Work
from angikar.offices.models import Officer
from angikar.papers import access
from angikar.papers.locking import own_post
from angikar.papers.models import Paper
from angikar.papers.sentences import WAITING_FILE_MISSING
from angikar.papers.signatures import sentences
from angikar.papers.signatures.actions import keep_scan
from angikar.papers.signatures.comparing import Compared, compared

_PATIENCE = 1_800.0
"""Seconds that a scan is read beside the pages: thirty for each of sixty pages."""


def hand_over(paper: Paper, name: str, data: bytes, *, by: Officer, version: int, sure: bool) -> Job:
    """Let a scan be compared with its paper beside the pages, in the version that was looked at, and then kept as `keep_scan` does.

    The same file, given while it is read, is the same job; another file is a job of its own. Raises `NotYours` for who may not amend the paper.
    """
    found = access.paper(by, paper.pk, to="amend")
    stored = waiting.put(data)
    args = {"files": [stored], "name": name, "paper": found.pk, "version": version, "sure": sure}
    post = own_post(by, found.office)
    key = f"{KEEP_SCAN.name}:{found.pk}:{hashlib.sha256(data).hexdigest()}"
    job, is_new = begin(KEEP_SCAN.name, name, key=key, args=args, by=by, post=post)
    if not is_new:
        waiting.remove(stored)
    return job


def _read(job: Job, _: Watch) -> tuple[bytes, Compared]:
    data = waiting.get(job.args["files"][0])
    if data is None:
        raise Refused(WAITING_FILE_MISSING)
    return data, compared(_paper(job), job.args["name"], data, _PATIENCE)


def _keep(job: Job, read: tuple[bytes, Compared]) -> str:
    (data, found), args = read, job.args
    version, sure = args["version"], args["sure"]
    keep_scan(_paper(job), args["name"], data, found, by=job.by, at=timezone.now(), version=version, sure=sure)
    return f"/papers/{args['paper']}/signing/"


def _forget(job: Job) -> None:
    waiting.remove(job.args["files"][0])


def _paper(job: Job) -> Paper:
    return access.paper(job.by, job.args["paper"], to="amend")


def _may(job: Job) -> None:
    _paper(job)


KEEP_SCAN = Work("keep-scan", _read, _keep, _forget, may=_may, done=sentences.SCAN_KEPT, failed=sentences.SCAN_NOT_KEPT)
