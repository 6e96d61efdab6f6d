"""Which acts on an account take two people, and who confirmed them."""

from __future__ import annotations

from angikar.history.refusal import Refused
from angikar.offices.models import Officer
from angikar.offices.posts.rights import power_of, seconds_of
from angikar.offices.sentences import SECOND_NEEDED


def needs_second(kind: str, officer: Officer, by: Officer) -> bool:
    """Whether an act on an account waits for a second person: it is an administrator's, or of somebody who holds a post of power, and
    there is somebody who could confirm.
    """
    return _takes_two(kind, officer, by) and seconds_of(officer, by).exists()


def _takes_two(kind: str, officer: Officer, by: Officer) -> bool:
    return "administrator" in kind or officer.is_staff or power_of(officer, by) is not None


def settled_by(kind: str, officer: Officer, by: Officer | None, second: Officer | None) -> dict[str, object]:
    """Say for the history who confirmed an act on an account, or that there was nobody who could. Raises `Refused` without him."""
    if by is None or not _takes_two(kind, officer, by):
        return {}
    others = seconds_of(officer, by)
    if second is not None and others.filter(pk=second.pk).exists():
        return {"confirmed_by": second.pk, "confirmed_by_name": second.name}
    if others.exists():
        raise Refused(SECOND_NEEDED)
    return {"alone": True}
