"""The door for programs: who comes in by a token, what is answered where it goes wrong, and which answers have a version."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from angikar.api import door
from angikar.offices import actions
from angikar.offices.tokens import counting
from tests.api.conftest import Program
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_token_says_whose_it_is(program: Program, world: World) -> None:
    found = program("focal", "read").get("me").json()
    assert (found["username"], found["token"]["scopes"]) == ("focal", ["read"])
    assert [(post["title"], post["holds"], post["is_focal"]) for post in found["posts"]] == [
        ("উপপরিচালক (পরিকল্পনা)", True, True)
    ]


def test_without_a_valid_token_the_answer_is_a_problem_in_both_languages(program: Program) -> None:
    for headers in ({}, {"Authorization": "Bearer ang_x"}, {"Authorization": "Basic YTpi"}):
        answer = Client().get("/api/v1/me", headers=headers)
        said = json.loads(answer.content)
        assert answer.status_code == said["status"] == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["WWW-Authenticate"].startswith("Bearer")
        assert said["detail"] == said["message_en"] != said["message"]
        assert said["code"] == "api-without-token"


def test_a_token_for_something_else_is_refused(program: Program) -> None:
    answer = program("focal", "report").get("papers")
    assert (answer.status_code, json.loads(answer.content)["code"]) == (403, "api-scope-lacking")


def test_who_guesses_tokens_is_asked_to_wait(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = timezone.now()
    monkeypatch.setattr(door, "now", lambda: noon)
    answers = [Client().get("/api/v1/me", headers={"Authorization": "Bearer ang_x"}).status_code for _ in range(70)]
    assert answers[0] == 401
    assert answers[-1] == 429
    assert program("focal", "read").get("me").status_code == 200, "a right token always opens"


def test_a_token_that_asks_too_often_waits(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = timezone.now().replace(second=9)
    monkeypatch.setattr(door, "now", lambda: noon)
    monkeypatch.setattr(counting, "BLOCKS", 1)
    cache.clear()
    asks = program("focal", "read")
    answers = [asks.get("me") for _ in range(counting.BLOCK + 1)]
    assert {each.status_code for each in answers[:-1]} == {200}
    assert (answers[-1].status_code, int(answers[-1]["Retry-After"]) > 0) == (429, True)


def test_an_answer_has_a_version_until_something_happens(program: Program, world: World) -> None:
    asks = program("focal", "read")
    first = asks.get("offices")
    known = {"If-None-Match": first["ETag"]}
    assert asks.get("offices", headers=known).status_code == 304
    assert asks.get("offices?limit=1", headers=known).status_code == 200
    assert program("director", "read").get("offices", headers=known).status_code == 200
    actions.create_post(world.offices["department"], "নতুন পদ", by=None)
    assert asks.get("offices", headers=known).status_code == 200


def test_a_list_goes_on_page_by_page(program: Program) -> None:
    asks, address, found = program("focal", "read"), "offices?limit=3", list[int]()
    while address:
        page = asks.get(address).json()
        found += [each["id"] for each in page["items"]]
        address = page["next"].partition("/api/v1/")[2] if page["next"] else ""
    assert len(found) == len(set(found)) == 7
    lost = asks.get("offices?page=somewhere")
    assert (lost.status_code, json.loads(lost.content)["code"]) == (404, "api-page-lost")


def test_what_does_not_fit_the_description_is_said_by_place(program: Program) -> None:
    answer = program("focal", "read").get("offices?limit=1000")
    said = json.loads(answer.content)
    assert (answer.status_code, said["code"]) == (422, "api-unfit")
    assert [each["path"] for each in said["errors"]] == ["query.limit"]


def test_a_figure_without_end_is_a_problem_too(program: Program) -> None:
    answer = program("focal", "read").get(f"offices?q={'9' * 2000}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_what_is_no_address_of_the_api_is_a_problem_too(program: Program) -> None:
    for path in ("nothing", "papers/x", "papers/1/2/3", "papers/0"):
        answer = program("focal", "read").get(path)
        assert (answer.status_code, answer["Content-Type"]) in [
            (404, "application/problem+json"),
            (422, "application/problem+json"),
        ], path


def test_the_description_is_open_and_whole(client: Client) -> None:
    found = client.get("/api/v1/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            assert operation["security"], (path, method)
            assert operation["summary"], (path, method)
            assert "application/problem+json" in operation["responses"]["401"]["content"], (path, method)
    names = [each["operationId"] for methods in found["paths"].values() for each in methods.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["bn", "en"])
def test_the_page_that_explains_it_names_every_operation(client: Client, language: str) -> None:
    page = client.get(f"/api/v1/?language={language}").content.decode()
    assert f'<html lang="{language}">' in page
    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert path in page
    assert "<script" not in page
