"""The first page: an empty house is founded with the code of its console, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from angikar.desk.begin.entry_code import new_code
from angikar.history.models import Entry
from angikar.offices.models import Office, Officer, Post
from tests.desk.conftest import Sign

PHRASE = "river stone morning"
FILLED = {
    "office": "উপজেলা নক্ষত্র কার্যালয়, নদীকূল",
    "level": "upazila",
    "memo_prefix": "০৫.৪৭.৪৯০০",
    "post": "উপজেলা নক্ষত্র অফিসার",
    "name": "জনাব দোয়েল",
    "username": "doel",
    "password": PHRASE,
    "again": PHRASE,
}


@pytest.fixture
def code(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The code of an empty house."""
    monkeypatch.setattr(settings, "VAR", tmp_path)
    return new_code()


def test_the_code_founds_the_office_and_its_head_is_signed_in(client: Client, code: str) -> None:
    assert code in client.get(f"/begin/?code={code}").content.decode()
    answer = client.post("/begin/", {**FILLED, "code": code.lower()})
    assert (answer.status_code, answer["Location"]) == (302, "/begin/steps/")
    office, head = Office.objects.get(), Officer.objects.get()
    assert (office.name, office.kind, office.memo_prefix) == (FILLED["office"], "upazila", "05.47.4900")
    assert (head.username, head.is_staff, head.check_password(PHRASE)) == ("doel", True, True)
    assert Post.objects.get(is_head=True).tenures.get().officer == head
    assert "জনাব দোয়েল" in client.get("/begin/steps/").content.decode()
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["officer.enrol", "office.found", "post.create", "post.appoint"]


def test_without_the_code_the_house_stays_empty_and_the_typed_text_stays(client: Client, code: str) -> None:
    answer = client.post("/begin/", {**FILLED, "code": "WRONG"})
    page = answer.content.decode()
    assert (answer.status_code, "কোডটি ঠিক নয়" in page, "জনাব দোয়েল" in page) == (422, True, True)
    assert PHRASE not in page
    assert not Office.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"office": " "}, "দপ্তরের নাম লিখুন"),
        ({"post": ""}, "পদের নাম লিখুন"),
        ({"name": ""}, "কর্মকর্তার নাম লিখুন"),
        ({"username": "a b"}, "লগ ইনের নাম ৩ থেকে ৬০ অক্ষরের"),
        ({"memo_prefix": "ক.১"}, "স্মারক কোড নয়"),
        ({"again": "another"}, "দুই ঘরে একই পাসওয়ার্ড"),
        ({"password": "short", "again": "short"}, "পাসওয়ার্ড অন্তত"),
        ({"password": "password2026", "again": "password2026"}, "এই পাসওয়ার্ড সবাই জানে"),
    ],
)
def test_what_is_missing_or_unfit_is_said_and_nothing_is_founded(
    client: Client, code: str, wrong: dict[str, str], said: str
) -> None:
    answer = client.post("/begin/", {**FILLED, "code": code, **wrong})
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert (Office.objects.exists(), Officer.objects.exists()) == (False, False)
    assert client.post("/begin/", {**FILLED, "code": code}).status_code == 302


def test_a_house_with_an_office_has_no_first_page(sign: Sign, code: str) -> None:
    for client in (Client(), sign("secretary")):
        assert client.get("/begin/").status_code == 404
        assert client.post("/begin/", {**FILLED, "code": code}).status_code == 404


def test_guessing_codes_is_slowed_down(client: Client, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: noon)
    statuses = [client.post("/begin/", {**FILLED, "code": "WRONG"}).status_code for _ in range(21)]
    assert statuses == [422] * 20 + [429]
    answer = client.post("/begin/", {**FILLED, "code": code})
    assert (answer.status_code, "সেকেন্ড পরে" in answer.content.decode()) == (429, True)
    assert Client().post("/begin/", {**FILLED, "code": code}, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_sign_in_page_of_an_empty_house_says_how_to_begin(client: Client, code: str) -> None:
    assert 'href="/begin/"' in client.get("/account/login/").content.decode()
    client.post("/begin/", {**FILLED, "code": code})
    assert 'href="/begin/"' not in Client().get("/account/login/").content.decode()
