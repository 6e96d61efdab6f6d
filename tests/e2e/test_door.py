"""The door in a browser: one comes in by name and pass phrase, and lands at what one owes today."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import Seat


def test_one_comes_in_and_sees_today(seat: Seat) -> None:
    focal = seat("focal")
    focal.page.goto("/")
    expect(focal.page.get_by_role("heading", level=1)).to_contain_text("আজ")
    expect(focal.page.locator("html")).to_have_attribute("lang", "bn")


def test_who_has_signed_out_leaves_nothing_behind_the_back_button(seat: Seat) -> None:
    focal = seat("focal", strange=True)
    focal.sign_in()
    focal.goto("/papers/")
    focal.goto("/intake/")
    expect(focal.page.locator(".who")).to_contain_text("জনাব focal")
    focal.page.get_by_role("button", name="লগ আউট").click()
    focal.page.wait_for_url("**/account/login/**")
    for _ in range(3):
        focal.page.go_back()
        expect(focal.page.get_by_label("পাসওয়ার্ড")).to_be_visible()
        expect(focal.page.locator("body")).not_to_contain_text("জনাব focal")
