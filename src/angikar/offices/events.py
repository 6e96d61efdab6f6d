"""What offices announce, inside the transaction of the action."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.history.publishing import Event
from angikar.offices.models import Approval, Body, Officer, Post, Tenure


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
