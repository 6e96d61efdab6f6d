"""A prepared query answers each time for the values of that time."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, Prepared
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
