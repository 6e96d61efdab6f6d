"""The walk of a hand-over in the middle of a year: ten by the one, twelve to date by the other, twelve in the year."""

from __future__ import annotations

import json
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import expect

from tests.e2e.conftest import Seat
from tests.e2e.server import House

NOTE = "ঘাটের ঠিকাদারের সঙ্গে কথা চলছে।"


def test_duties_totals_proofs_and_words_stay_with_the_post(seat: Seat, house: House, tmp_path: Path) -> None:
    named = json.loads(house.say("from tests.e2e.register import change_of_hands; print(change_of_hands())"))
    paper, first, second, post = (int(named[name]) for name in ("paper", "first", "second", "post"))
    leaver, head, comer = seat("leaver"), seat("surveyor"), seat("comer")
    proof = tmp_path / "গণনা.txt"
    proof.write_text("দশটি", encoding="utf-8")
    leaver.answer(first, value="১০", words="এ পর্যন্ত দশটি।", proof=proof)
    leaver.goto(f"/posts/{post}/")
    leaver.page.get_by_label("উত্তরসূরির জন্য কথা").fill(NOTE)
    leaver.press("কথা রাখুন")
    leaver.shown("উত্তরসূরির জন্য কথা রাখা হয়েছে।")

    head.goto(f"/posts/{post}/")
    form = head.page.locator("form").filter(has=head.page.locator("button[value=hand_over]"))
    form.get_by_label("কাকে (লগ ইনের নাম)").fill("comer")
    form.get_by_label("কোন দিন থেকে").fill(f"{timezone.localdate():%d.%m.%Y}")
    head.press("হস্তান্তর করুন", form)
    head.shown("সব করণীয় পদের সঙ্গেই থাকল")

    leaver.expected = {404}
    for address in (f"/duties/{first}/", f"/papers/{paper}/", f"/grid/{paper}/"):
        answer = leaver.page.goto(address)
        assert answer is not None
        assert answer.status == 404, "access ends with the post"

    comer.goto(f"/posts/{post}/")
    expect(comer.page.locator("main")).to_contain_text(NOTE)
    comer.goto(f"/duties/{first}/")
    expect(comer.page.locator("main")).to_contain_text("জনাব leaver")
    expect(comer.page.get_by_role("link", name=proof.name)).to_be_visible()
    comer.answer(second, value="১২", words="এ পর্যন্ত বারোটি।")
    comer.goto(f"/grid/{paper}/?quarter=2")
    row = comer.page.locator("tr").filter(has=comer.page.locator(f"a[href='/duties/{second}/']"))
    expect(row.locator("[id^=actual-]")).to_have_text("১২")
    assert house.rows(
        "SELECT value, officer.name FROM duties_report JOIN offices_officer officer ON officer.id = by_id "
        "WHERE duty_id IN (?, ?) AND state = 'submitted' ORDER BY duties_report.id",
        first,
        second,
    ) == [("10", "জনাব leaver"), ("12", "জনাব comer")]
