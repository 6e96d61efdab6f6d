"""Every address of the system, by every method, is tried by everybody who may stand before it: what opens, what is hidden, who is led
to the door, and that nothing is written for others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse

from tests.access.audiences import Address
from tests.access.doors import DOORS
from tests.access.house import ADDRESSES, House
from tests.access.people import Role, signed_in
from tests.access.programs import PROGRAMS
from tools.access import PAGE, named, page

pytestmark = pytest.mark.django_db
OUTSIDE = (Role.VISITOR, Role.CLOSED)
PROVING = "/account/2fa/totp/activate/"
FREE_OF_PROVING = ("/account/", "/sign-out/", "/language/")
OTHER_METHODS = ("put", "patch", "delete", "options", "trace")
BY_MAIL_PROGRAMS = {"public:leave"}
"""What a mail program sends by itself (RFC 8058), without the token of a page; the signed link says for whom."""
DOORS_NAMED = {name for part in DOORS.values() for name in part}
KEEPS_THAT_IT_WAS_SEEN = {"desk:notices", "desk:paper", "desk:print", "desk:circular", "desk:receipts", "public:letter"}
"""What writes although it is only read."""


def _expected(role: Role, name: str, path: str, method: str) -> str:
    """What the table says that a role is answered."""
    address = ADDRESSES[name]
    audience, opened = (address.read, address.shown) if method == "get" else (address.write, address.done)
    if role is Role.UNPROVED and not path.startswith(FREE_OF_PROVING):
        return "second factor"
    if role in OUTSIDE and not address.public:
        return "door"
    if audience is None:
        return "405"
    explained = address.explained is not None and role in address.explained and method == "post"
    return str(opened if role in audience else 422 if explained else address.hidden)


def _found(answer: HttpResponse, expected: str) -> str:
    leads = answer.get("Location", "")
    if expected == "door" and leads.startswith("/account/login/"):
        return "door"
    return "second factor" if leads == PROVING and expected == "second factor" else str(answer.status_code)


def test_no_address_is_forgotten() -> None:
    assert {name for name, _ in named(get_resolver().url_patterns)} == {*ADDRESSES, *PROGRAMS}


def test_the_page_of_addresses_says_what_is_tried() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("method", ["get", "post"])
def test_each_address_opens_to_its_audience_alone(house: House, method: str) -> None:
    wrong = {}
    for name, address in ADDRESSES.items():
        if (address.read if method == "get" else address.write) is None:
            continue
        for role, client in house.clients.items():
            answer, tables = house.call(client, name, method)
            expected = _expected(role, name, house.path(name), method)
            found = _found(answer, expected)
            if found != expected:
                wrong[name, role.value] = f"{found} for {expected}"
            kind = answer.get("Content-Type", "")
            if answer.status_code == 200 and (not kind or (kind.startswith("text/") and "charset" not in kind)):
                wrong[name, role.value, "kind"] = kind
            harmless = method == "get" and name not in KEEPS_THAT_IT_WAS_SEEN
            if tables and (harmless or expected in ("door", "second factor", "404", "405", "422")):
                wrong[name, role.value, "writes"] = " ".join(tables)
    assert wrong == {}


def _wrongly_taken(house: House, addresses: Mapping[str, Address]) -> dict[tuple[str, str, str], int]:
    """The methods that an address does not name and still takes, by who was let in."""
    wrong = {}
    for name, address in addresses.items():
        unnamed = [each for each, audience in (("get", address.read), ("post", address.write)) if audience is None]
        for role, methods in ((Role.VISITOR, unnamed), (Role.HEAD, [*unnamed, *OTHER_METHODS])):
            for method in methods:
                answer, tables = house.call(house.clients[role], name, method)
                expected = "door" if role is Role.VISITOR and not address.public else "405"
                if _found(answer, expected) != expected or tables:
                    wrong[name, role.value, method] = answer.status_code
    return wrong


def test_what_an_address_does_not_take_it_refuses(house: House) -> None:
    assert _wrongly_taken(house, ADDRESSES) == {}


@pytest.mark.parametrize("name", ["desk:report", "public:letter", "account_login", "account_change_password"])
def test_an_entry_that_leaves_out_a_method_is_found(house: House, name: str) -> None:
    assert _wrongly_taken(house, {name: replace(ADDRESSES[name], write=None)}) != {}


def test_head_says_no_more_than_get(house: House) -> None:
    wrong = {}
    for name in ADDRESSES:
        answer, tables = house.call(house.clients[Role.HEAD], name, "head")
        expected = _expected(Role.HEAD, name, house.path(name), "get")
        if _found(answer, expected) not in (expected, "405") or tables:
            wrong[name] = answer.status_code
    assert wrong == {}


def test_no_form_is_accepted_without_its_token(house: House) -> None:
    taken = {}
    head, visitor = signed_in(house.world.officers["director"], strict=True), Client(enforce_csrf_checks=True)
    for name, address in ADDRESSES.items():
        if address.write is not None and name not in BY_MAIL_PROGRAMS:
            for client in (head, visitor) if name in DOORS_NAMED else (head,):
                answer, tables = house.call(client, name, "post")
                if (answer.status_code, tables) != (403, []):
                    taken[name] = answer.status_code
    assert taken == {}


def test_with_its_token_it_is_taken(house: House) -> None:
    strict = signed_in(house.world.officers["director"], strict=True)
    strict.get(reverse("desk:today"))
    strict.defaults["HTTP_X_CSRFTOKEN"] = strict.cookies["csrftoken"].value
    for name in ("desk:report", "desk:note", "desk:dispatch"):
        answer, tables = house.call(strict, name, "post")
        assert (answer.status_code, bool(tables)) == (302, True), name
