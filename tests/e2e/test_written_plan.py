"""The walk of a plan that nobody had a file of: begun from an empty form in the browser, written cell by cell, printed, and read back equal."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

ROW = "areas.0.activities.0.indicators.0"
WRITTEN = {
    "areas.0.title": "সেবা সহজীকরণ",
    "areas.0.weight": "২৫",
    "areas.0.activities.0.title": "সেবা প্রদান প্রতিশ্রুতি হালনাগাদকরণ",
    f"{ROW}.title": "হালনাগাদকৃত সেবা প্রদান প্রতিশ্রুতি",
    f"{ROW}.unit_text": "সংখ্যা",
    f"{ROW}.weight": "১৫",
    "areas.0.activities.0.indicators.1.title": "অনুষ্ঠিত অংশীজন সভা",
    "areas.0.activities.0.indicators.1.weight": "১০",
}


def test_a_plan_is_made_from_an_empty_form_checked_printed_and_read_back_equal(seat: Seat, house: House) -> None:
    focal = seat("focal")
    focal.goto("/papers/")
    focal.press("নতুন কর্মপরিকল্পনা")
    focal.page.locator("input[name=plan][value=charter]").check()
    focal.page.get_by_label("অর্থবছর").select_option("2026-27")
    focal.press("খসড়া শুরু করুন")
    focal.page.wait_for_url(re.compile(r"/papers/\d+/$"))
    paper = int(focal.page.url.rstrip("/").rpartition("/")[2])
    expect(focal.page.locator("article.sheet")).to_contain_text("কার্যালয়ের নিজস্ব ফরমে প্রণীত")
    expect(focal.page.locator("#margin")).to_contain_text("২৫ বাকি")
    _write(focal, paper)
    expect(focal.page.locator("#margin")).to_contain_text("সব দেওয়া হয়েছে")
    expect(focal.page.locator("article.note.error")).to_have_count(0)
    answer = focal.page.request.get(f"/papers/{paper}/print.pdf")
    again, asked = house.read(answer.body()), focal.page.request.get(f"/papers/{paper}/print.json").json()
    assert again["content"] == asked["content"]
    assert [doubt for doubt in again["doubts"] if doubt["severity"] == "error"] == []
    levels = [row["criteria"] for row in asked["content"]["areas"][0]["activities"][0]["indicators"]]
    assert levels == [["4", "3", "2", "1", "0"], ["10", "9", "8", "7", "6"]]


def _write(person: Person, paper: int) -> None:
    """Write the cells of the first row, fill its levels by a step, copy it, and write what differs in the copy."""
    cells = list(WRITTEN.items())
    for path, value in cells[:6]:
        _type(person, path, value)
    _fill(person, "0", "৪")
    _open(person, f"{ROW}.title")
    person.press("নকল করুন")
    expect(person.page.locator(f"[id='at-{ROW[:-1]}1.title']")).to_be_visible()
    for path, value in cells[6:]:
        _type(person, path, value)
    _fill(person, "1", "১০")
    person.goto(f"/papers/{paper}/")


def _open(person: Person, path: str) -> None:
    person.page.locator(f"[id='at-{path}'] a").first.click()
    expect(person.page.locator(f"[name='f:{path}']")).to_be_visible()


def _type(person: Person, path: str, value: str) -> None:
    _open(person, path)
    field = person.page.locator(f"[name='f:{path}']")
    field.fill(value)
    field.blur()
    expect(field).to_have_count(0)
    expect(person.page.locator(f"[id='at-{path}']")).to_contain_text(value)


def _fill(person: Person, row: str, target: str) -> None:
    """Fill the levels of a row from a target, one less for each."""
    _open(person, f"{ROW[:-1]}{row}.criteria.0")
    person.page.locator("#levels-target").fill(target)
    person.press("ধাপে কমে")
    person.shown("স্তরগুলো পূরণ হয়েছে।")
