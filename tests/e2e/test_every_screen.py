"""Every screen in a browser, on a desk and on a phone: open to everybody (axe), nothing cut off, nothing refused."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House
from tools.assets import AXE

SIZES = {"desk": {"width": 1366, "height": 768}, "phone": {"width": 390, "height": 844}}
GRAVE = ("serious", "critical")

SCREENS = {
    "focal": (
        "/",
        "/papers/",
        "/search/?q=সভা",
        "/intake/",
        "/intake/{taken}/",
        "/intake/{drawn}/",
        "/intake/{doubtful}/",
        "/offices/",
        "/papers/{agreement}/",
        "/papers/{draft}/",
        "/grid/{agreement}/?quarter=1",
        "/results/{agreement}/",
        "/duties/{figure}/",
    ),
    "director": ("/papers/{draft}/issue/", "/offices/{office}/", "/posts/{post}/"),
    "secretary": ("/duties/{reported}/",),
    "registrar": (
        "/circulars/{circular}/",
        "/circulars/{circular}/compliance/",
        "/circulars/{circular}/missing/",
        "/circulars/{circular}/summary/?directive=3",
        "/papers/{circular}/receipts/",
        "/papers/{circular}/",
    ),
    "dc": ("/meetings/{minutes}/", "/papers/{minutes}/", "/duties/{receipt}/"),
    "uno1": ("/", "/duties/{decision}/"),
}
"""Who looks at which screens."""


@pytest.fixture(scope="module")
def scene(house: House) -> dict[str, int]:
    """Papers in every state, a figure that was reported, and duties of every kind, by short names."""
    return dict(json.loads(house.say("from tests.e2e.register import scene; print(scene())")))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("who", SCREENS)
def test_every_screen_is_open_to_everybody(seat: Seat, scene: dict[str, int], who: str, size: str) -> None:
    person = seat(who, viewport=SIZES[size])
    faults = {path: _faults(person, path.format(**scene)) for path in SCREENS[who]}
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("size", SIZES)
def test_the_door_and_the_way_out_are_open_to_everybody(seat: Seat, size: str) -> None:
    person = seat("focal", strange=True, viewport=SIZES[size])
    person.expected.add(404)
    assert {path: _faults(person, path) for path in ("/account/login/", "/nowhere/", "/public/")} == {
        "/account/login/": [],
        "/nowhere/": [],
        "/public/": [],
    }


def _faults(person: Person, path: str) -> list[str]:
    """What axe finds grave, and whether the page can be pushed sideways."""
    person.goto(path)
    page = person.page
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*_violations(page), *([f"{sideways} px too wide"] if sideways > 0 else [])]


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:160]} ({len(each['nodes'])})"
        for each in found["violations"]
        if each["impact"] in GRAVE
    ]
