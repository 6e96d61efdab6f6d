"""Keeping the register: decisions and shares are entered as minutes are issued and turn as duties turn, in the same transaction.

These are no verbs of an office: the action they follow has its own entry in the history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.db.models import Q

from angikar.duties.events import DutyChanged, PaperIssued
from angikar.duties.models import OWED, Duty, DutyState
from angikar.meetings.models import IS_OPEN, Decision, Meeting, Resolution, Share, ShareState
from angikar.meetings.register.access import is_chair
from angikar.meetings.sittings.queries import said_of
from angikar.offices.access import mandate
from angikar.offices.events import BodyFormed
from angikar.offices.models import Body, Officer
from angikar.papers.models import Paper, State
from angikar.rules.bangla.search import folded
from angikar.rules.bangla.text import key
from angikar.rules.duty_key import DutyKey, beginning
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.minutes.compose import decision_text
from angikar.rules.kinds.minutes.content import CHOICES, Minutes, MinutesDecision
from angikar.rules.kinds.minutes.threads import continued

MOST = 2_000
"""Open decisions of a body among which a thread is looked for, the newest first."""

SAID = dict(zip(CHOICES, (ShareState.DONE, ShareState.RUNNING, ShareState.PARTLY, ShareState.CANNOT), strict=True))
"""What an implementer's choice means in the register, once it is accepted."""

_ENTERED = (
    "paper",
    "body",
    "office_path",
    "key",
    "title",
    "text",
    "folded",
    "held",
    "issued",
    "since",
    "due",
    "recurs",
    "repeated",
)

Printed = dict[str, tuple[str, MinutesDecision]]
"""The decisions of minutes by their place (`3.1`: the third item's first), each with the title of its item."""


def enter_decisions(event: PaperIssued) -> None:
    """Minutes were issued: enter every decision with its implementers, and take up the threads of earlier ones."""
    paper, replaced = event.paper, event.replaced
    if not kind_named(paper.kind).records_decisions:
        return
    minutes = cast(Minutes, paper.value())
    meeting = Meeting.objects.filter(minutes=paper).select_related("body").first()
    body = meeting.body if meeting else body_named(paper, minutes.body)
    printed = printed_in(minutes)
    kept = _kept(replaced, printed)
    fresh = {place: printed[place] for place in printed if place not in kept}
    before = _threads(fresh, _open(paper, body, minutes), _named(meeting)) if fresh else {}
    rows = {place: kept.get(place) or Decision(continues=before.get(place)) for place in printed}
    for place, row in rows.items():
        _enter(row, place, *printed[place])
        row.paper, row.body, row.office_path = paper, body, paper.office.path
        row.held, row.issued = date.fromisoformat(minutes.date) if minutes.date else None, paper.issued_at or date.max
        row.since = row.continues.since if row.continues else row.held or row.issued
    Decision.objects.bulk_update(kept.values(), _ENTERED)
    Decision.objects.bulk_create([row for row in rows.values() if row.pk is None])
    _store_shares(_shares(rows.values(), event.duties), paper, replaced)
    again = [row.continues_id for row in rows.values() if row.continues_id]
    carried = Share.objects.filter(IS_OPEN, decision__in=again)
    carried.update(state=ShareState.CARRIED, settled_on=paper.issued_at)


def tie_decisions(event: BodyFormed) -> None:
    """A body was formed and took up earlier minutes: their decisions and shares are its own."""
    papers = Meeting.objects.filter(body=event.body).exclude(minutes=None).values("minutes")
    Share.objects.filter(decision__paper__in=papers, body=None).update(body=event.body)
    Decision.objects.filter(paper__in=papers, body=None).update(body=event.body)


def printed_in(minutes: Minutes) -> Printed:
    """The decisions that minutes print; what confirms the last ones decides nothing."""
    return {
        f"{index}.{number}": (item.title, each)
        for index, item in enumerate(minutes.items, 1)
        if not item.confirms
        for number, each in enumerate(item.decisions, 1)
    }


def body_named(paper: Paper, name: str | None) -> Body | None:
    """The body that papers call so: one of the issuing office, still there on the day of issue."""
    wanted = key(name or "", fold=True)
    bodies = Body.objects.on(paper.issued_at or date.max).filter(office=paper.office_id)
    return next((body for body in bodies if wanted and key(body.name, fold=True) == wanted), None)


def _named(meeting: Meeting | None) -> dict[str, Decision]:
    """Which decision a resolution of the meeting was said to continue, by its folded words."""
    if meeting is None:
        return {}
    said = Resolution.objects.filter(item__meeting=meeting, dropped=False, continues__isnull=False)
    met = meeting.date or date.max
    rows = [each for each in said.select_related("continues") if each.continues]
    return {folded(decision_text(said_of(each), met)): each.continues for each in rows if each.continues}


def _open(paper: Paper, body: Body | None, minutes: Minutes) -> dict[int, Decision]:
    """The decisions of earlier meetings of the body that still want something and that no later one took up."""
    same = Q(body=body) if body else Q(body=None, paper__office=paper.office_id, paper__content__body=minutes.body)
    earlier = Decision.objects.filter(same, continued_by=None, shares__settled_on=None, shares__isnull=False)
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


def _kept(replaced: int | None, printed: Printed) -> dict[str, Decision]:
    """Where minutes replace others: the rows of decisions that stand in both, with their threads and all that was said."""
    if replaced is None:
        return {}
    old = {row.pk: row for row in Decision.objects.filter(paper=replaced).select_related("continues")}
    places = list(printed)
    same = continued(
        [(f"{printed[place][0]} {printed[place][1].text}", False) for place in places],
        [(pk, f"{row.title} {row.text}") for pk, row in old.items()],
    )
    return {places[index]: old[pk] for index, pk in same.items()}


def _enter(row: Decision, place: str, title: str, said: MinutesDecision) -> None:
    row.key, row.title, row.text, row.folded = place, title, said.text, folded(f"{title} {said.text}")
    row.due, row.recurs = date.fromisoformat(said.due) if said.due else None, said.recurrence is not None
    row.repeated = row.continues.repeated + 1 if row.continues else 0


def _store_shares(shares: list[Share], paper: Paper, replaced: int | None) -> None:
    """Keep the shares; one that was there already keeps its state, and what is no longer asked is withdrawn."""
    if replaced is None:
        Share.objects.bulk_create(shares)
        return
    had = {
        (each.decision_id, each.post_id): each for each in Share.objects.filter(decision__paper__in=(paper, replaced))
    }
    for share in shares:
        old = had.pop((share.decision_id, share.post_id), None)
        if old is not None:
            share.pk, share.state, share.reason, share.word, share.settled_on = (
                old.pk,
                old.state,
                old.reason,
                old.word,
                old.settled_on,
            )
    Share.objects.bulk_update(
        [share for share in shares if share.pk], ("duty", "named", "decided_path", "body", "since", "due")
    )
    Share.objects.bulk_create([share for share in shares if not share.pk])
    left = Share.objects.filter(IS_OPEN, pk__in=[each.pk for each in had.values()])
    left.update(state=ShareState.WITHDRAWN, settled_on=paper.issued_at)


def _shares(rows: Iterable[Decision], duties: Iterable[Duty]) -> list[Share]:
    """One share for a decision and a post, answered by the earliest of the duties it made there."""
    asked: dict[str, dict[int, Duty]] = defaultdict(dict)
    for duty in sorted(duties, key=lambda each: (each.due or date.max, each.pk or 0)):
        if duty.kind == "decision":
            asked[place_of(duty.key)].setdefault(duty.post_id, duty)
    return [
        Share(
            decision=row,
            office=duty.post.office,
            office_path=duty.post.office.path,
            decided_path=row.office_path,
            body=row.body,
            post=duty.post,
            duty=duty,
            named=duty.named,
            since=row.since,
            due=duty.due,
            **_closed(row, duty),
        )
        for row in rows
        for duty in asked[row.key].values()
    ]


def _closed(row: Decision, duty: Duty) -> dict[str, Any]:
    """What closes the share of a duty that was over long before its minutes were entered: it wants nothing of anybody."""
    if row.paper.entered_on is None or duty.state != DutyState.EXCUSED:
        return {}
    return {"state": ShareState.WITHDRAWN, "settled_on": row.paper.issued_at}


def place_of(key: str) -> str:
    """The place of the decision a duty comes from: its key is item, decision and implementer, perhaps with a day."""
    return DutyKey.parse(key).place


def update_share(event: DutyChanged) -> None:
    """A duty of a decision was answered, looked over or excused: its share says so. Where the decision recurs, it is
    carried out when the last of its days is.
    """
    duty, report = event.duty, event.report
    if duty.kind != "decision":
        return
    here = Share.objects.filter(decision__paper=duty.paper_id, decision__key=place_of(duty.key), post=duty.post_id)
    share = here.select_related("decision__paper").first()
    if share is None:
        return
    if share.state == ShareState.WITHDRAWN and event.before == DutyState.EXCUSED and duty.state == DutyState.OPEN:
        stand(share, ShareState.NEW, share.since or date.max)
        share.save()
    if share.state in (ShareState.CARRIED, ShareState.WITHDRAWN):
        return
    said = SAID.get((report.choice if report else None) or "")
    if (excuse := event.excuse) is not None:
        word = _word_of_chair(share, excuse.by, excuse.on, excuse.words)
        stand(share, ShareState.CANNOT, excuse.on, excuse.words, word)
    elif duty.state == DutyState.ACCEPTED and report is not None and said is not None and report.reviewed_on:
        word = _word_of_chair(share, report.reviewer, report.reviewed_on, report.review_words)
        stand(share, said, report.reviewed_on, report.words, word)
    elif duty.state == DutyState.SUBMITTED and share.state == ShareState.NEW:
        share.state = ShareState.RUNNING
    else:
        return
    if share.settled_on and share.decision.recurs and _goes_on(duty):
        stand(share, ShareState.RUNNING, share.settled_on)
    share.save()


def stand(share: Share, state: str, day: date, reason: str = "", word: str = "") -> None:
    """Let a share stand in a state from a day on; the caller keeps it. Carried out, it is settled; that it cannot be has a
    reason, and is settled by the chair's word.
    """
    cannot = state == ShareState.CANNOT
    share.state, share.reason, share.word = state, reason if cannot else "", word if cannot else ""
    share.settled_on = day if state == ShareState.DONE or share.word else None


def _word_of_chair(share: Share, by: Officer | None, day: date, words: str) -> str:
    """What the chair said when he looked the answer over; nobody else's words settle anything."""
    return words.strip() if by is not None and is_chair(mandate(by, day), share.decision, day) else ""


def _goes_on(duty: Duty) -> bool:
    """Whether other days of the same decision are still to be answered."""
    others = Duty.objects.filter(
        paper=duty.paper_id, post=duty.post_id, key__startswith=beginning(place_of(duty.key), "decision")
    )
    return others.exclude(pk=duty.pk).filter(state__in=(*OWED, DutyState.SUBMITTED)).exists()
