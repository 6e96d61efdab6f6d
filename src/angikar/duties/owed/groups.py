"""Groups: what one owes by when it is due, by paper and by what is asked; what others owe by office, the worst first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from angikar.duties.owed.rows import OwedDuty
from angikar.offices.models import Office
from angikar.rules.duty import Urgency

ORDER: Final[tuple[Urgency, ...]] = ("late", "today", "week", "later")


@dataclass(frozen=True, slots=True)
class AskGroup:
    """What one paper asks in the same words on several days, or of its indicators in one quarter; the most urgent first."""

    duties: tuple[OwedDuty, ...]

    @property
    def first(self) -> OwedDuty:
        """The most urgent, which stands for all."""
        return self.duties[0]


@dataclass(frozen=True, slots=True)
class OfficeGroup:
    """What the posts of one office owe, the most urgent first."""

    office: Office
    duties: tuple[OwedDuty, ...]

    @property
    def oldest(self) -> date | None:
        """The last day of what is owed longest."""
        return min((duty.due for duty in self.duties if duty.due), default=None)


def by_urgency(duties: Iterable[OwedDuty], today: date, now: time) -> dict[Urgency, list[AskGroup]]:
    """What one owes, in the order it is given, by when it is due; what comes under nothing is left out."""
    found: dict[Urgency, dict[Hashable, list[OwedDuty]]] = {each: {} for each in ORDER}
    for duty in duties:
        asked = "" if duty.line_id else duty.text
        key = (duty.paper.pk, duty.quarter, duty.body and duty.body.pk, asked)
        found[duty.urgency(today, now)].setdefault(key, []).append(duty)
    return {urgency: [AskGroup(tuple(each)) for each in groups.values()] for urgency, groups in found.items() if groups}


def by_office(duties: Iterable[OwedDuty]) -> list[OfficeGroup]:
    """What others owe by the office that owes it: first who owes most, then who owes it longest."""
    found: dict[int, list[OwedDuty]] = {}
    for duty in duties:
        found.setdefault(duty.post.office_id, []).append(duty)
    groups = [OfficeGroup(each[0].post.office, tuple(each)) for each in found.values()]
    return sorted(groups, key=lambda group: (-len(group.duties), group.oldest or date.max, group.office.pk))
