"""The kinds of work that may be done as a job: a room above registers what it does, under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from angikar.jobs import sentences
from angikar.jobs.models import Job
from angikar.rules.sentence import Sentence

Watch = Callable[[int, int], None]
"""Takes how much is done, and of how much; raises `Cancelled` where nobody wants it any more."""


Unit = Literal["page", "row", "step"]
"""What the parts of a work are."""


class Cancelled(Exception):
    """Who began the job does not want it any more."""


@dataclass(frozen=True, slots=True)
class Work:
    """How one kind of work is done.

    `prepare` does what takes long and writes nothing; so a job that was cut off can begin again. `finish` writes its result in the
    transaction in which the job ends, and returns the page of the result: it is written once or not at all. `forget` removes what
    was stored for the job alone, once it has ended. `may` is asked when a worker takes the job up, and again before its result is
    written: it raises `NotYours` where who began it has lost the right meanwhile. `unit` is what its parts are; `done` and
    `failed` are what the officer is notified of.
    """

    name: str
    prepare: Callable[[Job, Watch], Any]
    finish: Callable[[Job, Any], str]
    forget: Callable[[Job], None] = lambda job: None
    may: Callable[[Job], None] = lambda job: None
    unit: Unit = "page"
    done: Sentence = sentences.JOB_DONE
    failed: Sentence = sentences.JOB_WITHOUT_RESULT


_WORKS: dict[str, Work] = {}


def register(work: Work) -> None:
    """Let jobs do this work."""
    _WORKS[work.name] = work


def work_named(name: str) -> Work:
    """The work of that name."""
    return _WORKS[name]
