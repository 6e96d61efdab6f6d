"""Taking a file in as a job: it is read without a limit but its own, and becomes a paper in the transaction that ends the job."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from angikar.formats import Unreadable, kind_of
from angikar.formats.bundles import Bundle
from angikar.formats.confined import bundle_confined
from angikar.history.refusal import Refused
from angikar.jobs import waiting
from angikar.jobs.actions import begin
from angikar.jobs.models import Job
from angikar.jobs.works import Watch, Work
from angikar.offices.models import Office, Officer
from angikar.papers import sentences
from angikar.papers.actions import enter
from angikar.papers.locking import own_post
from angikar.papers.reading import Found, understood

AT_ONCE = 1.0
"""Seconds that a file is read for while somebody waits; then it becomes a job."""
_SMALL = 256 * 1024
"""Bytes of a file that may be read at once."""


def takes_long(data: bytes) -> bool:
    """Whether a file is not even tried at once: a picture, what another program must open, a large one. Raises `Refused` where no
    reader can open it.
    """
    try:
        return kind_of(data) in ("picture", "office") or len(data) > _SMALL
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong


def opened(data: bytes) -> Bundle | None:
    """The files of an e-mail or a ZIP of papers, each of which is taken in by itself; `None` for any other file. Raises `Refused`
    where it cannot be opened.
    """
    try:
        return bundle_confined(data) if kind_of(data) == "bundle" else None
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong


@dataclass(frozen=True, slots=True)
class _Read:
    """A file, and what was understood of it."""

    data: bytes
    found: tuple[Found, ...]


def hand_over(by: Officer, name: str, data: bytes, *, office: Office, kind: str | None = None) -> Job:
    """Let a file be read beside the pages. The same file, given again while it is read, is the same job. Raises `NotYours` for
    another's office.
    """
    post = own_post(by, office)
    key = f"{TAKE_IN.name}:{by.pk}:{office.pk}:{kind or ''}:{hashlib.sha256(data).hexdigest()}"
    stored = waiting.put(data)
    args = {"files": [stored], "name": name, "office": office.pk, "kind": kind}
    job, is_new = begin(TAKE_IN.name, name, key=key, args=args, by=by, post=post)
    if not is_new:
        waiting.remove(stored)
    return job


def _read(job: Job, watch: Watch) -> _Read:
    data = waiting.get(job.args["files"][0])
    if data is None:
        raise Refused(sentences.WAITING_FILE_MISSING)
    return _Read(data, understood(job.args["name"], data, job.args["kind"], None, watch=watch))


def _enter(job: Job, read: _Read) -> str:
    office = Office.objects.get(pk=job.args["office"])
    papers = enter(job.by, job.args["name"], read.data, read.found, office=office)
    return f"/intake/{papers[0].pk}/"


def _forget(job: Job) -> None:
    waiting.remove(job.args["files"][0])


def _may(job: Job) -> None:
    own_post(job.by, Office.objects.get(pk=job.args["office"]))


TAKE_IN = Work("take-in", _read, _enter, _forget, may=_may, done=sentences.FILE_READ, failed=sentences.FILE_NOT_READ)
