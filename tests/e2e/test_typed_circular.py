"""The walk of a circular that is typed on the sheet: each sentence says what it asks while it is typed, and its issue asks just that."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Seat
from tests.e2e.server import House

WEEKLY = "জেলা প্রশাসক প্রতি সোমবার প্রস্তুতির প্রতিবেদন পাঠাবেন।"
DATED = "জেলা প্রশাসক ২০ ডিসেম্বর ২০২৬ তারিখের মধ্যে কেন্দ্রের তালিকা পাঠাবেন।"


def test_a_typed_sentence_says_what_it_asks_and_asks_it(seat: Seat, house: House) -> None:
    writer = seat("registrar")
    page = writer.page
    writer.goto("/letters/new/")
    page.get_by_label("পরিপত্র", exact=True).check()
    page.get_by_label("বিষয়").fill("কেন্দ্রের প্রস্তুতি")
    writer.press("খসড়া শুরু করুন")
    page.wait_for_url(re.compile(r"/papers/\d+/$"))
    paper = int(page.url.rstrip("/").rpartition("/")[2])
    page.get_by_label("বিতরণ: কাকে, কার্যার্থে").fill("জেলা প্রশাসক (সকল)")
    page.locator("#parts form", has=page.get_by_label("বিতরণ: কাকে, কার্যার্থে")).get_by_role("button").click()
    writer.shown("যোগ করা হয়েছে")

    new = page.locator("#parts form", has=page.get_by_label("অনুচ্ছেদ"))
    new.get_by_label("অনুচ্ছেদ").press_sequentially(WEEKLY)
    expect(new.locator(".meant")).to_contain_text("প্রতি সোমবার")
    expect(new.locator(".meant")).to_contain_text("কে: জেলা প্রশাসক")
    new.get_by_role("button").click()
    sheet = page.locator("article.official")
    expect(sheet.locator(".beside", has_text="প্রতি সোমবার")).to_be_visible()

    sheet.locator("#at-directives\\.0 .change").click()
    cell = sheet.locator("form.editor")
    words = cell.locator("[name='f:directives.0.text']")
    words.fill("")
    words.press_sequentially(DATED)
    expect(cell.locator(".meant")).to_contain_text("২০ ডিসেম্বর ২০২৬ তারিখে")
    cell.get_by_role("button", name="রাখুন", exact=True).click()
    expect(cell).to_have_count(0)
    expect(sheet.locator(".beside", has_text="২০ ডিসেম্বর ২০২৬ তারিখে")).to_be_visible()
    assert house.rows("SELECT state FROM papers_paper WHERE id = ?", paper) == [("draft",)]
    writer.issue(paper)
    due = {day for (day,) in house.rows("SELECT due FROM duties_duty WHERE paper_id = ?", paper)}
    assert due == {"2026-12-20"}
