"""What jobs announce, inside the transaction of the action."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.history.publishing import Event
from angikar.jobs.models import Job


@dataclass(frozen=True, slots=True)
class JobEnded(Event):
    """A job ended with a result or without one; `job` is the fresh row."""

    job: Job
