"""The walk of a real paper: minutes are taken in and issued, every decision lands on its offices, and the next meeting takes up what
stayed open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from angikar.formats import read
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.minutes.content import Minutes
from tests.e2e.acts import Person
from tests.e2e.conftest import Seat
from tests.e2e.server import House

PAPER = "minutes-kurigram-2016.txt"
ENTERED = """
    SELECT meetings_decision.key, offices_post.title, offices_office.name, meetings_share.named FROM meetings_share
    JOIN meetings_decision ON decision_id = meetings_decision.id JOIN offices_post ON post_id = offices_post.id
    JOIN offices_office ON meetings_share.office_id = offices_office.id WHERE paper_id = ? ORDER BY meetings_decision.id, offices_office.path
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, minutes: Minutes) -> Iterator[House]:
    """A house of its own, with the district that the paper speaks of."""
    made = House(tmp_path_factory.mktemp("district"))
    _, first, place = minutes.items[4].decisions[1].implementers[0].split(", ")
    _, second, _ = minutes.items[4].decisions[2].implementers[0].split(", ")
    upazilas = [f"{place} সদর", first, second]
    made.say(f"from tests.e2e.sittings import district; district({place!r}, {upazilas!r}, {minutes.body!r})")
    made.open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cookies of this house alone."""
    return tmp_path_factory.mktemp("own-keys")


@pytest.fixture(scope="module")
def minutes(seeds: Path) -> Minutes:
    """The paper as it is read."""
    return _read((seeds / PAPER).read_bytes(), PAPER)


def _read(data: bytes, name: str) -> Minutes:
    return cast(Minutes, kind_named("minutes").read(read(data, name), None).content)


def _said(minutes: Minutes) -> list[tuple[str, list[str]]]:
    """The items of minutes: the title and the decisions of each."""
    return [(item.title, [each.text for each in item.decisions]) for item in minutes.items]


def _settled(person: Person) -> None:
    """Take every suggestion, keep the rest as printed."""
    while (suggested := person.notes().filter(has=person.page.locator("button[value=take]"))).count():
        person.take_suggestion(suggested.first)
    person.accept()


def _offices(house: House, paper: object) -> dict[str, list[str]]:
    """Of each decision the offices it lies on, each with the post where it is not the head's."""
    found: dict[str, list[str]] = {}
    for key, title, office, named in house.rows(ENTERED, paper):
        place = str(office).rpartition(", ")[2]
        found.setdefault(str(key), []).append(f"{title}, {place}" if named else f"({title}, {place})")
    return found


def _places(minutes: Minutes) -> list[str]:
    """Where the decisions stand that ask something of somebody."""
    items = [(i, item) for i, item in enumerate(minutes.items, 1) if not item.confirms]
    return [f"{i}.{n}" for i, item in items for n, _ in enumerate(item.decisions, 1)]


def test_a_real_paper_is_answered_by_the_next_meeting(seat: Seat, house: House, seeds: Path, minutes: Minutes) -> None:
    head, keeper = seat("head"), seat("keeper")
    paper = head.take_in(seeds / PAPER)
    _settled(head)
    head.issue(paper)
    placed = _offices(house, paper)
    print("\n".join(f"{key}: {'; '.join(offices)}" for key, offices in placed.items()))
    wanted = _places(minutes)
    assert list(placed) == wanted
    chiefs = [each for each in placed["4.1"] if each.startswith("উপজেলা নির্বাহী অফিসার, ")]
    assert len(chiefs) == 3
    assert placed["5.2"] == [chiefs[1]]
    assert placed["5.3"] == [chiefs[2]]

    printed = _read(head.page.request.get(f"/papers/{paper}/print.docx").body(), "minutes.docx")
    [(stored,)] = house.rows("SELECT content FROM papers_paper WHERE id = ?", paper)
    issued = Minutes.model_validate_json(str(stored))
    assert _said(printed) == _said(issued)

    meeting = int(house.say(f"from tests.e2e.sittings import planned; print(planned({minutes.body!r}, '2022-08-25'))"))
    keeper.goto(f"/agenda/{meeting}/")
    keeper.page.locator("button[name=do][value=redo]").first.click()
    keeper.page.wait_for_load_state()
    agenda = [
        kind for (kind,) in house.rows('SELECT kind FROM meetings_item WHERE meeting_id = ? ORDER BY "order"', meeting)
    ]
    assert (agenda[0], agenda[-1], agenda.count("open")) == ("confirmation", "misc", len(wanted))

    keeper.goto(f"/sittings/{meeting}/")
    keeper.press("সভা শুরু করুন")
    keeper.page.locator("#live button[value=sign]:visible").first.click()
    keeper.shown("উপস্থিতি লেখা হয়েছে।")
    for number, text in ((0, ""), (1, "এই সিদ্ধান্ত এ মাসেই শেষ করতে হবে।")):
        item = keeper.page.locator("section.item").nth(number)
        item.locator("details.more > summary").click()
        if text:
            item.locator("details.more [name=text]").fill(text)
            item.locator("details.more [name=implementers]").fill("উপজেলা নির্বাহী অফিসার (সকল)")
        keeper.press("সিদ্ধান্ত যোগ করুন", item)
        item.locator(".decision").wait_for()
    keeper.press("সভা শেষ করে কার্যবিবরণীর খসড়া করুন")
    keeper.page.wait_for_url(re.compile(r"/sittings/\d+/minutes/$"))
    [(drawn,)] = house.rows("SELECT minutes_id FROM meetings_meeting WHERE id = ?", meeting)
    head.issue(int(str(drawn)))
    assert house.rows("SELECT key, repeated FROM meetings_decision WHERE paper_id = ?", drawn) == [("2.1", 1)]
    assert house.rows("SELECT state FROM meetings_meeting WHERE minutes_id = ?", paper) == [("confirmed",)]
