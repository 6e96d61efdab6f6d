"""How much an act concerns that takes two people: counted for an office alone or with all below it, for a post, and for an account."""

from __future__ import annotations

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from angikar.duties.extent.queries import Extent, extents
from angikar.offices.approvals.actions import settle, settle_account, settle_office
from angikar.offices.approvals.wishes import OfficeWish, PostWish
from angikar.offices.models import Approval, ApprovalKind, Officer
from angikar.papers.models import Paper
from tests.world import World

NOW, TODAY = timezone.now(), timezone.localdate()
QUERIES = 6
"""One for each kind of rows, and one for the posts of those whose accounts are concerned."""


def test_each_act_says_how_much_goes_with_it(
    world: World, paper: Paper, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Officer.objects.filter(username__in=("stranger", "clerk")).update(is_staff=True)
    people, offices = {each.username: each for each in Officer.objects.all()}, world.offices
    above, keeper = people["director"], people["stranger"]
    asked = {
        "an office with all below it": settle_office(
            OfficeWish(ApprovalKind.MOVE, offices["department"], TODAY), by=keeper, now=NOW
        ),
        "an office that ends": settle_office(
            OfficeWish(ApprovalKind.MERGE, offices["north"], TODAY, offices["south"]), by=above, now=NOW
        ),
        "a post": settle(PostWish("release", world.posts["north_head"], TODAY), by=above, now=NOW),
        "an account": settle_account("close", people["clerk"], by=keeper, now=NOW),
    }
    acts = {name: each for name, each in asked.items() if isinstance(each, Approval)}
    with django_assert_num_queries(QUERIES):
        found = extents(list(acts.values()), TODAY)
    assert {name: found[each.pk] for name, each in acts.items()} == {
        "an office with all below it": Extent(offices=5, posts=8, officers=8, duties=8, papers=1),
        "an office that ends": Extent(offices=3, posts=1, officers=1, duties=0, papers=0),
        "a post": Extent(offices=0, posts=1, officers=1, duties=0, papers=0),
        "an account": Extent(offices=0, posts=1, officers=1, duties=8, papers=0),
    }
    assert extents([], TODAY) == {}
