"""Officers of a list held against the register: new accounts, changed cards, accounts that are closed; a password is never in a list."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.history.refusal import Refused
from angikar.offices.accounts.rights import needs_second
from angikar.offices.accounts.sentences import PASSWORD_TO_CHANGE, REACH_IS_HIS
from angikar.offices.bulk import sentences
from angikar.offices.bulk.access import may_change_card
from angikar.offices.bulk.columns import OFFICERS
from angikar.offices.bulk.comparing.known import KnownOfficer, KnownRegister, equal
from angikar.offices.bulk.reading import cell_value, defaults
from angikar.offices.bulk.rights import ListRights
from angikar.offices.bulk.values import ListChange, ListComparison, ListLine, Value, Values, Verb, plain
from angikar.offices.models import Officer
from angikar.offices.posts.rights import power_of

_FACTS = ("name", "name_en", "employee_id", "email", "mobile", "language", "is_active")
_MOBILE = next(column for column in OFFICERS.columns if column.field == "mobile")


def compare_officers(lines: Sequence[ListLine], known: KnownRegister, made: ListComparison) -> None:
    """Enter what the lines would change."""
    if not lines:
        return
    taken = {each.row.employee_id: each for each in known.officers.values() if each.row and each.row.employee_id}
    touched: dict[str, int] = {}
    for line in lines:
        username = str(line.values["username"])
        try:
            if (other := touched.setdefault(username, line.line)) != line.line:
                raise Refused(sentences.LINE_TWICE, line=other)
            there = known.officers.get(username)
            change = _new(line, known) if there is None else _changed(line, there, known.rights)
            if change is not None:
                _refuse_taken(change, known.officers[username], taken)
        except Refused as why:
            made.refuse(line, why.sentence, **why.facts)
            continue
        if change is None:
            made.same += 1
        else:
            made.changes.append(change)
            person, row = known.rights.person, known.officers[username].row
            if change.verb == "closed" and person is not None and row is not None and (post := power_of(row, person)):
                made.settled.append((post.office, username))


def _new(line: ListLine, known: KnownRegister) -> ListChange:
    values = {**defaults(OFFICERS), **line.values}
    username, name = str(values["username"]), str(values["name"])
    known.officers[username] = KnownOfficer(username, name)
    now: Values = {"username": username, **{field: values[field] for field in _FACTS}}
    return ListChange("officers", line.line, "new", f"{name} ({username})", None, {}, now)


def _changed(line: ListLine, there: KnownOfficer, rights: ListRights) -> ListChange | None:
    row = there.row
    if row is None:
        raise LookupError(there.username)
    said = {field: line.values[field] for field in _FACTS if field in line.values}
    was: Values = {field: getattr(row, field) for field in said if not _equal(field, getattr(row, field), said[field])}
    now: Values = {field: said[field] for field in was}
    if not now:
        return None
    if not may_change_card(rights, row):
        raise Refused(sentences.OFFICER_NOT_YOURS, username=there.username)
    if row.is_staff and now.get("is_active") is False:
        raise Refused(sentences.ADMINISTRATOR_STAYS, username=there.username)
    _refuse_reach(row, now, rights)
    verb: Verb = "changed"
    if "is_active" in now:
        verb = "reopened" if now["is_active"] else "closed"
    return ListChange("officers", line.line, verb, f"{row.name} ({there.username})", row.pk, was, now)


def _refuse_reach(officer: Officer, now: Values, rights: ListRights) -> None:
    """What his card refuses, a list does not do either: how one is reached oneself takes one's password, and the address of an account
    of power nobody else changes.
    """
    person = rights.person
    if person is None or not now.keys() & {"email", "mobile"}:
        return
    if officer.pk == person.pk:
        raise Refused(PASSWORD_TO_CHANGE)
    if "email" in now and officer.has_usable_password() and needs_second("card", officer, person):
        raise Refused(REACH_IS_HIS)


def _equal(field: str, stored: Value, said: Value) -> bool:
    if field == "mobile" and stored:
        return equal(_attempt(plain(stored)), said)
    return equal(stored, said)


def _attempt(mobile: str) -> Value:
    """A stored number in the form in which lists are read, or as it is."""
    try:
        return cell_value(_MOBILE, mobile)
    except Refused:
        return mobile


def _refuse_taken(change: ListChange, officer: KnownOfficer, taken: dict[str, KnownOfficer]) -> None:
    number = plain(change.now.get("employee_id"))
    if number and taken.setdefault(number, officer) is not officer:
        raise Refused(sentences.EMPLOYEE_TWICE, text=number, name=taken[number].name)
