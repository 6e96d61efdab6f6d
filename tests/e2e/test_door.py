"""The door in a browser: one comes in by name and pass phrase, and lands at what one owes today."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import Seat


def test_one_comes_in_and_sees_today(seat: Seat) -> None:
    focal = seat("focal")
    focal.page.goto("/")
    expect(focal.page.get_by_role("heading", level=1)).to_contain_text("আজ")
    expect(focal.page.locator("html")).to_have_attribute("lang", "bn")
