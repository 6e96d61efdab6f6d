"""The first day of a stranger's office: from an empty folder to a reported duty, in a browser, without a shell after `angikar serve`."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.acts import Person
from tests.e2e.server import House

PHRASE = "river stone morning"
MOST = 300
"""Seconds from the empty folder to the reported duty."""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[House]:
    """A house without an office, served."""
    house = House(tmp_path, founding="pass")
    house.open()
    yield house
    house.close()


@pytest.fixture
def sit(empty: House, browser: Browser) -> Iterator[object]:
    """Somebody at a browser of his own; afterwards no page may have complained."""
    seated: list[Person] = []

    def at(who: str) -> Person:
        page = browser.new_context(base_url=empty.url, locale="bn-BD").new_page()
        seated.append(Person(who, page))
        return seated[-1]

    yield at
    complaints = [said for person in seated for said in person.complaints]
    for person in seated:
        person.page.context.close()
    assert complaints == [], empty.log()[-3000:]


def test_an_empty_folder_becomes_an_office_with_a_reported_duty(empty: House, sit: object, samples: Path) -> None:
    begun = time.monotonic()
    assert callable(sit)
    head, focal = sit("doel"), sit("shalik")
    _found_the_office(head, _address(empty))
    code = _add_focal_officer(head)
    _set_password(focal, code)
    paper = focal.take_in(samples / "integrity-plan-demo.txt")
    focal.accept()
    focal.move_on("মতামতের জন্য পাঠান")
    head.goto(f"/papers/{paper}/")
    head.move_on("স্বাক্ষরিত বলে রাখুন")
    _map_the_posts(head, paper)
    head.press("জারি করুন")
    head.shown("নথিটি তার নিজের তারিখে লেখা হয়েছে।")
    [(duty,)] = empty.rows(
        "SELECT d.id FROM duties_duty d JOIN duties_line l ON l.id = d.line_id"
        " WHERE d.paper_id = ? AND d.quarter = 1 AND l.unit = 'number' ORDER BY d.id LIMIT 1",
        paper,
    )
    focal.answer(int(str(duty)), value="১", words="সভা হয়েছে।")
    assert empty.rows("SELECT state FROM duties_duty WHERE id = ?", duty) == [("submitted",)]
    assert time.monotonic() - begun < MOST


def _address(house: House) -> str:
    """Where the console says that one begins."""
    found = re.search(r"/begin/\?code=\w+", house.log())
    assert found is not None, house.log()
    return found.group()


def _found_the_office(head: Person, address: str) -> None:
    head.goto("/")
    expect(head.page.get_by_text("এখানে এখনো কোনো দপ্তর নেই")).to_be_visible()
    head.goto(address)
    filled = {
        "office": "উপজেলা নক্ষত্র কার্যালয়, নদীকূল",
        "memo_prefix": "০৫.৪৭.৪৯০০",
        "post": "উপজেলা নক্ষত্র অফিসার",
        "name": "জনাব দোয়েল",
        "username": head.who,
        "password": PHRASE,
        "again": PHRASE,
    }
    for name, value in filled.items():
        head.page.locator(f"#{name}").fill(value)
    head.page.get_by_label("স্তর").select_option("upazila")
    head.press("দপ্তর শুরু করুন")
    head.shown("দপ্তর হয়েছে")


def _add_focal_officer(head: Person) -> str:
    """Add him on the page of the first steps, and return the code on his slip."""
    head.page.locator("#focal-name").fill("জনাব শালিক")
    head.page.locator("#focal-username").fill("shalik")
    head.press("ফোকাল কর্মকর্তা যোগ করুন")
    return head.page.locator(".slip .code").inner_text()


def _map_the_posts(head: Person, paper: int) -> None:
    """The posts of the sample are not those of this office: its head says which post they mean here."""
    head.goto(f"/papers/{paper}/")
    head.press("জারি করার আগে দেখুন")
    choices = head.page.get_by_label(re.compile("^আমাদের পদ"))
    expect(choices.first).to_be_visible()
    for each in choices.all():
        each.select_option("ফোকাল পয়েন্ট")
    head.press("বাছাই রাখুন")
    head.page.wait_for_load_state()
    expect(head.page.get_by_text("পদ মেলেনি")).to_have_count(0)


def _set_password(focal: Person, code: str) -> None:
    focal.goto("/first-password/")
    focal.page.locator("#code").fill(code)
    for name in ("password", "again"):
        focal.page.locator(f"#{name}").fill(PHRASE)
    focal.press("পাসওয়ার্ড ঠিক করুন")
    focal.page.get_by_label("নাম (ইউজারনেম)").fill(focal.who)
    focal.page.get_by_label("পাসওয়ার্ড", exact=True).fill(PHRASE)
    focal.page.get_by_role("button", name="লগ ইন করুন").click()
    focal.page.wait_for_url(lambda url: "/account/login/" not in url)
