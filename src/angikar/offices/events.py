"""What offices announce, inside the transaction of the action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from angikar.history.publishing import Event
from angikar.offices.models import Approval, Body, Office, Officer, Post, Tenure


@dataclass(frozen=True, slots=True)
class BodyFormed(Event):
    """A body was formed, with its first members."""

    body: Body


@dataclass(frozen=True, slots=True)
class LeaderChanged(Event):
    """Another member leads a body; `body` is the fresh row."""

    body: Body


@dataclass(frozen=True, slots=True)
class HolderChange:
    """One post of which the holder changed: by which tenure, and who lost it (none where it was vacant)."""

    post: Post
    tenure: Tenure
    left: Officer | None


@dataclass(frozen=True, slots=True)
class HoldersChanged(Event):
    """Posts have other holders, by one act of one person; `by` is none where the system acts."""

    changes: tuple[HolderChange, ...]
    by: Officer | None


@dataclass(frozen=True, slots=True)
class OfficeChanged(Event):
    """An office was moved, split, merged or closed from a day on (`kind` of `ApprovalKind`); `others` are the offices above it, before and
    now, the one it became part of, and those that came below another by it; `ended` the charges of those who lost their posts.
    """

    office: Office
    kind: str
    day: date
    by: Officer
    others: tuple[Office, ...] = ()
    ended: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class ApprovalChanged(Event):
    """Something that takes a second person was asked, confirmed, refused or withdrawn."""

    approval: Approval


@dataclass(frozen=True, slots=True)
class AccountChanged(Event):
    """Somebody changed the account of an officer: the verb under which the history has it, and where he was reached before."""

    officer: Officer
    verb: str
    by: Officer | None
    reached: tuple[str, ...]
    post: Post | None = None
    """The post of power he holds, if he holds one."""
