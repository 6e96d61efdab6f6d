"""A cell of the sheet: opened in its place, saved as it is left, and never over somebody else's value unseen."""

from __future__ import annotations

from typing import Any

import pytest

from angikar.history.queries import history_of
from angikar.papers.actions import amend
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.desk.samples import WEIGHT, agreement, circular, minutes, text
from tests.world import World

HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def paper(world: World) -> Paper:
    """An agreement of three indicators."""
    return agreement(world)


def _typed(paper: Paper, value: str, path: str = WEIGHT, was: str = "১") -> dict[str, Any]:
    return {"path": path, "n": "1", "version": paper.version, f"f:{path}": value, f"was:{path}": was}


def _url(paper: Paper) -> str:
    return f"/papers/{paper.pk}/cell/"


def test_a_cell_opens_in_its_place(sign: Sign, paper: Paper) -> None:
    cell = text(sign("focal"), f"{_url(paper)}?path={WEIGHT}&n=1", **HTMX)
    assert f'name="f:{WEIGHT}"' in cell
    assert "<html" not in cell
    whole = text(sign("focal"), f"{_url(paper)}?path={WEIGHT}&n=1")
    assert "<html" in whole, "without script the whole page comes, with the cell open"


def test_typed_digits_are_stored_as_digits_of_the_content(sign: Sign, paper: Paper) -> None:
    response = sign("focal").post(_url(paper), _typed(paper, "২"), **HTMX)
    assert response.status_code == 200
    assert 'id="margin"' in response.content.decode()
    paper.refresh_from_db()
    assert paper.content["areas"][0]["activities"][0]["indicators"][0]["weight"] == "2"
    last = history_of(paper).last()
    assert last is not None
    assert (last.verb, last.officer_name) == ("paper.amend", "জনাব focal")


def test_a_margin_that_is_shown_as_it_was_gets_only_what_has_changed(sign: Sign, paper: Paper) -> None:
    part = sign("focal").post(_url(paper), {**_typed(paper, "২"), "shown": paper.version}, **HTMX).content.decode()
    assert 'id="margin-top" hx-swap-oob="innerHTML"' in part
    assert f'data-version="{paper.version + 1}"' in part
    assert part.count("<li><p><strong>") == 1, "one entry of the history is new"
    assert 'id="margin"' not in part
    paper.refresh_from_db()
    older = {**_typed(paper, "৩", was="২"), "shown": paper.version - 1}
    assert 'id="margin"' in sign("focal").post(_url(paper), older, **HTMX).content.decode()


def test_without_script_the_answer_is_the_place_on_the_page(sign: Sign, paper: Paper) -> None:
    response = sign("focal").post(_url(paper), _typed(paper, "২"))
    assert response.headers["Location"] == f"/papers/{paper.pk}/?sheet=1#at-{WEIGHT}"


def test_an_unchanged_cell_makes_no_change(sign: Sign, paper: Paper) -> None:
    sign("focal").post(_url(paper), _typed(paper, "১"), **HTMX)
    version = paper.version
    paper.refresh_from_db()
    assert paper.version == version


def test_two_who_change_one_cell_see_both_values(sign: Sign, paper: Paper, world: World) -> None:
    amend(paper, WEIGHT, "3", version=paper.version, by=world.officers["director"])
    response = sign("focal").post(_url(paper), _typed(paper, "২"), **HTMX)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "জনাব director" in shown
    assert "মান: ৩" in shown
    assert 'value="২"' in shown
    paper.refresh_from_db()
    mine = _typed(paper, "২", was="৩")
    assert sign("focal").post(_url(paper), mine, **HTMX).status_code == 200
    paper.refresh_from_db()
    assert paper.content["areas"][0]["activities"][0]["indicators"][0]["weight"] == "2"


def test_two_who_change_two_cells_do_not_meet(sign: Sign, paper: Paper, world: World) -> None:
    amend(paper, "areas.0.title", "অন্য নাম", version=paper.version, by=world.officers["director"])
    assert sign("focal").post(_url(paper), _typed(paper, "২"), **HTMX).status_code == 200


def test_what_is_no_figure_stays_typed_with_the_reason(sign: Sign, paper: Paper) -> None:
    response = sign("focal").post(_url(paper), _typed(paper, "অনেক"), **HTMX)
    assert response.status_code == 422
    assert "সংখ্যা বা তারিখ পড়া গেল না" in response.content.decode()
    assert 'value="অনেক"' in response.content.decode()


def test_a_place_that_is_not_there_is_not_found(sign: Sign, paper: Paper) -> None:
    for path in ("areas.7.title", "nothing", "version", "areas.0.lines"):
        text(sign("focal"), f"{_url(paper)}?path={path}", 404, **HTMX)


def test_only_those_who_may_amend(sign: Sign, paper: Paper) -> None:
    for other in ("clerk", "secretary", "north_head", "stranger"):
        text(sign(other), f"{_url(paper)}?path={WEIGHT}", 404)
        assert sign(other).post(_url(paper), _typed(paper, "২")).status_code == 404


def test_a_letters_head_opens_whole_and_takes_a_day_as_it_is_written(sign: Sign, world: World) -> None:
    paper = circular(world)
    cell = text(sign("focal"), f"{_url(paper)}?path=letter&n=1", **HTMX)
    assert 'value="১৩.১০.২০২২"' in cell
    sent = _typed(paper, "১৪ অক্টোবর ২০২২", "letter.date", "১৩.১০.২০২২") | {"path": "letter"}
    sent |= {"f:letter.memo_number": "৮৮.০১-৯", "was:letter.memo_number": "৮৮.০১.০০০০.০১১.২২.০০৭.২২-৪১"}
    sent |= {"f:letter.bangla_date": "১৪২৯-০৬-২৮", "was:letter.bangla_date": "১৪২৯-০৬-২৮"}
    assert sign("focal").post(_url(paper), sent, **HTMX).status_code == 200
    paper.refresh_from_db()
    assert paper.content["letter"] == {"memo_number": "88.01-9", "date": "2022-10-14", "bangla_date": "1429-06-28"}


def test_the_decisions_of_an_item_open_together(sign: Sign, world: World) -> None:
    paper = minutes(world)
    cell = text(sign("focal"), f"{_url(paper)}?path=items.0.decisions&n=1", **HTMX)
    for name in ("decisions.0.text", "decisions.1.implementers", "decisions.0.carried_over"):
        assert f'name="f:items.0.{name}"' in cell
    path = "items.0.decisions.1.implementers"
    names = "জেলা নক্ষত্র অফিসার (সকল)\nসহকারী পরিচালক (প্রশাসন)"
    sent = _typed(paper, names, path, was="সহকারী পরিচালক (প্রশাসন)")
    assert sign("focal").post(_url(paper), sent, **HTMX).status_code == 200
    paper.refresh_from_db()
    assert paper.content["items"][0]["decisions"][1]["implementers"] == names.splitlines()


def test_a_frozen_paper_says_so(sign: Sign, paper: Paper) -> None:
    Paper.objects.filter(pk=paper.pk).update(state="signed")
    response = sign("focal").post(_url(paper), _typed(paper, "২"), **HTMX)
    assert response.status_code == 422
    assert "বদলানো যায় না" in response.content.decode()
