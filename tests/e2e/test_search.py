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


def test_every_page_is_walked_by_keys_which_a_question_mark_lists(seat: Seat) -> None:
    person = seat("focal")
    page = person.page
    person.goto("/guide/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    rows = page.locator("main li a[href], main tbody tr a[href]")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.first).to_be_focused()
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="কী-বোর্ডের চাবি")
    expect(listed.get_by_role("row", name="G N বিজ্ঞপ্তি")).to_be_visible()
    assert listed.get_by_role("link").get_attribute("href") == page.locator("a.help[data-keys]").get_attribute("href")
    listed.get_by_role("button", name="বন্ধ করুন").click()
    expect(listed).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    page.keyboard.press("?")
    expect(listed.get_by_role("row", name="G N বিজ্ঞপ্তি")).to_be_visible()
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/notices/")
    person.goto("/search/")
    page.locator("#q").press_sequentially("gn?j")  # in a field they are letters like others
    expect(page.locator("#q")).to_have_value("gn?j")
