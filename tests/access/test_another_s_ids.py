"""The numbers of another ministry's rows, put into every field, address and query that carries a number, and every form of the head sent by
others: they open nothing, show nothing and write nothing.
"""

from __future__ import annotations

import json
import logging
import random
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.access.elsewhere import MARK
from tests.access.house import SCREENS
from tests.access.people import Role
from tests.access.sheets import Fields, Sheet, sheets
from tests.access.two_houses import (
    NUMBER,
    Page,
    TwoHouses,
    name_of,
    names,
    paths,
    read_pages,
    send,
    set_up_two,
    sheets_of,
    text_of,
)

pytestmark = pytest.mark.django_db
SEES_ALL: set[tuple[Role, str]] = {(Role.ADMIN, "list"), (Role.ADMIN, "list_counter"), (Role.ADMIN, "lists")}
"""An administrator of the register sees every list of it."""
OF_EVERYBODY = {"language", "sign_out", "subscribe", "first_steps"}
"""Forms that whoever has them sends for himself or his own office."""
TEXTS = ("", "০", "কথা", "2022-08-01", "১.৮.২০২২", "-1", "<b>", "x" * 400)
TRIES = 150
"""How many forms are sent with fields filled at random."""


@pytest.fixture(scope="module")
def two(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[TwoHouses]:
    """Both ministries."""
    logging.disable(logging.WARNING)
    with django_db_blocker.unblock(), transaction.atomic():
        yield set_up_two()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def pages(two: TwoHouses) -> list[Page]:
    """Every page that the head, and the head of the office above, get to read."""
    return read_pages(two)


def test_no_page_of_ours_shows_what_another_ministry_wrote(pages: list[Page]) -> None:
    assert [(page.role.value, page.path) for page in pages if MARK in page.text] == []


@pytest.mark.parametrize("role", [Role.BELOW, Role.CLERK, Role.HEAD, Role.ABOVE, Role.ADMIN])
def test_no_page_shows_what_another_ministry_wrote(two: TwoHouses, role: Role) -> None:
    leaks = []
    for name, path in paths(two.house):
        places = {two.swapped(path)}
        if role is Role.HEAD:
            places |= set(_half_swapped(two, path))
        if role in (Role.HEAD, Role.ABOVE):
            places.discard(path)
        for place in places:
            answer, _ = two.house.send(two.house.clients[role], "get", place, {})
            if MARK in text_of(answer) and (role, name) not in SEES_ALL:
                leaks.append((name, place))
    assert leaks == []


def _half_swapped(two: TwoHouses, path: str) -> list[str]:
    """The path with each of its numbers in turn in place of one of theirs."""
    found = list(NUMBER.finditer(path))
    return (
        [path[: each.start()] + two.swapped(each[0]) + path[each.end() :] for each in found] if len(found) > 1 else []
    )


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
    for role, name, sheet in sheets_of(pages):
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
    change = send(two, client, place, fields)
    harm = {f"{table} names {number}" for table, row in change.added for number in names(row, numbers)}
    return ", ".join(sorted({*harm, *([str(change.status)] if change.status >= 500 else [])}))


@pytest.mark.parametrize("role", [Role.FOREIGN, Role.BELOW, Role.DEPARTED])
def test_the_forms_of_the_head_do_nothing_in_other_hands(two: TwoHouses, pages: list[Page], role: Role) -> None:
    wrong = {}
    for _, name, sheet in sheets_of(pages):
        if sheet.method == "post" and name not in OF_EVERYBODY:
            usual = {key: [value] for key, value in SCREENS[name].sent.items() if "{" not in key + value}
            if found := _harm_within(two, role, sheet.action, {**sheet.fields, **usual}):
                wrong[name] = found
    assert wrong == {}


def test_no_form_filled_at_random_writes_beyond_the_office_of_its_sender(two: TwoHouses, pages: list[Page]) -> None:
    chance, wrong = random.Random(7), {}
    forms = [
        (name, sheet) for _, name, sheet in sheets_of(pages) if sheet.method == "post" and name not in OF_EVERYBODY
    ]
    values = sorted(
        {value for _, sheet in forms for offered in sheet.offered.values() for value in offered} | set(TEXTS)
    )
    for _ in range(TRIES):
        name, sheet = chance.choice(forms)
        fields = {
            key: [chance.choice([*offered, *offered, chance.choice(values)])]
            for key, offered in sheet.offered.items()
            if chance.random() < 0.9
        }
        role = chance.choice((Role.FOREIGN, Role.BELOW))
        if found := _harm_within(two, role, sheet.action, fields):
            wrong[name, role.value] = found
    assert wrong == {}


def _harm_within(two: TwoHouses, role: Role, place: str, fields: Fields) -> str:
    """The rows of the house that a form changed, and those it added to them."""
    change = send(two, two.house.clients[role], place, fields)
    private = two.private()
    lost = {f"{table} changed" for table, _ in change.lost}
    return ", ".join(sorted({*lost, *(f"{table} added" for table, row in change.added if names(row, private))}))


def test_the_ids_of_another_ministry_in_a_query_show_nothing(two: TwoHouses, pages: list[Page]) -> None:
    leaks, seen = [], set()
    for page in pages:
        for query in _queries(page):
            parts = urlsplit(two.swapped(query))
            known = (page.role, name_of(query), frozenset(key for key, _ in parse_qsl(parts.query)))
            if two.swapped(query) == query or known in seen or not known[1]:
                continue
            seen.add(known)
            client = two.house.clients[page.role]
            answer, tables = two.house.send(client, "get", f"{parts.path}?{parts.query}", {})
            if MARK in text_of(answer) or answer.status_code >= 500 or "history_entry" in tables:
                leaks.append((page.role.value, query, answer.status_code))
    assert leaks == []
    assert seen


def _queries(page: Page) -> set[str]:
    """The addresses with a query that a page leads to, and those that its forms make of what they offer."""
    found = set(re.findall(r'(?:href|hx-get)="([^"]*\?[^"]*)"', page.text))
    asked = [each for each in sheets(page.text, page.path) if each.method == "get"]
    found |= {f"{each.action.partition('?')[0]}?{urlencode(each.offered, doseq=True)}" for each in asked}
    return {each.replace("&amp;", "&") for each in found}
