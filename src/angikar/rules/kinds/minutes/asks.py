"""What minutes ask: each decision of each implementer, by its day; what recurs, month by month for a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey
from angikar.rules.kinds.minutes.content import CHOICES, Minutes, MinutesDecision
from angikar.rules.schedule.recurrence import occurrences
from angikar.rules.schedule.wording import describe

_YEAR = timedelta(days=365)


def asks(minutes: Minutes, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """One ask per decision and implementer; a recurring decision asks once for each of its days in the year after issue."""
    return tuple(
        ask
        for index, item in enumerate(minutes.items)
        if not item.confirms
        for number, decision in enumerate(item.decisions)
        for who, name in enumerate(decision.implementers)
        for ask in _of(decision, DutyKey(f"{index + 1}.{number + 1}", str(who + 1), form="decision"), name, issued)
    )


def _of(decision: MinutesDecision, key: DutyKey, name: str, issued: date) -> Iterator[Ask]:
    if decision.recurrence is None:
        due = date.fromisoformat(decision.due) if decision.due else None
        yield Ask(
            kind="decision",
            key=str(key),
            text=decision.text,
            addressee=name,
            choices=CHOICES,
            due=decision.due,
            due_on_issue=due is not None and due <= issued,
        )
        return
    for rule in decision.recurrence:
        for each in occurrences([rule], anchor=None, formation=None, issued=issued, end=issued + _YEAR):
            yield Ask(
                kind="decision",
                key=str(replace(key, moment=each.due.isoformat())),
                text=f"{decision.text} ({describe(rule)})",
                addressee=name,
                choices=CHOICES,
                opens=each.due.replace(day=1).isoformat(),
                due=each.due.isoformat(),
                due_on_issue=each.due_on_issue,
            )
