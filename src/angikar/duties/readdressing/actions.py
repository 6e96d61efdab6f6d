"""What is done when offices have changed since a letter was issued: its addressees are looked up again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from angikar.duties.anchor_day.queries import in_force
from angikar.duties.creating import create_duties, fill_duty
from angikar.duties.events import Readdressed
from angikar.duties.models import OF_THE_CYCLE, Duty, DutyState, Formation
from angikar.duties.placing.sharing import held_by, left_to_focal
from angikar.duties.preview import Foreseen, asks_in, foresee
from angikar.duties.readdressing import sentences
from angikar.duties.receipts.actions import close
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.addressing import Register
from angikar.offices.models import Officer
from angikar.papers.letters.sending import addressees_of
from angikar.papers.meanings.queries import register_of
from angikar.papers.models import Addressee, Paper, State
from angikar.rules.duty import Ask
from angikar.rules.kinds import kind_named


@dataclass(slots=True)
class ReaddressingResult:
    """What came of it: how many duties were added and withdrawn, which posts are new and which are addressed no more."""

    added: int = 0
    withdrawn: int = 0
    new: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)


def readdress(paper: Paper, *, by: Officer, today: date) -> ReaddressingResult:
    """Look up the addressees of an issued letter in today's register: a post that they name now gets what is still to be done, a
    post that they name no more is freed of what it has not answered. Answers are never touched, and what fell due before today
    is asked of no new post.

    Raises `NotYours` for all but the head and the focal post of its office: it binds others at once, with no paper that somebody signs in
    between, so a right to draft for them does not suffice. Raises `Refused` for what is no letter in force, and where
    no addressee has changed.
    """
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
        held = mandate(by, today)
        post = held.post_in(fresh.office_id)
        if post is None or fresh.office_id not in held.led:
            raise NotYours
        if fresh.state != State.ISSUED or not kind_named(fresh.kind).is_letter:
            raise Refused(sentences.ONLY_LETTERS_IN_FORCE)
        register, found = register_of(fresh), ReaddressingResult()
        _follow_words(fresh, register, today, found)
        _address(fresh, register, today, found)
        if not (found.added or found.withdrawn or found.new or found.removed):
            raise Refused(sentences.OFFICES_UNCHANGED)
        if found.added and fresh.closed_on is not None:
            Paper.objects.filter(pk=fresh.pk).update(closed_on=None)
        close(fresh, by=by, day=today)
        publish(Readdressed(fresh, sorted(found.new), today))
        now = {
            "added": found.added,
            "withdrawn": found.withdrawn,
            "new": sorted(found.new),
            "gone": sorted(found.removed),
        }
        record("paper.readdress", fresh, by=by, post=post, now=now)
    return found


def _follow_words(fresh: Paper, register: Register, today: date, found: ReaddressingResult) -> None:
    """Add the duties that are missing, and withdraw the unanswered ones that no addressee owes any more."""
    existing: dict[str, dict[int, str]] = defaultdict(dict)
    rows = Duty.objects.filter(paper=fresh, body=None).exclude(kind__in=OF_THE_CYCLE)
    for key, post_id, state in rows.values_list("key", "post_id", "state"):
        existing[key][post_id] = state
    wanted = _wanted(fresh, register)
    for key, (ask, posts, each) in wanted.items():
        if ask.due is not None and date.fromisoformat(ask.due) < today and not ask.due_on_issue:
            continue
        back = [pk for pk in posts if existing[key].get(pk) == DutyState.WITHDRAWN]
        new = [pk for pk in posts if pk not in existing[key]]
        rows.filter(key=key, post__in=back).update(state=DutyState.OPEN)
        duty = Duty(key=key, named=each.named)
        fill_duty(duty, ask, fresh, None)
        create_duties(duty, new, each.lines)
        found.added += len(new) + len(back)
    for key, posts_of in existing.items():
        asked = wanted[key][1] if key in wanted else ()
        freed = [pk for pk in posts_of if pk not in asked and posts_of[pk] == DutyState.OPEN]
        found.withdrawn += rows.filter(key=key, post__in=freed, state=DutyState.OPEN).update(state=DutyState.WITHDRAWN)


def _wanted(fresh: Paper, register: Register) -> dict[str, tuple[Ask, tuple[int, ...], Foreseen]]:
    """Every ask by its key, with the posts that it is asked of now; what a formed body owes is not among it."""
    formations = Formation.objects.filter(paper=fresh).select_related("body")
    formed = {(each.name, each.body.office_id) for each in formations}
    asks = asks_in(in_force(fresh), fresh, fresh.issued_at or date.min)
    foreseen = foresee(fresh, asks, register, held=held_by(fresh), focal=left_to_focal(fresh))
    wanted: dict[str, tuple[Ask, tuple[int, ...], Foreseen]] = {}
    for each in foreseen:
        posts = tuple(post.pk for post in each.posts if (each.ask.body, post.office_id) not in formed)
        before = wanted[each.ask.key][1] if each.ask.key in wanted else ()
        wanted[each.ask.key] = (each.ask, tuple(dict.fromkeys((*before, *posts))), each)
    return wanted


def _address(fresh: Paper, register: Register, today: date, found: ReaddressingResult) -> None:
    """Enter who is addressed now, and from which day on others no longer are."""
    copies = [str(copy["to"]) for copy in fresh.content.get("copies", ()) if copy.get("to")]
    wanted = {
        (post.pk, role): led.text
        for role, texts in (("copy", copies), ("action", addressees_of(fresh.content)))
        for led in register.expand_all(texts)
        for post in led.posts
    }
    known = {(row.post_id, row.role): row for row in Addressee.objects.filter(paper=fresh)}
    new = {name: text for name, text in wanted.items() if name not in known}
    Addressee.objects.bulk_create(
        [Addressee(paper=fresh, post_id=post, role=role, text=text[:500]) for (post, role), text in new.items()]
    )
    removed = [row for name, row in known.items() if row.text and row.gone is None and name not in wanted]
    back = [row for name, row in known.items() if row.gone is not None and name in wanted]
    Addressee.objects.filter(pk__in=[row.pk for row in removed]).update(gone=today)
    Addressee.objects.filter(pk__in=[row.pk for row in back]).update(gone=None)
    found.new = {post for post, _ in new} | {row.post_id for row in back}
    found.removed = {row.post_id for row in removed}
