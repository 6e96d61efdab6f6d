"""The walk of an integrity plan: nothing wrong in it can be issued before somebody has settled it, with a reason or a
value of his own.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.acts import REASON, Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

REAL = "integrity-plan-ec-2018-19.txt"


@pytest.fixture(params=["demo", "real"])
def plan(request: pytest.FixtureRequest, samples: Path) -> Path:
    """The demo's plan, which has no faults, and a real one, which has many."""
    if request.param == "demo":
        return samples / "integrity-plan-demo.txt"
    return Path(str(request.getfixturevalue("seeds") / REAL))


def test_a_plan_is_issued_once_its_errors_are_settled(seat: Seat, house: House, plan: Path) -> None:
    planner, chief, secretary = seat("planner"), seat("chief"), seat("secretary")
    paper = planner.take_in(plan)
    if planner.notes("error").count():
        planner.press("খসড়া হিসেবে নিন")
        planner.shown("মীমাংসা করা বাকি")
        _settle_errors(planner)
    planner.accept()
    planner.move_on("মতামতের জন্য পাঠান")
    chief.goto(f"/papers/{paper}/")
    chief.move_on("স্বাক্ষরিত বলে রাখুন")
    chief.issue(paper)
    assert house.rows("SELECT state, length(hash) FROM papers_paper WHERE id = ?", paper) == [("issued", 64)]

    [(duty,)] = house.rows(
        "SELECT d.id FROM duties_duty d JOIN duties_line l ON l.id = d.line_id"
        " WHERE d.paper_id = ? AND d.quarter = 1 AND l.unit = 'number' ORDER BY d.id LIMIT 1",
        paper,
    )
    planner.answer(int(str(duty)), value="১", words="সভা হয়েছে।")
    secretary.accept_report(int(str(duty)), words="কার্যবিবরণী দেখা হয়েছে।")
    planner.goto(f"/results/{paper}/")
    expect(planner.page.get_by_role("heading", level=1)).to_be_visible()


def _settle_errors(person: Person) -> None:
    """Number the areas anew where the numbers start again, take whatever is suggested, keep the rest with a reason."""
    out_of_sequence = person.notes("warning").filter(has_text="ক্রম অনুযায়ী নয়")
    while out_of_sequence.count():
        person.take_suggestion(out_of_sequence.first)
    suggested = person.notes("error").filter(has=person.page.locator("button[value=take]"))
    while suggested.count():
        person.take_suggestion(suggested.first)
    while person.notes("error").count():
        person.keep(person.notes("error").first, REASON)
