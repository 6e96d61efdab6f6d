"""What is owed stands under its day, its paper and what is asked; what others owe under their office, the worst first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from angikar.duties.owed.access import first_of
from angikar.duties.owed.groups import by_office, by_urgency
from angikar.duties.owed.rows import OwedDuty
from angikar.offices.models import Post
from angikar.papers.models import Paper
from tests.world import World

DAY, NOON = date(2022, 10, 10), time(12)


def _one(world: World, paper: Paper) -> OwedDuty:
    return replace(first_of(world.officers["clerk"], DAY, 1)[0], line_id=None, quarter=None, text="দৈনিক প্রতিবেদন")


def test_the_same_ask_on_several_days_is_one_group_of_each_urgency(world: World, paper: Paper) -> None:
    one = _one(world, paper)
    daily = [replace(one, pk=number, due=DAY + timedelta(number)) for number in range(-2, 10)]
    groups = by_urgency(daily, DAY, NOON)
    assert {name: [len(each.duties) for each in found] for name, found in groups.items()} == {
        "late": [2],
        "today": [1],
        "week": [7],
        "later": [2],
    }
    assert list(groups) == ["late", "today", "week", "later"]
    assert groups["late"][0].first.due == DAY - timedelta(2)


def test_the_hour_of_the_day_and_the_words_part_groups(world: World, paper: Paper) -> None:
    one = replace(_one(world, paper), due=DAY)
    morning, evening = replace(one, pk=2, due_at=time(10)), replace(one, pk=3, due_at=time(17))
    other = replace(one, pk=4, text="মাসিক প্রতিবেদন")
    undated = replace(one, pk=5, due=None)
    groups = by_urgency([one, morning, evening, other, undated], DAY, NOON)
    found = {name: [[duty.pk for duty in each.duties] for each in groups[name]] for name in groups}
    assert found == {"late": [[2]], "today": [[one.pk, 3], [4]], "later": [[5]]}


def test_the_rows_of_a_quarter_are_one_group(world: World, paper: Paper) -> None:
    groups = by_urgency(first_of(world.officers["clerk"], DAY, 200), DAY, NOON)
    assert [len(each.duties) for found in groups.values() for each in found] == [2, 2], "two rows of each open quarter"


def test_offices_stand_by_how_much_and_how_long_they_owe(world: World, paper: Paper) -> None:
    one = _one(world, paper)

    def of(short: str, day: int) -> OwedDuty:
        post = Post.objects.select_related("office").get(pk=world.posts[short].pk)
        return replace(one, post=post, due=date(2022, 9, day))

    rows = [of("director", 5), of("north_head", 9), of("south_head", 7), of("south_head", 8)]
    found = [(each.office.pk, each.oldest) for each in by_office(rows)]
    names = ((("south"), 7), ("department", 5), ("north", 9))
    assert found == [(world.offices[name].pk, date(2022, 9, day)) for name, day in names]
