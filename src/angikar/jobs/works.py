"""The kinds of work that may be done as a job: a room above registers what it does, under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from angikar.jobs.models import Job

Watch = Callable[[int, int], None]
"""Takes how much is done, and of how much; raises `Cancelled` where nobody wants it any more."""


class Cancelled(Exception):
    """Who began the job does not want it any more."""


@dataclass(frozen=True, slots=True)
class Work:
    """How one kind of work is done.

    `prepare` does what takes long and writes nothing; so a job that was cut off can begin again. `finish` writes its result in the
    transaction in which the job ends, and returns the page of the result: it is written once or not at all. `forget` removes what
    was stored for the job alone, once it has ended.
    """

    name: str
    prepare: Callable[[Job, Watch], Any]
    finish: Callable[[Job, Any], str]
    forget: Callable[[Job], None]


_WORKS: dict[str, Work] = {}


def register(work: Work) -> None:
    """Let jobs do this work."""
    _WORKS[work.name] = work


def work_named(name: str) -> Work:
    """The work of that name."""
    return _WORKS[name]
