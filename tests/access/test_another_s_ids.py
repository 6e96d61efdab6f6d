"""The numbers of another ministry's rows, put into every field, address and query that carries a number: they open nothing, show nothing
and write nothing.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from pytest_django import DjangoDbBlocker

from tests.access.elsewhere import MARK, part_numbers, set_up_elsewhere, table_of, tables
from tests.access.house import SCREENS, House, set_up_house
from tests.access.people import Role
from tests.access.sheets import Fields, Sheet, sheets
from tests.access.written import watched

pytestmark = pytest.mark.django_db
MORE = (("duty", "open"), ("duty", "receipt"), ("paper", "letter"), ("paper", "draft"), ("filing", "agreement quarter"))
NUMBER = re.compile(r"(?<![0-9])[0-9]{7,9}(?![0-9])")
SEES_ALL: set[tuple[Role, str]] = {(Role.ADMIN, "list"), (Role.ADMIN, "list_counter"), (Role.ADMIN, "lists")}
"""An administrator of the register sees every list of it."""


@dataclass
class TwoHouses:
    """The house, and the numbers of the other ministry's rows by their table."""

    house: House
    theirs: dict[str, int]
    numbers: set[int]
    known: dict[str, set[str]] = field(default_factory=dict)

    def before(self, table: str) -> set[str]:
        """The rows of a table as they are when nothing was sent."""
        return self.known[table]

    def swapped(self, text: str) -> str:
        """The text with each number of a row in place of one of theirs of the same table; where they have none, with any of theirs."""

        def other(found: re.Match[str]) -> str:
            table = table_of(int(found[0]))
            return str(self.theirs.get(table, int(found[0]))) if table else found[0]

        return NUMBER.sub(other, text)


@pytest.fixture(scope="module")
def two(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[TwoHouses]:
    """Both ministries; the numbers of every table lie apart."""
    logging.disable(logging.WARNING)
    with django_db_blocker.unblock(), transaction.atomic():
        part_numbers()
        house = set_up_house()
        before = _numbers()
        _, scene = set_up_elsewhere()
        theirs = {table: numbers - before[table] for table, numbers in _numbers().items() if numbers - before[table]}
        first = {table: min(numbers) for table, numbers in theirs.items()}
        named = [int(each) for each in scene.values() if each.isdigit()]
        first |= {table: number for number in named if (table := table_of(number))}
        yield TwoHouses(house, first, set().union(*theirs.values()), {table: _rows(table) for table in before})
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


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


def _text(answer: HttpResponseBase) -> str:
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return bytes(data).decode("utf-8", "replace")


def _pages(house: House) -> list[tuple[str, str]]:
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


@pytest.fixture(scope="module")
def pages(two: TwoHouses) -> list[Page]:
    """Every page that the head, and the head of the office above, get to read."""
    found = []
    for role in (Role.HEAD, Role.ABOVE):
        for name, path in _pages(two.house):
            answer, _ = two.house.send(two.house.clients[role], "get", path, {})
            if answer.status_code == 200:
                found.append(Page(role, name, path, _text(answer)))
    return found


def test_no_page_of_ours_shows_what_another_ministry_wrote(pages: list[Page]) -> None:
    assert [(page.role.value, page.path) for page in pages if MARK in page.text] == []


@pytest.mark.parametrize("role", [Role.BELOW, Role.CLERK, Role.HEAD, Role.ABOVE, Role.ADMIN])
def test_no_page_shows_what_another_ministry_wrote(two: TwoHouses, role: Role) -> None:
    leaks = []
    for name, path in _pages(two.house):
        places = {two.swapped(path)}
        if role is Role.HEAD:
            places |= set(_half_swapped(two, path))
        if role in (Role.HEAD, Role.ABOVE):
            places.discard(path)
        for place in places:
            answer, _ = two.house.send(two.house.clients[role], "get", place, {})
            if MARK in _text(answer) and (role, name) not in SEES_ALL:
                leaks.append((name, place))
    assert leaks == []


def _half_swapped(two: TwoHouses, path: str) -> list[str]:
    """The path with each of its numbers in turn in place of one of theirs."""
    found = list(NUMBER.finditer(path))
    return (
        [path[: each.start()] + two.swapped(each[0]) + path[each.end() :] for each in found] if len(found) > 1 else []
    )


def _sheets(pages: list[Page]) -> Iterator[tuple[Role, str, Sheet]]:
    """Every form on the pages, once for each set of fields."""
    seen = set()
    for page in pages:
        for sheet in sheets(page.text, page.path):
            name = _name(sheet.action)
            fields = frozenset(NUMBER.sub("#", each) for each in sheet.fields)
            known = (name, sheet.method, fields, tuple(sheet.fields.get("do", ())))
            if name in SCREENS and known not in seen:
                seen.add(known)
                yield page.role, name, sheet


def _name(action: str) -> str:
    try:
        return resolve(urlsplit(action).path).url_name or ""
    except Resolver404:
        return ""


def _forged(two: TwoHouses, name: str, sheet: Sheet) -> Iterator[tuple[str, str, Fields]]:
    """The form with one number after the other in place of one of theirs: which it is, where it is sent, what is sent."""
    usual = {key: [value] for key, value in SCREENS[name].sent.items() if "{" not in key + value}
    whole = {**sheet.fields, **{key: value for key, value in usual.items() if key in sheet.offered}}
    for place in {*_half_swapped(two, sheet.action), two.swapped(sheet.action)} - {sheet.action}:
        yield "address", place, whole
    tried = set()
    for key, values in sheet.offered.items():
        pattern, other = NUMBER.sub("#", key), two.swapped(key)
        if pattern in tried:
            continue
        tried.add(pattern)
        if other != key:
            yield pattern, sheet.action, {**whole, other: whole.get(key, [""])}
        for value in sorted({two.swapped(value) for value in values} - set(values))[:2]:
            yield pattern, sheet.action, {**whole, key: [value]}


def test_the_ids_of_another_ministry_write_nothing(two: TwoHouses, pages: list[Page]) -> None:
    wrong, tried = {}, 0
    for role, name, sheet in _sheets(pages):
        if sheet.method == "post":
            for where, place, fields in _forged(two, name, sheet):
                tried += 1
                if found := _harm(two, two.house.clients[role], place, fields):
                    wrong[name, where] = found
    assert wrong == {}
    assert tried > 100


def _harm(two: TwoHouses, client: Client, place: str, fields: Fields) -> str:
    """The rows that a forged form changed or added and that name one of their numbers; nothing where there are none."""
    numbers = {each for each in NUMBER.findall(json.dumps([place, fields])) if int(each) in two.numbers}
    with transaction.atomic():
        with watched() as tables:
            answer = client.post(place, fields)
        written = [(table, row) for table in set(tables) for row in _rows(table) - two.before(table)]
        transaction.set_rollback(True)
    harm = {
        f"{table} names {number}"
        for table, row in written
        for number in numbers
        if re.search(rf"(?<![0-9]){number}(?![0-9])", row)
    }
    return ", ".join(sorted({*harm, *([str(answer.status_code)] if answer.status_code >= 500 else [])}))


def test_the_ids_of_another_ministry_in_a_query_show_nothing(two: TwoHouses, pages: list[Page]) -> None:
    leaks, seen = [], set()
    for page in pages:
        for query in _queries(page):
            parts = urlsplit(two.swapped(query))
            known = (page.role, _name(query), frozenset(key for key, _ in parse_qsl(parts.query)))
            if two.swapped(query) == query or known in seen or not known[1]:
                continue
            seen.add(known)
            client = two.house.clients[page.role]
            answer, tables = two.house.send(client, "get", f"{parts.path}?{parts.query}", {})
            if MARK in _text(answer) or answer.status_code >= 500 or "history_entry" in tables:
                leaks.append((page.role.value, query, answer.status_code))
    assert leaks == []
    assert seen


def _queries(page: Page) -> set[str]:
    """The addresses with a query that a page leads to, and those that its forms make of what they offer."""
    found = set(re.findall(r'(?:href|hx-get)="([^"]*\?[^"]*)"', page.text))
    asked = [each for each in sheets(page.text, page.path) if each.method == "get"]
    found |= {f"{each.action.partition('?')[0]}?{urlencode(each.offered, doseq=True)}" for each in asked}
    return {each.replace("&amp;", "&") for each in found}
