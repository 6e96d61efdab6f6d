"""Issuing: the one transaction that freezes a paper, stores its hash, and creates what follows from it: lines, duties,
addressees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Case, QuerySet, When

from angikar.duties import sentences
from angikar.duties.creating import ASKED_COLUMNS, create_duties, fill_duty
from angikar.duties.cycle import locks
from angikar.duties.events import PaperIssued
from angikar.duties.models import OF_THE_CYCLE, OWED, Duty, DutyState, Evaluation, Feedback, Filing, Line, Reopening
from angikar.duties.placing.past import is_long_over, own_day
from angikar.duties.placing.sharing import Same, same
from angikar.duties.preview import Foreseen, asks_of, checked_again, foresee, refuse_unagreed, unplaced
from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.addressing import Register
from angikar.offices.models import Office, Officer
from angikar.papers import doubts
from angikar.papers.letters.queries import next_number
from angikar.papers.letters.sending import compared, dated, refuse_unsendable, refuse_used
from angikar.papers.links.queries import subject_of
from angikar.papers.meanings.queries import register_of
from angikar.papers.models import Addressee, Dispatch, Paper, State, Unsigned
from angikar.papers.sentences import MEMO_NUMBER_USED
from angikar.papers.signatures.queries import unsigned_reason
from angikar.papers.states import TO_ISSUE
from angikar.rules.duty import Ask
from angikar.rules.kinds import kind_named
from angikar.rules.plan import IndicatorId, Plan

_Had = dict[tuple[Same, int], list[Duty]]


@dataclass(slots=True)
class _Created:
    """What one issue creates: its lines, its duties by key and post, those that stay though their paper is replaced, and the addressees
    that no post answers to.
    """

    lines: dict[IndicatorId, Line] = field(default_factory=dict)
    duties: set[tuple[str, int]] = field(default_factory=set)
    stayed: list[int] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)


def issue(
    paper: Paper, *, by: Officer, day: date, focal: bool = False, entered: date | None = None, unsigned: str = ""
) -> Paper:
    """Issue a paper on a day: check it once more, freeze it under its hash, and create its lines, duties and
    addressees.

    Duties go to the posts the paper names, each post once for what several of its lines ask. Where the words lead to no
    post, nobody is asked, unless a person says that the focal post of the office answers (`focal`). A paper that replaces another takes over the duties they have in common, with
    all reports. A paper of the past is `entered` on a later day than its own: what was over long before is history, owed by
    nobody. What both parties must sign is issued without their signatures only where it is said why (`unsigned`). Raises `Refused` while an error is open and where a figure of a plan would be nobody's, `Conflict` when the paper changed since it was
    looked at, `NotYours` for all but the head.
    """
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office", "supersedes").get(pk=paper.pk)
        post = mandate(by, entered or day).post_in(fresh.office_id)
        if post is None or not post.is_head:
            raise NotYours
        value = _ready(fresh, paper.version)
        if entered is not None and (entered < day or day != own_day(fresh)):
            raise Refused(sentences.ENTERED_UNDER_ANOTHER_DAY)
        if fresh.supersedes_id and Evaluation.objects.in_force().filter(paper=fresh.supersedes_id).exists():
            raise locks.refusal("evaluated")
        register = register_of(fresh)
        _number(fresh, register, day)
        _be_the_plan(fresh, value)
        reason = unsigned_reason(fresh, unsigned)
        asks = asks_of(fresh, day)
        foreseen = foresee(fresh, asks, register, focal=focal)
        _refuse_unplaced(foreseen, focal)
        created = _Created(lines=_create_lines(fresh, value))
        fresh.issued_at, fresh.entered_on = day, entered
        _create_all_duties(fresh, foreseen, created)
        _address(fresh, register, created)
        fresh.state, fresh.hash = State.ISSUED, fresh.fingerprint()
        fresh.version, fresh.holder = fresh.version + 1, None
        _store(fresh)
        if reason:
            Unsigned.objects.create(paper=fresh, reason=reason, by=by, post=post, on=entered or day)
        replaced, moved = fresh.supersedes_id, _replace(fresh, created)
        duties = (
            Duty.objects.filter(paper=fresh).exclude(state=DutyState.WITHDRAWN).select_related("line", "post__office")
        )
        publish(PaperIssued(fresh, replaced, list(created.lines.values()), duties))
        record("paper.issue", fresh, by=by, post=post, now=_remembered(fresh, created, moved, reason))
    return fresh


def _remembered(
    fresh: Paper, created: _Created, moved: dict[str, dict[str, list[int]]], reason: str
) -> dict[str, object]:
    """What the history says of an issue."""
    return {
        "hash": fresh.hash,
        "day": fresh.issued_at.isoformat() if fresh.issued_at else None,
        "entered": fresh.entered_on.isoformat() if fresh.entered_on else None,
        "lines": len(created.lines),
        "duties": len(created.duties),
        "unmatched": created.unmatched,
        "replaces": fresh.supersedes_id,
        **moved,
        **({"unsigned": reason} if reason else {}),
    }


def _ready(fresh: Paper, version: int) -> Any:
    """The content as a value, when it is ready to be issued."""
    if fresh.holder is not None and not fresh.holder.is_head:
        raise Refused(sentences.DRAFT_WITH_ANOTHER, post=fresh.holder.title)
    if fresh.state not in TO_ISSUE or fresh.is_template:
        raise Refused(sentences.NOT_READY_TO_ISSUE)
    if fresh.version != version:
        raise Conflict(mine=version, theirs=fresh.version, who="", version=fresh.version)
    fresh.doubts = checked_again(fresh)
    errors = doubts.still_open(fresh.doubts, "error")
    if errors:
        raise Refused(sentences.ERRORS_OPEN, count=len(errors), first=(errors[0].message, errors[0].message_en))
    refuse_unagreed(fresh)
    return fresh.value()


def _number(fresh: Paper, register: Register, day: date) -> None:
    """Give a letter that is filed in the office the next dispatch number of the year, and its dates. The number is
    taken while the office's row is locked, so that none is given twice, and a refusal leaves no gap.
    """
    if not kind_named(fresh.kind).is_letter:
        return
    typed = str(fresh.content["letter"]["memo_number"] or "")
    if fresh.dossier is not None:
        refuse_unsendable(fresh, register)
        office = Office.objects.select_for_update(no_key=True).get(pk=fresh.office_id)
        number = next_number(office, day.year)
        memo = typed or f"{fresh.dossier.number}-{number}"
        fresh.content = dated(fresh.content, memo, day)
        fresh.memo_number, fresh.doubts = memo[:60], checked_again(fresh)
        if not typed:
            Dispatch.objects.create(office=office, year=day.year, number=number, paper=fresh, day=day)
    refuse_used(fresh, fresh.memo_number)
    fresh.sent_under = compared(fresh.kind, fresh.memo_number)
    Paper.objects.filter(pk=fresh.supersedes_id or 0, sent_under=fresh.sent_under).update(sent_under=None)


def _be_the_plan(fresh: Paper, value: Any) -> None:
    """Let a plan be the office's plan of its kind, subject and year, in place of the one it replaces. Raises `Refused` where
    another is in force.
    """
    if not (kind_named(fresh.kind).is_plan and fresh.fiscal_year):
        return
    fresh.plan_of = f"{fresh.kind}:{subject_of(value)}:{fresh.fiscal_year}"
    Paper.objects.filter(pk=fresh.supersedes_id or 0).update(plan_of=None)
    if Paper.objects.filter(office=fresh.office_id, plan_of=fresh.plan_of).exists():
        raise Refused(sentences.PLAN_IN_FORCE, year=fresh.fiscal_year)


def _store(fresh: Paper) -> None:
    """Store the paper as it is issued. Raises `Refused` where another took its number or its place at the same moment."""
    doubled = {
        "one_letter_of_a_number": Refused(MEMO_NUMBER_USED, number=fresh.memo_number),
        "one_plan_of_a_year": Refused(sentences.PLAN_IN_FORCE, year=fresh.fiscal_year),
    }
    with once(Paper, **doubled):
        fresh.save()


def _create_lines(fresh: Paper, value: Any) -> dict[IndicatorId, Line]:
    if not isinstance(value, Plan):
        return {}
    lines = [
        Line(
            paper=fresh,
            area=area.code,
            order=order,
            part=area.part,
            office_path=fresh.office.path,
            target=list(each.target),
            criteria=list(each.criteria),
            **{name: getattr(each, name) for name in ("code", "title", "unit", "unit_text", "counting", "weight")},
        )
        for order, (_, area, _, each) in enumerate(value.indicators())
    ]
    return {line.identity: line for line in Line.objects.bulk_create(lines)}


def _refuse_unplaced(foreseen: Sequence[Foreseen], focal: bool) -> None:
    """Every figure of a plan is answered by somebody: by a post that the plan or a person names, or by the focal post where a
    person said so.
    """
    lost = [] if focal else [each for each in unplaced(foreseen) if each.ask.kind == "figure"]
    if lost:
        raise Refused(sentences.FIGURES_UNPLACED, count=len(lost), text=lost[0].unmatched or "")


def _create_all_duties(fresh: Paper, foreseen: Sequence[Foreseen], created: _Created) -> None:
    had, stayed = _carried(fresh), []
    for each in foreseen:
        _note(each.unmatched, created)
        line, posts = created.lines.get(IndicatorId.parse(each.ask.line)) if each.ask.line else None, []
        for post in each.posts:
            created.duties.add((each.ask.key, post.pk))
            duty = _take(had, each.ask, post.pk)
            if duty is None:
                posts.append(post.pk)
                continue
            fill_duty(duty, each.ask, fresh, line)
            duty.key, duty.named, duty.lines = each.ask.key, each.named, list(each.lines.get(post.pk, ()))
            stayed.append(duty)
        new = Duty(key=each.ask.key, named=each.named)
        fill_duty(new, each.ask, fresh, line)
        if fresh.issued_at is not None and is_long_over(each.ask, fresh.issued_at, fresh.entered_on):
            new.state = DutyState.EXCUSED
        create_duties(new, posts, each.lines)
    Duty.objects.bulk_update(stayed, ASKED_COLUMNS)
    created.stayed = [duty.pk for duty in stayed]
    left = [duty.pk for duties in had.values() for duty in duties]
    Duty.objects.filter(pk__in=left, state__in=OWED).update(state=DutyState.WITHDRAWN)


def _take(had: _Had, ask: Ask, post: int) -> Duty | None:
    """The duty of a post that the replaced paper created for the same ask, by the same line or by another."""
    duties = had.get((same(ask.key, ask.body), post), [])
    duty = next((duty for duty in duties if duty.key == ask.key), duties[0] if duties else None)
    if duty is not None:
        duties.remove(duty)
    return duty


def _note(unmatched: str | None, created: _Created) -> None:
    if unmatched is not None and unmatched not in created.unmatched:
        created.unmatched.append(unmatched)


def _carried(fresh: Paper) -> _Had:
    """The duties of the paper that is being replaced, by what they ask and of which post, those that were answered first; those
    which the new one asks as well stay, with their reports.
    """
    found: _Had = defaultdict(list)
    if fresh.supersedes_id is None:
        return found
    carried = Duty.objects.filter(paper=fresh.supersedes_id, body=None).exclude(state=DutyState.WITHDRAWN)
    for duty in carried.exclude(kind__in=OF_THE_CYCLE).order_by(Case(When(state__in=OWED, then=1), default=0), "pk"):
        found[same(duty.key, duty.asked.get("body")), duty.post_id].append(duty)
    return found


def _address(fresh: Paper, register: Register, created: _Created) -> None:
    """Enter the addressees of the paper: those for action, its copies, and everybody who owes something
    because of it.
    """
    content = fresh.content
    copies = [copy.get("to", "") for copy in content.get("copies", ()) if isinstance(copy, dict)]
    rows: dict[tuple[int, str], Addressee] = {}
    for role, texts in (("action", content.get("addressees", ())), ("copy", copies)):
        for found in register.expand_all([text for text in texts if isinstance(text, str) and text.strip()]):
            _note(found.unmatched, created)
            for post in found.posts:
                rows.setdefault((post.pk, role), Addressee(paper=fresh, post=post, role=role, text=found.text[:500]))
    for post_id in sorted({post_id for _, post_id in created.duties}):
        if (post_id, "action") not in rows:
            rows[post_id, "action"] = Addressee(paper=fresh, post_id=post_id, role="action")
    Addressee.objects.bulk_create(rows.values())


def _replace(fresh: Paper, created: _Created) -> dict[str, dict[str, list[int]]]:
    """Let the paper it replaces be in force no more, and what its year holds be of this one. Returns, for the history, the
    numbers of what moved."""
    old = fresh.supersedes
    if old is None:
        return {}
    old.state, old.version = State.SUPERSEDED, old.version + 1
    old.save(update_fields=["state", "version"])
    of_the_cycle = Duty.objects.filter(paper=old, kind__in=OF_THE_CYCLE)
    moved = {"duty": created.stayed + _moved(of_the_cycle, fresh)}
    for name, model in (("filing", Filing), ("reopening", Reopening), ("feedback", Feedback)):
        moved[name] = _moved(model._default_manager.filter(paper=old), fresh)
    return {"moved": {name: rows for name, rows in moved.items() if rows}}


def _moved(rows: QuerySet[Any], fresh: Paper) -> list[int]:
    numbers = sorted(rows.values_list("pk", flat=True))
    rows.update(paper=fresh)
    return numbers
