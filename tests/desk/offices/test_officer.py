"""An officer's card: what he writes himself, what his keeper writes, and accounts that nobody opens beyond his right."""

from __future__ import annotations

from datetime import date

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from angikar.history.queries import history_of
from angikar.notices.models import NoticeKind
from angikar.offices.accounts.sessions import sessions_of
from angikar.offices.models import Approval, Officer
from angikar.offices.preferences import way_of
from tests.desk.conftest import Sign
from tests.world import World


def _do(sign: Sign, world: World, who: str, whose: str, **sent: str) -> int:
    return int(sign(who).post(f"/officers/{world.officers[whose].pk}/", sent).status_code)


def _fresh(world: World, short: str) -> Officer:
    return Officer.objects.get(pk=world.officers[short].pk)


CARD = {
    "do": "card",
    "name": "জনাব নতুন",
    "employee_id": "১২৩৪৫",
    "email": "a@example.org",
    "mobile": "+৮৮০১৭১১-১১১১১১",
    "password": "a pass phrase",
}


def test_an_officer_writes_how_to_reach_him_and_his_keeper_his_name(sign: Sign, world: World) -> None:
    assert _do(sign, world, "clerk", "clerk", **CARD) == 302
    own = _fresh(world, "clerk")
    assert (own.name, own.employee_id, own.email, own.mobile) == ("জনাব clerk", "", "a@example.org", "01711111111")
    assert _do(sign, world, "focal", "clerk", **CARD) == 302
    kept = _fresh(world, "clerk")
    assert (kept.name, kept.employee_id) == ("জনাব নতুন", "12345")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "a at b"}, "ই-মেইল ঠিকানা নয়"),
        ({"mobile": "১২৩"}, "মোবাইল নম্বর নয়"),
        ({"employee_id": "৭৭"}, "জনাব focal"),
    ],
)
def test_what_cannot_be_right_is_said_and_stays_typed(
    sign: Sign, world: World, wrong: dict[str, str], said: str
) -> None:
    Officer.objects.filter(username="focal").update(employee_id="77")
    sent = {**CARD, **wrong}
    answer = sign("director").post(f"/officers/{world.officers['clerk'].pk}/", sent)
    page = answer.content.decode()
    assert (answer.status_code, said in page, 'value="জনাব নতুন"' in page) == (422, True, True)
    assert _fresh(world, "clerk").email == ""


def test_every_kind_of_notice_can_be_chosen(sign: Sign, world: World) -> None:
    page = sign("clerk").get(f"/officers/{world.officers['clerk'].pk}/").content.decode()
    assert [kind for kind in NoticeKind.values if f'name="{kind}-email"' not in page] == []


def test_ways_of_notices_are_chosen_by_kind(sign: Sign, world: World) -> None:
    assert _do(sign, world, "clerk", "clerk", **{"do": "ways", "reminder-email": "1", "reminder-when": "digest"}) == 302
    way = way_of(_fresh(world, "clerk"), "reminder")
    assert (way.email, way.sms, way.at_once) == (True, False, False)


@pytest.mark.parametrize("do", ["code", "close", "end_sessions", "card"])
def test_the_account_of_somebody_above_is_not_touched(sign: Sign, world: World, do: str) -> None:
    for who, whose in (("focal", "director"), ("north_head", "director"), ("clerk", "focal"), ("focal", "stranger")):
        assert _do(sign, world, who, whose, **{**CARD, "do": do}) == 404, (who, whose)
    assert all(_fresh(world, whose).is_active for whose in ("director", "focal"))


def test_an_administrator_is_touched_by_administrators_alone(sign: Sign, world: World) -> None:
    Officer.objects.filter(username__in=("clerk", "stranger")).update(is_staff=True)
    assert _do(sign, world, "director", "clerk", do="code") == 404
    assert _do(sign, world, "stranger", "clerk", do="code") == 302, "a second person confirms it"
    assert Approval.objects.get(officer=world.officers["clerk"]).kind == "code"
    Approval.objects.all().delete()
    assert _do(sign, world, "director", "focal", do="administrator") in (404, 422)
    assert not _fresh(world, "focal").is_staff
    assert _do(sign, world, "stranger", "clerk", do="no_administrator") == 302, "asked of a second person"
    Officer.objects.filter(username="clerk").update(is_staff=False)
    assert _do(sign, world, "stranger", "stranger", do="no_administrator") == 422


def test_a_closed_account_is_out_at_once_and_opened_with_a_new_code(sign: Sign, world: World, october: date) -> None:
    clerk = sign("clerk")
    assert clerk.get("/").status_code == 200
    assert _do(sign, world, "director", "clerk", do="close") == 302
    assert clerk.get("/").status_code == 302
    assert _do(sign, world, "director", "clerk", do="open") == 302
    assert not _fresh(world, "clerk").has_usable_password()
    assert _do(sign, world, "director", "clerk", do="code") == 200


def test_sessions_are_seen_and_ended_one_by_one_or_all(sign: Sign, world: World) -> None:
    places = [Client(headers={"User-Agent": f"Browser {number}"}) for number in range(3)]
    for each in places:
        each.post("/account/login/", {"login": "clerk", "password": "a pass phrase"})
    clerk = world.officers["clerk"]
    assert len(sessions_of(clerk, timezone.now())) == 3
    page = sign("director").get(f"/officers/{clerk.pk}/").content.decode()
    assert ("৩ জায়গায়" in page, "Browser 1" in page, "127.0.0.1" in page) == (True, True, False)
    one = str(UserSession.objects.get(user=clerk, user_agent="Browser 1").pk)
    for who, of, status in (("director", "focal", 404), ("north_head", "clerk", 404), ("director", "clerk", 302)):
        assert _do(sign, world, who, of, do="end_session", session=one) == status, (who, of)
    assert [each.get("/").status_code for each in places] == [200, 302, 200]
    assert history_of(clerk).last().verb == "officer.end_session"
    assert _do(sign, world, "director", "clerk", do="end_sessions") == 302
    assert [each.get("/").status_code for each in places] == [302] * 3
    assert not UserSession.objects.filter(user=clerk).exists()
