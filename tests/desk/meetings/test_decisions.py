"""The register of decisions as a screen: what is open, found by words, its thread, the report that is printed, the month's board."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.formats import read
from angikar.meetings.models import Decision
from tests.desk.conftest import Sign, Stand
from tests.meetings.conftest import Held, held  # noqa: F401  the fixture
from tests.meetings.test_register import JULY, LIST, MONTHLY, PICTURE

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


def test_a_stranger_gets_404(sign: Sign, held: Held) -> None:  # noqa: F811
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


@pytest.mark.parametrize("query", ["q=নাই", "q=%22%27*", "year=1999&q=নাই", "state=done", "age=4"])
def test_an_empty_list_says_so(sign: Sign, held: Held, query: str) -> None:  # noqa: F811
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
        assert len(asked) <= 16, address


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
