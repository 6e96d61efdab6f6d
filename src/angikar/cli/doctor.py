"""The command that checks the system: fonts, database, history, values, papers, files; one line each, and what to do where it is not well."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from angikar.cli.checking import machine, sentences
from angikar.cli.checking.finding import Finding, bad
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.sentences import DATABASE_SILENT
from angikar.cli.setup import enter_existing

_EVERY, _LATEST, _NIGHT = timedelta(hours=20), timedelta(hours=30), range(6)
"""How often the data are looked over by themselves, when at the latest, and in which hours."""
_PASSING = ("away", "busy", "full")
"""The faults of the machine that say nothing of the data."""
Look = Callable[[], Iterator[Finding]]
_UNLIKE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What code says that is given a value of another kind than its column holds: a page of another table lies over it."""


@two_sentences
def doctor(call: Namespace) -> int:
    """`angikar doctor`: exit code 1 when something is not well."""
    enter_existing(current=False)
    found = [*machine.python(), *machine.fonts_and_scripts(), *data(), *machine.lines(), *machine.readers()]
    for each in found:
        bangla, english = each.said
        sign = {True: "ok  ", False: "BAD ", None: "--  "}[each.well]
        print(f"{sign}{each.what}: {english}")
        if bangla != english:
            print(f"    {bangla}")
    return 1 if any(each.well is False for each in found) else 0


def look_over(now: datetime) -> int:
    """Once a night look over the data, and note what is not well for the page of the system. Returns how much that is. Where the database goes
    away meanwhile, nothing is noted, and the next round looks again.
    """
    from angikar.notices.kept import is_recent, keep, kept

    last, _ = kept("last-doctor")
    if is_recent(last, now, _EVERY) or (now.hour not in _NIGHT and is_recent(last, now, _LATEST)):
        return 0
    try:
        found = [(each.what, *each.said) for each in data() if each.well is False]
    except CannotDo:
        return 0
    keep("last-doctor", now, found=found)
    return len(found)


def data() -> list[Finding]:
    """What is found of the data; what needs the tables of this version is left out where they are others. Raises `CannotDo` where the database
    goes away, which is no damage.
    """
    from angikar.cli.checking import database, files, marks, papers, rows

    found = [finding for look in (database.version, database.pages, database.tables) for finding in _looked(look)]
    looks: tuple[Look, ...] = (
        database.guards,
        database.references,
        rows.history,
        rows.clock,
        rows.anchored,
        rows.replayed,
        rows.counted,
        rows.indexed,
    )
    looks += (papers.issued, marks.kept, marks.quarters, files.stored, files.modes)
    if all(each.well for each in found if each.what == "tables"):
        found += [finding for look in looks for finding in _looked(look)]
    return found


def _looked(look: Look) -> Iterator[Finding]:
    """What a look finds, or that the database could not be read there, or holds what no row of this table may hold."""
    from django.db import DatabaseError

    from angikar.history.faults import fault_of

    try:
        yield from list(look())
    except DatabaseError as wrong:
        if fault_of(wrong) in _PASSING:
            raise CannotDo(DATABASE_SILENT, reason=str(wrong).strip()) from wrong
        yield bad(look.__name__, sentences.DATABASE_DAMAGED, reason=str(wrong).strip())
    except _UNLIKE as wrong:
        yield bad(look.__name__, sentences.ROWS_UNREADABLE, reason=f"{type(wrong).__name__}: {wrong}")
