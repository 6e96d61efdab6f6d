"""A meeting written at two desks at once, over a link that is lost and comes back: nothing is lost, nothing is written twice."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

ALL = "উপজেলা নির্বাহী অফিসার (সকল), কাজলপুর"
SAID = 'SELECT title, discussion FROM meetings_item WHERE meeting_id = ? ORDER BY meetings_item."order"'
DECIDED = "SELECT text FROM meetings_resolution JOIN meetings_item ON item_id = meetings_item.id WHERE meeting_id = ?"


def _meeting(house: House, name: str) -> int:
    titles = "'2022-08-25', 'দূরবীন', 'উল্কা'"
    return int(house.say(f"from tests.e2e.sittings import meet; print(meet({name!r}, {titles}))"))


def _item(person: Person, number: int) -> Locator:
    return person.page.locator("section.item").nth(number)


def _talk(person: Person, number: int) -> Locator:
    return _item(person, number).locator("[name=discussion]")


def _kept(person: Person, number: int) -> None:
    expect(_item(person, number).locator("form .state").first).to_have_text("রাখা হয়েছে")


def _decide(person: Person, number: int, text: str) -> None:
    new = _item(person, number).locator("details.more")
    if new.get_attribute("open") is None:
        new.locator("summary").click()
    new.locator("[name=text]").fill(text)
    new.locator("[name=implementers]").fill(ALL)
    new.locator("[name=when]").fill("এ মাসের মধ্যে")
    person.press("সিদ্ধান্ত যোগ করুন", new)


def test_two_who_write_at_once_lose_no_text(seat: Seat, house: House) -> None:
    pk = _meeting(house, "যুগল টিম")
    head, clerk = seat("dc"), seat("ict")
    clerk.expected.add(409)
    for person in (head, clerk):
        person.goto(f"/sittings/{pk}/")
    _talk(head, 0).fill("দূরবীনের কথা")
    _talk(clerk, 1).fill("উল্কার কথা")
    _talk(clerk, 1).blur()
    _kept(clerk, 1)
    _kept(head, 0)
    expect(_talk(head, 1)).to_have_value("উল্কার কথা")  # what the other wrote comes in by itself
    _decide(head, 0, "দূরবীনের তালিকা পাঠাতে হবে।")
    made = _item(head, 0).locator(".decision")
    expect(made).to_contain_text("৩১ আগস্ট ২০২২")
    expect(made).to_contain_text("উপজেলা নির্বাহী অফিসারের কার্যালয়, বকুলগঞ্জ")
    expect(_item(clerk, 0).locator(".decision [name=text]")).to_have_value("দূরবীনের তালিকা পাঠাতে হবে।")

    clerk.page.context.set_offline(True)  # so that the two meet in one row
    _talk(clerk, 0).fill("দূরবীনের অন্য কথা")
    _talk(head, 0).fill("দূরবীনের কথা, আরও")
    _talk(head, 0).blur()
    _kept(head, 0)
    clerk.page.context.set_offline(False)
    clash = _item(clerk, 0).locator(".conflict")
    expect(clash.locator("[data-theirs]")).to_have_text("দূরবীনের কথা, আরও")
    expect(clash).to_contain_text("জনাব dc")
    expect(_talk(clerk, 0)).to_have_value("দূরবীনের অন্য কথা")
    _talk(clerk, 0).fill("দূরবীনের কথা, আরও; অন্য কথাও")
    clerk.press("রাখুন", _item(clerk, 0).locator("form").first)
    expect(clash).to_have_count(0)
    assert house.rows(SAID, pk) == [("দূরবীন", "দূরবীনের কথা, আরও; অন্য কথাও"), ("উল্কা", "উল্কার কথা")]


def test_what_was_typed_without_a_link_arrives_once(seat: Seat, house: House) -> None:
    pk = _meeting(house, "দূরের টিম")
    clerk = seat("ict")
    clerk.goto(f"/sittings/{pk}/")
    clerk.page.context.set_offline(True)
    _talk(clerk, 0).fill("সংযোগ ছাড়া লেখা কথা")
    _talk(clerk, 0).blur()
    _decide(clerk, 1, "সংযোগ ছাড়া নেওয়া সিদ্ধান্ত।")
    expect(clerk.page.locator("#line")).to_contain_text("সংযোগ নেই")
    clerk.page.context.set_offline(False)
    expect(clerk.page.locator("#line")).to_contain_text("সংযোগ ফিরেছে")
    expect(_item(clerk, 1).locator(".decision")).to_have_count(1)
    assert house.rows(SAID, pk)[0][1] == "সংযোগ ছাড়া লেখা কথা"
    assert house.rows(DECIDED, pk) == [("সংযোগ ছাড়া নেওয়া সিদ্ধান্ত।",)]


def test_an_answer_that_is_lost_on_its_way_is_written_once(seat: Seat, house: House) -> None:
    pk = _meeting(house, "ফেরার টিম")
    clerk = seat("ict")
    clerk.goto(f"/sittings/{pk}/")
    gone: list[int] = []

    def lose(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]  # the server has it; the page never hears
        gone.append(answer.status)
        route.abort() if len(gone) < 3 else route.fulfill(response=answer)  # type: ignore[attr-defined]

    clerk.page.route("**/write/", lose)
    _decide(clerk, 0, "একবারই লেখা হবে।")
    expect(_item(clerk, 0).locator(".decision")).to_have_count(1)
    expect(clerk.page.locator("#line")).to_contain_text("সংযোগ ফিরেছে")
    assert gone == [200, 200, 200]
    assert house.rows(DECIDED, pk) == [("একবারই লেখা হবে।",)]


def test_what_was_typed_survives_a_closed_page(seat: Seat, house: House) -> None:
    pk = _meeting(house, "ফিরে আসা টিম")
    clerk = seat("ict")
    clerk.goto(f"/sittings/{pk}/")
    clerk.page.route("**/write/", lambda route: route.abort())
    _talk(clerk, 0).fill("পাতা বন্ধ হওয়ার আগের কথা")
    _talk(clerk, 0).blur()
    expect(clerk.page.locator("#line")).to_contain_text("সংযোগ নেই")
    clerk.page.unroute("**/write/")
    clerk.goto(f"/sittings/{pk}/")
    _kept(clerk, 0)
    assert house.rows(SAID, pk)[0][1] == "পাতা বন্ধ হওয়ার আগের কথা"


def test_a_meeting_becomes_issued_minutes(seat: Seat, house: House) -> None:
    pk = _meeting(house, "পূর্ণ টিম")
    clerk, head = seat("ict"), seat("dc")
    clerk.goto(f"/sittings/{pk}/")
    for _ in range(2):
        clerk.page.locator("#live button[value=sign]:visible").first.click()
        clerk.shown("উপস্থিতি লেখা হয়েছে।")
    _talk(clerk, 0).fill("দূরবীন নিয়ে আলোচনা হয়।")
    _decide(clerk, 0, "দূরবীনের তালিকা পাঠাতে হবে।")
    expect(_item(clerk, 0).locator(".decision")).to_have_count(1)
    clerk.press("সভা শেষ করে কার্যবিবরণীর খসড়া করুন")
    clerk.shown("সভা শেষ")
    [(paper,)] = house.rows("SELECT minutes_id FROM meetings_meeting WHERE id = ?", pk)
    head.issue(int(str(paper)))
    shares = "SELECT name FROM meetings_share JOIN meetings_decision ON decision_id = meetings_decision.id JOIN offices_office ON meetings_share.office_id = offices_office.id WHERE paper_id = ? ORDER BY name"
    assert [str(name).rpartition(" ")[2] for (name,) in house.rows(shares, paper)] == ["পলাশবাড়ি", "বকুলগঞ্জ", "শিমুলতলা"]
    assert house.rows("SELECT state FROM meetings_meeting WHERE id = ?", pk) == [("minuted",)]


def test_a_row_waits_through_an_expired_session_and_a_refusal(seat: Seat, house: House) -> None:
    pk = _meeting(house, "অপেক্ষার টিম")
    clerk = seat("ict")
    clerk.expected |= {401, 403, 500}
    clerk.goto(f"/sittings/{pk}/")
    page, line = clerk.page, clerk.page.locator("#line")
    page.route("**/write/", lambda route: route.fulfill(status=500, body="no"))
    _talk(clerk, 0).fill("ভুলের সময়ের কথা")
    expect(line).to_contain_text("সার্ভারে একটি ভুল হয়েছে")
    page.unroute("**/write/")
    page.context.clear_cookies(name="sessionid")
    _talk(clerk, 0).fill("সময় শেষের পরের কথা")
    expect(line).to_contain_text("আবার লগ ইন করতে হবে")
    line.get_by_role("link", name="লগ ইন").click()
    clerk.sign_in_here()
    expect(page).to_have_url(f"{house.url}/sittings/{pk}/")
    _kept(clerk, 0)
    assert house.rows(SAID, pk)[0][1] == "সময় শেষের পরের কথা"


def test_a_row_is_sent_after_signing_in_in_another_tab(seat: Seat, house: House) -> None:
    pk = _meeting(house, "দুই ট্যাবের টিম")
    clerk = seat("ict")
    clerk.expected |= {401, 403}
    clerk.goto(f"/sittings/{pk}/")
    clerk.page.context.clear_cookies()
    _talk(clerk, 0).fill("পুরোনো টোকেনের কথা")
    expect(clerk.page.locator("#line")).to_contain_text("আবার লগ ইন করতে হবে")
    other = Person("ict", clerk.page.context.new_page())
    other.sign_in()
    _kept(clerk, 0)
    assert house.rows(SAID, pk)[0][1] == "পুরোনো টোকেনের কথা"
