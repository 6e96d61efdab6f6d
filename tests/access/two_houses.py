"""Two ministries with the same kinds of rows beside each other: the pages that one gets, its forms, and what a form that is sent changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.access.elsewhere import part_numbers, set_up_elsewhere, table_of, tables
from tests.access.house import SCREENS, House, set_up_house
from tests.access.people import Role
from tests.access.sheets import Fields, Sheet, sheets
from tests.access.written import watched

MORE = (("duty", "open"), ("duty", "receipt"), ("paper", "letter"), ("paper", "draft"), ("filing", "agreement quarter"))
PRIVATE = ("papers_", "duties_", "meetings_", "standings_", "notices_")
NUMBER = re.compile(r"(?<![0-9])[0-9]{7,9}(?![0-9])")


@dataclass
class TwoHouses:
    """The house, and the numbers of the other ministry's rows by their table."""

    house: House
    theirs: dict[str, int]
    numbers: set[int]
    ours: dict[str, set[int]] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=dict)

    def private(self) -> set[str]:
        """The numbers of the rows of the house that no other ministry has to do with: all but those of the register."""
        kept = {table: numbers for table, numbers in self.ours.items() if table.startswith(PRIVATE)}
        return {str(number) for numbers in kept.values() for number in numbers}

    def swapped(self, text: str) -> str:
        """The text with each number of a row in place of one of theirs of the same table; where they have none, with any of theirs."""

        def other(found: re.Match[str]) -> str:
            table = table_of(int(found[0]))
            return str(self.theirs.get(table, int(found[0]))) if table else found[0]

        return NUMBER.sub(other, text)


def set_up_two() -> TwoHouses:
    """Both ministries; the numbers of every table lie apart."""
    part_numbers()
    house = set_up_house()
    before = _numbers()
    _, scene = set_up_elsewhere()
    theirs = {table: numbers - before[table] for table, numbers in _numbers().items() if numbers - before[table]}
    first = {table: min(numbers) for table, numbers in theirs.items()}
    named = [int(each) for each in scene.values() if each.isdigit()]
    first |= {table: number for number in named if (table := table_of(number))}
    return TwoHouses(house, first, set().union(*theirs.values()), before, {table: _rows(table) for table in before})


def _numbers() -> dict[str, set[int]]:
    """The numbers of all rows, by their table."""
    found: dict[str, set[int]] = {}
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f'SELECT id FROM "{table}"')
            found[table] = {number for (number,) in cursor.fetchall()}
    return found


def _rows(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return {str(row) for row in cursor.fetchall()}


def text_of(answer: HttpResponseBase) -> str:
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return bytes(data).decode("utf-8", "replace")


def paths(house: House) -> list[tuple[str, str]]:
    """The pages of the scene that are read, by name and path."""
    named = [(name, address.leads) for name, address in SCREENS.items() if address.read is not None]
    return [
        (name, reverse(f"desk:{name}", args=[house.scene[each] for each in leads.split()]))
        for name, leads in (*named, *MORE)
    ]


@dataclass
class Page:
    """A page as a role got it."""

    role: Role
    name: str
    path: str
    text: str


def read_pages(two: TwoHouses) -> list[Page]:
    """Every page that the head, and the head of the office above, get to read."""
    found = []
    for role in (Role.HEAD, Role.ABOVE):
        for name, path in paths(two.house):
            answer, _ = two.house.send(two.house.clients[role], "get", path, {})
            if answer.status_code == 200:
                found.append(Page(role, name, path, text_of(answer)))
    return found


def sheets_of(pages: list[Page]) -> Iterator[tuple[Role, str, Sheet]]:
    """Every form on the pages, once for each set of fields."""
    seen = set()
    for page in pages:
        for sheet in sheets(page.text, page.path):
            name = name_of(sheet.action)
            fields = frozenset(NUMBER.sub("#", each) for each in sheet.fields)
            known = (name, sheet.method, fields, tuple(sheet.fields.get("do", ())))
            if name in SCREENS and known not in seen:
                seen.add(known)
                yield page.role, name, sheet


def name_of(action: str) -> str:
    try:
        return resolve(urlsplit(action).path).url_name or ""
    except Resolver404:
        return ""


@dataclass
class Change:
    """What a form that was sent did: the status, and the rows that it added, and those that it changed or took away, by table."""

    status: int
    added: list[tuple[str, str]]
    lost: list[tuple[str, str]]


def send(two: TwoHouses, client: Client, place: str, fields: Fields) -> Change:
    """Send a form, look at what it did, and take it back."""
    with transaction.atomic():
        with watched() as written:
            answer = client.post(place, fields)
        now = {table: _rows(table) for table in set(written)}
        transaction.set_rollback(True)
    before = {table: two.known.get(table, set()) for table in now}
    added = [(table, row) for table, rows in now.items() for row in rows - before[table]]
    return Change(answer.status_code, added, [(table, row) for table in now for row in before[table] - now[table]])


def names(row: str, numbers: set[str]) -> set[str]:
    """Which of these numbers a row names."""
    return numbers & set(NUMBER.findall(row))
