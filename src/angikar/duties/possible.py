"""What is possible: whether a duty may be answered, reviewed or excused on a day, the sentence that says why not, and the duty
locked for an action with what may be done with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from angikar.duties import sentences
from angikar.duties.access import Right, rights
from angikar.duties.cycle import locks
from angikar.duties.cycle.locks import QuarterStatus
from angikar.duties.models import OF_THE_CYCLE, Duty, DutyState, Line
from angikar.duties.states import DUTY
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import Mandate, mandate
from angikar.offices.models import Officer, Post
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.models import Link

Step = Literal["draft", "answer", "report", "acknowledge", "accept", "send_back", "excuse", "ask_again"]
"""What may be done with a duty. A `draft` may be stored before the period has begun, while the quarter is open; an `answer` may
be given once it has begun (what arrives after the quarter was closed is stored as a draft and refused), a `report` needs
an open quarter as well.
"""


@dataclass(frozen=True, slots=True)
class Possible:
    """What the holder of a mandate may do with a duty on a day. The status of its quarter, and whether a linked plan gives
    its figure, are read when a step needs them and they are not given.
    """

    duty: Duty
    rights: frozenset[Right]
    day: date
    status: QuarterStatus | None = None
    linked: bool | None = None

    def why_not(self, step: Step) -> Refused | NotYours | None:
        """Why the step is not possible; `None` where it is."""
        right, checks = _STEPS[step]
        if right not in self.rights:
            return NotYours()
        return next((why for check in checks if (why := check(self)) is not None), None)

    def may(self, step: Step) -> bool:
        """Whether the step is possible."""
        return self.why_not(step) is None

    def require(self, step: Step) -> None:
        """Raises what `why_not` gives."""
        if (why := self.why_not(step)) is not None:
            raise why


def possible(
    duty: Duty, held: Mandate, day: date, *, status: QuarterStatus | None = None, linked: bool | None = None
) -> Possible:
    """What the holder of a mandate may do with a duty on a day; the screens and the actions ask here."""
    return Possible(duty, rights(held, duty), day, status, linked)


def _is_of_the_cycle(case: Possible) -> Refused | None:
    return Refused(sentences.ANSWERED_ON_YEAR_PAGE) if case.duty.kind in OF_THE_CYCLE else None


def _is_closed(case: Possible) -> Refused | None:
    starts = case.duty.state in DUTY.sources("duty.report")
    if starts and (case.duty.state != DutyState.ACCEPTED or _is_reopened(case)):
        return None
    return Refused(sentences.DUTY_CLOSED)


def _is_reopened(case: Possible) -> bool:
    """Whether an accepted figure may be reported again, because its quarter was opened for a while."""
    quarter = case.duty.quarter if case.duty.state == DutyState.ACCEPTED else None
    if quarter is None:
        return False
    return (case.status or locks.quarter_status(case.duty.paper_id, quarter)).is_reopened(case.day)


def _is_linked(case: Possible) -> Refused | None:
    if case.duty.line_id is None or case.linked is False:
        return None
    if case.linked or (case.duty.line is not None and has_link(case.duty.paper_id, case.duty.line)):
        return Refused(sentences.GIVEN_BY_LINKED_PLAN)
    return None


def has_link(paper: int, line: Line) -> bool:
    """Whether a linked plan gives the figure of a line."""
    return any(_LINKED.rows(paper, str(line.identity)))


_LINKED = Prepared(
    lambda paper, line: Link.objects.filter(paper=paper, line=line).order_by().values_list("pk"), NUMBERS[0], "own:0"
)


def _has_not_begun(case: Possible) -> Refused | None:
    begun = case.duty.opens is None or case.duty.opens <= case.day
    return None if begun else Refused(sentences.PERIOD_NOT_BEGUN)


def _is_quarter_closed(case: Possible) -> Refused | None:
    why = locks.closed_for(case.duty, case.day, case.status)
    return locks.refusal(why) if why else None


def _asks_no_receipt(case: Possible) -> Refused | None:
    asks = case.duty.kind == "acknowledge" and case.duty.state in DUTY.sources("duty.acknowledge")
    return None if asks else Refused(sentences.NO_RECEIPT_ASKED)


def _is_evaluated(case: Possible) -> Refused | None:
    evaluated = locks.is_evaluated(case.duty) if case.status is None else case.status.evaluated
    return locks.refusal("evaluated") if evaluated else None


def _has_no_report_to_review(case: Possible) -> Refused | None:
    duty = case.duty
    reviewed = duty.kind == "acknowledge" or duty.kind in OF_THE_CYCLE
    if reviewed or duty.state not in DUTY.sources("duty.accept"):
        return Refused(sentences.REPORT_NOT_LATEST)
    return None


def _is_never_excused(case: Possible) -> Refused | None:
    return Refused(sentences.CANNOT_BE_EXCUSED) if case.duty.kind in OF_THE_CYCLE else None


def _is_answered(case: Possible) -> Refused | None:
    return None if case.duty.state in DUTY.sources("duty.excuse") else Refused(sentences.ANSWERED_ALREADY)


def _is_not_excused(case: Possible) -> Refused | None:
    return None if case.duty.state in DUTY.sources("duty.ask_again") else Refused(sentences.NOT_EXCUSED)


Check = Callable[[Possible], Refused | None]

_OWED: tuple[Check, ...] = (_is_of_the_cycle, _is_closed, _is_linked)
_ANSWER = (*_OWED, _has_not_begun)

_STEPS: dict[Step, tuple[Right, tuple[Check, ...]]] = {
    "draft": ("report", (_is_quarter_closed, *_OWED)),
    "answer": ("report", _ANSWER),
    "report": ("report", (_is_quarter_closed, *_ANSWER)),
    "acknowledge": ("report", (_asks_no_receipt,)),
    "accept": ("review", (_is_evaluated, _has_no_report_to_review)),
    "send_back": ("review", (_is_quarter_closed, _has_no_report_to_review)),
    "excuse": ("review", (_is_evaluated, _is_never_excused, _is_answered)),
    "ask_again": ("review", (_is_evaluated, _is_not_excused)),
}
"""The right that a step needs, and what may be against it in the order in which it is asked."""


def locked(duty: Duty, by: Officer, to: Right, today: date) -> tuple[Duty, Post, Possible]:
    """The duty, locked and fresh, the post `by` acts as, and what he may do; `NotYours` when he has no right `to` it."""
    fresh = Duty.objects.select_for_update(of=("self",)).select_related("post__office", "paper", "line").get(pk=duty.pk)
    held = mandate(by, today)
    case, post = possible(fresh, held, today), acting_post(fresh, held, to)
    if post is None or to not in case.rights:
        raise NotYours
    return fresh, post, case


def acting_post(fresh: Duty, held: Mandate, to: Right) -> Post | None:
    """The post to act as: the duty's own, the one that leads the office, or the one that sits in the body."""
    if to == "review":
        return held.verifier_in(fresh.owed_to_id or 0)
    own = fresh.post if fresh.post_id in held.reports_for else held.post_in(fresh.post.office_id)
    if own is None and fresh.body_id:
        members = (post for post in held.posts if post.seats.filter(body=fresh.body_id, until=None).exists())
        return next(members, None)
    return own
