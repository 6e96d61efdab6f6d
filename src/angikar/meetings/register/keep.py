"""Keeping the register: decisions and shares are laid as minutes are issued and turn as duties turn, in the same transaction.

These are no verbs of an office: the deed they follow has its own entry in the history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import Q

from angikar.duties.models import Duty, DutyState, Report
from angikar.meetings.models import OPEN_SHARES, Decision, Meeting, Resolution, Share, ShareState
from angikar.offices.models import Body
from angikar.papers.models import Paper, State
from angikar.rules.bangla.search import folded
from angikar.rules.bangla.text import key
from angikar.rules.kinds.minutes.content import CHOICES, Minutes
from angikar.rules.kinds.minutes.content import Decision as Decided
from angikar.rules.kinds.minutes.threads import continued

MOST = 2_000
"""Open decisions of a body among which a thread is looked for, the newest first."""

SAID = dict(zip(CHOICES, (ShareState.DONE, ShareState.RUNNING, ShareState.PARTLY, ShareState.CANNOT), strict=True))
"""What an implementer's choice means in the register, once it is accepted."""

Printed = dict[str, tuple[str, Decided]]
"""The decisions of minutes by their place (`3.1`: the third item's first), each with the title of its item."""


def laid(paper: Paper, replaced: int | None, duties: Sequence[Duty], **_: Any) -> None:
    """Minutes were issued: enter every decision with its implementers, and take up the threads of earlier ones."""
    if paper.kind != "minutes":
        return
    minutes = cast(Minutes, paper.value())
    meeting = Meeting.objects.filter(minutes=paper).select_related("body").first()
    body = meeting.body if meeting else _body(paper, minutes.body)
    printed: Printed = {
        f"{index}.{number}": (item.title, each)
        for index, item in enumerate(minutes.items, 1)
        if not item.confirms
        for number, each in enumerate(item.decisions, 1)
    }
    before = _threads(printed, _open(paper, body, minutes), _named(meeting))
    rows = [_decision(place, title, each, before.get(place)) for place, (title, each) in printed.items()]
    for row in rows:
        row.paper, row.body, row.office_path = paper, body, paper.office.path
        row.held, row.issued = date.fromisoformat(minutes.date) if minutes.date else None, paper.issued_at or date.max
    shares = _shares(Decision.objects.bulk_create(rows), duties)
    if replaced is not None:
        _inherit(shares, replaced)
    Share.objects.bulk_create(shares)
    again = [row.continues_id for row in rows if row.continues_id]
    carried = Share.objects.filter(decision__in=again, state__in=OPEN_SHARES)
    carried.update(state=ShareState.CARRIED, settled_on=paper.issued_at)


def _body(paper: Paper, name: str | None) -> Body | None:
    """The body that papers call so: one of the issuing office, still there on the day of issue."""
    wanted = key(name or "", fold=True)
    bodies = Body.objects.on(paper.issued_at or date.max).filter(office=paper.office_id)
    return next((body for body in bodies if wanted and key(body.name, fold=True) == wanted), None)


def _named(meeting: Meeting | None) -> dict[str, Decision]:
    """Which decision a resolution of the meeting was said to continue, by its folded words."""
    if meeting is None:
        return {}
    said = Resolution.objects.filter(item__meeting=meeting, dropped=False, continues__isnull=False)
    return {folded(each.text): each.continues for each in said.select_related("continues") if each.continues}


def _open(paper: Paper, body: Body | None, minutes: Minutes) -> dict[int, Decision]:
    """The decisions of earlier meetings of the body that still want something and that no later one took up."""
    same = Q(body=body) if body else Q(body=None, paper__office=paper.office_id, paper__content__body=minutes.body)
    earlier = Decision.objects.filter(same, continued_by=None, shares__state__in=OPEN_SHARES)
    earlier = earlier.exclude(paper__state=State.SUPERSEDED).exclude(paper=paper.supersedes_id)
    if minutes.date:
        earlier = earlier.filter(Q(held=None) | Q(held__lt=minutes.date))
    return {each.pk: each for each in earlier.distinct().order_by("-pk")[:MOST]}


def _threads(printed: Printed, known: dict[int, Decision], named: dict[str, Decision]) -> dict[str, Decision]:
    """The earlier decision that each place continues: the one the meeting named, else the one it is clearly like."""
    found = {place: named[words] for place, (_, each) in printed.items() if (words := folded(each.text)) in named}
    rest = [place for place in printed if place not in found]
    taken = {each.pk for each in found.values()}
    alike = continued(
        [(printed[place][1].text, printed[place][1].carried_over) for place in rest],
        [(pk, each.text) for pk, each in known.items() if pk not in taken],
    )
    return {**found, **{rest[index]: known[pk] for index, pk in alike.items()}}


def _decision(place: str, title: str, said: Decided, before: Decision | None) -> Decision:
    return Decision(
        key=place,
        title=title,
        text=said.text,
        folded=folded(f"{title} {said.text}"),
        due=date.fromisoformat(said.due) if said.due else None,
        recurs=said.recurrence is not None,
        continues=before,
        repeated=before.repeated + 1 if before else 0,
    )


def _shares(rows: Iterable[Decision], duties: Iterable[Duty]) -> list[Share]:
    """One share for a decision and a post, answered by the earliest of the duties it made there."""
    asked: dict[str, dict[int, Duty]] = defaultdict(dict)
    for duty in sorted(duties, key=lambda each: (each.due or date.max, each.pk or 0)):
        if duty.kind == "decision":
            asked[_place(duty)].setdefault(duty.post_id, duty)
    return [
        Share(
            decision=row,
            office=duty.post.office,
            office_path=duty.post.office.path,
            post=duty.post,
            duty=duty,
            named=duty.named,
            due=duty.due,
        )
        for row in rows
        for duty in asked[row.key].values()
    ]


def _place(duty: Duty) -> str:
    """The place of the decision a duty comes from: its key is item, decision and implementer, perhaps with a day."""
    return duty.key.partition("@")[0].rpartition(".")[0]


def _inherit(shares: Iterable[Share], replaced: int) -> None:
    """What an office said of a decision stays said when the minutes are replaced."""
    before = Share.objects.filter(decision__paper=replaced).select_related("decision")
    old = {(share.decision.key, share.post_id): share for share in before}
    for share in shares:
        same = old.get((share.decision.key, share.post_id))
        if same is not None:
            share.state, share.reason, share.word, share.settled_on = (
                same.state,
                same.reason,
                same.word,
                same.settled_on,
            )


def turned(duty: Duty, told: Report | None, **_: Any) -> None:
    """A duty of a decision was answered, looked over or excused: its share says so."""
    if duty.kind != "decision":
        return
    share = Share.objects.filter(decision__paper=duty.paper_id, decision__key=_place(duty), post=duty.post_id).first()
    if share is None or share.state == ShareState.CARRIED:
        return
    said = SAID.get((told.choice if told else None) or "")
    if duty.state == DutyState.EXCUSED:
        share.state = ShareState.CANNOT
    elif duty.state == DutyState.ACCEPTED and told is not None and said is not None:
        share.state, share.word = said, told.review_words
        share.reason = told.words if said == ShareState.CANNOT else ""
        share.settled_on = told.reviewed_on if said in (ShareState.DONE, ShareState.CANNOT) else None
    elif duty.state == DutyState.SUBMITTED and share.state == ShareState.NEW:
        share.state = ShareState.RUNNING
    else:
        return
    share.save()
