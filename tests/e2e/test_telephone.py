"""On a telephone: a form is answered in one column, the line is cut and comes back, and what was sent arrives once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

TELEPHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def placed(house: House) -> dict[str, int]:
    """A circular whose reports fill in a form, and one report that is owed."""
    return {
        name: int(number)
        for name, number in json.loads(house.say("from tests.e2e.register import by_form; print(by_form())")).items()
    }


def _wide(person: Person) -> int:
    """By how many pixels the page is wider than the telephone."""
    return int(person.page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def _reports(house: House, duty: int) -> list[dict[str, str]]:
    rows = house.rows("SELECT fields FROM duties_report WHERE duty_id = ? AND state = 'submitted'", duty)
    return [json.loads(str(fields)) for (fields,) in rows]


def test_what_was_typed_while_the_line_was_cut_arrives_once(
    seat: Seat, house: House, placed: dict[str, int], tmp_path: Path
) -> None:
    dc, duty = seat("dc", **TELEPHONE), placed["duty"]
    dc.goto(f"/duties/{duty}/")
    assert _wide(dc) <= 0
    page = dc.page
    expect(page.locator("#f-visits")).to_have_attribute("inputmode", "numeric")
    page.locator("#f-visits").fill("২০১")
    page.get_by_label("হ্যাঁ", exact=True).check()
    photo = tmp_path / "centre.jpg"
    photo.write_bytes(b"\xff\xd8\xff picture")
    page.locator("#f-photo").set_input_files(photo)
    dc.expected.add(422)
    dc.press("প্রতিবেদন দিয়ে পরেরটিতে যান")
    expect(page.locator("#f-visits-wrong")).to_have_text("সংখ্যাটি ২০০-এর বেশি হয় না।")
    assert page.locator("#f-photo").evaluate("field => field.files.length") == 1, "the file is still chosen"

    page.locator("#f-visits").fill("১২")
    page.context.set_offline(True)
    dc.press("প্রতিবেদন দিয়ে পরেরটিতে যান")
    expect(page.locator("[data-fault]")).to_contain_text("লাইন নেই")
    expect(page.locator("#f-visits")).to_have_value("১২")
    assert _reports(house, duty) == []

    page.context.set_offline(False)
    page.wait_for_url(lambda url: not url.endswith(f"/duties/{duty}/"))
    dc.shown("প্রতিবেদন দেওয়া হয়েছে।")
    assert _reports(house, duty) == [{"visits": "12", "calm": "yes"}]


def test_an_answer_that_was_lost_on_its_way_back_is_not_sent_twice(
    seat: Seat, house: House, placed: dict[str, int]
) -> None:
    dc, paper = seat("dc", **TELEPHONE), placed["paper"]
    dc.goto(f"/circulars/{paper}/incidents/tell/")
    assert _wide(dc) <= 0
    page = dc.page
    page.locator("#f-day").fill("2022-10-16")
    page.locator("#f-clock").fill("10:30")
    page.locator("#f-place").fill("৩ নং ওয়ার্ড")
    page.locator("#f-against").fill("একজন প্রার্থী")
    page.locator("#f-what").fill("অনুমতি ছাড়া মিছিল")
    page.get_by_label("লিখিত অভিযোগ", exact=True).check()

    cut = {"once": True}

    def lose(route: object) -> None:
        """The server takes the form; its answer is lost the first time."""
        if cut.pop("once", False):
            route.fetch()  # type: ignore[attr-defined]
            route.abort("internetdisconnected")  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/incidents/tell/", lose)
    dc.press("এখনই জানান")
    expect(page.locator("[data-fault]")).to_contain_text("লাইন নেই")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_url("**/incidents/*/")
    assert house.rows("SELECT count(*) FROM duties_incident WHERE paper_id = ?", paper) == [(1,)]
    registrar = seat("registrar")
    registrar.goto("/notices/")
    expect(registrar.page.locator("main")).to_contain_text("অনুমতি ছাড়া মিছিল")


def test_a_form_is_answered_and_a_room_entered_without_script(seat: Seat, house: House, placed: dict[str, int]) -> None:
    owed = "SELECT id FROM duties_duty WHERE paper_id = ? AND kind = 'report' AND state = 'open' AND post_id IN (SELECT post_id FROM duties_duty WHERE id = ?)"
    duty = int(str(house.rows(owed, placed["paper"], placed["duty"])[0][0]))
    dc = seat("dc", java_script_enabled=False, **TELEPHONE)
    dc.goto(f"/duties/{duty}/")
    dc.page.locator("#f-visits").fill("৩")
    dc.page.get_by_label("না", exact=True).check()
    dc.press("প্রতিবেদন দিয়ে পরেরটিতে যান")
    dc.shown("প্রতিবেদন দেওয়া হয়েছে।")
    assert _reports(house, duty) == [{"visits": "3", "calm": "no"}]
    top, menu, rooms = dc.page.locator(".top"), dc.page.locator(".menu"), dc.page.locator("#rooms")
    assert top.evaluate("each => each.offsetHeight") <= 56, "the top takes one line of the screen"
    expect(rooms).to_be_hidden()
    menu.click()
    expect(rooms).to_be_visible()
    rooms.get_by_role("link", name="সভা").click()
    dc.page.wait_for_url("**/meetings/")
