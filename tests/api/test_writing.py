"""Writing by programs: the same actions as the screens, done once, from the version that was seen, and never more than the officer may."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import Workbook

from angikar.duties.models import Duty, Report
from angikar.history.models import Entry
from angikar.papers.models import Paper
from tests.api.conftest import Asking, Program
from tests.pledge import TITLE, issued
from tests.world import World

pytestmark = pytest.mark.django_db
FILE = SimpleUploadedFile("pledge.txt", f"{TITLE}\n\nনক্ষত্র অধিদপ্তর".encode(), "text/plain")


@pytest.fixture
def paper(world: World, pledge: None, october: date) -> Paper:
    """Two indicators, that the clerk answers for and the ministry looks over."""
    return issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")


def _first(paper: Paper) -> Duty:
    return Duty.objects.filter(paper=paper, quarter=1).order_by("pk")[0]


def _code(answer: HttpResponse) -> tuple[int, str]:
    return answer.status_code, json.loads(answer.content)["code"]


def _send(asks: Asking, path: str, **fields: object) -> HttpResponse:
    for field in fields.values():
        if isinstance(field, SimpleUploadedFile):
            field.seek(0)
    return Client().post(f"/api/v1/{path}", fields, headers={"Authorization": f"Bearer {asks.token}"})


def test_a_figure_is_reported_and_accepted_as_on_the_screens(program: Program, paper: Paper) -> None:
    duty, clerk = _first(paper), program("clerk", "read", "report")
    made = clerk.post(f"duties/{duty.pk}/report", {"value": "২৬"}).json()
    assert (made["state"], made["value"], made["by"]) == ("submitted", "26", "জনাব clerk")
    assert _code(clerk.post(f"reports/{made['id']}/accept", {"words": "ঠিক"})) == (403, "api-scope-lacking")
    waiting = program("secretary", "read").get("duties?which=review").json()["items"]
    assert [each["id"] for each in waiting] == [duty.pk]
    other = program("secretary", "review").post(f"reports/{made['id']}/accept", {"value": "25"})
    assert _code(other)[0] == 422, "another value takes words"
    done = program("secretary", "review").post(f"reports/{made['id']}/accept", {"value": "25", "words": "প্রমাণ ২৫টির"})
    assert (done.json()["value"], done.json()["accepted_value"]) == ("26", "25")
    assert Entry.objects.last().verb == "duty.accept"
    listed = program("director", "read").get(f"reports?paper={paper.pk}").json()["items"]
    assert [(each["code"], each["quarter"], each["accepted_value"]) for each in listed] == [("1.1.1", 1, "25")]


def test_his_own_figure_is_not_accepted_with_a_token_either(program: Program, world: World, paper: Paper) -> None:
    duty = _first(paper)
    Duty.objects.filter(pk=duty.pk).update(owed_to=world.offices["department"])
    head = program("director", "report", "review")
    made = head.post(f"duties/{duty.pk}/report", {"value": "5"}).json()
    assert _code(head.post(f"reports/{made['id']}/accept", {"words": "ঠিক"})) == (422, "own-figure")
    assert Report.objects.get().state == "submitted"


@pytest.mark.parametrize(
    ("value", "code"), [("দশ", "number-unreadable"), ("-1", "number-negative"), ("", "answer-empty")]
)
def test_what_cannot_be_taken_says_why_in_both_languages(program: Program, paper: Paper, value: str, code: str) -> None:
    answer = program("clerk", "report").post(f"duties/{_first(paper).pk}/report", {"value": value})
    assert _code(answer) == (422, code)
    assert not Report.objects.exists()


def test_a_request_with_a_key_is_done_once_and_answered_as_the_first_time(program: Program, paper: Paper) -> None:
    duty, asks, key = _first(paper), program("clerk", "report"), {"Idempotency-Key": "monthly-7"}
    first = asks.post(f"duties/{duty.pk}/report", {"value": "5"}, headers=key)
    before = Entry.objects.count()
    again = asks.post(f"duties/{duty.pk}/report", {"value": "5"}, headers=key)
    assert (again.status_code, again.content, again["Idempotency-Replayed"]) == (200, first.content, "true")
    assert (Report.objects.count(), Entry.objects.count()) == (1, before)
    assert _code(asks.post(f"duties/{duty.pk}/report", {"value": "6"}, headers=key)) == (422, "api-key-used")
    asks.post(f"duties/{duty.pk}/report", {"value": "6"}, headers={"Idempotency-Key": "monthly-8"})
    assert Report.objects.count() == 2


def test_what_was_refused_may_be_sent_again_with_the_same_key(program: Program, paper: Paper) -> None:
    duty, asks, key = _first(paper), program("clerk", "report"), {"Idempotency-Key": "k"}
    assert asks.post(f"duties/{duty.pk}/report", {"value": "দশ"}, headers=key).status_code == 422
    assert asks.post(f"duties/{duty.pk}/report", {"value": "10"}, headers=key).status_code == 200


def test_a_draft_is_saved_from_the_version_that_was_seen(program: Program, paper: Paper) -> None:
    duty, asks = _first(paper), program("clerk", "read", "report")
    place, seen = f"duties/{duty.pk}/draft", {"If-Match": f'"{duty.version}"'}
    assert _code(asks.post(place, {"value": "5"})) == (428, "api-version-needed")
    made = asks.post(place, {"value": "5"}, headers=seen).json()
    assert (made["reports"][0]["value"], made["reports"][0]["state"], made["state"]) == ("5", "draft", "open")
    assert _code(program("director", "report").post(place, {"value": "7"}, headers=seen)) == (412, "changed-meanwhile")
    assert Report.objects.get().value == "5"
    assert program("secretary", "read").get(f"duties/{duty.pk}").json()["reports"] == [], (
        "a draft is its writers' alone"
    )


def _values(*values: str) -> dict[str, object]:
    return {"rows": [{"code": f"1.1.{at}", "quarter": 1, "value": value} for at, value in enumerate(values, 1)]}


def test_many_values_are_looked_at_first_and_written_together(program: Program, paper: Paper) -> None:
    asks, place = program("clerk", "report"), f"papers/{paper.pk}/values"
    tried = asks.post(f"{place}?dry_run=true", _values("৫", "৭")).json()
    assert ([each["state"] for each in tried["items"]], [each["value"] for each in tried["items"]]) == (
        ["fits"] * 2,
        ["5", "7"],
    )
    assert not Report.objects.exists()
    wrong = asks.post(place, _values("5", "দশ", "1")).json()
    assert [(each["state"], each["code"]) for each in wrong["items"]] == [
        ("fits", None),
        ("refused", "number-unreadable"),
        ("refused", "api-row-unknown"),
    ]
    assert not Report.objects.exists(), "where one does not fit none is written"
    done = asks.post(f"{place}?how=report", _values("5", "7")).json()
    assert (done["written"], done["refused"]) == (2, 0)
    assert sorted(Report.objects.values_list("value", "state")) == [("5", "submitted"), ("7", "submitted")]
    assert _code(program("clerk", "report").post(f"papers/{paper.pk + 99}/values", _values("5")))[0] == 404


def _workbook() -> bytes:
    book, made = Workbook(), BytesIO()
    for row in (("part", "code", "quarter", "value"), ("own", "1.1.1", "১", "৫"), ("own", "1.1.2", "1", 7)):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "made", [lambda: b"part,code,quarter,value,accepted\nown,1.1.1,1,5,\nown,1.1.2,1,7,\n", _workbook]
)
def test_a_list_of_values_is_a_csv_or_a_workbook(program: Program, paper: Paper, made: Callable[[], bytes]) -> None:
    asks, place = program("clerk", "report"), f"papers/{paper.pk}/values/file"
    done = _send(asks, place, file=SimpleUploadedFile("values", made()))
    assert done.json()["written"] == 2, done.content
    assert sorted(Report.objects.values_list("value", "state")) == [("5", "draft"), ("7", "draft")]
    bare = _send(asks, place, file=SimpleUploadedFile("values.csv", b"code,value\n1.1.1,5\n"))
    assert _code(bare) == (422, "api-values-without-head")


def test_a_file_is_read_without_being_stored(program: Program, world: World, pledge: None) -> None:
    found = _send(program("stranger", "read"), "readings", file=FILE).json()["items"]
    assert [(each["kind"], each["content"]["title"]) for each in found] == [("pledge", TITLE)]
    assert "smudge" in {each["code"] for each in found[0]["doubts"]}
    assert not Paper.objects.exists()


def test_a_file_becomes_a_paper_its_doubts_are_settled_and_it_is_issued(
    program: Program, world: World, pledge: None
) -> None:
    focal, head = program("focal", "read", "papers"), program("director", "papers")
    made = _send(focal, "intake", file=FILE)
    assert made.status_code == 201
    taken = made.json()["items"][0]
    whole = focal.get(f"papers/{taken['id']}").json()
    errors = [each for each in whole["doubts"] if each["severity"] == "error"]
    assert [(each["code"], each["suggestion"]) for each in errors] == [("area-weight-sum", "10")]
    place, seen = f"papers/{taken['id']}", {"If-Match": f'"{whole["version"]}"'}
    settled = focal.post(f"{place}/doubts/{errors[0]['key']}/settle", {"choice": "take"}, headers=seen).json()
    assert "area-weight-sum" not in {each["code"] for each in settled["open_doubts"]}
    assert _code(focal.post(f"{place}/accept", headers=seen)) == (412, "changed-meanwhile")
    draft = focal.post(f"{place}/accept", headers={"If-Match": f'"{settled["version"]}"'}).json()
    assert draft["state"] == "draft"
    amended = focal.post(
        f"{place}/amend", {"path": "title", "value": "নতুন নাম"}, headers={"If-Match": f'"{draft["version"]}"'}
    ).json()
    assert amended["title"] == "নতুন নাম"
    issuing = {"If-Match": f'"{amended["version"]}"'}
    assert _code(focal.post(f"{place}/issue", headers=issuing))[0] == 404, "the head alone issues"
    done = head.post(f"{place}/issue", {"focal": True}, headers=issuing)
    assert done.json()["state"] == "issued", done.content
    assert Duty.objects.filter(paper=taken["id"]).exists()


def test_what_cannot_be_read_is_refused_with_the_readers_sentence(program: Program, world: World) -> None:
    answer = _send(program("focal", "papers"), "intake", file=SimpleUploadedFile("x.bin", b"\x7fELF\x00\x01"))
    assert answer.status_code == 422
    assert json.loads(answer.content)["message"]
    assert _code(_send(program("stranger", "papers"), "intake", file=FILE))[0] == 404


def test_a_letter_that_no_database_stores_is_refused(program: Program, paper: Paper) -> None:
    answer = program("clerk", "report").post(f"duties/{_first(paper).pk}/report", {"value": "5", "words": "ক\0"})
    assert _code(answer) == (422, "api-letter-unfit")
