"""The walk of the real circular: taken in, mended and issued; acknowledged and answered, a breach told; looked at against its
offices, summed up in a letter and printed.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from angikar.rules.bangla.dates import write_date
from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

DISTRICT = "জেলা প্রশাসকের কার্যালয়, কাজলপুর"
PLAN = "9"
"""The directive that asks for the plan of security four days before the poll."""
OF_THE_DISTRICT = """
    SELECT duties_duty.id FROM duties_duty JOIN offices_post ON offices_post.id = duties_duty.post_id
    WHERE paper_id = ? AND kind = ? AND title = 'জেলা প্রশাসক' AND (kind = 'acknowledge' OR key LIKE '9:%')
"""


def test_the_real_circular_is_issued_answered_and_summed_up(seat: Seat, house: House, seeds: Path) -> None:
    registrar, dc = seat("registrar"), seat("dc")
    paper = registrar.take_in(seeds / "circular-ec-2022.txt")
    proposed = registrar.notes("warning").filter(has=registrar.page.locator("button[value=take]"))
    for _ in range(2):
        registrar.take_suggestion(proposed.first)
    registrar.accept()
    _name_the_day(registrar)
    registrar.issue(paper)
    receipt, plan = (int(str(house.rows(OF_THE_DISTRICT, paper, kind)[0][0])) for kind in ("acknowledge", "report"))
    assert house.rows("SELECT due_on_issue FROM duties_duty WHERE id = ?", plan) == [(1,)], "it was due the day before"

    dc.acknowledge(receipt)
    dc.answer(plan, words="মোবাইল ও স্ট্রাইকিং ফোর্সের কর্মপরিকল্পনা পাঠানো হলো।")
    _report_a_breach(dc, paper)

    registrar.goto(f"/circulars/{paper}/compliance/")
    fold = registrar.page.get_by_role("row", name=re.compile(DISTRICT))
    fold.get_by_role("button").click()
    rows = registrar.page.get_by_role("row").filter(has=registrar.page.get_by_role("rowheader", name=DISTRICT))
    rows.last.get_by_role("link", name=re.compile(r"^\W*এসেছে$")).click()
    expect(registrar.page.get_by_text("মোবাইল ও স্ট্রাইকিং ফোর্সের কর্মপরিকল্পনা পাঠানো হলো।")).to_be_visible()

    registrar.goto(f"/circulars/{paper}/summary/")
    registrar.page.locator(f"input[name=directive][value='{PLAN}']").check()
    registrar.press("সারসংক্ষেপ দেখুন")
    registrar.press("নথি হিসেবে খসড়া করুন")
    registrar.shown("খসড়া তৈরি হয়েছে")
    letter = registrar.page.url.rstrip("/").rpartition("/")[2]
    printed = registrar.page.request.get(f"/papers/{letter}/print.pdf").body()
    found = house.read(printed)["content"]
    table = next(passage["rows"] for passage in found["body"] if passage["rows"])
    assert [row[:3] for row in table if row[0] in (DISTRICT, "মোট")] == [[DISTRICT, "১", "১"], ["মোট", "২", "১"]]


def _name_the_day(registrar: Person) -> None:
    """The poll is in three days: the daily reports begin today."""
    poll = datetime.now(ZoneInfo("Asia/Dhaka")).date() + timedelta(days=3)
    registrar.press("জারি করার আগে দেখুন")
    registrar.page.get_by_label("নির্ধারিত দিন").fill(write_date(poll))
    registrar.press("দিন লিখুন")
    registrar.shown("দিনটি নথিতে লেখা হয়েছে")


def _report_a_breach(dc: Person, paper: int) -> None:
    """Of the day before, at noon: a moment that has passed whatever the hour is."""
    day = datetime.now(ZoneInfo("Asia/Dhaka")).date() - timedelta(days=1)
    dc.goto(f"/circulars/{paper}/incidents/tell/")
    for name, said in (
        ("day", day.isoformat()),
        ("clock", "12:00"),
        ("place", "কাজলপুর সদর"),
        ("against", "একজন প্রার্থীর সমর্থক"),
        ("what", "রঙিন পোস্টার টানানো হয়েছে।"),
    ):
        dc.page.locator(f"[name=f-{name}]").fill(said)
    dc.page.get_by_label("নিজের পরিদর্শন").check()
    dc.press("এখনই জানান")
    dc.page.wait_for_url("**/incidents/*/")
