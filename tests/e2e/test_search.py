"""Everything is searched from every page: "/", a misspelt word, and the results come while one types."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import Seat


def test_a_slash_leads_to_the_search_and_results_come_while_one_types(seat: Seat) -> None:
    person = seat("focal")
    page = person.page
    person.goto("/offices/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.keyboard.type("দপতর")
    expect(page.locator("#found mark").first).to_be_visible(timeout=30_000)
    assert "q=" in page.url
    page.locator("h1").click()
    page.keyboard.press("/")  # already there: what was typed is chosen, to be typed over
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("/")  # in a field it is a sign like others
    expect(page.locator("#q")).to_have_value("/")
