"""Several files come in one after the other, and their doubts are looked through by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Seat


def test_files_are_shown_one_by_one_and_doubts_settled_by_keyboard(seat: Seat, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    person = seat("focal")
    page = person.page
    person.goto("/intake/")
    page.locator("#files").set_input_files([tmp_path / "empty.txt", samples / "broken-plan.txt"])
    person.press("পড়ুন")
    empty = page.locator("[data-arriving] li").nth(0)
    expect(empty.locator("[data-state]")).to_contain_text("ফাইলটি খালি")
    read = page.locator("#waiting-list li", has_text="broken-plan.txt")  # at once, or when it was read beside the pages
    read.locator("a[href^='/intake/']").first.click(timeout=60_000)
    page.wait_for_url(re.compile(r"/intake/\d+/$"))

    notes = page.locator("[data-review] article.note")
    kept = notes.filter(has=page.locator("form > .actions > button[value=keep]"))
    count, first = notes.count(), notes.first.get_attribute("id")
    page.locator(".doubts .margin").focus()
    page.keyboard.press("n")
    expect(page.locator(f"#{first}")).to_be_focused()
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(page.locator(f"#{first}")).to_be_focused()
    one = kept.first.get_attribute("id")
    page.locator(f"#{one}").focus()
    page.keyboard.press("k")
    expect(page.locator(f"#{one}")).to_have_count(0)
    expect(notes).to_have_count(count - 1)
    expect(page.locator("article.note:focus")).to_have_count(1)
