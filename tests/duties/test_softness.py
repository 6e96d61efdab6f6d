"""Softness of drafts as who comments on them reads it: beside the issued plans of offices of the same kind, asked for at once."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.models import Line
from angikar.duties.softness.queries import softness
from angikar.papers.models import Paper, State
from tests.desk.samples import agreement
from tests.world import World

ROWS = "areas.0.activities.0.indicators"


def _issued(world: World, year: str, *targets: str) -> None:
    """Issued agreements of departments, each of which promises so much of the first indicator."""
    for target in targets:
        office = world.offices["department"]
        paper = Paper.objects.create(kind="agreement", office=office, content={}, state=State.ISSUED, fiscal_year=year)
        named = {"part": "own", "area": "1", "code": "1.1.1", "title": "সূচক 0", "unit": "number", "order": 0}
        Line.objects.create(paper=paper, target=[target], office_path=office.path, **named)


def _said(world: World, draft: Paper) -> list[tuple[str, str]]:
    return [(each.path, each.both[1]) for each in softness([draft], [world.offices["ministry"].path])[draft.pk]]


def test_a_draft_is_compared_with_offices_of_the_same_kind_this_year_or_last(world: World) -> None:
    draft = agreement(world)
    _issued(world, "2021-22", "150", "160", "170", "180", "190")
    ((path, words),) = _said(world, draft)
    assert path == f"{ROWS}.0.criteria"
    assert words.startswith(
        "[1.1.1] The target is 100; the median of 5 offices of the same kind is 170, the middle half"
    )
    _issued(world, "2022-23", "80", "90", "100", "110")
    assert _said(world, draft), "four of this year are too few"
    _issued(world, "2022-23", "120")
    assert not _said(world, draft), "this year others promise as much"


def test_only_offices_below_those_asked_for_are_compared(world: World) -> None:
    draft = agreement(world)
    _issued(world, "2022-23", *["900"] * 5)
    assert softness([draft], [world.offices["north"].path])[draft.pk] == ()


def test_own_results_and_proofs_are_said_in_the_order_of_the_codes(world: World) -> None:
    draft = agreement(world)
    rows = draft.content["areas"][0]["activities"][0]["indicators"]
    rows[1]["baselines"] = {"2021-22": "130"}
    rows[0] |= {"responsible": ["সংস্থাপন শাখা"], "evidence": ["সংস্থাপন শাখার প্রতিবেদন"]}
    found = [(path, words.partition("] ")[0]) for path, words in _said(world, draft)]
    assert found == [(f"{ROWS}.0.evidence", "[1.1.1"), (f"{ROWS}.1.criteria", "[1.1.2")]


def test_many_drafts_cost_one_query(world: World) -> None:
    draft = agreement(world)
    with CaptureQueriesContext(connection) as made:
        softness([draft, *[draft] * 9], [world.offices["ministry"].path])
    assert len(made) == 1
