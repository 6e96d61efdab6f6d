"""The pages of one's own account: in our face and in the reader's language, from the name at the top of every page."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client, override_settings

from angikar.history.queries import history_of
from angikar.notices.models import Notice
from tests.desk.conftest import Sign
from tests.world import World

Capture = Callable[..., AbstractContextManager[object]]

OWN = (
    "/account/",
    "/account/password/change/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/sessions/",
    "/account/3rdparty/",
    "/account/logout/",
)
DOOR = (
    "/account/login/",
    "/account/signup/",
    "/account/inactive/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/done/",
    "/account/password/reset/key/1-nothing/",
    "/account/confirm-email/",
    "/account/3rdparty/login/cancelled/",
    "/account/3rdparty/login/error/",
)
NEW = "শিউলি বকুল পলাশ"
LATIN = re.compile(r"[A-Za-z]{3,}")
NAMES = {"English", "Google", "Authenticator", "Aegis", "testserver", "clerk"}


def _come(client: Client, who: str, password: str = "a pass phrase") -> str:
    return str(client.post("/account/login/", {"login": who, "password": password}).get("Location", ""))


def _prove(client: Client, path: str) -> None:
    """Write the password once more, as what changes the safety of an account asks for."""
    again = client.get(path)["Location"]
    assert again.startswith("/account/reauthenticate/")
    assert _words(client.get(again).content.decode()) == set()
    client.post("/account/reauthenticate/", {"password": "a pass phrase", "next": path})


def _words(page: str) -> set[str]:
    """What a reader sees in Latin letters, besides names."""
    body = re.sub(r"<(script|template|code)\b.*?</\1>|<div id=\"said-of-drafts\".*?</div>", " ", page, flags=re.DOTALL)
    return (
        set(LATIN.findall(unescape(re.sub(r"<[^>]+>", " ", body.partition('<main id="content" tabindex="-1">')[2]))))
        - NAMES
    )


def _spare(page: str) -> list[str]:
    """The codes to put by that a page shows."""
    return re.findall(r"<li><code>([\w-]+)</code>", page)


def _code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))


@pytest.mark.parametrize("path", OWN)
def test_every_page_of_an_account_is_in_our_face_and_in_bangla(client: Client, world: World, path: str) -> None:
    _come(client, "clerk")
    page = client.get(path, follow=True).content.decode()
    assert 'class="wordmark"' in page
    assert _words(page) == set()


@pytest.mark.parametrize("path", DOOR)
def test_every_page_before_the_door_is_in_our_face_and_in_bangla(client: Client, world: World, path: str) -> None:
    page = client.get(path, follow=True).content.decode()
    assert 'class="wordmark"' in page
    assert _words(page) == set()


def test_the_name_at_the_top_leads_to_the_account(sign: Sign) -> None:
    assert '<a class="self" href="/account/" title="জনাব clerk' in sign("clerk").get("/").content.decode()


def test_a_password_is_changed_and_the_change_is_remembered(client: Client, world: World) -> None:
    _come(client, "clerk")
    wrong = {"oldpassword": "guessed", "password1": NEW, "password2": NEW}
    assert "এখনকার পাসওয়ার্ডটি মেলেনি।" in client.post("/account/password/change/", wrong).content.decode()
    short = {"oldpassword": "a pass phrase", "password1": "ছোট", "password2": "ছোট"}
    assert "অন্তত ১২ অক্ষরের" in client.post("/account/password/change/", short).content.decode()
    apart = {"oldpassword": "a pass phrase", "password1": NEW, "password2": f"{NEW} না"}
    assert "দুই ঘরে একই পাসওয়ার্ড লিখুন।" in client.post("/account/password/change/", apart).content.decode()
    done = client.post("/account/password/change/", {**apart, "password2": NEW}, follow=True).content.decode()
    assert "পাসওয়ার্ড বদলানো হয়েছে।" in done
    assert history_of(world.officers["clerk"]).last().verb == "officer.change_password"
    assert _come(Client(), "clerk") == ""
    assert _come(Client(), "clerk", NEW) == "/"


def test_a_second_factor_is_asked_for_at_the_next_sign_in(
    client: Client, world: World, django_capture_on_commit_callbacks: Capture
) -> None:
    _come(client, "clerk")
    _prove(client, "/account/2fa/totp/activate/")
    page = client.get("/account/2fa/totp/activate/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    secret = client.session["mfa.totp.secret"]
    assert "কোডটি মেলেনি।" in client.post("/account/2fa/totp/activate/", {"code": "০০০০০০"}).content.decode()
    bangla = _code(secret).translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))
    with django_capture_on_commit_callbacks(execute=True):
        codes = client.post("/account/2fa/totp/activate/", {"code": bangla})
    assert _words(codes.content.decode()) == set()
    assert codes["Cache-Control"] == "private, no-store"
    spare = _spare(codes.content.decode())
    assert len(spare) == 10
    assert "১০টি কোড বাকি আছে" in client.get("/account/2fa/").content.decode()
    assert "officer.add_second_step" in {entry.verb for entry in history_of(world.officers["clerk"])}

    again = Client()
    assert _come(again, "clerk") == "/account/2fa/authenticate/"
    assert again.get("/").status_code == 302, "the password alone opens no page"
    step = again.get("/account/2fa/authenticate/").content.decode()
    assert _words(step) == set()
    typed = spare[0].lower().replace("-", " ").translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))
    assert again.post("/account/2fa/authenticate/", {"code": typed})["Location"] == "/"
    assert again.get("/account/").status_code == 200
    once = Client()
    _come(once, "clerk")
    assert "কোডটি মেলেনি।" in once.post("/account/2fa/authenticate/", {"code": spare[0]}).content.decode()
    assert "৯টি কোড বাকি আছে" in client.get("/account/2fa/").content.decode()


def test_a_second_factor_is_put_away_by_who_proves_himself(
    client: Client, world: World, django_capture_on_commit_callbacks: Capture
) -> None:
    _come(client, "clerk")
    TOTP.activate(world.officers["clerk"], "A" * 32)
    _prove(client, "/account/2fa/totp/deactivate/")
    for path in ("/account/2fa/", "/account/2fa/totp/deactivate/", "/account/2fa/recovery-codes/generate/"):
        assert _words(client.get(path, follow=True).content.decode()) == set(), path
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=world.officers["clerk"]).exists()
    assert history_of(world.officers["clerk"]).last().verb == "officer.remove_second_step"


def test_other_sessions_are_seen_and_ended_one_by_one_or_all(client: Client, world: World) -> None:
    elsewhere = Client(headers={"User-Agent": "Another Browser"})
    for one in (client, elsewhere):
        _come(one, "clerk")
    page = client.get("/account/sessions/").content.decode()
    assert "Another Browser" in page
    assert page.count("এই ব্রাউজার</span>") == 1
    third = Client(headers={"User-Agent": "Third Browser"})
    _come(third, "clerk")
    one = UserSession.objects.get(user_agent="Third Browser").pk
    assert Client().post(f"/account/sessions/{one}/end/").status_code == 302
    focal = Client()
    _come(focal, "focal")
    assert focal.post(f"/account/sessions/{one}/end/").status_code == 404
    assert client.post(f"/account/sessions/{one}/end/")["Location"] == "/account/sessions/"
    assert [each.get("/").status_code for each in (client, elsewhere, third)] == [200, 200, 302]
    client.post("/account/sessions/")
    assert elsewhere.get("/").status_code == 302
    assert client.get("/").status_code == 200


def test_a_session_is_a_new_one_after_each_proof_and_others_end_with_the_password(client: Client, world: World) -> None:
    client.get("/account/login/")
    client.cookies["sessionid"] = "planted"
    _come(client, "clerk")
    first = client.cookies["sessionid"].value
    elsewhere = Client()
    _come(elsewhere, "clerk")
    assert first not in ("planted", elsewhere.cookies["sessionid"].value)
    changed = {"oldpassword": "a pass phrase", "password1": NEW, "password2": NEW}
    client.post("/account/password/change/", changed)
    assert client.cookies["sessionid"].value != first
    assert client.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert Session.objects.filter(pk=first).count() == 0


def test_an_officer_hears_of_a_machine_that_is_new(client: Client, world: World) -> None:
    def heard() -> list[str]:
        return list(Notice.objects.filter(key__startswith="machine:").values_list("post__title", flat=True))

    _come(client, "clerk")
    client.post("/sign-out/")
    _come(client, "clerk")
    assert heard() == [], "the first sign-in and one on the same machine are no news"
    _come(Client(), "clerk")
    _come(Client(), "clerk")
    assert heard() == [world.posts["clerk"].title]
    assert "আগে হয়নি" in client.get("/notices/").content.decode()


@override_settings(MAIL_FROM="house@example.org")
def test_a_link_sets_a_forgotten_password(client: Client, world: World) -> None:
    clerk = world.officers["clerk"]
    clerk.email = "clerk@example.org"
    clerk.save()
    client.post("/account/password/reset/", {"email": "nobody@example.org"})
    assert mail.outbox == []
    client.post("/account/password/reset/", {"email": "clerk@example.org"})
    [letter] = mail.outbox
    assert (letter.from_email, letter.to) == ("house@example.org", ["clerk@example.org"])
    assert "লগ ইনের নাম: clerk" in letter.body
    link = re.search(r"http://testserver(/\S+)", letter.body)
    assert link is not None
    form = client.get(link[1], follow=True)
    assert _words(form.content.decode()) == set()
    client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert _come(Client(), "clerk", NEW) == "/"
    assert "ঠিক নয়, ব্যবহার হয়ে গেছে" in Client().get(link[1], follow=True).content.decode(), "a link works once"


def test_without_a_mail_server_the_keeper_gives_a_code(client: Client, db: None) -> None:
    page = client.get("/account/password/reset/").content.decode()
    assert 'name="email"' not in page
    assert "/first-password/" in page


def test_the_pages_are_in_english_for_who_reads_english(client: Client, world: World) -> None:
    _come(client, "clerk")
    client.post("/language/", {"language": "en"})
    assert (
        re.search(
            "[ঀ-৿]",
            client.get("/account/password/change/").content.decode().partition("<h1>")[2].partition("</form>")[0],
        )
        is None
    )
