"""A prepared query answers each time for the values of that time."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models.signals import post_init, pre_init

from angikar.offices import tree
from angikar.offices.models import Office, Post
from angikar.offices.prepared import NUMBERS, Prepared, PreparedLists
from tests.world import World


def test_each_call_is_answered_for_its_own_values(world: World) -> None:
    posts = Prepared(
        lambda office: Post.objects.filter(office=office).select_related("office").order_by("pk"), NUMBERS[0]
    )
    for name in ("department", "ministry", "department"):
        office = world.offices[name]
        assert [(post, post.office) for post in posts(office.pk)] == [
            (post, office) for post in Post.objects.filter(office=office).order_by("pk")
        ]


def test_a_value_that_leads_nowhere_is_an_error_of_the_programme(world: World) -> None:
    with pytest.raises(LookupError):
        Prepared(lambda office: Post.objects.filter(title="ক"), NUMBERS[0])(date.min.year)


@pytest.mark.django_db
@pytest.mark.parametrize("beyond", [2**63, -(2**63) - 1, 10**30])
def test_a_number_beyond_what_a_column_holds_finds_no_row(beyond: int) -> None:
    posts = Prepared(lambda office: Post.objects.filter(office=office), NUMBERS[0])
    assert posts(beyond) == posts(2**63 - 1) == posts(-(2**63)) == []


def test_lists_of_any_length_are_answered_by_the_same_query(world: World) -> None:
    offices = PreparedLists(lambda these, those: Post.objects.filter(office__in=these, pk__in=those).order_by("pk"), 2)
    posts = list(Post.objects.order_by("pk"))
    for length in (0, 1, 2, 3, len(posts)):
        chosen = posts[:length]
        found = offices({post.office_id for post in posts}, [post.pk for post in chosen])
        assert found == chosen
    assert offices([], [post.pk for post in posts]) == []


def test_plain_rows_are_those_of_the_query(world: World) -> None:
    titles = Prepared(
        lambda office: Post.objects.filter(office=office).order_by("pk").values_list("pk", "title"), NUMBERS[0]
    )
    office = world.offices["department"]
    assert list(map(tuple, titles.rows(office.pk))) == [
        (post.pk, post.title) for post in Post.objects.filter(office=office).order_by("pk")
    ]
    assert list(titles.rows(2**63)) == []


def test_ranges_of_any_number_are_answered_by_the_same_query(world: World) -> None:
    below = PreparedLists(
        lambda begins, ends, kind: Office.objects.filter(tree.within(begins, ends, "path"), kind=kind).order_by("path"),
        0,
        "a kind",
        bounds=2,
    )
    paths = [world.offices[name].path for name in ("south", "north", "department")]
    for chosen in (paths[:0], paths[:1], paths[:2], paths):
        for kind in ("district", "upazila"):
            wanted = Office.objects.filter(tree.within(*tree.ranges(chosen), "path"), kind=kind).order_by("path")
            assert below(*tree.ranges(chosen), kind) == list(wanted)
    assert len(below(*tree.ranges(paths), "upazila")) == 3


def test_a_row_becomes_what_django_makes_of_it(world: World) -> None:
    asked = Post.objects.defer("title_en").select_related("office").order_by("pk")
    for made, usual in zip(
        Prepared(lambda since: asked.filter(pk__gt=since), NUMBERS[0])(0), asked.filter(pk__gt=0), strict=True
    ):
        assert made.__dict__.keys() == usual.__dict__.keys()
        kept = {name: value for name, value in usual.__dict__.items() if name != "_state"}
        assert {name: value for name, value in made.__dict__.items() if name != "_state"} == kept
        assert (made._state.adding, made._state.db) == (usual._state.adding, usual._state.db)
        assert made.get_deferred_fields() == usual.get_deferred_fields() == {"title_en"}
        assert made.title_en == usual.title_en
        made.title = f"পরিচালক {made.pk}"
        made.save(update_fields=["title"])
        assert Post.objects.get(pk=made.pk).title == f"পরিচালক {made.pk}"
        made.office_id = 0
        assert "office" not in made._state.fields_cache


def test_no_signal_follows_the_making_of_a_model() -> None:
    assert not pre_init.receivers, "a prepared row becomes a model without its __init__"
    assert not post_init.receivers, "a prepared row becomes a model without its __init__"
