"""The walk of a circular: its days are counted from the polling day, an addressee acknowledges it and reports, and the
board shows who has not.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Seat
from tests.e2e.server import House

POLLING_DAY = "২০.১২.২০২৬"
OF_THE_OFFICER = """
    SELECT duties_duty.id FROM duties_duty JOIN offices_post ON offices_post.id = duties_duty.post_id
    WHERE paper_id = ? AND kind = ? AND title = ? ORDER BY due
"""


def _duty(house: House, *which: object) -> int:
    return int(str(house.rows(OF_THE_OFFICER, *which)[0][0]))


def test_an_addressee_acknowledges_and_reports(seat: Seat, house: House, samples: Path) -> None:
    registrar, dc = seat("registrar"), seat("dc")
    paper = registrar.take_in(samples / "circular-demo.txt")
    registrar.accept()
    registrar.press("জারি করার আগে দেখুন")
    registrar.page.get_by_label("নির্ধারিত দিন").fill(POLLING_DAY)
    registrar.press("দিন লিখুন")
    registrar.shown("দিনটি নথিতে লেখা হয়েছে")
    registrar.issue(paper)
    assert house.rows("SELECT count(*) FROM duties_duty WHERE paper_id = ? AND kind = 'acknowledge'", paper) == [(5,)]

    registrar.press("কোন দপ্তর কী জানিয়েছে")
    main = registrar.page.locator("main")
    silent, calendar = (main.get_by_role("region", name=name).first for name in ("কোন দপ্তর জানায়নি", "পঞ্জি"))
    expect(silent.get_by_role("link")).to_have_count(5)
    expect(calendar.get_by_role("rowheader", name="১০ ডিসেম্বর ২০২৬")).to_be_visible()

    dc.goto("/")
    dc.press("টিক দেওয়াগুলোর প্রাপ্তি স্বীকার করুন")
    dc.shown("নথির প্রাপ্তি স্বীকার করা হয়েছে।")
    dc.answer(_duty(house, paper, "report", "জেলা প্রশাসক"), words="দল গঠন করে সব কেন্দ্র দেখা হয়েছে।")

    registrar.page.reload()
    expect(silent.get_by_role("link")).to_have_count(4)
    expect(silent.get_by_text("জেলা প্রশাসক, ")).to_have_count(0)
    receipts = main.get_by_role("region", name="প্রাপ্তিস্বীকার").first
    expect(receipts.get_by_role("row", name="জনাব dc")).to_have_count(1)
