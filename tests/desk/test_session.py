"""Coming in, going out, and choosing a language; a session that runs out costs nobody what was typed."""

from __future__ import annotations

from datetime import date

from django.test import Client

from angikar.duties.models import Duty
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.world import World


def test_signing_in_by_name_and_password_returns_to_the_page_before(client: Client, world: World) -> None:
    page = client.get("/account/login/?next=/offices/").content.decode()
    assert 'name="login"' in page
    assert "data-sign-in" in page
    wrong = client.post("/account/login/", {"login": "clerk", "password": "wrong", "next": "/offices/"})
    assert wrong.status_code == 200
    assert 'role="alert"' in wrong.content.decode()
    right = client.post("/account/login/", {"login": "clerk", "password": "a pass phrase", "next": "/offices/"})
    assert (right.status_code, right["Location"]) == (302, "/offices/")
    assert "জনাব clerk" in client.get("/").content.decode()


def test_going_out_ends_the_session_and_needs_a_form(sign: Sign) -> None:
    clerk = sign("clerk")
    assert clerk.get("/sign-out/").status_code == 405
    assert clerk.get("/").status_code == 200
    assert clerk.post("/sign-out/").status_code == 302
    assert clerk.get("/").status_code == 302


def test_the_language_stays_and_one_returns_to_the_page(sign: Sign) -> None:
    clerk = sign("clerk")
    answer = clerk.post("/language/", {"language": "en"}, headers={"referer": "http://testserver/offices/"})
    assert answer["Location"] == "http://testserver/offices/"
    assert '<html lang="en">' in clerk.get("/").content.decode()
    clerk.post("/language/", {"language": "tlh"})
    assert '<html lang="en">' in clerk.get("/").content.decode()
    clerk.post("/language/", {"language": "bn"})
    assert '<html lang="bn">' in clerk.get("/").content.decode()


def test_no_redirect_leaves_the_site(sign: Sign) -> None:
    answer = sign("clerk").post("/language/", {"language": "en"}, headers={"referer": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_a_cell_with_an_expired_session_sends_the_page_to_the_sign_in(
    client: Client, paper: Paper, october: date
) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    here = f"http://testserver/grid/{paper.pk}/?quarter=1"
    answer = client.post(
        f"/duties/{duty.pk}/cell/", {f"value-{duty.pk}": "5"}, headers={"HX-Request": "true", "HX-Current-URL": here}
    )
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == f"/account/login/?next=%2Fgrid%2F{paper.pk}%2F%3Fquarter%3D1"
    assert answer.content == b""
