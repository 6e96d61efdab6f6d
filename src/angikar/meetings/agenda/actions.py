"""What is done with an agenda: made and made again, items added, moved, dropped and taken back; subjects proposed and answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Refused
from angikar.meetings.agenda import sentences
from angikar.meetings.agenda.queries import wanted
from angikar.meetings.models import Item, ItemKind, Meeting, MeetingState, Proposal, ProposalState
from angikar.offices.models import Body, Officer, Post
from angikar.rules import agenda

OPEN = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD)
"""In these states the agenda may still be changed."""


def redo(meeting: Meeting, *, by: Officer | None) -> int:
    """Make the agenda, or make it again: what has become open since is added at its place; what is on it keeps its order
    and its words, and what was dropped stays dropped. Returns how many items were added. Raises `Refused` after the meeting.
    """
    with transaction.atomic():
        fresh = _open(meeting)
        entries = wanted(fresh)
        here = list(Item.objects.filter(meeting=fresh))
        order = agenda.merged([(_name(item), item.kind) for item in here], entries)
        known = {_name(item): item for item in here}
        posts = dict(Proposal.objects.filter(body=fresh.body, state=ProposalState.TAKEN).values_list("pk", "post"))
        added = {each.key: _item(fresh, each, posts) for each in entries if each.key not in known}
        for place, name in enumerate(order, 1):
            (known.get(name) or added[name]).order = place
        Item.objects.bulk_update(here, ["order"])
        Item.objects.bulk_create(added.values())
        taken = [each.number for each in entries if each.kind == "proposed" and each.number and each.key in added]
        Proposal.objects.filter(pk__in=taken).update(meeting=fresh)
        record("meeting.agenda", fresh, by=by, now={"added": list(added), "items": len(order)})
    return len(added)


def add(meeting: Meeting, title: str, *, by: Officer | None) -> Item:
    """Add an item by hand, before the miscellaneous. Raises `Refused` without a title and after the meeting."""
    with transaction.atomic():
        fresh = _open(meeting)
        if not title.strip():
            raise Refused(sentences.ITEM_EMPTY)
        here = list(Item.objects.filter(meeting=fresh))
        place = len(here) - sum(item.kind == ItemKind.MISC for item in here)
        new = Item(meeting=fresh, kind=ItemKind.STANDING, title=title.strip(), order=place + 1)
        _number([*here[:place], new, *here[place:]])
        new.save()
        record("meeting.add_item", fresh, by=by, now={"item": new.pk, "title": new.title})
    return new


def shift(item: Item, steps: int, *, by: Officer | None) -> Item:
    """Move an item so many places down (up where it is less than 0), at most to the end. Raises `Refused` after the meeting."""
    with transaction.atomic():
        fresh = _open(item.meeting)
        here = list(Item.objects.filter(meeting=fresh))
        at = next(place for place, each in enumerate(here) if each.pk == item.pk)
        moved = here.pop(at)
        here.insert(max(0, at + steps), moved)
        _number(here)
        record("meeting.shift_item", fresh, by=by, was={"item": moved.pk, "place": at + 1}, now=here.index(moved) + 1)
    return moved


def drop(item: Item, words: str, *, by: Officer | None) -> Item:
    """Take an item off the agenda, with a reason; it stays in sight and can come back. Raises `Refused` without a reason, where
    decisions stand under it, and after the meeting.
    """
    with transaction.atomic():
        _open(item.meeting)
        fresh = Item.objects.select_for_update().get(pk=item.pk)
        if not words.strip():
            raise Refused(sentences.DROP_NEEDS_REASON)
        if fresh.resolutions.filter(dropped=False).exists():
            raise Refused(sentences.ITEM_HAS_DECISIONS)
        fresh.dropped, fresh.words = True, words.strip()
        fresh.save(update_fields=["dropped", "words"])
        record("meeting.drop_item", fresh, by=by, now={"words": fresh.words})
    return fresh


def restore(item: Item, *, by: Officer | None) -> Item:
    """Take a dropped item back on the agenda. Raises `Refused` after the meeting."""
    with transaction.atomic():
        _open(item.meeting)
        fresh = Item.objects.select_for_update().get(pk=item.pk)
        was, fresh.dropped, fresh.words = fresh.words, False, ""
        fresh.save(update_fields=["dropped", "words"])
        record("meeting.restore_item", fresh, by=by, was={"words": was})
    return fresh


def propose(body: Body, title: str, text: str, *, post: Post, day: date, by: Officer) -> Proposal:
    """Propose a subject for a meeting of a body, as the member who holds a post. Raises `Refused` without a subject."""
    with transaction.atomic():
        if not title.strip():
            raise Refused(sentences.PROPOSAL_EMPTY)
        made = Proposal.objects.create(body=body, post=post, by=by, title=title.strip(), text=text.strip(), on=day)
        record("meeting.propose", made, by=by, post=post, now={"title": made.title})
    return made


def answer(proposal: Proposal, *, take: bool, words: str, by: Officer) -> Proposal:
    """Take a proposal, so that the agenda made next holds it, or refuse it with a word. Raises `Refused` for one that was
    answered before, and for a refusal without a word.
    """
    with transaction.atomic():
        fresh = Proposal.objects.select_for_update().get(pk=proposal.pk)
        if fresh.state != ProposalState.WAITING:
            raise Refused(sentences.PROPOSAL_ANSWERED)
        if not take and not words.strip():
            raise Refused(sentences.REFUSAL_NEEDS_REASON)
        fresh.state, fresh.words = (ProposalState.TAKEN if take else ProposalState.REFUSED), words.strip()
        fresh.save(update_fields=["state", "words"])
        record("meeting.answer_proposal", fresh, by=by, now={"state": fresh.state, "words": fresh.words})
    return fresh


def _open(meeting: Meeting) -> Meeting:
    fresh = Meeting.objects.select_for_update(of=("self",)).select_related("body__office", "series").get(pk=meeting.pk)
    if fresh.state not in OPEN:
        raise Refused(sentences.AGENDA_CLOSED)
    return fresh


def _name(item: Item) -> str:
    """By what an item is known again; one added by hand by its own number."""
    return item.key or f"item:{item.pk}"


def _item(meeting: Meeting, entry: agenda.AgendaEntry, posts: dict[int, int]) -> Item:
    item = Item(meeting=meeting, kind=entry.kind, title=entry.title, key=entry.key)
    if entry.kind == "open":
        item.decision_id = entry.number
    elif entry.kind == "idea":
        item.idea_id = entry.number
    elif entry.kind == "proposed" and entry.number is not None:
        item.proposed_by_id = posts.get(entry.number)
    return item


def _number(items: Sequence[Item]) -> None:
    """Give items the places in which they stand."""
    for place, item in enumerate(items, 1):
        item.order = place
    Item.objects.bulk_update([item for item in items if item.pk], ["order"])
