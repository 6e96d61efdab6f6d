"""The register of decisions as a screen: what is open, found by words, its thread, the report that is printed, the month's board."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties import actions as duties
from angikar.duties.models import Duty
from angikar.formats import read
from angikar.meetings.register.models import Decision, Share
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.meetings.conftest import Held, held  # noqa: F401  the fixture
from tests.meetings.test_register import AUGUST, JULY, LIST, MONTHLY, PICTURE
from tests.world import World

OCTOBER = date(2022, 10, 10)


@pytest.fixture(autouse=True)
def _in_october(stand: Stand) -> None:
    stand(OCTOBER)


def test_an_office_sees_what_it_still_owes(sign: Sign, held: Held) -> None:  # noqa: F811
    held(JULY, LIST, PICTURE)
    page = sign("south_head").get("/decisions/").content.decode()
    assert LIST.text in page
    assert "জেলা নক্ষত্র অফিসার, জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর" in page
    assert "উত্তরপুর" not in page
    assert PICTURE.text not in page
    assert "সময় পেরিয়েছে" in page


def test_a_stranger_finds_nothing(sign: Sign, held: Held) -> None:  # noqa: F811
    held(JULY, LIST, PICTURE)
    assert LIST.text not in sign("stranger").get("/decisions/?q=তালিকা").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=দুরবিনের+তালিকা", "তালিকা হালনাগাদ"),
        ("q=উল্কার&year=2022", "উল্কার ছবি"),
        ("state=late", "তালিকা হালনাগাদ"),
        ("state=new&age=1", "উল্কার ছবি"),
    ],
)
def test_decisions_are_found_by_what_is_chosen(sign: Sign, held: Held, query: str, found: str) -> None:  # noqa: F811
    held(JULY, LIST, PICTURE)
    assert found in sign("director").get(f"/decisions/?{query}").content.decode()


@pytest.mark.parametrize("query", ["q=নাই", "q=%22%27*", "year=1999&q=নাই", "state=done", "age=4", "page=9"])
def test_what_is_not_there_is_said(sign: Sign, held: Held, query: str) -> None:  # noqa: F811
    held(JULY, LIST, PICTURE)
    answer = sign("director").get(f"/decisions/?{query}")
    assert answer.status_code == 200
    assert ("এমন কোনো সিদ্ধান্ত পাওয়া গেল না।" in answer.content.decode()) == (query != "q=%22%27*")


def test_the_list_asks_few_questions_however_long_it_is(sign: Sign, held: Held) -> None:  # noqa: F811
    for _ in range(3):
        held(JULY, LIST, PICTURE, MONTHLY)
    client = sign("director")
    client.get("/decisions/")
    for address in (
        "/decisions/",
        "/decisions/?q=তালিকা",
        "/decisions/monthly/?month=2022-09",
        f"/decisions/{Decision.objects.all()[0].pk}/",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= 15, address


def test_a_thread_is_shown_meeting_by_meeting(sign: Sign, held: Held, world: World) -> None:  # noqa: F811
    held(JULY, PICTURE)
    second = held(AUGUST, PICTURE)
    duties.report(
        Duty.objects.get(paper=second), by=world.officers["clerk"], answer=Answer(choice="চলমান", words="কাজ চলছে"), today=OCTOBER,
        files=[duties.Proof("ছবি.txt", b"proof")],
    )  # fmt: skip
    page = sign("director").get(f"/decisions/{Decision.objects.get(paper=second).pk}/").content.decode()
    assert page.index("২৬ জুলাই ২০২২") < page.index("২৫ আগস্ট ২০২২")
    assert "কাজ চলছে" in page
    assert "ছবি.txt" in page
    assert "আগে" in page


def test_who_keeps_the_register_says_how_it_stands(sign: Sign, held: Held) -> None:  # noqa: F811
    held(JULY, PICTURE)
    share = Share.objects.get()
    address = f"/decisions/{share.decision_id}/change/"
    focal, director = sign("focal"), sign("director")
    focal.post(address, {"do": "state", "share": share.pk, "state": "cannot", "words": "ক্যামেরা নেই"})
    assert "সভাপতির কথা" in director.get(f"/decisions/{share.decision_id}/").content.decode()
    assert focal.post(address, {"do": "word", "share": share.pk, "words": "সম্মত"}).status_code == 404
    director.post(address, {"do": "word", "share": share.pk, "words": "সম্মত"})
    share.refresh_from_db()
    assert (share.state, share.word, share.settled_on) == ("cannot", "সম্মত", OCTOBER)


def test_a_refusal_says_why_and_changes_nothing(sign: Sign, held: Held) -> None:  # noqa: F811
    held(JULY, PICTURE)
    share = Share.objects.get()
    sent = {"do": "state", "share": share.pk, "state": "cannot", "words": ""}
    page = sign("director").post(f"/decisions/{share.decision_id}/change/", sent, follow=True).content.decode()
    assert "কেন বাস্তবায়ন করা যায় না, তা লিখুন।" in page
    assert Share.objects.get().state == "new"


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_the_action_taken_report_is_printed(sign: Sign, held: Held, form: str) -> None:  # noqa: F811
    held(JULY, LIST, PICTURE)
    answer = sign("director").get(f"/decisions/action-taken.{form}?state=open")
    assert answer.status_code == 200
    if form != "pdf":
        (table,) = read(answer.content, f"report.{form}").tables()
        rows = [row.texts for row in table.rows if row.texts[2].startswith(LIST.text)]
        assert [(row[3], row[5], row[6]) for row in rows] == [
            (f"জেলা নক্ষত্র অফিসার, জেলা নক্ষত্র কার্যালয়, {name}", "নতুন; সময় পেরিয়েছে", "প্রতিবেদন আসেনি")
            for name in ("উত্তরপুর", "দক্ষিণপুর")
        ]


def test_the_month_shows_who_has_not_sent(sign: Sign, held: Held, world: World) -> None:  # noqa: F811
    paper = held(JULY, MONTHLY)
    first = Duty.objects.filter(paper=paper, post=world.posts["upazila1_head"], due=date(2022, 9, 10)).get()
    duties.report(first, by=world.officers["upazila1_head"], answer=Answer(choice="বাস্তবায়িত"), today=date(2022, 9, 9))
    second = Duty.objects.filter(paper=paper, post=world.posts["upazila1_head"], due=date(2022, 9, 28)).get()
    duties.report(second, by=world.officers["upazila1_head"], answer=Answer(choice="বাস্তবায়িত"), today=date(2022, 9, 30))
    page = sign("north_head").get("/decisions/monthly/?month=2022-09").content.decode()
    boxes = re.findall(r'<td class="heat (\w+)">', page)
    assert boxes == ["reported", "late", "missing", "missing", "missing", "missing"]
    assert re.findall(r'<td class="number">(.)</td>', page) == ["২", "২"]


def test_a_month_that_cannot_be_read_is_this_one(sign: Sign) -> None:
    assert "অক্টোবর ২০২২" in sign("director").get("/decisions/monthly/?month=13-2022").content.decode()
