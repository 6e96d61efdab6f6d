"""Lists of the register: previewed, carried out whole or not at all, put back by their counter-list; export and import agree."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.formats.lists import ListSheet
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.history.refusal import Refused
from angikar.history.replay.comparing import differences
from angikar.notices.models import Delivery, Notice
from angikar.offices.access import holder_of
from angikar.offices.actions import enrol, hand_over
from angikar.offices.bulk.actions import carry_out, offer
from angikar.offices.bulk.offered import OfferedList
from angikar.offices.bulk.packing import unpacked
from angikar.offices.models import FormerName, Office, Officer, Post, Tenure
from tests.offices.bulk import lists
from tests.offices.bulk.lists import DAY, OFFICES
from tests.world import World

NEW = f"""{OFFICES}
KUR,জেলা তারা কার্যালয়,জেলা কার্যালয়,নক্ষত্র অধিদপ্তর,০৫.৪৭.৪৯০০,৫৫৪৯,
,উপজেলা তারা কার্যালয় ক,উপজেলা কার্যালয়,KUR,,,
,উপজেলা তারা কার্যালয় খ,upazila,জেলা তারা কার্যালয়,,,
"""
POSTS = "দপ্তর,পদবি,দপ্তরপ্রধান\nKUR,জেলা তারা অফিসার,হ্যাঁ\nউপজেলা তারা কার্যালয় ক,তারা অফিসার,yes\n"
OFFICERS = "ব্যবহারকারী নাম,নাম,মোবাইল,ই-মেইল\nmoyna,বেগম ময়না টিয়া,০১৭০০০০০০০১,moyna@example.org\n"
CHARGES = "দপ্তর,পদবি,ব্যবহারকারী নাম,কবে থেকে\nKUR,জেলা তারা অফিসার,moyna,১ আগস্ট ২০২২\n"


def test_four_lists_make_offices_posts_officers_and_charges_at_once(world: World) -> None:
    made = lists.offered(NEW, POSTS, OFFICERS, CHARGES)
    assert not Office.objects.filter(code="KUR").exists(), "a preview writes nothing"
    counts = {sheet: verbs["new"] for sheet, verbs in made.seen["counts"].items()}
    assert counts == {"offices": 3, "posts": 2, "officers": 1, "charges": 1}
    carry_out(made, by=None)
    home = Office.objects.get(code="KUR")
    assert (home.memo_prefix, home.geo_code, home.parent) == ("05.47.4900", "5549", world.offices["department"])
    assert sorted(home.children.values_list("name", flat=True)) == ["উপজেলা তারা কার্যালয় ক", "উপজেলা তারা কার্যালয় খ"]
    officer = holder_of(home.posts.get(is_head=True), DAY)
    assert officer is not None
    assert (officer.username, officer.mobile, officer.has_usable_password()) == ("moyna", "01700000001", False)


def test_every_row_has_its_entry_and_the_list_one_that_names_its_file(world: World) -> None:
    made = lists.taken(NEW, POSTS, OFFICERS, CHARGES)
    verbs = [
        history_of(Office.objects.get(code="KUR")).get().verb,
        history_of(Officer.objects.get(username="moyna")).get().verb,
    ]
    assert verbs == ["office.found", "officer.enrol"]
    assert Entry.objects.filter(verb__in=("post.create", "post.appoint"), pk__gt=0).count() > 3
    entry = Entry.objects.order_by("-pk")[0]
    assert (entry.verb, entry.object_id, entry.now["digest"]) == ("register.import", made.pk, made.digest)
    assert entry.now["counts"]["offices"]["new"] == 3
    assert verify() is None


def test_the_register_as_a_list_changes_nothing(world: World) -> None:
    hand_over(world.posts["clerk"], world.officers["stranger"], day=DAY, by=None)
    lists.taken(NEW, POSTS, OFFICERS, CHARGES)
    made = lists.offered_workbook()
    assert made.seen["refused"] == []
    assert not any(count for verbs in made.seen["counts"].values() for count in verbs.values())
    assert made.seen["same"] == sum(len(each) for each in lists.rows().values())
    with pytest.raises(Refused, match="changes nothing"):
        carry_out(made, by=None)


def test_an_empty_house_becomes_the_same_register(world: World) -> None:
    hand_over(world.posts["clerk"], world.officers["stranger"], day=DAY, by=None)
    lists.taken(NEW, POSTS, OFFICERS, CHARGES)
    before, texts = lists.rows(), lists.as_csv()
    for model in (Delivery, Notice, Tenure, Post, FormerName):
        model.objects.all().delete()
    Officer.objects.all().delete()
    for office in Office.objects.order_by("-path"):
        office.delete()
    lists.taken(*texts)
    assert lists.rows() == before


def test_a_list_is_put_back_by_its_counter_list(world: World) -> None:
    before = lists.rows()
    department = world.offices["department"].code
    renamed = f"{department},নক্ষত্র ও ধূমকেতু অধিদপ্তর,department,তারকা মন্ত্রণালয়,,,\n"
    ended = CHARGES.replace("থেকে\n", "থেকে,কবে পর্যন্ত\n") + f"{department},মহাপরিচালক,director,2022-07-01,2022-09-01\n"
    made = lists.taken(NEW.replace("নক্ষত্র অধিদপ্তর", department) + renamed, POSTS, OFFICERS, ended)
    assert Office.objects.get(code=department).name_on(date(2022, 8, 31)) == "নক্ষত্র অধিদপ্তর"
    assert made.counter is not None
    counter = OfferedList.of("counter.xlsx", b"", unpacked(made.counter))
    back = carry_out(offer(counter, by=None, day=DAY), by=None)
    assert back.seen["refused"] == []
    after = lists.rows()
    for name, rows in before.items():
        gone = [row for row in after[name] if row not in rows]
        assert [row for row in rows if row not in after[name]] == []
        assert all("2022-09-01" in row or "2022-08-01" in row or row[-1] == "না" for row in gone), (
            "closed, not there any more"
        )


def test_lines_that_cannot_be_taken_say_why(world: World) -> None:
    made = lists.offered(
        f"""{OFFICES}
,কোথাকার দপ্তর,district,অজানা অধিদপ্তর,,,
,তার নিচের দপ্তর,upazila,কোথাকার দপ্তর,,,
,,district,নক্ষত্র অধিদপ্তর,,,
,চাঁদ দপ্তর,চাঁদ,নক্ষত্র অধিদপ্তর,,,
,চাঁদ দপ্তর,district,নক্ষত্র অধিদপ্তর,,,৩২ আশ্বিন
A1,জেলা নক্ষত্র কার্যালয়,district,নক্ষত্র অধিদপ্তর,,,
A1,অন্য কার্যালয়,district,নক্ষত্র অধিদপ্তর,,,
X,চক্র ক,district,Y,,,
Y,চক্র খ,district,X,,,
B1,নক্ষত্র অধিদপ্তর,department,তারকা মন্ত্রণালয়,,,
{world.offices["north"].code},"জেলা নক্ষত্র কার্যালয়, উত্তরপুর",district,নক্ষত্র অধিদপ্তর,,,2022-12-01
"""
    )
    said = lists.why(made)
    assert said[2] == "No office has the name or the code “অজানা অধিদপ্তর”."
    assert "“কোথাকার দপ্তর”, is not taken" in said[3]
    assert said[4] == "“Name” is not filled in."
    assert said[5].startswith("“Level” knows no “চাঁদ”; it knows: ministry")
    assert "cannot be read as a day" in said[6]
    assert said[8] == "Line 7 says the same thing already."
    assert "cannot come below" in said[9] + said[10]
    assert f"with the code {world.offices['department'].code}" in said[11]
    assert "would stay open" in said[12]
    assert made.seen["counts"]["offices"]["new"] == 1
    with pytest.raises(Refused, match="lines are refused"):
        carry_out(made, by=None)
    carry_out(made, by=None, without_refused=True)
    assert Office.objects.filter(code="A1").exists()


def test_an_office_above_whose_name_several_have_is_refused(world: World) -> None:
    twins = f"{OFFICES}\n,তারা,district,নক্ষত্র অধিদপ্তর,,,\n,তারা,district,তারকা মন্ত্রণালয়,,,\n,নিচে,upazila,তারা,,,\n"
    assert lists.why(lists.offered(twins)) == {4: "2 offices have the name “তারা”; write the code."}


def test_what_is_not_in_a_list_stays_as_it_is(world: World) -> None:
    north = world.offices["north"]
    lists.taken(f"Code,Name,Memo code\n{north.code},{north.name.replace(',', ' –')},০৫.৪৭\n")
    known = Office.objects.get(pk=north.pk)
    assert (known.memo_prefix, known.kind, known.parent_id) == ("05.47", "district", world.offices["department"].pk)


def test_unknown_headings_and_sheets_are_named(world: World) -> None:
    assert lists.why(lists.offered("নাম,ঊর্ধ্বতন দপ্তর,রং\n")) == {
        1: "The column “রং” is not known; delete it, or give it a heading of the template."
    }
    made = offer(OfferedList("x", "", (ListSheet("পাতা ১", ((1, ("ক", "খ")),)),)), by=None, day=DAY)
    assert "পাতা ১" in lists.why(made)[0]
    with pytest.raises(Refused, match="no rows"):
        offer(OfferedList("x", "", ()), by=None, day=DAY)


def test_a_list_that_was_shown_before_the_register_changed_is_shown_again(world: World) -> None:
    made = lists.offered(NEW)
    lists.taken(f"{OFFICES}\nKUR,অন্য দপ্তর,district,নক্ষত্র অধিদপ্তর,,,\n")
    with pytest.raises(Refused, match="has changed since"):
        carry_out(made, by=None)


def test_a_list_is_carried_out_once(world: World) -> None:
    made = lists.taken(NEW)
    with pytest.raises(Refused, match="already"):
        carry_out(made, by=None)


def test_two_do_not_hold_one_post_at_a_time(world: World) -> None:
    head = "দপ্তর,পদবি,ব্যবহারকারী নাম,দায়িত্বের ধরন,কবে থেকে,কবে পর্যন্ত\n"
    line = "নক্ষত্র অধিদপ্তর,মহাপরিচালক,stranger,{},{},{}\n"
    assert "director holds the post" in lists.why(lists.offered(head + line.format("regular", "2022-08-01", "")))[2]
    assert "Write the last day" in lists.why(lists.offered(head + line.format("substitute", "2022-08-01", "")))[2]
    ends = "নক্ষত্র অধিদপ্তর,মহাপরিচালক,director,regular,2022-07-01,2022-08-01\n"
    lists.taken(head + line.format("চলতি দায়িত্ব", "2022-08-01", "") + ends)
    assert holder_of(world.posts["director"], DAY) == world.officers["stranger"]


def test_a_second_head_and_the_end_of_a_post_that_is_held_are_refused(world: World) -> None:
    head = "দপ্তর,পদবি,দপ্তরপ্রধান,বিলুপ্ত\n"
    made = lists.offered(f"{head}নক্ষত্র অধিদপ্তর,পরিচালক,হ্যাঁ,\nনক্ষত্র অধিদপ্তর,সহকারী পরিচালক (প্রশাসন),না,2022-12-01\n")
    said = lists.why(made)
    assert said[2] == "“নক্ষত্র অধিদপ্তর” has its head already: “মহাপরিচালক”."
    assert "clerk holds the post" in said[3]
    assert made.seen["counts"]["posts"] == {"new": 0, "changed": 0, "closed": 0, "reopened": 0}


@pytest.mark.parametrize("mobile", ["1700000001", "017", "ফোন নেই"])
def test_a_mobile_number_that_lost_its_zero_is_refused(world: World, mobile: str) -> None:
    assert "Excel" in lists.why(lists.offered(OFFICERS.replace("০১৭০০০০০০০১", mobile)))[2]


def test_the_account_of_an_administrator_is_not_closed_by_a_list(world: World) -> None:
    enrol("keeper", "জনাব keeper", by=None, administrator=True)
    made = lists.offered("ব্যবহারকারী নাম,নাম,সক্রিয়\nkeeper,জনাব keeper,না\nstranger,জনাব stranger,না\n")
    assert "administrator" in lists.why(made)[2]
    assert made.seen["counts"]["officers"]["closed"] == 1


def test_accounts_that_a_list_closes_and_opens_are_known_to_the_doctor(world: World) -> None:
    line = "ব্যবহারকারী নাম,নাম,সক্রিয়\nstranger,জনাব stranger,"
    for word, active in (("না", False), ("হ্যাঁ", True)):
        lists.taken(f"{line}{word}\n")
        assert Officer.objects.get(username="stranger").is_active is active
        assert [each for each in differences() if each.table == "offices.Officer"] == []


def test_an_office_that_would_keep_a_post_stays_open_and_so_does_what_is_above_it(world: World) -> None:
    head, office = f"{OFFICES}\n", world.offices["upazila1"]
    line = f'{office.code},"{office.name}",upazila,{world.offices["north"].code},,,2022-09-01\n'
    assert "“উপজেলা নক্ষত্র অফিসার” would stay open" in lists.why(lists.offered(head + line))[2]
    posts = f"দপ্তর,পদবি,বিলুপ্ত\n{office.code},উপজেলা নক্ষত্র অফিসার,2022-09-01\n"
    charges = (
        CHARGES.split("\n")[0] + f",কবে পর্যন্ত\n{office.code},উপজেলা নক্ষত্র অফিসার,upazila1_head,2022-07-01,2022-09-01\n"
    )
    lists.taken(head + line, posts, charges)
    office.refresh_from_db()
    assert (office.until, office.posts.get().until) == (DAY, DAY)
