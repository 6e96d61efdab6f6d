"""What is kept of a circular is what its duties say, whatever is done to them and in whatever order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, time
from random import Random

import pytest

from angikar.duties.actions import accept, acknowledge, ask_again, excuse, report, send_back
from angikar.duties.anchor_day.actions import move
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.duties.readdressing.actions import readdress
from angikar.duties.receipts.actions import ask
from angikar.history.refusal import NotYours, Refused
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.circulars.actions import recount_posts
from angikar.standings.circulars.queries import RECEIPT, AsOf, days_of, differing, stages
from angikar.standings.compliance import matrix
from angikar.standings.models import CircularCount
from tests.desk.samples import circular
from tests.world import World

ISSUED, ANCHOR = date(2022, 10, 6), "2022-10-27"
ALL = ("জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)")
STEPS = 40


@pytest.fixture
def paper(world: World) -> Paper:
    return issue(circular(world, anchor=ANCHOR, addressees=ALL), by=world.officers["director"], day=ISSUED)


def _holder(world: World, duty: Duty) -> str:
    return next(name for name, post in world.posts.items() if post.pk == duty.post_id)


def _walk(world: World, paper: Paper, dice: Random) -> None:
    """One act of somebody upon the circular, refused or not."""
    director, day = world.officers["director"], date(2022, 10, dice.randint(6, 31))
    duty = dice.choice(list(Duty.objects.filter(paper=paper).order_by("pk")))
    holder, last = world.officers[_holder(world, duty)], duty.reports.order_by("pk").last()

    def found_another() -> None:
        number = f"new{dice.randrange(10**6)}"
        world.office(number, f"উপজেলা নক্ষত্র কার্যালয়, {number}", "upazila", "south")
        world.post(number, number, "উপজেলা নক্ষত্র অফিসার", head=True)
        readdress(paper, by=director, today=day)

    acts: tuple[Callable[[], object], ...] = (
        lambda: report(duty, by=holder, answer=Answer(words="প্রস্তুত"), today=day),
        lambda: report(duty, by=holder, answer=Answer(words="সংশোধিত"), today=day),
        lambda: acknowledge(duty, by=holder, today=day),
        lambda: accept(last, by=director, today=day) if last else None,
        lambda: send_back(last, by=director, sentence="আবার দিন", today=day) if last else None,
        lambda: excuse(duty, by=director, sentence="প্রযোজ্য নয়", today=day),
        lambda: ask_again(duty, by=director, sentence="লাগবে", today=day),
        lambda: move(paper, date(2022, 11, dice.randint(1, 28)), by=director, today=day, words="ভোট পিছিয়েছে"),
        lambda: ask(paper, by=director, role="action", today=day),
        found_another,
    )
    with suppress(Refused, NotYours):
        dice.choice(acts)()


def _by_day(paper: Paper, at: AsOf) -> Mapping[str, Counter[str]]:
    """What the matrix of each day by itself counts, summed up: it is counted from the duties and not from what is kept."""
    found: dict[str, Counter[str]] = {}
    for day in days_of(paper.pk):
        for code, cell in matrix(paper, at, due=day).total.cells.items():
            found.setdefault(code, Counter()).update(cell.counts)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_is_counted_after_any_acts(world: World, paper: Paper, seed: int) -> None:
    dice, days = Random(seed), set[str]()
    for step in range(STEPS):
        _walk(world, paper, dice)
        assert differing(paper.pk) == 0, step
    for at in (AsOf(ISSUED), AsOf(date(2022, 10, 21)), AsOf(date(2022, 12, 1))):
        whole, by_day = matrix(paper, at).total.cells, _by_day(paper, at)
        codes = whole.keys() - {RECEIPT}
        assert {code: Counter(whole[code].counts) for code in codes} == {code: by_day[code] for code in codes}
        days |= {state for code in codes for state in whole[code].counts}
    assert {"late", "reported"} <= days, "the walk has reached something"
    assert set(days_of(paper.pk)) == set(
        Duty.objects.filter(paper=paper, due__isnull=False)
        .exclude(state=DutyState.WITHDRAWN)
        .values_list("due", flat=True)
    )


def test_the_circular_that_is_replaced_is_counted_too(world: World, paper: Paper) -> None:
    again = circular(world, anchor=ANCHOR, addressees=ALL[:1])
    Paper.objects.filter(pk=again.pk).update(supersedes=paper)
    again.refresh_from_db()
    new = issue(again, by=world.officers["director"], day=ISSUED)
    assert CircularCount.objects.filter(paper=new).exists()
    assert [differing(each.pk) for each in (paper, new)] == [0, 0]


def test_a_wrong_count_is_mended_by_counting_again(paper: Paper) -> None:
    row = CircularCount.objects.filter(paper=paper).earliest("pk")
    CircularCount.objects.filter(pk=row.pk).update(counts="{}")
    assert recount_posts(paper, by=None) == 1
    assert CircularCount.objects.get(pk=row.pk).counts == row.counts
    assert recount_posts(paper, by=None) == 0


@pytest.mark.parametrize(
    ("moment", "at", "late"),
    [
        ("2022-10-22T24", AsOf(date(2022, 10, 22), time(23, 59, 59)), False),
        ("2022-10-22T24", AsOf(date(2022, 10, 23), time(0)), True),
        ("2022-10-22T17:00:00", AsOf(date(2022, 10, 22), time(17)), False),
        ("2022-10-22T17:00:00", AsOf(date(2022, 10, 22), time(17, 0, 1)), True),
        ("2022-10-22T17:00:00", AsOf(date(2022, 10, 22)), False),
        ("2022-10-22T17:00:00", AsOf(date(2022, 10, 23)), True),
        ("9999", AsOf(date(9998, 12, 31), time(23)), False),
    ],
)
def test_what_is_owed_is_late_once_its_day_or_its_hour_is_over(moment: str, at: AsOf, *, late: bool) -> None:
    found = stages([(1, f'{{"1":{{"owed":["{moment}"]}}}}')], at)
    assert found == {1: {"1": {"late" if late else "waiting": 1}}}
