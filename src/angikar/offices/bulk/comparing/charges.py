"""Charges of a list held against the register: who holds which post from when to when; no two hold one post at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import cast

from angikar.history.refusal import Refused
from angikar.offices.access import known_today
from angikar.offices.bulk import sentences
from angikar.offices.bulk.columns import CHARGES
from angikar.offices.bulk.comparing.known import KnownCharge, KnownOffice, KnownOfficer, KnownPost, KnownRegister, equal
from angikar.offices.bulk.reading import defaults
from angikar.offices.bulk.values import ListChange, ListComparison, ListLine, Values, Verb
from angikar.offices.models import Charge, Office, Tenure
from angikar.offices.posts.rights import PostAct, is_above, refuse_acted, seconds

Holding = dict[int, list[KnownCharge]]
"""The charges of each post, by the post's place in memory: a post of the list has no number yet."""


def compare_charges(lines: Sequence[ListLine], known: KnownRegister, made: ListComparison) -> None:
    """Enter what the lines would change: what they end before what they begin. Closing a post that stays held is refused too."""
    holding = _holding(lines, known, made)
    touched: dict[tuple[int, str, object, object], int] = {}
    order = {"closed": 0, "changed": 1}
    found: list[tuple[ListLine, KnownPost, KnownCharge, ListChange]] = []
    for line in lines:
        try:
            post = known.post(known.kept(str(line.values["office"])), str(line.values["title"]))
            spot = (id(post), str(line.values["username"]), line.values["since"], line.values.get("until"))
            if (other := touched.setdefault(spot, line.line)) != line.line:
                raise Refused(sentences.LINE_TWICE, line=other)
            compared = _compared(line, post, holding[id(post)], known)
        except Refused as why:
            made.refuse(line, why.sentence, **why.facts)
            continue
        if compared is None:
            made.same += 1
        else:
            found.append((line, post, *compared))
    changes = []
    for line, post, charge, change in found:
        if other_charge := _overlapping(charge, holding[id(post)]):
            made.refuse(line, sentences.POST_HELD_THEN, name=other_charge.officer.name)
            holding[id(post)].remove(charge)
        else:
            changes.append(change)
            if post.is_head or post.keeps_register or (post.row and is_above(post.row, known.rights.person)):
                made.settled.append((_known_office(post.office), charge.officer.username))
    made.changes += sorted(changes, key=lambda each: order.get(each.verb, 2))
    _refuse_held(known, holding, made)


def _holding(lines: Sequence[ListLine], known: KnownRegister, made: ListComparison) -> Holding:
    """The charges that are there now, of all posts that lines speak of."""
    posts = {post.row.pk: post for each in known.posts.values() for post in each if post.row}
    held: Holding = defaultdict(list)
    rows = Tenure.objects.select_related("officer").order_by("pk")
    if not lines:
        closing = [each.pk for each in made.changes if each.sheet == "posts" and each.verb == "closed"]
        rows = rows.filter(post__in=closing)
    for row in rows:
        if row.post_id in posts and (officer := known.officers.get(row.officer.username)):
            held[id(posts[row.post_id])].append(KnownCharge(officer, row.charge, row.since, row.until, row))
    return held


def _compared(
    line: ListLine, post: KnownPost, held: list[KnownCharge], known: KnownRegister
) -> tuple[KnownCharge, ListChange] | None:
    username, since = str(line.values["username"]), cast(date, line.values["since"])
    officer = known.officers.get(username)
    if officer is None:
        raise Refused(sentences.OFFICER_UNKNOWN, username=username)
    named = f"{officer.name}: {post.title}, {post.office.name}"
    values: Values = {field: line.values[field] for field in ("charge", "until") if field in line.values}
    same = [each for each in held if each.row and each.officer is officer and each.since == since]
    there = next((each for each in same if each.until == values.get("until")), next(iter(same), None))
    if there is not None and there.row is not None:
        row = there.row
        was: Values = {field: getattr(row, field) for field in values if not equal(getattr(row, field), values[field])}
        if not was:
            return None
        now: Values = {field: values[field] for field in was}
        until = cast("date | None", now.get("until", there.until))
        charge = str(now.get("charge", there.charge))
        verb: Verb = "closed" if "until" in now and until else "changed"
        changed = ListChange("charges", line.line, verb, named, row.pk, was, now)
        ends = min(until or date.max, row.until or date.max) if "until" in now else date.max
        since_then, stays = ends, (until or date.max) > (row.until or date.max)
    else:
        everything = {**defaults(CHARGES), **values}
        until, charge = cast("date | None", everything["until"]), str(everything["charge"])
        now = {"office": post.office.key, "title": post.title, "username": username, "charge": charge}
        now |= {"since": since, "until": until}
        changed = ListChange("charges", line.line, "new", named, None, {}, now)
        since_then, stays = since, True
    _refuse_unfit(post, charge, since, until)
    _refuse_power(post, officer, since_then, stays=stays, known=known)
    if there is None:
        there = KnownCharge(officer, charge, since, until, line=line.line)
        held.append(there)
    there.charge, there.until = charge, until
    return there, changed


def _refuse_unfit(post: KnownPost, charge: str, since: date, until: date | None) -> None:
    if until is not None and until < since:
        raise Refused(sentences.DAYS_REVERSED)
    if charge == Charge.SUBSTITUTE and until is None:
        raise Refused(sentences.SUBSTITUTE_NEEDS_END)
    closed = post.until is not None or post.office.until is not None
    if until is None and closed and post.row is not None:
        raise Refused(sentences.OFFICE_CLOSED, text=post.office.name)


def _refuse_power(post: KnownPost, officer: KnownOfficer, day: date, *, stays: bool, known: KnownRegister) -> None:
    """What the page of a post refuses, a list does not do either: power from above only, nothing to oneself, nothing backward."""
    person, today = known.rights.person, known_today()
    if (post.is_head or post.keeps_register) and not known.rights.entrust(post.office.path):
        raise Refused(sentences.ONLY_FROM_ABOVE)
    if person is None:
        return
    if officer.row == person and (post.row is None or seconds(PostAct(person, post.row, today, person)).exists()):
        raise Refused(sentences.NOT_TO_ONESELF)
    if day < today and post.row is not None:
        refuse_acted(known.acts_for(post.row), day, officer.row if stays else None)


def _known_office(office: KnownOffice) -> Office | None:
    """The office, or the nearest one above it that is there already."""
    at: KnownOffice | None = office
    while at is not None and at.row is None:
        at = at.above
    return at.row if at else None


def _overlapping(charge: KnownCharge, held: list[KnownCharge]) -> KnownCharge | None:
    """Another charge of the post at the same time; a substitute stands beside the holder."""
    substitute = charge.charge == Charge.SUBSTITUTE
    for other in held:
        if other is charge or (other.charge == Charge.SUBSTITUTE) != substitute:
            continue
        begins, ends = max(other.since, charge.since), min(_end(other), _end(charge))
        if begins < ends:
            return other
    return None


def _end(charge: KnownCharge) -> date:
    return charge.until or date.max


def _refuse_held(known: KnownRegister, holding: Holding, made: ListComparison) -> None:
    """Take back the closing of posts that somebody would still hold on that day."""
    posts = {post.row.pk: post for each in known.posts.values() for post in each if post.row}
    for change in [each for each in made.changes if each.sheet == "posts" and each.verb == "closed" and each.pk]:
        post = posts[cast(int, change.pk)]
        day = cast(date, change.now["until"])
        if holder := next((each for each in holding[id(post)] if _end(each) > day), None):
            made.changes.remove(change)
            made.refuse(ListLine("posts", change.line, {}), sentences.POST_HELD_STILL, name=holder.officer.name)
