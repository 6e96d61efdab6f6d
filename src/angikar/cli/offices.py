"""The command about the register in bulk: lists taken in with a preview, the register as lists, an empty template, the shipped places."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from angikar.cli import sentences
from angikar.cli.clock import today
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter_existing
from angikar.cli.source import bytes_of
from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_bangla

if TYPE_CHECKING:
    from angikar.formats.lists import ListTable
    from angikar.offices.bulk.offered import OfferedList
    from angikar.offices.models import Office, Officer, RegisterImport

SHEETS = ("offices", "posts", "officers", "charges")
_VERBS = {"new": "নতুন / new", "changed": "বদল / changed", "closed": "বন্ধ / closed", "reopened": "আবার চালু / reopened"}
_SIGNS = {"new": "+", "changed": "~", "closed": "-", "reopened": "^"}


@two_sentences
def offices(call: Namespace) -> int:
    """`angikar offices import|export|template|places`."""
    enter_existing()
    return {"import": _import, "export": _export, "template": _template, "places": _places}[call.action](call)


def _import(call: Namespace) -> int:
    if not call.files:
        raise CannotDo(sentences.NAME_A_LIST)
    from angikar.formats.lists import read_lists
    from angikar.offices.bulk.offered import OfferedList

    data = [bytes_of(name) for name in call.files]
    sheets = tuple(sheet for each in data for sheet in read_lists(each))
    name = ", ".join(Path(each).name for each in call.files)
    return _offered(call, OfferedList.of(name, b"".join(data), sheets))


def _offered(call: Namespace, listed: OfferedList) -> int:
    """Offer a list, show what it would change, and, unless that is all that is asked, carry it out."""
    from angikar.offices.bulk.actions import carry_out, offer

    by = _officer(call.by)
    made = offer(listed, by=by, day=_day(call.day), under=_office(call.under))
    print(json.dumps(_as_json(made), ensure_ascii=False, indent=1) if call.json else "\n".join(_lines(made)))
    refused = int(made.seen["refused_count"])
    if call.dry_run or (refused and not call.without_refused):
        if refused and not call.dry_run:
            print(*sentences.LIST_NOT_TAKEN.both(count=refused), sep="\n", file=sys.stderr)
        return 1 if refused else 0
    done = carry_out(made, by=by, without_refused=call.without_refused, progress=_progress)
    print(*sentences.LIST_TAKEN.both(number=done.pk), sep="\n", file=sys.stderr)
    if call.counter:
        _write(call.counter, _counter(done))
    return 0


def _progress(done: int, of: int) -> None:
    print(f"\r{to_bangla(str(done))}/{to_bangla(str(of))}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _counter(done: RegisterImport) -> list[ListTable]:
    from angikar.offices.bulk.packing import unpacked
    from angikar.offices.bulk.queries import stored_tables

    return stored_tables(unpacked(done.counter or b""))


def _export(call: Namespace) -> int:
    from angikar.offices.bulk.queries import register_tables
    from angikar.offices.bulk.rights import ListRights

    rights = ListRights.of(_officer(call.by), _office(call.under))
    _write(_output(call), register_tables(rights, english=call.english), call.sheet)
    return 0


def _template(call: Namespace) -> int:
    from angikar.offices.bulk.queries import template_tables

    _write(_output(call), template_tables(english=call.english), call.sheet)
    return 0


def _places(call: Namespace) -> int:
    """The offices of chosen places: written as lists, or, without an output, offered at once."""
    from angikar.formats.lists import LISTS
    from angikar.offices.bulk.from_places import PlaceOffices, named_places, place_lists
    from angikar.offices.bulk.offered import OfferedList
    from angikar.offices.bulk.queries import stored_tables

    codes, lost = named_places(call.places or ())
    if lost or not codes:
        raise CannotDo(sentences.PLACES_UNKNOWN, texts=", ".join(lost) or "—")
    sheets = place_lists(PlaceOffices(codes, above=call.above, memo_head=call.memo_head))
    if call.files:
        _write(_output(call), stored_tables(sheets), call.sheet)
        return 0
    return _offered(call, OfferedList.of("geography.csv", LISTS.dump_json(sheets), sheets))


def _output(call: Namespace) -> str:
    if len(call.files) != 1:
        raise CannotDo(sentences.NAME_ONE_LIST)
    return str(call.files[0])


def _write(name: str, tables: Sequence[ListTable], sheet: str = SHEETS[0]) -> None:
    """Write all lists into a workbook, or one of them into a CSV."""
    from angikar.formats.lists import write_csv, write_workbook

    if not name.lower().endswith((".csv", ".xlsx")):
        raise CannotDo(sentences.LIST_SUFFIX)
    data = write_csv(tables[SHEETS.index(sheet)]) if name.lower().endswith(".csv") else write_workbook(tables)
    try:
        Path(name).write_bytes(data)
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=name, reason=str(wrong.strerror)) from wrong


def _day(text: str | None) -> date:
    day = parse_date(text) if text else today()
    if day is None:
        raise CannotDo(sentences.DATE_UNREADABLE, text=str(text))
    return day


def _office(text: str) -> Office | None:
    if not text:
        return None
    from angikar.cli.figures.standings import office_named

    return office_named(text)


def _officer(username: str) -> Officer | None:
    if not username:
        return None
    from angikar.offices.models import Officer

    found = Officer.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise CannotDo(sentences.NO_SUCH_OFFICER, username=username)
    return found


def _as_json(made: RegisterImport) -> dict[str, Any]:
    return {"import": str(made.pk), "digest": made.digest, "day": made.day.isoformat(), **made.seen}


def _lines(made: RegisterImport) -> Iterator[str]:
    seen = made.seen
    for sheet, verbs in seen["counts"].items():
        if counted := [f"{_VERBS[verb]} {to_bangla(str(count))}" for verb, count in verbs.items() if count]:
            yield f"{sheet:9} {' · '.join(counted)}"
    if seen["same"]:
        yield f"একই আছে / the same: {to_bangla(str(seen['same']))}"
    for verb, sign in _SIGNS.items():
        for each in seen["lines"][verb]:
            changed = "; ".join(f"{name}: {each['was'].get(name, '')} → {now}" for name, now in each["now"].items())
            yield f"{sign} {each['sheet']}:{each['line']} {each['named']}{f' ({changed})' if changed else ''}"
    for each in seen["refused"]:
        yield f"! {each['sheet']}:{each['line']} {each['bn']} / {each['en']}"
