"""From the rows of a file to lines of the register: which list a sheet is, which column means what, what each cell says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from angikar.formats.lists import ListSheet
from angikar.history.refusal import Refused
from angikar.offices.bulk import sentences
from angikar.offices.bulk.columns import SHEETS, RegisterColumn, RegisterSheet
from angikar.offices.bulk.values import ListLine, RefusedLine, Value, Values
from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.sentence import Sentence

_YES = frozenset(map(key, ("হ্যাঁ", "হা", "yes", "y", "true", "1", "x", "✓")))
_NO = frozenset(map(key, ("না", "no", "n", "false", "0", "-")))
_MOBILE = re.compile(r"(?:\+?88)?(01\d{9})")
_CODE = re.compile(r"[^\s\"'<>;,]+")


def read(sheets: Iterable[ListSheet]) -> tuple[list[ListLine], list[RefusedLine]]:
    """The lines of all sheets, list by list, and those that cannot be read. Raises `Refused` where there are none at all."""
    lines: list[ListLine] = []
    refused: list[RefusedLine] = []
    for sheet in sheets:
        if sheet.rows:
            known = _known(sheet)
            if known is None:
                refused.append(RefusedLine(sheet.name, 0, sentences.SHEET_UNKNOWN, {"sheet": sheet.name}))
            elif known.name in {line.sheet for line in lines}:
                refused.append(
                    RefusedLine(known.name, 0, sentences.LIST_TWICE, {"sheet": (known.bangla, known.english)})
                )
            else:
                _read_sheet(known, sheet, lines, refused)
    if not lines and not refused:
        raise Refused(sentences.NO_SHEET)
    order = [each.name for each in SHEETS]
    lines.sort(key=lambda line: order.index(line.sheet))
    return lines, refused


def _known(sheet: ListSheet) -> RegisterSheet | None:
    """The list whose needed columns are all there; of several, the one that knows most of the headings."""
    headings = sheet.rows[0][1]
    fitting = [
        (sum(each.column(heading) is not None for heading in headings), each)
        for each in SHEETS
        if {column.field for column in each.columns if column.must}
        <= {column.field for heading in headings if (column := each.column(heading))}
    ]
    return max(fitting, key=lambda found: found[0], default=(0, None))[1]


def _read_sheet(known: RegisterSheet, sheet: ListSheet, lines: list[ListLine], refused: list[RefusedLine]) -> None:
    (first, headings), *rows = sheet.rows
    columns = [known.column(heading) if heading else None for heading in headings]
    for heading, column in zip(headings, columns, strict=True):
        if heading and column is None:
            refused.append(RefusedLine(known.name, first, sentences.COLUMN_UNKNOWN, {"heading": heading}))
        elif column and columns.count(column) > 1:
            refused.append(RefusedLine(known.name, first, sentences.COLUMN_TWICE, {"heading": heading}))
    for line, cells in rows:
        try:
            lines.append(ListLine(known.name, line, dict(_cells(columns, cells))))
        except Refused as why:
            refused.append(RefusedLine(known.name, line, why.sentence, why.facts))


def _cells(columns: Sequence[RegisterColumn | None], cells: Sequence[str]) -> Iterator[tuple[str, Value]]:
    for place, column in enumerate(columns):
        if column is not None and column.kind != "note":
            yield column.field, cell_value(column, cells[place] if place < len(cells) else "")


def cell_value(column: RegisterColumn, text: str) -> Value:
    """What a cell says. Raises `Refused` with the sentence that says why it cannot be taken."""
    text = normal(text) if text else ""
    if not text:
        if column.must:
            raise Refused(sentences.CELL_MISSING, heading=(column.bangla, column.english))
        return _empty(column)
    if len(text) > column.longest:
        raise Refused(sentences.CELL_TOO_LONG, heading=(column.bangla, column.english), most=column.longest)
    return _MEANINGS.get(column.kind, _text)(column, text)


def _empty(column: RegisterColumn) -> Value:
    if column.kind in ("day", "number"):
        return None
    return column.default == "1" if column.kind == "flag" else column.default


def defaults(sheet: RegisterSheet) -> Values:
    """What a new row has where the list says nothing."""
    return {column.field: _empty(column) for column in sheet.columns if column.kind != "note"}


def _text(_column: RegisterColumn, text: str) -> Value:
    return text


def _digits(column: RegisterColumn, text: str) -> Value:
    return _code(column, to_latin(text))


def _code(column: RegisterColumn, text: str) -> Value:
    if not _CODE.fullmatch(text):
        raise _wrong(sentences.CELL_WRONG, column, text)
    return text


def _day(column: RegisterColumn, text: str) -> Value:
    day = parse_date(text)
    if day is None:
        raise _wrong(sentences.DAY_WRONG, column, text)
    return day


def _number(column: RegisterColumn, text: str) -> Value:
    plain = to_latin(text)
    if not (plain.isascii() and plain.isdecimal() and int(plain) < 32_768):
        raise _wrong(sentences.CELL_WRONG, column, text)
    return int(plain)


def _flag(column: RegisterColumn, text: str) -> Value:
    if (face := key(text)) in _YES | _NO:
        return face in _YES
    raise Refused(
        sentences.CHOICE_WRONG, heading=(column.bangla, column.english), text=text, known=("হ্যাঁ, না", "yes, no")
    )


def _choice(column: RegisterColumn, text: str) -> Value:
    face = key(text)
    for value, label in column.choices:
        if face in (key(value), key(label)):
            return value
    known = (", ".join(label for _, label in column.choices), ", ".join(value for value, _ in column.choices))
    raise Refused(sentences.CHOICE_WRONG, heading=(column.bangla, column.english), text=text, known=known)


def _email(column: RegisterColumn, text: str) -> Value:
    try:
        validate_email(text)
    except ValidationError as cause:
        raise _wrong(sentences.CELL_WRONG, column, text) from cause
    return text


def _mobile(_column: RegisterColumn, text: str) -> Value:
    found = _MOBILE.fullmatch(re.sub(r"[\s-]", "", to_latin(text)))
    if found is None:
        raise Refused(sentences.MOBILE_WRONG, text=(to_bangla(text), to_latin(text)))
    return found[1]


def _wrong(sentence: Sentence, column: RegisterColumn, text: str) -> Refused:
    return Refused(sentence, heading=(column.bangla, column.english), text=text)


_MEANINGS = {
    "digits": _digits,
    "code": _code,
    "day": _day,
    "number": _number,
    "flag": _flag,
    "choice": _choice,
    "email": _email,
    "mobile": _mobile,
}
