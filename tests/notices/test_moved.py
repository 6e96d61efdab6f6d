"""Posts whose duties changed with a moved day are notified of both days once, and no other post."""

from __future__ import annotations

from datetime import date

from angikar.duties.anchor_day.actions import move
from angikar.notices.models import Notice
from tests.duties.directed import circular
from tests.world import World


def test_posts_whose_duties_changed_get_both_days(world: World) -> None:
    paper = circular(world)
    before = set(Notice.objects.values_list("pk", flat=True))
    move(paper, date(2022, 11, 7), by=world.officers["director"], today=date(2022, 10, 20), words="মেঘের কারণে")
    new = Notice.objects.exclude(pk__in=before)
    assert {notice.post for notice in new} == {world.posts["north_head"], world.posts["south_head"]}
    assert all(
        "৩১ অক্টোবর ২০২২" in each.text and "৭ নভেম্বর ২০২২" in each.text and "মেঘের কারণে" in each.text for each in new
    )
    assert {notice.page for notice in new} == {f"/circulars/{paper.pk}/calendar/"}
