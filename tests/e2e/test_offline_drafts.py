"""Nothing that somebody typed is lost: not when two write into one cell, not without script, not when a session ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import ELSEWHERE, House

STORED = """new Promise((done) => { const open = indexedDB.open("angikar"); open.onsuccess = () => {
    const all = open.result.transaction("drafts").objectStore("drafts").getAll();
    all.onsuccess = () => done(JSON.stringify([all.result.map((row) => ({ ...row, read: new TextDecoder().decode(row.box) })), { ...localStorage }])); }; })"""
"""All that a browser has stored, as anybody at the machine could read it."""
AGED = "from django.contrib.sessions.backends.db import SessionStore as S; s = S('{}'); s['began'] -= 40 * 60; s.save()"
NUMBERS = """
    SELECT duties_duty.id FROM duties_duty JOIN duties_line ON duties_line.id = line_id
    WHERE duties_duty.paper_id = ? AND quarter = 1 AND unit = 'number' ORDER BY duties_duty.id
"""


@pytest.fixture(scope="module")
def agreement(house: House) -> int:
    """An agreement of the department, issued."""
    return house.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")


@pytest.fixture(scope="module")
def duties(house: House, agreement: int) -> list[int]:
    """Its figures of the first quarter that are numbers."""
    return [int(str(pk)) for (pk,) in house.rows(NUMBERS, agreement)]


@pytest.fixture(scope="module")
def later(house: House, agreement: int) -> list[int]:
    """Those of the second quarter."""
    return [int(str(pk)) for (pk,) in house.rows(NUMBERS.replace("quarter = 1", "quarter = 2"), agreement)]


def _write(person: Person, duty: int, value: str) -> Locator:
    """Write into a cell of the grid and leave it; returns the cell."""
    person.page.locator(f"#value-{duty}").fill(value)
    person.page.locator(f"#value-{duty}").blur()
    return person.page.locator(f"#cell-{duty}")


def test_two_write_into_one_cell_of_the_grid(seat: Seat, house: House, agreement: int, duties: list[int]) -> None:
    duty, focal, director = duties[0], seat("focal"), seat("director")
    director.expected.add(409)
    for person in (focal, director):
        person.goto(f"/grid/{agreement}/?quarter=1")
    expect(_write(focal, duty, "৫")).to_contain_text("রাখা হয়েছে")
    cell = _write(director, duty, "৭")
    expect(cell).to_contain_text("জনাব focal")
    expect(cell).to_contain_text("৫")
    expect(cell).to_contain_text("৭")
    assert house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty) == [("5",)]

    director.press("আমারটি রাখুন", cell)
    expect(cell).to_contain_text("রাখা হয়েছে")
    expect(cell.locator(".conflict")).to_have_count(0)
    assert house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty) == [("7",)]
    shown = house.rows("SELECT now FROM history_entry WHERE kind = 'duties.duty' AND object_id = ? ORDER BY id", duty)
    assert [json.loads(str(now))["value"] for (now,) in shown] == ["5", "7"]


def test_cells_that_are_left_one_after_the_other_are_sent_together(
    seat: Seat, house: House, agreement: int, duties: list[int]
) -> None:
    focal, sent, three = seat("focal"), [], duties[5:8]
    focal.goto(f"/grid/{agreement}/?quarter=1")
    focal.page.on("request", lambda asked: sent.append(asked.post_data or "") if "/cell/" in asked.url else None)
    for duty in three:
        focal.page.locator(f"#value-{duty}").fill("৪")
    focal.page.locator(f"#value-{three[-1]}").blur()
    for duty in three:
        expect(focal.page.locator(f"#cell-{duty}")).to_contain_text("রাখা হয়েছে")
    assert len(sent) == 1
    assert all(f"value-{duty}=" in sent[0] for duty in three)
    assert {
        str(row[0]) for duty in three for row in house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty)
    } == {"4"}


def test_the_other_s_value_may_be_kept(seat: Seat, house: House, agreement: int, duties: list[int]) -> None:
    duty, focal, director = duties[1], seat("focal"), seat("director")
    director.expected.add(409)
    for person in (focal, director):
        person.goto(f"/grid/{agreement}/?quarter=1")
    expect(_write(focal, duty, "৫")).to_contain_text("রাখা হয়েছে")
    cell = _write(director, duty, "৭")
    director.press("তাঁরটি রাখুন", cell)
    expect(cell.locator(".conflict")).to_have_count(0)
    expect(cell.locator("input.cell")).to_have_value("৫")
    assert house.rows("SELECT value FROM duties_report WHERE duty_id = ?", duty) == [("5",)]


def test_two_change_one_place_of_a_sheet(seat: Seat, samples: Path) -> None:
    focal, director = seat("focal"), seat("director")
    director.expected.add(409)
    paper = focal.take_in(samples / "integrity-plan-demo.txt")
    focal.accept()
    cell = "td.spot:has(> a.amend[href*='responsible'])"
    places = []
    for person in (focal, director):
        person.goto(f"/papers/{paper}/")
        place = person.page.locator(f"[id='{person.page.locator(cell).first.get_attribute('id')}']")
        place.locator("a.amend").click()
        expect(place.locator("textarea")).to_be_focused()
        places.append(place)
    for place, value in zip(places, ("সহকারী পরিচালক (ক)", "সহকারী পরিচালক (খ)"), strict=True):
        place.locator("textarea").fill(value)
        place.get_by_role("button", name="রাখুন").click()
    expect(places[0]).to_contain_text("সহকারী পরিচালক (ক)")
    expect(places[1]).to_contain_text("জনাব focal")
    expect(places[1]).to_contain_text("সহকারী পরিচালক (ক)")
    expect(places[1].locator("textarea")).to_have_value("সহকারী পরিচালক (খ)")
    director.press("আমারটি থাক", places[1])
    expect(places[1].locator("a.amend")).to_have_text("সহকারী পরিচালক (খ)")


def test_a_duty_is_reported_without_script(seat: Seat, house: House, duties: list[int]) -> None:
    focal = seat("focal", java_script_enabled=False)
    focal.answer(duties[2], value="৩", words="তিনটি হয়েছে।")
    assert house.rows("SELECT state, value FROM duties_report WHERE duty_id = ?", duties[2]) == [("submitted", "3")]


def test_the_grid_is_saved_without_script(seat: Seat, house: House, agreement: int, duties: list[int]) -> None:
    focal = seat("focal", java_script_enabled=False)
    focal.goto(f"/grid/{agreement}/?quarter=1")
    focal.page.locator(f"#value-{duties[3]}").fill("৬")
    focal.press("খসড়া রাখুন")
    expect(focal.page.locator(f"#value-{duties[3]}")).to_have_value("৬")
    assert house.rows("SELECT state, value FROM duties_report WHERE duty_id = ?", duties[3]) == [("draft", "6")]


def test_what_was_typed_survives_the_end_of_a_session(seat: Seat, house: House, duties: list[int]) -> None:
    words = "দীর্ঘ বিবরণ, যা দুবার লেখা যায় না।"
    focal = seat("focal")
    focal.goto(f"/duties/{duties[4]}/")
    focal.page.locator("[name=words]").first.fill(words)
    focal.page.get_by_label("এই সময়ের অর্জন").fill("৯")
    focal.page.context.clear_cookies(name="sessionid")
    focal.expected.add(401)
    focal.press("প্রতিবেদন দিয়ে পরেরটিতে যান")
    focal.page.wait_for_url("**/account/login/**")
    expect(focal.page.locator("[data-door]")).to_be_visible()
    focal.sign_in_here()
    expect(focal.page).to_have_url(f"{house.url}/duties/{duties[4]}/")
    expect(focal.page.locator("[name=words]").first).to_have_value(words)
    focal.press("প্রতিবেদন দিয়ে পরেরটিতে যান")
    focal.shown("প্রতিবেদন দেওয়া হয়েছে।")
    shown = house.rows("SELECT value, words FROM duties_report WHERE duty_id = ?", duties[4])
    assert shown == [("9", words)]


def test_a_cell_left_after_the_session_ended_leads_to_the_door_and_back(
    seat: Seat, house: House, agreement: int, duties: list[int]
) -> None:
    focal = seat("focal")
    focal.expected.add(401)
    focal.goto(f"/grid/{agreement}/?quarter=1")
    focal.page.context.clear_cookies(name="sessionid")
    _write(focal, duties[5], "৮")
    focal.sign_in_here()
    expect(focal.page).to_have_url(f"{house.url}/grid/{agreement}/?quarter=1")
    expect(focal.page.locator(f"#value-{duties[5]}")).to_have_value("৮")


def test_what_was_typed_is_offered_after_the_browser_was_closed(
    house: House, later: list[int], chromium: str, browser: Browser, tmp_path: Path
) -> None:
    words = "ব্রাউজার বন্ধ হওয়ার আগের বিবরণ"
    options = {"executable_path": chromium, "args": ["--no-sandbox", "--disable-gpu"], "base_url": house.url}
    for sitting in ("first", "second"):
        context = browser.browser_type.launch_persistent_context(tmp_path, **options)  # type: ignore[arg-type]
        focal = Person("focal", context.pages[0])
        focal.sign_in()
        if sitting == "first":
            focal.goto(f"/duties/{later[0]}/")
            focal.page.locator("[name=words]").first.fill(words)
            focal.page.wait_for_function("angikar.store.mine().then((all) => all.length)")
        else:
            focal.goto("/")
            waiting = focal.page.locator("[data-drafts]")
            expect(waiting).to_contain_text(words)
            focal.press("ফিরিয়ে আনুন", waiting)
            focal.page.wait_for_url("**/duties/*/")
            expect(focal.page.locator("[name=words]").first).to_have_value(words)
            expect(focal.page.locator(".kept")).to_contain_text("আপনার আগের লেখা ফিরিয়ে আনা হয়েছে")
            focal.press("মুছে ফেলুন", focal.page.locator(".kept"))
            expect(focal.page.locator("[name=words]").first).to_have_value("")
        context.close()


def test_another_person_at_the_same_machine_neither_sees_nor_sends_it(
    seat: Seat, house: House, later: list[int]
) -> None:
    words = "শুধু আমার দেখার কথা"
    focal = seat("focal", strange=True)
    focal.expected.add(403)
    focal.sign_in()
    focal.goto(f"/duties/{later[1]}/")
    with focal.page.expect_response(
        "**/mark/**"
    ):  # asked for while one types; after the other's sign-out it would lead away
        focal.page.get_by_label("এই সময়ের অর্জন").fill("৩")
    focal.page.locator("[name=words]").first.fill(words)
    other = Person("director", focal.page.context.new_page())
    other.goto("/")
    other.page.get_by_role("button", name="লগ আউট").click()
    other.sign_in_here()
    other.goto(f"/duties/{later[1]}/")
    assert other.page.evaluate("angikar.store.mine()") == []
    expect(other.page.locator(".kept")).to_have_count(0)
    assert words not in other.page.evaluate(STORED), "on the disk it is sealed"
    focal.page.locator("form[action$='/report/'] button[value=submit]").click()
    expect(focal.page.locator("[data-fault]")).to_contain_text("অন্য একজন লগ ইন করে আছেন")
    assert house.rows("SELECT 1 FROM duties_report WHERE words = ?", words) == []


def test_who_is_away_leaves_nothing_open_and_finds_it_again_also_without_https(
    seat: Seat, house: House, later: list[int]
) -> None:
    words, other_words = "অলস সময়ের আগের কথা", "পাতা ছাড়ার মুহূর্তের কথা"
    focal = seat("focal", strange=True, base_url=house.url.replace("127.0.0.1", ELSEWHERE))
    page = focal.page
    page.clock.install()
    focal.sign_in()
    focal.goto(f"/duties/{later[2]}/")
    assert page.evaluate("isSecureContext") is False
    page.locator("[name=words]").first.fill(words)
    page.wait_for_function("angikar.store.mine().then((all) => all.length)")
    page.evaluate(
        f"angikar.store.put({{ id: '0a', key: 'x', text: ['{other_words}'], typed: {{}} }}); dispatchEvent(new Event('pagehide'))"
    )
    assert "angikar:left:" in page.evaluate(STORED)
    assert not [each for each in (words, other_words) if each in page.evaluate(STORED)]
    [cookie] = [each for each in page.context.cookies() if each["name"] == "sessionid"]
    house.say(AGED.format(cookie["value"]))
    page.context.clear_cookies(name="angikar-seen")
    page.clock.fast_forward("35:00")
    page.wait_for_url("**/account/login/**ended=1**")
    expect(page.locator("body")).not_to_contain_text(words)

    other = Person("director", page)
    other.sign_in_here()
    other.goto(f"/duties/{later[2]}/")
    assert page.evaluate("angikar.store.mine()") == []
    expect(page.locator(".kept")).to_have_count(0)
    assert not [each for each in (words, other_words) if each in page.evaluate(STORED)]
    page.get_by_role("button", name="লগ আউট").click()
    page.wait_for_url("**/account/login/**")
    for _ in range(2):
        page.go_back()
        expect(page.get_by_label("পাসওয়ার্ড")).to_be_visible()

    focal.sign_in()
    focal.goto(f"/duties/{later[2]}/")
    expect(page.locator("[name=words]").first).to_have_value(words)
