"""A quarter in the browser: cells are walked by keyboard, a block from Excel is pasted, the last change taken back, rows verified."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

NUMBERS = """
    SELECT duties_duty.id FROM duties_duty JOIN duties_line ON duties_line.id = line_id
    WHERE duties_duty.paper_id = ? AND quarter = 1 AND unit = 'number' ORDER BY duties_line."order"
"""
PASTE = """(input, text) => {
    const data = new DataTransfer(); data.setData("text", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def plan(house: House) -> int:
    """An agreement of the board, issued."""
    return house.build("agreement", "নৌপথ অধিদপ্তর")


@pytest.fixture(scope="module")
def duties(house: House, plan: int) -> list[int]:
    """Its figures of the first quarter that are numbers, in printed order."""
    return [int(str(pk)) for (pk,) in house.rows(NUMBERS, plan)]


def _paste(person: Person, duty: int, text: str) -> None:
    person.page.locator(f"#value-{duty}").evaluate(PASTE, text)


def _values(person: Person, duties: list[int]) -> list[str]:
    return [person.page.locator(f"#value-{duty}").input_value() for duty in duties]


def test_the_grid_is_filled_like_a_spreadsheet(seat: Seat, house: House, plan: int, duties: list[int]) -> None:
    duties = duties[:3]
    planner = seat("planner")
    planner.goto(f"/grid/{plan}/?quarter=1")
    keys, cells, said = planner.page.keyboard, planner.page.locator("input.cell"), planner.page.locator("#grid-said")
    cells.nth(0).focus()
    for key, place in (("Tab", 1), ("Tab", 2), ("Shift+Tab", 1)):
        keys.press(key)
        expect(cells.nth(place)).to_be_focused()
    ids = cells.evaluate_all("all => all.map((each) => Number(each.id.split('-')[1]))")
    codes = cells.evaluate_all("all => all.map((each) => each.closest('tr').querySelector('th .faint').textContent)")
    first, second, third = (codes[ids.index(duty)] for duty in duties)

    _paste(planner, ids[0], "গাছ লাগানো\nসভা করা")
    expect(said).to_contain_text("কোনো অঙ্ক পাওয়া গেল না")
    _paste(planner, ids[0], f"{first}\tগাছ\t১০\t৭\n{second}\tসভা\t২০\t৮")
    expect(said).to_contain_text("একাধিক কলামে অঙ্ক আছে")
    assert _values(planner, ids) == [""] * len(ids), "nothing was guessed"
    _paste(planner, ids[0], f"ক্রমিক\tসূচক\tলক্ষ্যমাত্রা\tঅর্জন\n{third}\tমেলা\t২০\t৮\n{first}\tগাছ\t১০\t৭\n৯৯.৯\tনেই\t১\t১")
    expect(said).to_contain_text("বাকি সব বসেছে")
    assert _values(planner, duties) == ["৭", "", "৮"], "each is in the row of its code"

    planner.page.locator(f"#value-{duties[0]}").focus()
    for _ in range(ids.index(duties[1]) - ids.index(duties[0])):
        keys.press("Shift+ArrowDown")
    keys.press("Control+d")
    assert _values(planner, duties) == ["৭", "৭", "৮"]
    keys.press("Control+z")
    assert _values(planner, duties) == ["৭", "", "৮"]
    keys.press("Control+z")
    assert _values(planner, duties) == ["", "", ""]
    keys.press("Control+y")
    keys.press("Control+y")
    assert _values(planner, duties) == ["৭", "৭", "৮"]
    keys.press("Escape")
    planner.page.locator("h1").click()
    for duty, value in zip(duties, ("7", "7", "8"), strict=True):
        expect(planner.page.locator(f"#cell-{duty}")).to_contain_text("রাখা হয়েছে")
        assert house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty) == [(value,)]
    cells.nth(0).focus()
    keys.press("Control+z")
    keys.press("Control+z")
    planner.page.locator("h1").click()
    for duty in duties:
        expect(planner.page.locator(f"#cell-{duty}")).not_to_contain_text("খসড়া রাখা হয়েছে")
        assert house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty) == [(None,)]


def test_a_quarter_is_typed_pasted_taken_back_filed_and_verified_by_keyboard(
    seat: Seat, house: House, plan: int, duties: list[int]
) -> None:
    planner = seat("planner")
    planner.goto(f"/grid/{plan}/?quarter=1")
    cells = planner.page.locator("input.cell")
    cells.nth(0).focus()
    for key, place in (("Enter", 1), ("ArrowDown", 2), ("ArrowUp", 1)):
        planner.page.keyboard.press(key)
        expect(cells.nth(place)).to_be_focused()

    _paste(planner, duties[0], "৫\r\n6")
    for duty, value in zip(duties[:2], ("5", "6"), strict=True):
        expect(planner.page.locator(f"#cell-{duty}")).to_contain_text("রাখা হয়েছে")
        assert house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty) == [(value,)]
    planner.press("শেষ বদল ফেরান")
    planner.shown("শেষ বদলটি ফেরানো হয়েছে।")
    expect(planner.page.locator(f"#value-{duties[1]}")).to_have_value("")
    expect(planner.page.locator(f"#value-{duties[0]}")).to_have_value("৫")

    chief = seat("chief")
    chief.goto(f"/grid/{plan}/1/")
    chief.press("ত্রৈমাসিকটি দাখিল করুন")
    chief.shown("ত্রৈমাসিকটি দাখিল হয়েছে।")

    secretary = seat("secretary")
    secretary.goto(f"/grid/{plan}/1/")
    secretary.press("যাচাই শুরু করুন")
    secretary.shown("যাচাই শুরু হয়েছে")
    secretary.press("যাচাই করেছি")
    secretary.shown("যাচাই করা হয়েছে")
    row = secretary.page.locator(f"#row-{duties[0]}")
    secretary.page.locator("h1").click()
    secretary.page.keyboard.press("j")
    secretary.page.keyboard.press("s")
    expect(row.locator("[name=words]")).to_be_focused()
    secretary.page.keyboard.type("প্রমাণক কার্যালয়ে দেখা হয়েছে")
    secretary.page.keyboard.press("Shift+Tab")
    row.focus()
    secretary.page.keyboard.press("a")
    secretary.shown("গৃহীত হয়েছে।")
    secretary.press("পুরো ত্রৈমাসিক গ্রহণ করে বন্ধ করুন")
    secretary.shown("ত্রৈমাসিকটি গৃহীত হয়ে বন্ধ হয়েছে।")
    assert house.rows("SELECT state, quarter FROM duties_filing WHERE paper_id = ?", plan) == [("accepted", 1)]


def test_rows_are_found_the_heading_stays_in_sight_and_another_quarter_opens_at_the_same_row(
    seat: Seat, plan: int
) -> None:
    page = seat("planner").page
    page.goto(f"/grid/{plan}/?quarter=4")
    find, blank = page.get_by_label("সূচক খুঁজুন"), page.get_by_label("শুধু যে ঘর খালি")
    cells = page.locator("input.cell:visible")
    all_cells, title = cells.count(), page.locator("tr:has(input.cell) th a").first.inner_text()
    assert all_cells > 2
    find.fill(title)
    expect(cells).to_have_count(1)
    find.fill("")
    cells.nth(1).fill("৭")
    blank.check()
    expect(cells).to_have_count(all_cells - 1)
    blank.uncheck()
    expect(cells).to_have_count(all_cells)
    page.goto(f"/grid/{plan}/?quarter=1")
    pane, head = page.locator(".held"), page.locator(".held thead th").first
    pane.evaluate("pane => { pane.style.maxHeight = '300px'; pane.scrollTop = 400; pane.scrollLeft = 60; }")
    assert (head.bounding_box() or {}).get("y") == (pane.bounding_box() or {"y": 0})["y"] + 1, (
        "below the border of the pane"
    )
    page.locator("[data-quarters] a").nth(1).click()
    page.wait_for_url("**quarter=2#marks-*")
