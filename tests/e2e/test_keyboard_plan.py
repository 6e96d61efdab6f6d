"""A plan of sixty indicators typed from nothing with the keyboard alone: cells, a pasted block, filling down, steps back and forth."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Seat

ROW = "areas.0.activities.0.indicators.0"
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
FIRST = {
    "areas.0.title": "সেবা",
    "areas.0.weight": "60",
    "areas.0.activities.0.title": "কাজ",
    f"{ROW}.title": "অনুষ্ঠিত সভা 1",
    f"{ROW}.unit_text": "জন",
    f"{ROW}.weight": "1",
    f"{ROW}.baselines.2024-25": "",
    f"{ROW}.baselines.2025-26": "",
    **{f"{ROW}.criteria.{number}": text for number, text in enumerate(("10", "8", "6", "4", "2"))},
}
LINES = [f"অনুষ্ঠিত সভা {number}\tসংখ্যা\t১\t\t\t১০\t৮\t৬\t৪\t২" for number in range(2, 61)]


def test_sixty_indicators_are_typed_pasted_and_taken_back_without_a_mouse(seat: Seat) -> None:
    page = seat("focal").page
    page.goto("/plans/new/")
    page.locator("input[name=plan][value=information]").focus()
    page.keyboard.press("Space")
    page.get_by_label("অর্থবছর").select_option("2026-27")
    page.get_by_role("button", name="খসড়া শুরু করুন").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/papers/\d+/$"))
    paper = page.url.rstrip("/").rpartition("/")[2]
    _write_first_row(page)
    page.locator(f"[id='at-{ROW}.title'] a.amend").focus()
    page.keyboard.press("Control+Enter")
    second = f"{ROW[:-1]}1.title"
    expect(page.locator(f"[name='f:{second}']")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(f"[id='at-{second}'] a.amend")).to_be_visible()
    page.locator(f"[id='at-{second}'] a.amend").focus()
    page.evaluate(PASTE, "\n".join(LINES))
    last = page.locator(f"[id='at-{ROW[:-1]}59.title']")
    expect(last).to_contain_text("অনুষ্ঠিত সভা 60")
    page.locator(f"[id='at-{ROW[:-1]}1.unit_text'] a.amend").focus()
    page.keyboard.press("Control+d")
    expect(page.locator(f"[id='at-{ROW[:-1]}1.unit_text']")).to_contain_text("জন")
    page.keyboard.press("Control+z")
    expect(page.locator(f"[id='at-{ROW[:-1]}1.unit_text']")).to_contain_text("সংখ্যা")
    page.locator(f"[id='at-{ROW}.title'] a.amend").focus()
    page.keyboard.press("Control+z")
    expect(last).to_have_count(0)
    page.locator(f"[id='at-{ROW}.title'] a.amend").focus()
    page.keyboard.press("Control+y")
    expect(last).to_contain_text("অনুষ্ঠিত সভা 60")
    rows = _rows(page, paper)
    assert len(rows) == 60
    assert rows[0]["criteria"] == ["10", "8", "6", "4", "2"]
    assert (rows[0]["unit_text"], rows[59]["unit_text"], rows[59]["target"]) == ("জন", "সংখ্যা", ["10"])


def _write_first_row(page: Page) -> None:
    """Type the row from its first cell on: each Tab leads to the next cell, and what is typed meanwhile is not lost."""
    page.locator("[id='at-areas.0.title'] a.amend").focus()
    page.keyboard.press("Enter")
    for path, text in FIRST.items():
        expect(page.locator(f"[name='f:{path}']")).to_be_focused()
        page.keyboard.insert_text(text)
        page.keyboard.press("Enter" if path.endswith("criteria.4") else "Tab")
    expect(page.locator(f"[id='at-{ROW}.criteria.4']")).to_contain_text("২")
    expect(page.locator("form.editor")).to_have_count(0)


def _rows(page: Page, paper: str) -> list[dict[str, object]]:
    content = page.request.get(f"/papers/{paper}/print.json").json()["content"]
    return [row for area in content["areas"] for activity in area["activities"] for row in activity["indicators"]]
