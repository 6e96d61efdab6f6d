"""The page of what takes two people: asked on the page of a post, answered here, and the code of a head is shown to who confirms."""

from __future__ import annotations

import re
from datetime import date

from django.utils import timezone

from angikar.offices.access import holder_of
from angikar.offices.models import Approval, Officer
from tests.desk.conftest import Sign
from tests.world import World

DAY = f"{timezone.localdate():%d.%m.%Y}"


def _answer(sign: Sign, who: str, approval: Approval, **sent: str) -> int:
    return int(sign(who).post(f"/approvals/{approval.pk}/", sent).status_code)


def test_a_head_is_asked_for_on_one_page_and_confirmed_on_another(sign: Sign, world: World) -> None:
    post = world.posts["north_head"]
    given = {"do": "hand_over", "officer": "stranger", "day": DAY}
    page = sign("director").post(f"/posts/{post.pk}/hand-over/", given, follow=True).content.decode()
    assert "দ্বিতীয় একজন নিশ্চিত করলে কার্যকর হবে" in page
    made = Approval.objects.get()
    shown = {who: "নিশ্চিত করুন" in sign(who).get("/approvals/").content.decode() for who in world.officers}
    assert {who for who, can in shown.items() if can} == {"secretary", "north_head"}
    assert [_answer(sign, who, made, do="confirm") for who in ("director", "stranger", "south_head")] == [404] * 3
    assert _answer(sign, "secretary", made, do="refuse", reason="") == 422
    assert holder_of(post) == world.officers["north_head"]
    assert _answer(sign, "secretary", made, do="confirm") == 302
    assert holder_of(post) == world.officers["stranger"]
    assert _answer(sign, "secretary", made, do="confirm") == 422
    page = sign("director").get("/approvals/").content.decode()
    assert "জনাব secretary" in page.partition("আগের অনুরোধ")[2]


def test_the_code_of_a_head_is_shown_to_who_confirms_it_alone(sign: Sign, world: World) -> None:
    head = world.officers["north_head"]
    page = sign("director").post(f"/officers/{head.pk}/", {"do": "code"}, follow=True).content.decode()
    code = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
    assert code.search(page) is None
    made = Approval.objects.get(officer=head)
    page = sign("secretary").post(f"/approvals/{made.pk}/", {"do": "confirm"}).content.decode()
    assert code.search(page) is not None


def test_who_asks_and_who_confirms_see_how_much_goes_with_an_office(sign: Sign, world: World) -> None:
    south = world.offices["south"]
    sign("director").post(f"/offices/{south.pk}/change/", {"do": "close", "day": DAY})
    for who in ("director", "secretary"):
        page = sign(who).get("/approvals/").content.decode()
        assert "অধস্তন দপ্তর ০ · পদ ১ · কর্মকর্তা ১ · জবাব বাকি করণীয় ০ · নথি ০" in page


def test_an_empty_page_says_what_comes_here(sign: Sign) -> None:
    assert "দুজন লাগে" in sign("clerk").get("/approvals/").content.decode()


def test_a_wish_is_withdrawn_by_who_asked(sign: Sign, world: World, october: date) -> None:
    post = world.posts["north_head"]
    sign("director").post(f"/posts/{post.pk}/hand-over/", {"do": "release", "day": "১০.১০.২০২২"})
    made = Approval.objects.get()
    assert [_answer(sign, who, made, do="withdraw") for who in ("secretary", "director")] == [404, 302]


def test_how_one_is_reached_is_changed_with_ones_password_alone(sign: Sign, world: World) -> None:
    clerk, client = world.officers["clerk"], sign("clerk")
    card = {"do": "card", "name": clerk.name, "email": "new@example.org", "mobile": ""}
    for password, status in (("", 422), ("guessed", 422), ("a pass phrase", 302)):
        assert client.post(f"/officers/{clerk.pk}/", {**card, "password": password}).status_code == status
    assert Officer.objects.get(pk=clerk.pk).email == "new@example.org"
    head = world.officers["north_head"]
    by_another = {**card, "name": head.name}
    assert sign("director").post(f"/officers/{head.pk}/", by_another).status_code == 422
    assert Officer.objects.get(pk=head.pk).email == ""
