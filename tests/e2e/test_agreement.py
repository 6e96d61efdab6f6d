"""The walk of an agreement: from the file through reading, signing and issue to reports, marks and the printed progress
report.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

REAL = "agreement-dip-2022-23.txt"
COUNTED = """
    SELECT duties_duty.id, duties_line.code FROM duties_duty JOIN duties_line ON duties_line.id = line_id
    WHERE duties_duty.paper_id = ? AND quarter = 1 AND unit = 'number' AND counting = 'sum' ORDER BY "order" LIMIT 2
"""


@pytest.fixture(params=["demo", "real"])
def agreement(request: pytest.FixtureRequest, samples: Path) -> Path:
    """The demo's agreement, and a real one."""
    if request.param == "demo":
        return samples / "agreement-demo.txt"
    return Path(str(request.getfixturevalue("seeds") / REAL))


def test_from_the_file_to_the_printed_progress_report(
    seat: Seat, house: House, agreement: Path, tmp_path: Path
) -> None:
    focal, director, secretary = seat("focal"), seat("director"), seat("secretary")
    paper = focal.take_in(agreement)
    _source_is_next_to_the_content(focal)
    _settle_some(focal)
    focal.accept()
    focal.move_on("মতামতের জন্য পাঠান")
    director.issue(paper)
    _is_frozen(director, house, paper)

    (counted, code), (returned, _) = ((int(str(pk)), str(code)) for pk, code in house.rows(COUNTED, paper))
    focal.goto("/")
    focal.unfold(counted)
    expect(focal.page.locator(f"a[href='/duties/{counted}/']")).to_be_visible()
    proof = tmp_path / "কার্যবিবরণী.txt"
    proof.write_text("সভার কার্যবিবরণী", encoding="utf-8")
    focal.answer(counted, value="৪", words="চারটি হয়েছে।", proof=proof)
    focal.answer(returned, value="২", words="দুটি হয়েছে।")

    secretary.goto("/")
    secretary.unfold(counted)
    secretary.page.locator(f"a[href='/duties/{counted}/']").click()
    expect(secretary.page.get_by_role("link", name=proof.name)).to_be_visible()
    secretary.accept_report(counted, value="৩", words="একটির প্রমাণক নেই।")
    secretary.send_back(returned, "প্রমাণক সংযুক্ত করুন।")
    focal.goto(f"/duties/{returned}/")
    expect(focal.page.locator("main")).to_contain_text("প্রমাণক সংযুক্ত করুন।")

    _marks_explain_themselves(focal, paper, code)
    _progress_report_reads_back(focal, house, paper, code)


def _source_is_next_to_the_content(person: Person) -> None:
    """A doubt leads to the line it is about, and the indicators stand beside the lines."""
    note = person.notes().first
    link = note.locator("a[href*='#line-']").first
    line = (link.get_attribute("href") or "").rpartition("#")[2]
    link.click()
    expect(person.page.locator(f"[id='{line}']")).to_be_in_viewport()
    expect(person.page.locator(f"[id='{line}'] .said-there")).not_to_be_empty()
    expect(person.page.locator(".understood").get_by_text("[১.১.১]").first).to_be_visible()


def _settle_some(person: Person) -> None:
    """Take one suggestion where there is one, keep one doubt as printed; the rest stays open."""
    offered = person.notes().filter(has=person.page.locator("button[value=take]"))
    if offered.count():
        person.take_suggestion(offered.first)
    person.keep(person.notes().first)


def _is_frozen(person: Person, house: House, paper: int) -> None:
    [(state, digest)] = house.rows("SELECT state, hash FROM papers_paper WHERE id = ?", paper)
    assert (state, len(str(digest))) == ("issued", 64)
    expect(person.page.get_by_text(str(digest))).to_be_visible()
    expect(person.page.locator("a.amend, a.change")).to_have_count(0)


def _marks_explain_themselves(person: Person, paper: int, code: str) -> None:
    """Claimed and accepted stand apart, and a mark opens into its arithmetic."""
    person.goto(f"/papers/{paper}/")
    person.press("ফলাফল")
    shown = code.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))
    row = person.page.get_by_role("row").filter(has=person.page.locator("th .faint", has_text=shown)).first
    expect(row).to_contain_text("গৃহীত ৩")
    below = row.locator("xpath=following-sibling::tr[1]")
    arithmetic = below.locator("details li, details p").first
    expect(arithmetic).to_be_hidden()
    below.locator("summary").click()
    expect(arithmetic).to_be_visible()
    expect(arithmetic).to_contain_text("৪")


def _progress_report_reads_back(person: Person, house: House, paper: int, code: str) -> None:
    """What is printed carries what was counted; so does the agreement itself."""
    report = _printed(person, house, f"/results/{paper}/q1.pdf")
    assert report["kind"] == "progress_report"
    assert code in str(report["content"])
    again = _printed(person, house, f"/papers/{paper}/print.pdf")
    asked = person.page.request.get(f"/papers/{paper}/print.json").json()
    assert again["content"] == asked["content"]


def _printed(person: Person, house: House, path: str) -> dict[str, Any]:
    answer = person.page.request.get(path)
    assert answer.headers["content-type"] == "application/pdf"
    return house.read(answer.body())
