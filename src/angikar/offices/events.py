"""What offices announce, inside the transaction of the action."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.history.publishing import Event
from angikar.offices.models import Body


@dataclass(frozen=True, slots=True)
class BodyFormed(Event):
    """A body was formed, with its first members."""

    body: Body


@dataclass(frozen=True, slots=True)
class LeaderChanged(Event):
    """Another member leads a body; `body` is the fresh row."""

    body: Body
