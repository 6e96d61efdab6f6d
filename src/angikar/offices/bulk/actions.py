"""Lists of the register: offered and compared, then carried out in one transaction, with the list that puts it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from django.db import IntegrityError, transaction
from django.utils import timezone

from angikar.history.actions import record
from angikar.history.once import is_doubled
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.offices.bulk import sentences
from angikar.offices.bulk.comparing import Progress, compare
from angikar.offices.bulk.counter import counter_sheets, rows_before
from angikar.offices.bulk.offered import OfferedList, hold_against
from angikar.offices.bulk.packing import packed, unpacked
from angikar.offices.bulk.preview import compared_digest, seen
from angikar.offices.bulk.reading import read
from angikar.offices.bulk.rights import ListRights
from angikar.offices.bulk.values import ListChange, ListComparison, plain
from angikar.offices.bulk.writing import actions as writing
from angikar.offices.events import AccountChanged, HolderChange, HoldersChanged
from angikar.offices.models import Office, Officer, RegisterImport, Tenure
from angikar.offices.posts.rights import can_sign_in, power_of, seconds_in

_VERBS = {"closed": "officer.close_account", "reopened": "officer.open_account"}
_AT_ONCE = 500
"""Rows that one query asks for."""


def offer(
    offered: OfferedList,
    *,
    by: Officer | None,
    day: date,
    under: Office | None = None,
    compared: ListComparison | None = None,
) -> RegisterImport:
    """Compare a list with the register, where it is not `compared` yet, and keep it with its preview; nothing of it is written yet.
    Raises `Refused` where it has no rows.
    """
    comparison = compared or hold_against(offered, by=by, under=under)
    with transaction.atomic():
        made = RegisterImport.objects.create(
            under=under,
            officer=by,
            at=timezone.now(),
            day=day,
            file_name=offered.file_name,
            digest=offered.digest,
            sheets=packed(offered.sheets),
            compared=compared_digest(comparison),
            seen=seen(comparison),
        )
        record("register.offer", made, by=by, now={"digest": made.digest, "compared": made.compared})
    return made


def carry_out(
    offered: RegisterImport,
    *,
    by: Officer | None,
    without_refused: bool = False,
    progress: Progress = lambda done, of: None,
) -> RegisterImport:
    """Write all that a list changes, or nothing of it. Raises `Refused` where lines are refused and it is not to be taken without
    them, where the register has changed since the preview, and where the list changes nothing or has been carried out.
    """
    with transaction.atomic():
        known = RegisterImport.objects.select_for_update().get(pk=offered.pk)
        if known.carried_out_at is not None:
            raise Refused(sentences.LIST_DONE_ALREADY)
        lines, unreadable = read(unpacked(known.sheets))
        rights = ListRights.of(known.officer if by else None, known.under)
        comparison = compare(lines, unreadable, rights)
        _refuse_unsettled(known, comparison, without_refused)
        _refuse_alone(known, comparison, by)
        before = rows_before(comparison.changes)
        try:
            offices = _write(comparison.changes, rights, known.day, progress, by)
        except IntegrityError as broken:
            if not is_doubled(broken):
                raise
            raise Refused(sentences.CHANGED_SINCE_PREVIEW) from broken
        known.counter = packed(counter_sheets(comparison.changes, before, offices, known.day))
        known.carried_out_at = timezone.now()
        known.save(update_fields=["counter", "carried_out_at"])
        publish(HoldersChanged(tuple(_displaced(comparison.changes)), by))
        for changed in _accounts(comparison.changes, by):
            publish(changed)
        facts = {
            "offered_by": known.officer_id,
            "file": known.file_name,
            "digest": known.digest,
            "day": known.day.isoformat(),
        }
        record("register.import", known, by=by, now={**facts, "counts": known.seen["counts"]})
    return known


def _refuse_alone(known: RegisterImport, comparison: ListComparison, by: Officer | None) -> None:
    """A list that settles who heads an office, or keeps its register, is carried out by another person than who offered it, and who
    is not appointed by it, as long as there is one.
    """
    if by is None or known.officer is None:
        return
    gaining = {username for _, username in comparison.settled}
    offices = {office for office, _ in comparison.settled if office is not None}
    others = [seconds_in(office, known.officer).exclude(username__in=gaining) for office in offices]
    if by.pk == known.officer.pk and any(each.exists() for each in others):
        raise Refused(sentences.LIST_TAKES_TWO)
    if by.pk != known.officer.pk and not all(each.filter(pk=by.pk).exists() for each in others):
        raise Refused(sentences.LIST_TAKES_TWO)


def _displaced(changes: Sequence[ListChange]) -> Iterator[HolderChange]:
    """The charges that a list has ended."""
    ended = [change.pk for change in changes if change.sheet == "charges" and change.verb == "closed" and change.pk]
    for start in range(0, len(ended), _AT_ONCE):
        part = Tenure.objects.filter(pk__in=ended[start : start + _AT_ONCE])
        for tenure in part.select_related("post__office", "officer"):
            yield HolderChange(tenure.post, tenure, tenure.officer)


def _accounts(changes: Sequence[ListChange], by: Officer | None) -> Iterator[AccountChanged]:
    """The accounts that a person's list has closed, opened or given another address, with where their officers were reached before."""
    concerned = {
        change.pk: change
        for change in changes
        if change.sheet == "officers" and change.pk and change.was.keys() & {"is_active", "email", "mobile"}
    }
    numbers = list(concerned) if by is not None else []
    for start in range(0, len(numbers), _AT_ONCE):
        for officer in Officer.objects.filter(can_sign_in(), pk__in=numbers[start : start + _AT_ONCE]):
            change = concerned[officer.pk]
            verb = _VERBS.get(change.verb, "officer.edit_card")
            reached = (change.was.get("email", officer.email), change.was.get("mobile", officer.mobile))
            known = tuple(plain(each) for each in reached if each)
            yield AccountChanged(officer, verb, by, known, power_of(officer, by or officer))


def _refuse_unsettled(known: RegisterImport, comparison: ListComparison, without_refused: bool) -> None:
    if compared_digest(comparison) != known.compared:
        raise Refused(sentences.CHANGED_SINCE_PREVIEW)
    if comparison.refused and not without_refused:
        raise Refused(sentences.LINES_REFUSED, count=len(comparison.refused))
    if not comparison.changes:
        raise Refused(sentences.CHANGES_NONE)


def _write(
    changes: Sequence[ListChange], rights: ListRights, day: date, progress: Progress, by: Officer | None
) -> dict[str, Office]:
    """Write changes in an order in which every rule of the database holds at each step. Returns the offices by what the list
    calls them.
    """
    offices = writing.found_offices([each for each in changes if each.sheet == "offices"], by=by)
    ordered = sorted((each for each in changes if not (each.sheet == "offices" and each.verb == "new")), key=_step)
    done = len(changes) - len(ordered)
    progress(done, len(changes))
    for (_, sheet, is_new), found in groupby(ordered, key=_step):
        part = list(found)
        if sheet == "offices":
            writing.change_offices(part, by=by, day=day)
        elif sheet == "posts":
            writing.create_posts(part, offices, by=by) if is_new else writing.change_posts(part, by=by)
        elif sheet == "officers":
            writing.enrol_officers(part, by=by, home=rights.home()) if is_new else writing.change_officers(part, by=by)
        else:
            writing.appoint_officers(part, offices, by=by) if is_new else writing.change_charges(part, by=by)
        done += len(part)
        progress(done, len(changes))
    return offices


def _step(change: ListChange) -> tuple[int, str, bool]:
    """When a change is written: what ends before what begins on the same post, offices close last and from below."""
    is_new, ends = change.verb == "new", change.verb == "closed"
    if change.sheet == "offices":
        return (9 if ends else 0), change.sheet, is_new
    if change.sheet == "officers":
        return 1, change.sheet, is_new
    if change.sheet == "charges":
        return (2 if ends else 6), change.sheet, is_new
    if ends or change.now.get("is_head") is False:
        return (3 if not is_new else 5), change.sheet, is_new
    return (4 if not is_new else 5), change.sheet, is_new
