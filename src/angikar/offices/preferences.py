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


_USUAL: dict[str, NoticeWay] = {
    "alarm": NoticeWay(),
    "urgent": NoticeWay(),
    "invitation": NoticeWay(sms=False),
    "late": NoticeWay(at_once=False),
    "escalation": NoticeWay(at_once=False),
}
"""The way of a kind where an officer has not chosen: at once what cannot wait, by SMS what is late."""
_GATHERED = NoticeWay(sms=False, at_once=False)
"""The way of every other kind: in the e-mail of the day."""


def way_of(officer: Officer, kind: str) -> NoticeWay:
    """How a kind of notice reaches an officer: as he chose, else as is usual for the kind."""
    chosen = officer.notice_ways.get(kind, {})
    usual = _USUAL.get(kind, _GATHERED)
    return NoticeWay(**{name: bool(chosen.get(name, getattr(usual, name))) for name in NoticeWay.__slots__})
