"""The walk of the minutes: a decision of a meeting becomes a duty of three upazilas, and one carries it out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Seat
from tests.e2e.server import House

FIRST_OF_THE_OFFICER = """
    SELECT duties_duty.id FROM duties_duty JOIN offices_post ON offices_post.id = duties_duty.post_id
    JOIN offices_office ON offices_office.id = office_id
    WHERE paper_id = ? AND name LIKE '%শিমুলতলা' ORDER BY key LIMIT 1
"""


def test_a_decision_is_carried_out(seat: Seat, house: House, samples: Path) -> None:
    dc, uno = seat("dc"), seat("uno1")
    paper = dc.take_in(samples / "minutes-demo.txt")
    expect(dc.notes("error")).to_have_count(0)
    dc.accept()
    dc.issue(paper)
    dc.press("সিদ্ধান্ত রেজিস্টার")
    register = dc.page.locator("main table").first
    expect(register.get_by_text("উপজেলা নির্বাহী অফিসার, ").first).to_be_visible()
    expect(register.get_by_text("বাস্তবায়িত", exact=True)).to_have_count(0)

    [(first,)] = house.rows(FIRST_OF_THE_OFFICER, paper)
    duty = int(str(first))
    uno.goto("/")
    uno.unfold(duty)
    uno.page.locator(f"a[href='/duties/{duty}/']").click()
    uno.answer(duty, words="মেলা হয়েছে, হিসাব সংযুক্ত।", choice="বাস্তবায়িত", proof=samples / "minutes-demo.txt")

    dc.page.reload()
    expect(register.get_by_text("বাস্তবায়িত", exact=True)).to_have_count(1)
    dc.accept_report(duty)
    assert house.rows("SELECT state, choice FROM duties_report WHERE duty_id = ?", duty)[0][0] == "accepted"
