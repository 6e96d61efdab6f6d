"""How a kind of notice reaches an officer: by which channels, and at once or gathered once a day."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.offices.models import Officer


@dataclass(frozen=True, slots=True)
class NoticeWay:
    """The channels of one kind of notice; the page shows it in any case. `at_once` sends it when it arises, else it waits for the
    digest of the day.
    """

    email: bool = True
    sms: bool = True
    at_once: bool = True


def way_of(officer: Officer, kind: str) -> NoticeWay:
    """How a kind of notice reaches an officer; every channel at once where he has not said otherwise."""
    chosen = officer.notice_ways.get(kind, {})
    return NoticeWay(**{name: bool(chosen.get(name, True)) for name in NoticeWay.__slots__})
