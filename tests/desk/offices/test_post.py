"""One post: the head hands it over, and every duty stays with it."""

from __future__ import annotations

from datetime import date

from django.test import Client

from angikar.duties.models import Duty
from angikar.offices.access import holder_of, mandate
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.world import World

DAY = date(2022, 10, 1)


def _hand_over(client: Client, world: World, post: str, **fields: str) -> int:
    given = {"do": "hand_over", "officer": "stranger", "day": "০১.১০.২০২২", **fields}
    return int(client.post(f"/posts/{world.posts[post].pk}/hand-over/", given).status_code)


def test_only_the_head_and_those_above_may_hand_over(sign: Sign, world: World, october: date) -> None:
    people = ("stranger", "north_head", "clerk", "director", "secretary")
    address = f"/posts/{world.posts['clerk'].pk}/"
    assert {who: sign(who).get(address).status_code for who in people} == {
        "stranger": 404,
        "north_head": 200,
        "clerk": 200,
        "director": 200,
        "secretary": 200,
    }
    shown = {who: "হস্তান্তর করুন" in sign(who).get(address).content.decode() for who in people[1:]}
    assert shown == {"north_head": False, "clerk": False, "director": True, "secretary": True}
    assert [_hand_over(sign(who), world, "clerk") for who in ("stranger", "north_head", "clerk")] == [404, 404, 404]
    assert holder_of(world.posts["clerk"], DAY) == world.officers["clerk"]


def test_the_successor_finds_the_duties_and_the_predecessor_does_not(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    assert sign("stranger").get(f"/duties/{duty.pk}/").status_code == 404
    assert _hand_over(sign("director"), world, "clerk") == 302
    assert holder_of(world.posts["clerk"], DAY) == world.officers["stranger"]
    assert sign("stranger").get(f"/duties/{duty.pk}/").status_code == 200
    assert sign("clerk").get(f"/duties/{duty.pk}/").status_code == 404
    page = sign("director").get(f"/posts/{world.posts['clerk'].pk}/").content.decode()
    assert page.index("জনাব stranger") < page.index("জনাব clerk")


def test_a_missing_field_is_named_and_the_typed_text_stays(sign: Sign, world: World, october: date) -> None:
    director, address = sign("director"), f"/posts/{world.posts['clerk'].pk}/hand-over/"
    for fields, said in (
        ({"officer": "nobody", "day": "০১.১০.২০২২"}, "“nobody” নামে কাউকে পাওয়া গেল না"),
        ({"officer": "stranger", "day": "কাল"}, "কোন দিন থেকে"),
        ({"officer": "stranger", "day": "০১.০১.২০২০"}, "বর্তমান কর্মকর্তা এই তারিখের পরে যোগ দিয়েছেন"),
    ):
        answer = director.post(address, {"do": "hand_over", **fields})
        page = answer.content.decode()
        assert (answer.status_code, said in page) == (422, True)
        assert f'value="{fields["officer"]}"' in page
        assert f'value="{fields["day"]}"' in page


def test_a_post_is_left_vacant_and_filled_again(sign: Sign, world: World, october: date) -> None:
    director = sign("director")
    assert _hand_over(director, world, "clerk", do="release") == 302
    assert holder_of(world.posts["clerk"], DAY) is None
    assert "শূন্য পদে পদায়ন" in director.get(f"/posts/{world.posts['clerk'].pk}/").content.decode()
    assert _hand_over(director, world, "clerk", do="appoint", charge="additional", day="০৫.১০.২০২২") == 302
    assert holder_of(world.posts["clerk"], date(2022, 10, 5)) == world.officers["stranger"]
    page = director.get(f"/posts/{world.posts['clerk'].pk}/").content.decode()
    assert "অতিরিক্ত দায়িত্ব" in page


def test_only_officers_near_by_or_free_are_offered(sign: Sign, world: World, october: date) -> None:
    page = sign("north_head").get(f"/posts/{world.posts['upazila1_head'].pk}/").content.decode()
    offered = page.split('<datalist id="officers">')[1].split("</datalist>")[0]
    assert "জনাব stranger" in offered
    assert "জনাব upazila2_head" in offered
    assert "জনাব secretary" not in offered
    assert "জনাব south_head" not in offered


def test_the_words_a_holder_leaves_stay_with_the_post_and_within_the_office(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    post = world.posts["clerk"]
    assert sign("director").post(f"/posts/{post.pk}/note/", {"words": "x"}).status_code == 404
    assert sign("clerk").post(f"/posts/{post.pk}/note/", {"words": "খাতা আলমারিতে আছে।"}).status_code == 302
    assert _hand_over(sign("director"), world, "clerk", day="১০.১০.২০২২") == 302
    assert sign("clerk").post(f"/posts/{post.pk}/note/", {"words": "অন্য কথা"}).status_code == 404
    shown = {
        who: "খাতা আলমারিতে আছে।" in sign(who).get(f"/posts/{post.pk}/").content.decode()
        for who in ("stranger", "focal", "secretary", "north_head")
    }
    assert shown == {"stranger": True, "focal": True, "secretary": True, "north_head": False}


def test_a_vacant_post_says_so_and_who_sees_to_its_duties(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    post = world.posts["clerk"]
    assert _hand_over(sign("director"), world, "clerk", do="release", day="০১.১০.২০২২") == 302
    page = sign("director").get(f"/posts/{post.pk}/").content.decode()
    assert "পদ শূন্য" in page
    assert "জনাব focal, উপপরিচালক (পরিকল্পনা); জনাব director, মহাপরিচালক" in page
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    assert all(f"/duties/{duty.pk}/" in sign(who).get("/").content.decode() for who in ("focal", "director"))


def test_an_acting_charge_is_shown_and_carries_the_duties(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    assert _hand_over(sign("director"), world, "clerk", officer="focal", charge="additional") == 302
    assert "অতিরিক্ত দায়িত্ব" in sign("director").get(f"/posts/{world.posts['clerk'].pk}/").content.decode()
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    assert f"/duties/{duty.pk}/" in sign("focal").get("/").content.decode()


def test_the_facts_of_a_post_are_changed_on_its_page(sign: Sign, world: World) -> None:
    address = f"/posts/{world.posts['clerk'].pk}/change/"
    sent = {"do": "edit", "title": "সহকারী পরিচালক (সাধারণ)", "rank": "৪০", "second_factor": "1", "is_head": "1"}
    assert sign("director").post(address, sent).status_code == 302
    world.posts["clerk"].refresh_from_db()
    post = world.posts["clerk"]
    assert (post.title, post.rank, post.second_factor, post.is_head, post.may_report) == (
        "সহকারী পরিচালক (সাধারণ)",
        40,
        True,
        False,
        False,
    )
    assert sign("south_head").post(address, sent).status_code == 404


def test_the_focal_officer_does_not_hand_the_heads_post_to_herself(sign: Sign, world: World, october: date) -> None:
    assert _hand_over(sign("focal"), world, "director", officer="focal") == 422
    assert holder_of(world.posts["director"], DAY) == world.officers["director"]


def test_a_substitute_holds_the_post_until_the_holder_is_back(sign: Sign, world: World, october: date) -> None:
    leave = {"do": "substitute", "officer": "focal", "day": "০৫.১০.২০২২", "until": "২০.১০.২০২২"}
    assert _hand_over(sign("director"), world, "clerk", **leave) == 302
    page = sign("director").get(f"/offices/{world.offices['department'].pk}/").content.decode()
    assert "২০ অক্টোবর ২০২২ পর্যন্ত জনাব focal ছুটিকালীন দায়িত্বে" in page
    assert holder_of(world.posts["clerk"], date(2022, 10, 20)) == world.officers["clerk"]
    assert _hand_over(sign("director"), world, "clerk", **{**leave, "until": "০১.১০.২০২২"}) == 422


def test_the_holder_gives_a_right_and_takes_it_back(sign: Sign, world: World, october: date) -> None:
    address = f"/posts/{world.posts['clerk'].pk}/give/"
    sent = {"do": "delegate", "officer": "stranger", "reports": "1", "since": "০১.১০.২০২২", "until": "০১.১১.২০২২"}
    assert sign("director").post(address, sent).status_code == 404
    assert sign("clerk").post(address, {**sent, "until": "কাল"}).status_code == 422
    assert sign("clerk").post(address, sent).status_code == 302
    assert mandate(world.officers["stranger"]).reports_for == {world.posts["clerk"].pk}
    assert "জনাব stranger" in sign("clerk").get(f"/posts/{world.posts['clerk'].pk}/").content.decode()
    given = world.posts["clerk"].delegations.get()
    assert sign("director").post(address, {"do": "withdraw", "given": str(given.pk)}).status_code == 302
    assert not mandate(world.officers["stranger"]).reports_for
