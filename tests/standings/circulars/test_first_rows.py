"""Two acts of a post that had no row yet, at the same moment: one row, and both acts count in it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from threading import Barrier
from unittest.mock import patch

import pytest
from django.db import connection, connections

from angikar.duties.actions import report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.rules.duty import Answer
from angikar.standings.circulars import receivers
from angikar.standings.circulars.queries import differing
from angikar.standings.models import CircularCount
from tests.desk.samples import circular
from tests.world import World, build

DAY, ANCHOR = date(2022, 10, 6), "2022-10-27"
AT_ONCE = 2


@contextmanager
def _counted_before_either_stores() -> Iterator[None]:
    """Where two may write at once, both count before one of them stores what it has counted."""
    both, count = Barrier(AT_ONCE, timeout=60), receivers.counted
    waited = []

    def counted(paper: int, posts: set[int] | None = None) -> object:
        found = count(paper, posts)
        if connection.vendor == "postgresql" and len(waited) < AT_ONCE:
            waited.append(1)
            both.wait()
        return found

    with patch.object(receivers, "counted", counted):
        yield


def _answer(world: World, who: str, duty: int, start: Barrier) -> None:
    try:
        start.wait()
        report(Duty.objects.get(pk=duty), by=world.officers[who], answer=Answer(words="প্রস্তুত"), today=DAY)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_two_first_answers_of_a_post_at_once_make_one_row_that_counts_both(pledge: None) -> None:
    world = build()
    director = world.officers["director"]
    addressees = ("জেলা নক্ষত্র অফিসার (সকল)",)
    paper = issue(circular(world, anchor=ANCHOR, addressees=addressees), by=director, day=DAY)
    asked = Duty.objects.filter(paper=paper).exclude(kind="acknowledge").order_by("post", "pk")
    post = asked[0].post_id
    duties = list(asked.filter(post=post).values_list("pk", flat=True)[:AT_ONCE])
    who = next(name for name, each in world.posts.items() if each.pk == post)
    CircularCount.objects.filter(paper=paper, post=post).delete()
    start = Barrier(AT_ONCE, timeout=60)
    with _counted_before_either_stores(), ThreadPoolExecutor(AT_ONCE) as many:
        list(many.map(lambda duty: _answer(world, who, duty, start), duties))
    assert len(duties) == AT_ONCE
    assert CircularCount.objects.filter(paper=paper, post=post).count() == 1
    assert differing(paper.pk) == 0
