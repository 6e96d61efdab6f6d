"""The pages that say no: a clear sentence in the reader's language, the house's own face, nothing of its inside."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import translation

from angikar.offices.models import Office, Post
from angikar.site.refusals import broken
from tests.world import World


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_every_refusal_is_a_sentence_in_either_language_and_needs_no_request(name: str) -> None:
    pages = []
    for language in ("bn", "en"):
        with translation.override(language):
            pages.append(get_template(f"{name}.html").render())
    assert pages[0] != pages[1]
    assert all(page.count("<h1>") == 1 and "desk/angikar" in page for page in pages)


def test_a_stranger_s_address_gets_the_page(db: None) -> None:
    answer = Client().get("/no/such/address/")
    assert answer.status_code == 404
    assert "এমন কিছু এখানে নেই" in answer.content.decode()


def test_a_form_without_its_token_gets_a_sentence(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.officers["clerk"], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post("/intake/", {"files": SimpleUploadedFile("a.txt", b"a")})
    assert answer.status_code == 403
    assert "ফর্মটি পুরোনো হয়ে গেছে" in answer.content.decode()


def test_too_many_files_at_once_are_refused_in_a_sentence(world: World) -> None:
    client = Client()
    client.force_login(world.officers["clerk"], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post("/intake/", {"files": [SimpleUploadedFile(f"{n}.txt", b"a") for n in range(21)]})
    assert answer.status_code == 400
    assert "২০টির বেশি ফাইল" in answer.content.decode()


@pytest.mark.parametrize(("language", "said"), [("bn", "ঠিক"), ("en", "moment")])
def test_what_two_did_at_one_moment_is_said_so_and_the_browser_keeps_what_was_typed(
    world: World, rf: RequestFactory, language: str, said: str
) -> None:
    answers = []
    for row in (
        Post(office=world.offices["department"], title=world.posts["clerk"].title),
        Office(path="zzzz", name="ক", since=date(2022, 7, 2), until=date(2022, 7, 1)),
    ):
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            with translation.override(language):
                answers.append(broken(rf.post("/offices/")))
    assert [answer.status_code for answer in answers] == [409, 500], "only what is there already is a clash"
    assert said in answers[0].content.decode()
    assert (answers[0]["X-Angikar-Fault"], answers[0]["Cache-Control"]) == ("clash", "no-store")


@pytest.mark.parametrize("way", ["get", "post"])
def test_endless_digits_are_refused_before_anything_counts_with_them(world: World, way: str) -> None:
    client = Client()
    client.force_login(world.officers["clerk"], backend="django.contrib.auth.backends.ModelBackend")
    answer = getattr(client, way)("/", {"text": "ক" + "৯" * 5000})
    assert (answer.status_code, answer["X-Angikar-Fault"]) == (400, "large")
    assert "একটানা অনেক বেশি অঙ্ক" in answer.content.decode()
    assert getattr(client, way)("/", {"text": "ক" + "৯" * 900}).status_code in (200, 405)
