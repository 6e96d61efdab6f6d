"""Settling doubts: taken, kept with a reason, or answered with another value; by those who may amend, in the open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from angikar.papers.actions import amend, take_in
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt, as_written
from tests.desk.conftest import Sign
from tests.desk.samples import agreement, said, text
from tests.rules.kinds.integrity_plans import plan_text
from tests.world import World


@pytest.fixture
def paper(world: World) -> Paper:
    """An agreement whose area says 4 where its three indicators add up to 3."""
    made = agreement(world)
    return amend(made, "areas.0.weight", "4", version=made.version, by=world.officers["director"])


def _url(paper: Paper, code: str) -> str:
    key = next(doubt.key for doubt in paper.doubts if doubt.code == code)
    return f"/papers/{paper.pk}/doubts/{key}/"


@pytest.fixture
def code(paper: Paper) -> str:
    """The code of the doubt that an area does not add up."""
    return next(doubt.code for doubt in paper.doubts if doubt.path == "areas.0.weight")


def _open(paper: Paper, code: str) -> bool:
    paper.refresh_from_db()
    return any(doubt.code == code and doubt.settled is None for doubt in paper.doubts)


def test_another_value_settles_it(sign: Sign, paper: Paper, code: str) -> None:
    said(sign("focal"), _url(paper, code), {"choice": "value", "value": "৩", "version": paper.version})
    assert not _open(paper, code)
    assert paper.content["areas"][0]["weight"] == "3"


def test_an_error_is_confirmed_only_with_a_reason(sign: Sign, paper: Paper, code: str) -> None:
    paper.doubts = [replace(each, severity="error") if each.code == code else each for each in paper.doubts]
    paper.save()
    page = said(sign("focal"), _url(paper, code), {"choice": "keep", "version": paper.version})
    assert "কারণ লিখুন" in page
    assert _open(paper, code)
    said(sign("focal"), _url(paper, code), {"choice": "keep", "words": "এভাবেই স্বাক্ষরিত", "version": paper.version})
    assert not _open(paper, code)


def test_a_value_that_is_no_figure_is_refused_without_a_change(sign: Sign, paper: Paper, code: str) -> None:
    page = said(sign("focal"), _url(paper, code), {"choice": "value", "value": "অনেক", "version": paper.version})
    assert "সংখ্যা বা তারিখ পড়া গেল না" in page
    assert _open(paper, code)


def test_there_are_three_choices(sign: Sign, paper: Paper, code: str) -> None:
    assert sign("focal").post(_url(paper, code), {"choice": "forget"}).status_code == 400


def test_only_those_who_may_amend_settle(sign: Sign, paper: Paper, code: str) -> None:
    for other in ("clerk", "secretary", "north_head", "stranger"):
        assert sign(other).post(_url(paper, code), {"choice": "keep"}).status_code == 404
    assert sign("focal").get(_url(paper, code)).status_code == 405


def test_doubts_for_information_are_confirmed_together(sign: Sign, paper: Paper, code: str) -> None:
    note = StoredDoubt(as_written("note"), "info", {"text": ("জানার জন্য", "for your information")})
    paper.doubts = [*paper.doubts, note]
    paper.save()
    said(sign("focal"), f"/papers/{paper.pk}/doubts/", {"version": paper.version})
    assert not _open(paper, "note")
    assert _open(paper, code)


@pytest.fixture
def read(world: World) -> Paper:
    """An integrity plan whose one row says in the first quarter what belongs in the third, and whose quarters do not add up."""
    text_of_plan = plan_text(unit="তারিখ", target="৩১.০১.২০১৯", quarters="৩১.০১.২০১৯\t\t\t")
    home = world.offices["department"]
    return take_in(world.officers["director"], "plan.txt", text_of_plan.encode(), office=home)


def test_a_suggested_day_is_written_as_people_write_it(sign: Sign, read: Paper) -> None:
    page = text(sign("focal"), f"/intake/{read.pk}/")
    assert "“-, -, ৩১ জানুয়ারি ২০১৯, -” নিন" in page
    assert 'value="৩১.০১.২০১৯, -, -, -"' in page, "the box holds it in the form of the suggestion"


def test_another_value_is_taken_in_the_form_of_the_suggestion(sign: Sign, read: Paper) -> None:
    url = _url(read, "date-outside-quarter")
    page = said(sign("focal"), url, {"choice": "value", "value": "-, ৩১.১২.২০১৮", "version": read.version})
    assert "মানটি এখানে বসে না: [১.১.১] অনুষ্ঠিত সভা: ত্রৈমাসিক লক্ষ্যমাত্রা" in page
    said(sign("focal"), url, {"choice": "value", "value": "-, ৩১ ডিসেম্বর ২০১৮, -, -", "version": read.version})
    read.refresh_from_db()
    row = read.content["areas"][0]["activities"][0]["indicators"][0]
    assert row["quarter_targets"] == [None, "2018-12-31", None, None]
