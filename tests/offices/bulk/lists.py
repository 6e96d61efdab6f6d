"""Lists for the tests: a CSV or the register itself as a list, offered and carried out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from angikar.formats.lists import ListTable, read_lists, write_csv, write_workbook
from angikar.offices.bulk.actions import carry_out, offer
from angikar.offices.bulk.offered import OfferedList
from angikar.offices.bulk.queries import register_tables
from angikar.offices.bulk.rights import ListRights
from angikar.offices.models import Office, Officer, RegisterImport

DAY = date(2022, 9, 1)
OFFICES = "সংকেত,নাম,স্তর,ঊর্ধ্বতন দপ্তর,স্মারক কোড,ভূ-কোড,বন্ধ"


def offered(*texts: str, by: Officer | None = None, under: Office | None = None, day: date = DAY) -> RegisterImport:
    """One or more CSV texts, offered as one list."""
    data = [text.encode() for text in texts]
    sheets = tuple(sheet for each in data for sheet in read_lists(each))
    return offer(OfferedList.of("list.csv", b"".join(data), sheets), by=by, day=day, under=under)


def taken(*texts: str, by: Officer | None = None, under: Office | None = None) -> RegisterImport:
    """The same, carried out."""
    return carry_out(offered(*texts, by=by, under=under), by=by)


def register() -> list[ListTable]:
    """The whole register, its rows read."""
    tables = register_tables(ListRights.of(None))
    return [ListTable(table.name, table.columns, [tuple(row) for row in table.rows]) for table in tables]


def rows() -> dict[str, Sequence[Sequence[str]]]:
    """The rows of the register, list by list."""
    return {table.name: list(table.rows) for table in register()}


def offered_workbook(by: Officer | None = None) -> RegisterImport:
    """The register written into a workbook and offered again."""
    data = write_workbook(register())
    return offer(OfferedList.of("register.xlsx", data, read_lists(data)), by=by, day=DAY)


def as_csv() -> list[str]:
    """The register as four CSV texts."""
    return [write_csv(table).decode("utf-8-sig") for table in register()]


def why(made: RegisterImport) -> dict[int, str]:
    """Which lines are refused, and why in English."""
    return {each["line"]: each["en"] for each in made.seen["refused"]}
