"""What is done with an office: rename and correct it, move, split, merge and close it, each from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Model

from angikar.history.actions import record
from angikar.history.refusal import Refused, need_words
from angikar.offices import sentences, tree
from angikar.offices.access import may_entrust, may_manage, posts_of
from angikar.offices.actions import found_office
from angikar.offices.changes.paths import carried, locked_place, next_path, replanted
from angikar.offices.models import (
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
from angikar.offices.posts.rights import seconds_in


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
        known.save(update_fields=list(now))
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
        known.save(update_fields=["name", "name_en"])
        now = {"name": name, "name_en": known.name_en, "from": day.isoformat()}
        record("office.rename", known, by=by, was=was, now=now)
    return known


def move(office: Office, to: Office | None, *, day: date, by: Officer) -> Office:
    """Put an office with all below it under another one, or, without one, at a root. Papers, duties and meetings go with
    their offices. Raises `Refused` where it would stand below itself, and where `by` may not settle both places.
    """
    with transaction.atomic():
        known = _open(office)
        above = _open(to) if to else locked_place(None)
        _need_power(by, known)
        if above is not None and tree.is_under(above.path, known.path):
            raise Refused(sentences.BELOW_ITSELF)
        if (above is not None and not may_manage(by, above)) or (above is None and not by.is_staff):
            raise Refused(sentences.NOT_YOUR_PLACE)
        if above is not None and Office.objects.filter(parent=above, name=known.name).exclude(pk=known.pk).exists():
            raise Refused(sentences.OFFICE_EXISTS, name=known.name)
        was = {"above": known.parent_id, "path": known.path}
        _replant(known, above)
        record(
            "office.move",
            known,
            by=by,
            was=was,
            now={"above": known.parent_id, "path": known.path, "from": day.isoformat()},
        )
    return known


def split(office: Office, names: Sequence[str], *, day: date, by: Officer) -> list[Office]:
    """Found offices of these names beside an office that take over part of its work from a day on; it stays open itself. Raises
    `Refused` without names and for a name that is there already.
    """
    with transaction.atomic():
        known = _open(office)
        _need_power(by, known)
        wanted = [" ".join(name.split()) for name in names if name.strip()]
        if not wanted:
            raise Refused(sentences.OFFICE_NAME_MISSING)
        made = [found_office(name, by=by, parent=known.parent, kind=known.kind) for name in wanted]
        Office.objects.filter(pk__in=[each.pk for each in made]).update(since=day)
        Succession.objects.bulk_create(
            Succession(office=known, successor=each, kind=SuccessionKind.SPLIT, day=day) for each in made
        )
        now = {"into": [each.pk for each in made], "names": wanted, "from": day.isoformat()}
        record("office.split", known, by=by, now=now)
    return made


def merge(office: Office, into: Office, *, day: date, by: Officer) -> Office:
    """An office becomes part of another from a day on: what is below it comes below that one, its posts are closed, and who leads
    the other sees to its papers and duties. Raises `Refused` where one is below the other or `by` may not settle both.
    """
    with transaction.atomic():
        known, other = _open(office), _open(into)
        _need_power(by, known)
        if not may_manage(by, other):
            raise Refused(sentences.NOT_YOUR_PLACE)
        if tree.is_under(other.path, known.path):
            raise Refused(sentences.BELOW_ITSELF)
        _refuse_gain(by, other)
        children = list(Office.objects.filter(parent=known).order_by("path"))
        for child in children:
            _replant(child, other)
        Succession.objects.create(office=known, successor=other, kind=SuccessionKind.MERGER, day=day)
        _shut(known, day)
        now = {"into": other.pk, "name": other.name, "from": day.isoformat(), "below": [each.pk for each in children]}
        record("office.merge", known, by=by, now=now)
    return known


def close(office: Office, *, day: date, by: Officer) -> Office:
    """Close an office from a day on: its posts are closed, their holders leave, its bodies are dissolved; all of its past stays.
    Raises `Refused` while there is an open office below it.
    """
    with transaction.atomic():
        known = _open(office)
        _need_power(by, known)
        if (below := Office.objects.open().filter(parent=known).first()) is not None:
            raise Refused(sentences.OFFICE_BELOW_OPEN, name=below.name)
        _shut(known, day)
        record("office.close", known, by=by, now={"until": day.isoformat()})
    return known


def _open(office: Office) -> Office:
    known = Office.objects.select_for_update().get(pk=office.pk)
    if known.until is not None:
        raise Refused(sentences.OFFICE_CLOSED, name=known.name)
    return known


def _need_power(by: Officer, office: Office) -> None:
    if not may_entrust(by, office):
        raise Refused(sentences.PLACE_FROM_ABOVE)


def _refuse_gain(by: Officer, heir: Office) -> None:
    """Nobody lets an office take over another where it is he who gains by it."""
    if heir.pk in {post.office_id for post in posts_of(by)} and seconds_in(heir, by).exists():
        raise Refused(sentences.NOT_TO_ONESELF)


def _replant(office: Office, above: Office | None) -> None:
    """Give an office and all below it their paths below another one, in every row that carries them."""
    old, new = office.path, next_path(above)
    columns: list[tuple[type[Model], str]] = [(Office, "path"), *carried()]
    for model, field in columns:
        rows = model._default_manager.filter(**{f"{field}__gte": old, f"{field}__lt": tree.following(old)})
        rows.update(**{field: replanted(field, old, new)})
    Office.objects.filter(pk=office.pk).update(parent=above)
    office.path, office.parent = new, above


def _shut(office: Office, day: date) -> None:
    posts = Post.objects.filter(office=office, until=None)
    tenures = Tenure.objects.filter(post__office=office).exclude(until__lte=day)
    tenures.filter(since__gt=day).update(until=F("since"))
    tenures.filter(since__lte=day).update(until=day)
    Delegation.objects.filter(post__office=office, until__gt=day, since__lte=day).update(until=day)
    Member.objects.filter(body__office=office, until=None, since__lte=day).update(until=day)
    Body.objects.filter(office=office, until=None, since__lte=day).update(until=day)
    posts.update(until=day)
    office.until = day
    office.save(update_fields=["until"])
