"""Several: many answers accepted, or many papers acknowledged, in one step; each by its own action, so that one refused holds up no other."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from django.db import transaction

from angikar.duties import access, actions, sentences
from angikar.duties.models import Duty, Report, ReportState
from angikar.history.refusal import NotYours, Refused
from angikar.offices.models import Officer

AT_ONCE: Final = 30
"""So many are done in one request; nobody else waits for longer."""


@dataclass(frozen=True, slots=True)
class SeveralDone:
    """How many were done, and what was left out with the reason."""

    done: int
    left_out: tuple[tuple[Duty, Refused], ...]


def accept_several(reports: Collection[int], *, by: Officer, today: date) -> SeveralDone:
    """Accept these reports as they were claimed, without words: what wants words of the reviewer is left out.

    Raises `NotYours` where one of them is not his to look over, before any is accepted; `Refused` for none and for too many.
    """
    _refuse_number(reports)
    found = [access.report(by, each, to="review", on=today) for each in reports]
    if any(each.state == ReportState.DRAFT for each in found):
        raise NotYours
    return _outcome([(each.duty, partial(_accept_waiting, each, by, today)) for each in found])


def acknowledge_several(duties: Collection[int], *, by: Officer, today: date) -> SeveralDone:
    """Acknowledge the receipt of the papers of these duties. Raises like `accept_several`."""
    _refuse_number(duties)
    found = [access.duty(by, each, to="report", on=today) for each in duties]
    return _outcome([(each, partial(actions.acknowledge, each, by=by, today=today)) for each in found])


def _refuse_number(given: Collection[int]) -> None:
    if not given:
        raise Refused(sentences.NONE_TICKED)
    if len(given) > AT_ONCE:
        raise Refused(sentences.TOO_MANY_TICKED, most=AT_ONCE)


def _accept_waiting(report: Report, by: Officer, today: date) -> None:
    """Accept a report that still waits: what somebody else has looked over since the list was drawn stays as he left it."""
    with transaction.atomic():
        Duty.objects.select_for_update().get(pk=report.duty_id)
        if Report.objects.get(pk=report.pk).state != ReportState.SUBMITTED:
            raise Refused(sentences.REVIEWED_MEANWHILE)
        actions.accept(report, by=by, today=today)


def _outcome(steps: Collection[tuple[Duty, Callable[[], object]]]) -> SeveralDone:
    left_out = []
    for duty, act in steps:
        try:
            act()
        except Refused as refused:
            left_out.append((duty, refused))
    return SeveralDone(len(steps) - len(left_out), tuple(left_out))
