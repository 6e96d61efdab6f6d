"""What is done with an office: rename and correct it, move, split, merge and close it, each from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Model

from angikar.history.actions import Happening, record, record_many
from angikar.history.publishing import publish
from angikar.history.refusal import Refused, need_words
from angikar.offices import sentences, tree
from angikar.offices.access import may_manage
from angikar.offices.actions import found_office
from angikar.offices.changes.paths import carried, locked_place, next_path, replanted
from angikar.offices.changes.rights import OfficeAct, settled_for
from angikar.offices.events import OfficeChanged
from angikar.offices.models import (
    ApprovalKind,
    Body,
    Delegation,
    FormerName,
    Member,
    Office,
    OfficeKind,
    Officer,
    Post,
    Succession,
    SuccessionKind,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What is written about an office besides its name."""

    name_en: str = ""
    kind: str = OfficeKind.OTHER
    memo_prefix: str = ""
    geo_code: str = ""


def edit_office(office: Office, facts: OfficeFacts, *, by: Officer) -> Office:
    """Correct what is written about an office."""
    with transaction.atomic():
        known = Office.objects.select_for_update().get(pk=office.pk)
        now = asdict(facts)
        was = {name: getattr(known, name) for name in now}
        for name, value in now.items():
            setattr(known, name, value)
        known.save(update_fields=[*now, "folded"])
        changed = [name for name in now if now[name] != was[name]]
        record(
            "office.edit",
            known,
            by=by,
            was={name: was[name] for name in changed},
            now={name: now[name] for name in changed},
        )
    return known


def rename(office: Office, name: str, *, day: date, by: Officer, name_en: str = "") -> Office:
    """Call an office by another name from a day on; what is older keeps the old one. Raises `Refused` for an empty name, for
    one that its neighbour has, and for a day before its last renaming.
    """
    name = need_words(" ".join(name.split()), sentences.OFFICE_NAME_MISSING)
    with transaction.atomic():
        known = _open(office)
        locked_place(known.parent)
        if Office.objects.open().filter(parent=known.parent_id, name=name).exists():
            raise Refused(sentences.OFFICE_EXISTS, name=name)
        if FormerName.objects.filter(office=known, until__gte=day).exists():
            raise Refused(sentences.RENAMED_LATER)
        FormerName.objects.create(office=known, name=known.name, name_en=known.name_en, until=day)
        was = {"name": known.name, "name_en": known.name_en}
        known.name, known.name_en = name, name_en.strip()
        known.save(update_fields=["name", "name_en", "folded"])
        now = {"name": name, "name_en": known.name_en, "from": day.isoformat()}
        record("office.rename", known, by=by, was=was, now=now)
    return known


def move(office: Office, to: Office | None, *, day: date, by: Officer, second: Officer | None = None) -> Office:
    """Put an office with all below it under another one, or, without one, at a root. Papers, duties and meetings go with
    their offices. Raises `Refused` where it would stand below itself, where `by` may not settle both places, and without the second person
    that it takes.
    """
    with transaction.atomic():
        known = _open(office)
        above = _open(to) if to else locked_place(None)
        settled = settled_for(OfficeAct(by, ApprovalKind.MOVE, known, day, above), second)
        if above is not None and tree.is_under(above.path, known.path):
            raise Refused(sentences.BELOW_ITSELF)
        if (above is not None and not may_manage(by, above)) or (above is None and not by.is_staff):
            raise Refused(sentences.NOT_YOUR_PLACE)
        if above is not None and Office.objects.filter(parent=above, name=known.name).exclude(pk=known.pk).exists():
            raise Refused(sentences.OFFICE_EXISTS, name=known.name)
        was, left = {"above": known.parent_id, "path": known.path}, known.parent
        _replant(known, above)
        publish(OfficeChanged(known, ApprovalKind.MOVE, day, by, others=_there(left, above)))
        record(
            "office.move",
            known,
            by=by,
            was=was,
            now={"above": known.parent_id, "path": known.path, "from": day.isoformat(), **settled},
        )
    return known


def split(
    office: Office, names: Sequence[str], *, day: date, by: Officer, second: Officer | None = None
) -> list[Office]:
    """Found offices of these names beside an office that take over part of its work from a day on; it stays open itself. Raises
    `Refused` without names, for a name that is there already, and without the second person that it takes.
    """
    with transaction.atomic():
        known = _open(office)
        settled = settled_for(OfficeAct(by, ApprovalKind.SPLIT, known, day), second)
        wanted = [" ".join(name.split()) for name in names if name.strip()]
        if not wanted:
            raise Refused(sentences.OFFICE_NAME_MISSING)
        made = [found_office(name, by=by, parent=known.parent, kind=known.kind) for name in wanted]
        Office.objects.filter(pk__in=[each.pk for each in made]).update(since=day)
        record_many([Happening("office.edit", each, now={"since": day.isoformat()}) for each in made], by=by)
        Succession.objects.bulk_create(
            Succession(office=known, successor=each, kind=SuccessionKind.SPLIT, day=day) for each in made
        )
        publish(OfficeChanged(known, ApprovalKind.SPLIT, day, by, others=_there(known.parent)))
        now = {"into": [each.pk for each in made], "names": wanted, "from": day.isoformat(), **settled}
        record("office.split", known, by=by, now=now)
    return made


def merge(office: Office, into: Office, *, day: date, by: Officer, second: Officer | None = None) -> Office:
    """An office becomes part of another from a day on: what is below it comes below that one, its posts are closed, and who leads
    the other sees to its papers and duties. Raises `Refused` where one is below the other, where `by` may not settle both or gains by it,
    and without the second person that it takes.
    """
    with transaction.atomic():
        known, other = _open(office), _open(into)
        settled = settled_for(OfficeAct(by, ApprovalKind.MERGE, known, day, other), second)
        if not may_manage(by, other):
            raise Refused(sentences.NOT_YOUR_PLACE)
        if tree.is_under(other.path, known.path):
            raise Refused(sentences.BELOW_ITSELF)
        children = list(Office.objects.filter(parent=known).order_by("path"))
        for child in children:
            _replant(child, other)
        went = {"above": other.pk, "from": day.isoformat()}
        record_many([Happening("office.move", child, was={"above": known.pk}, now=went) for child in children], by=by)
        Succession.objects.create(office=known, successor=other, kind=SuccessionKind.MERGER, day=day)
        ended = _shut(known, day, by)
        others = _there(known.parent, other, *children)
        publish(OfficeChanged(known, ApprovalKind.MERGE, day, by, others=others, ended=ended))
        now = {"into": other.pk, "name": other.name, "from": day.isoformat(), "below": [each.pk for each in children]}
        record("office.merge", known, by=by, now=now | settled)
    return known


def close(office: Office, *, day: date, by: Officer, second: Officer | None = None) -> Office:
    """Close an office from a day on: its posts are closed, their holders leave, its bodies are dissolved; all of its past stays.
    Raises `Refused` while there is an open office below it, and without the second person that it takes.
    """
    with transaction.atomic():
        known = _open(office)
        settled = settled_for(OfficeAct(by, ApprovalKind.SHUT, known, day), second)
        if (below := Office.objects.open().filter(parent=known).first()) is not None:
            raise Refused(sentences.OFFICE_BELOW_OPEN, name=below.name)
        ended = _shut(known, day, by)
        publish(OfficeChanged(known, ApprovalKind.SHUT, day, by, others=_there(known.parent), ended=ended))
        record("office.close", known, by=by, now={"until": day.isoformat(), **settled})
    return known


def _open(office: Office) -> Office:
    known = Office.objects.select_for_update().get(pk=office.pk)
    if known.until is not None:
        raise Refused(sentences.OFFICE_CLOSED, name=known.name)
    return known


def _there(*offices: Office | None) -> tuple[Office, ...]:
    return tuple(each for each in offices if each is not None)


def _replant(office: Office, above: Office | None) -> None:
    """Give an office and all below it their paths below another one, in every row that carries them."""
    old, new = office.path, next_path(above)
    columns: list[tuple[type[Model], str]] = [(Office, "path"), *carried()]
    for model, field in columns:
        rows = model._default_manager.filter(**{f"{field}__gte": old, f"{field}__lt": tree.following(old)})
        rows.update(**{field: replanted(field, old, new)})
    Office.objects.filter(pk=office.pk).update(parent=above)
    office.path, office.parent = new, above


def _shut(office: Office, day: date, by: Officer) -> tuple[Tenure, ...]:
    """End what an office is from a day on, with an entry about each of its posts and bodies. Returns the charges that end by it."""
    open_posts = Post.objects.filter(office=office, until=None)
    tenures = Tenure.objects.filter(post__office=office).exclude(until__lte=day)
    given = Delegation.objects.filter(post__office=office, until__gt=day, since__lte=day)
    bodies = list(Body.objects.filter(office=office, until=None, since__lte=day))
    ended = tuple(tenures.select_related("officer", "post__office"))
    concerned = {*open_posts, *(each.post for each in ended), *(each.post for each in given.select_related("post"))}
    tenures.filter(since__gt=day).update(until=F("since"))
    tenures.filter(since__lte=day).update(until=day)
    given.update(until=day)
    Member.objects.filter(body__office=office, until=None, since__lte=day).update(until=day)
    Body.objects.filter(pk__in=[each.pk for each in bodies]).update(until=day)
    open_posts.update(until=day)
    office.until = day
    office.save(update_fields=["until"])
    now = {"until": day.isoformat(), "with": office.pk}
    posts = [Happening("post.close", each, now=now) for each in sorted(concerned, key=lambda each: each.pk)]
    record_many([*posts, *(Happening("body.dissolve", each, now=now) for each in bodies)], by=by)
    return ended
