"""Beginning a plan in the browser: every kind from one form, in the form of its year, from last year's, and refusals that keep what was chosen."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.papers.models import Paper
from angikar.papers.plans.forms import PLANS
from tests.desk.conftest import Sign

pytestmark = pytest.mark.usefixtures("october")


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_is_begun_with_one_click_and_its_sheet_opens(sign: Sign, name: str) -> None:
    made = sign("focal").post("/plans/new/", {"plan": name, "year": "2026-27"})
    paper = Paper.objects.get()
    assert (made.status_code, made["Location"]) == (302, f"/papers/{paper.pk}/")
    assert sign("focal").get(f"/papers/{paper.pk}/").status_code == 200
    assert sign("stranger").get(f"/papers/{paper.pk}/").status_code == 404


def test_the_page_offers_the_present_year_and_the_empty_list_of_papers_leads_to_it(sign: Sign, october: date) -> None:
    focal = sign("focal")
    assert '<option value="2022-23" selected>' in focal.get("/plans/new/").content.decode()
    assert focal.get("/papers/").content.decode().count('href="/plans/new/"') == 2


def test_a_second_plan_and_a_year_before_without_a_plan_are_refused_in_words_and_nothing_chosen_is_lost(
    sign: Sign,
) -> None:
    focal = sign("focal")
    sent = {"plan": "charter", "year": "2026-27", "form": "own", "from": "last"}
    page = focal.post("/plans/new/", sent)
    assert page.status_code == 422
    text = page.content.decode()
    assert "২০২৫-২৬ অর্থবছরের জারি করা এমন কোনো পরিকল্পনা এ দপ্তরে নেই" in text
    assert 'value="charter" required checked' in text
    assert 'value="own" selected' in text
    focal.post("/plans/new/", {**sent, "from": ""})
    again = focal.post("/plans/new/", {**sent, "from": ""})
    assert again.status_code == 422
    assert "আগেই শুরু হয়েছে" in again.content.decode()
    assert Paper.objects.count() == 1


def test_who_holds_no_post_begins_nothing(sign: Sign) -> None:
    stranger = sign("stranger")
    assert "পদে থাকতে হয়" in stranger.get("/plans/new/").content.decode()
    assert stranger.post("/plans/new/", {"plan": "charter", "year": "2026-27"}).status_code == 404
    assert sign("focal").post("/plans/new/", {"plan": "minutes", "year": "2026-27"}).status_code == 404
