"""One index over everything: what is found, however it is spelt, and by nobody who may not see it."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.db import connection

from angikar.duties.actions import EvidenceFile, report
from angikar.duties.models import Duty
from angikar.meetings.ideas.actions import submit
from angikar.offices.changes.actions import move as move_office
from angikar.offices.changes.actions import rename
from angikar.papers.actions import amend, move
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.search.index import put_up
from angikar.search.models import Indexed
from angikar.search.places import place
from angikar.search.queries import ON_A_PAGE, Question, found, page_of
from angikar.search.receivers import every, store
from tests.desk.samples import agreement, circular, minutes
from tests.pledge import issued
from tests.world import World

DAY = date(2022, 10, 14)
FEW = (2_000, 0)
"""Rows that PostgreSQL is asked for at once: with none it goes through the months, as where many answer."""


def kinds(world: World, short: str, words: str, **chosen: str) -> dict[str, int | None]:
    """How many rows of each kind an officer finds."""
    result = found(world.officers[short], Question(words, **chosen), DAY)
    return {each.kind: each.count for each in result.kinds}


@pytest.mark.parametrize(
    "words",
    [
        "উল্কাবৃষ্টির প্রস্তুতি",
        "প্রস্তুতী",
        "উল্কা বৃষ্টি",
        "ulkabrishti",
        "011.22",
        "০০৭.২২-৪১",
        "আশ্বিন ১৪২৯",
        "১৩.১০.২০২২",
        "২৮ আশ্বিন ১৪২৯ দুরবিন",
        "ক খ গ",
    ],
)
def test_a_circular_is_found_by_what_one_remembers_of_it(world: World, words: str) -> None:
    circular(world)
    assert kinds(world, "clerk", words, kind="paper") == {"paper": 1}


@pytest.mark.parametrize("words", ["ধূমকেতু নাই", "১৪৩০ আশ্বিন", "উল্কাপাত প্রস্তুতি", ""])
def test_what_nothing_holds_is_not_found(world: World, words: str) -> None:
    circular(world)
    assert kinds(world, "clerk", words) == {}


def test_a_draft_is_found_by_its_office_alone_and_others_do_not_even_count_it(world: World) -> None:
    paper = agreement(world)
    assert [kinds(world, who, "সূচক ২") for who in ("clerk", "secretary", "north_head", "stranger")] == [
        {"paper": 1},
        {},
        {},
        {},
    ]
    move(paper, "review", by=world.officers["director"], version=paper.version)
    assert [kinds(world, who, "সূচক ২") for who in ("clerk", "secretary", "north_head", "stranger")] == [
        {"paper": 1},
        {"paper": 1},
        {},
        {},
    ]


def test_a_word_that_was_changed_is_found_and_the_old_one_no_more(world: World) -> None:
    paper = circular(world)
    amend(paper, "subject", "ধূমকেতুর আগমন", version=paper.version, by=world.officers["director"])
    assert (kinds(world, "clerk", "আগমন"), kinds(world, "clerk", "উল্কাবৃষ্টির")) == ({"paper": 1}, {})


def test_offices_and_who_holds_their_posts_are_found_by_everybody_who_serves(world: World) -> None:
    assert kinds(world, "upazila1_head", "উত্তরপুর") == {"office": 1, "post": 1}
    assert kinds(world, "upazila1_head", "north_head") == {"post": 1}
    assert kinds(world, "stranger", "উত্তরপুর") == {}
    rename(world.offices["north"], "জেলা নক্ষত্র কার্যালয়, মেঘপুর", day=DAY, by=world.officers["director"])
    assert kinds(world, "upazila1_head", "মেঘপুর") == {"office": 1, "post": 1}
    assert kinds(world, "upazila1_head", "উত্তরপুর") == {"office": 1}  # by the name it had


def test_an_idea_is_found_above_its_office_and_not_beside_it(world: World) -> None:
    submit(world.posts["north_head"], "মেঘ গণনার যন্ত্র", "কাগজ ছাড়া", body=None, day=DAY, by=world.officers["north_head"])
    assert [kinds(world, who, "মেঘ যন্ত্র") for who in ("secretary", "south_head")] == [{"idea": 1}, {}]


def test_what_a_report_says_and_its_files_are_found_by_who_sees_the_duty(world: World, pledge: None) -> None:
    paper = issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")
    assert paper.created_at.date() != paper.issued_at  # it was found by the one as a draft
    stored = Indexed.objects.filter(kind="paper", number=paper.pk).values_list("pk", flat=True)
    assert list(stored) == [place("paper", paper.issued_at, paper.pk)]
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    proof = EvidenceFile("প্রশিক্ষণের হাজিরা.pdf", b"%PDF")
    report(
        duty,
        by=world.officers["clerk"],
        answer=Answer(value="11", words="বন্যায় দেরি"),
        today=date(2022, 10, 10),
        files=[proof],
    )
    assert [kinds(world, who, "বন্যা", kind="report") for who in ("clerk", "secretary", "north_head")] == [
        {"report": 1},
        {"report": 1},
        {},
    ]
    assert kinds(world, "clerk", "প্রশিক্ষন হাজীরা") == {"report": 1}
    assert kinds(world, "clerk", "সূচক ১", kind="ask") == {"ask": 1}  # once, though it is asked in every quarter
    assert kinds(world, "north_head", "সূচক ১", kind="ask") == {}


def test_what_moves_in_the_tree_is_found_from_its_new_place(world: World) -> None:
    submit(
        world.posts["upazila1_head"], "মেঘ গণনার যন্ত্র", "কাগজ ছাড়া", body=None, day=DAY, by=world.officers["upazila1_head"]
    )
    assert [kinds(world, who, "মেঘ যন্ত্র") for who in ("north_head", "south_head")] == [{"idea": 1}, {}]
    move_office(
        world.offices["upazila1"],
        world.offices["south"],
        day=DAY,
        by=world.officers["director"],
        second=world.officers["secretary"],
    )
    assert [kinds(world, who, "মেঘ যন্ত্র") for who in ("north_head", "south_head")] == [{}, {"idea": 1}]


def test_what_is_built_again_is_what_was_kept(world: World) -> None:
    for make in (agreement, circular, minutes):
        make(world)
    kept = set(Indexed.objects.values_list("kind", "number", "part", "terms", "text", "day"))
    Indexed.objects.all().delete()
    assert every() == len(kept)
    assert set(Indexed.objects.values_list("kind", "number", "part", "terms", "text", "day")) == kept


def test_the_index_is_built_again_where_a_table_lost_its_triggers(world: World) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps its index by itself")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER search_indexed_terms_insert")
    circular(world)
    assert kinds(world, "clerk", "উল্কাবৃষ্টি") == {}
    put_up()
    assert kinds(world, "clerk", "উল্কাবৃষ্টি") == {"paper": 1}


def test_a_long_list_goes_on_from_its_place_and_is_counted_up_to_a_point(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(ON_A_PAGE + 3):
        circular(world)
    asked = Question("উল্কাবৃষ্টি", kind="paper")
    for few in FEW:
        monkeypatch.setattr("angikar.search.index.FEW", few)
        first = page_of(world.officers["clerk"], asked, DAY, "")
        second = page_of(world.officers["clerk"], asked, DAY, first.after)
        back = page_of(world.officers["clerk"], asked, DAY, second.before)
        assert [len(each.rows) for each in (first, second, back)] == [ON_A_PAGE, 3, ON_A_PAGE]
        assert back.rows == first.rows
        assert len({row.pk for row in (*first.rows, *second.rows)}) == ON_A_PAGE + 3 == Paper.objects.count()
    monkeypatch.setattr("angikar.search.queries.MOST", 10)
    assert kinds(world, "clerk", "উল্কাবৃষ্টি") == {"paper": None}


def test_each_kind_is_found_and_counted_however_many_there_are_of_another(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for make in (agreement, circular, circular, minutes):
        make(world)
    whole = kinds(world, "clerk", "নক্ষত্র")
    assert len(whole) == 3
    for most, few in product((1, 2, 3), FEW):
        monkeypatch.setattr("angikar.search.queries.MOST", most)
        monkeypatch.setattr("angikar.search.index.FEW", few)
        assert kinds(world, "clerk", "নক্ষত্র") == {
            kind: count if count is not None and count <= most else None for kind, count in whole.items()
        }


@pytest.mark.django_db
def test_sentences_that_change_places_or_go_leave_nothing_behind() -> None:
    for order in ("ab", "ba", "bca", "c"):
        rows = [
            Indexed(id=place("ask", DAY, 7, seat), kind="ask", number=7, part=part, office_path="001", terms="=kask")
            for seat, part in enumerate(order)
        ]
        assert store(rows) == len(order)
        assert "".join(Indexed.objects.order_by("-pk").values_list("part", flat=True)) == order
