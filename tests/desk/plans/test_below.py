"""Drafts of the offices below, side by side: what is seen of each, the same comment on several, and who may."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.later.assigning import Sharing, assign_now
from angikar.notices.models import Notice
from angikar.offices.access import mandate
from angikar.papers.actions import move
from angikar.papers.blocks.actions import paste
from angikar.papers.comments.access import commenting_post
from angikar.papers.comments.several.access import commentable, drafts_below
from angikar.papers.models import Comment, Paper, State
from angikar.papers.plans.actions import begin
from angikar.papers.plans.forms import PLANS
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.papers.test_assigning import COLUMNS, LINES
from tests.world import World

URL = "/plans/below/"


@pytest.fixture
def drafts(world: World) -> list[Paper]:
    """The drafts of three upazilas, made from a template of the department, two districts and a level above them."""
    focal = world.officers["focal"]
    template = begin(focal, world.offices["department"], PLANS["charter"], "2026-27", template=True)
    template = paste(template, COLUMNS, LINES, version=template.version, by=focal)[0]
    assign_now(template, "upazila", Sharing(), by=focal, version=template.version)
    return list(Paper.objects.filter(assignment__template=template).order_by("office_path"))


def _up(world: World, draft: Paper, number: int) -> Paper:
    fresh = Paper.objects.get(pk=draft.pk)
    return move(fresh, State.REVIEW, by=world.officers[f"upazila{number}_head"], version=fresh.version)


def test_drafts_are_seen_side_by_side_and_several_get_one_comment(
    sign: Sign, world: World, drafts: list[Paper]
) -> None:
    page = text(sign("focal"), URL)
    assert "উপজেলা নক্ষত্র কার্যালয়, শিমুলতলা" in page
    assert f"/papers/{drafts[0].pk}/" not in page, "a draft that is in hand of its office is not read"
    for number in (1, 2):
        _up(world, drafts[number - 1], number)
    page = text(sign("focal"), URL)
    assert f'href="/papers/{drafts[0].pk}/"' in page
    assert f'id="draft-{drafts[2].pk}"' not in page
    assert "শিমুলতলা" not in text(sign("focal"), f"{URL}?state=draft")
    assert "এমন কোনো খসড়া নেই" in text(sign("focal"), f"{URL}?year=2020-21")
    chosen = [drafts[0].pk, drafts[1].pk]
    wrong = sign("focal").post(URL, {"draft": chosen, "words": " "})
    assert wrong.status_code == 422
    assert f'value="{drafts[0].pk}" checked' in wrong.content.decode(), "what was chosen stays"
    assert "২টি খসড়ায়" in said(sign("focal"), URL, {"draft": chosen, "words": "প্রশিক্ষণ বাড়ান"})
    assert {each.paper_id for each in Comment.objects.filter(words="প্রশিক্ষণ বাড়ান", path="")} == set(chosen)
    for number in (1, 2):
        assert Notice.objects.filter(post=world.posts[f"upazila{number}_head"], text__contains="প্রশিক্ষণ বাড়ান").exists()


def test_one_draft_that_went_back_meanwhile_leaves_all_as_they_were(
    sign: Sign, world: World, drafts: list[Paper]
) -> None:
    first, second = _up(world, drafts[0], 1), _up(world, drafts[1], 2)
    move(second, State.DRAFT, by=world.officers["upazila2_head"], version=second.version, words="ভুল ছিল")
    refused = sign("focal").post(URL, {"draft": [first.pk, second.pk], "words": "বাড়ান"})
    assert refused.status_code == 422
    assert "বকুলগঞ্জ-এর খসড়া এখন আর মতামতের ধাপে নেই" in refused.content.decode()
    assert "বাড়ান</textarea>" in refused.content.decode()
    assert not Comment.objects.exists()


def test_others_neither_see_nor_comment(sign: Sign, world: World, drafts: list[Paper]) -> None:
    up = _up(world, drafts[0], 1)
    for who in ("clerk", "stranger", "south_head", "upazila1_head", "upazila2_head"):
        assert f"/papers/{up.pk}/" not in text(sign(who), URL)
    for who in ("south_head", "upazila1_head", "secretary", "clerk"):
        assert sign(who).post(URL, {"draft": [up.pk], "words": "না"}).status_code == 404
    assert not Comment.objects.exists()
    assert f"/papers/{up.pk}/" in text(sign("secretary"), URL), "who stands higher reads, but is not asked"
    for officer in world.officers.values():
        held = mandate(officer)
        below = list(drafts_below(held).select_related("office__parent"))
        alone = {each.pk for each in below if commenting_post(held, each) is not None}
        assert commentable(held, below) == alone, "side by side one may what one may on each"


def test_the_number_of_queries_does_not_grow_with_the_drafts(sign: Sign, world: World, drafts: list[Paper]) -> None:
    counts = []
    for number in (1, 2, 3):
        _up(world, drafts[number - 1], number)
        with CaptureQueriesContext(connection) as made:
            text(sign("focal"), URL)
        counts.append(len(made))
    assert len(set(counts)) == 1, counts
