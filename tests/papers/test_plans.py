"""Plans that are begun here: every kind, form and year from an empty house, from last year's plan, once; their rows; their levels."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connections

from angikar.duties.issue import issue
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers.actions import amend
from angikar.papers.models import Paper
from angikar.papers.plans.actions import LastYear, arrange, begin, fill_levels
from angikar.papers.plans.forms import PLANS
from angikar.rules.kinds import kind_named
from angikar.rules.plan import IndicatorId, Plan
from angikar.rules.plan_table.own_form import OWN_FORM
from tests.world import World

ROW = "areas.0.activities.0.indicators.0"


def _begun(world: World, name: str = "agreement", year: str = "2026-27") -> Paper:
    return begin(world.officers["focal"], world.offices["department"], PLANS[name], year)


def _plan(paper: Paper) -> Plan:
    value = paper.value()
    assert isinstance(value, Plan)
    return value


def _codes(paper: Paper) -> list[str]:
    return [row.code for _, area, _, row in _plan(paper).indicators() if area.part == "own"]


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_is_begun_for_the_present_year_in_the_offices_own_form_which_its_print_says(
    world: World, name: str
) -> None:
    paper = _begun(world, name)
    assert paper.framework is not None
    assert paper.framework.endswith("-own")
    assert (paper.fiscal_year, paper.state) == ("2026-27", "draft")
    assert OWN_FORM in kind_named(paper.kind).write(paper.value()).text
    assert len(_codes(paper)) == 1
    assert [entry.verb for entry in history_of(paper)] == ["paper.draft"]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_of_a_year_with_a_known_form_has_what_its_form_fixes(world: World, name: str) -> None:
    paper = _begun(world, name, "২০২১-২২")
    assert paper.framework is not None
    assert paper.framework.endswith("2021-22")
    weights = [row.weight for _, _, _, row in _plan(paper).indicators() if row.weight]
    assert sum(map(float, weights)) == {"agreement": 30, "integrity_plan": 30, "innovation": 50}.get(name, 25)
    assert OWN_FORM not in kind_named(paper.kind).write(paper.value()).text


def test_an_agreement_names_both_sides_and_the_plans_inside_it(world: World) -> None:
    plan = _plan(_begun(world, year="2022-23"))
    assert [(each.post, each.office) for each in plan.signatories] == [
        ("মহাপরিচালক", "নক্ষত্র অধিদপ্তর"),
        ("সচিব", "তারকা মন্ত্রণালয়"),
    ]
    inner = [row for _, area, _, row in plan.indicators() if area.part == "governance"]
    assert [row.weight for row in inner] == ["10", "10", "4", "3", "3"]


def test_a_field_office_may_choose_its_form_and_no_form_is_made_up(world: World) -> None:
    by, office = world.officers["north_head"], world.offices["north"]
    paper = begin(by, office, PLANS["agreement"], "2022-23", wanted="field")
    assert paper.framework == "agreement-2021-22-field"
    for name, year, wanted, code in (
        ("agreement", "2026-27", "field", "plan-form-unknown"),
        ("integrity_plan", "কাল", "", "plan-year-unknown"),
    ):
        with pytest.raises(Refused) as refused:
            begin(by, office, PLANS[name], year, wanted=wanted)  # type: ignore[arg-type]
        assert refused.value.sentence.code == code


def test_only_who_drafts_for_an_office_starts_its_plan(world: World) -> None:
    for stranger in ("stranger", "north_head", "secretary"):
        with pytest.raises(NotYours):
            begin(world.officers[stranger], world.offices["department"], PLANS["agreement"], "2026-27")


def test_an_office_has_one_plan_of_a_kind_and_year(world: World) -> None:
    _begun(world)
    with pytest.raises(Refused) as refused:
        _begun(world)
    assert refused.value.sentence.code == "plan-already-begun"
    for other in ("charter", "grievance", "integrity_plan"):
        _begun(world, other)
    with pytest.raises(Refused):
        _begun(world, "charter")


@pytest.mark.django_db(transaction=True)
def test_of_several_who_begin_one_plan_at_the_same_moment_one_does(world: World) -> None:
    start = Barrier(4)

    def one(_number: int) -> str:
        try:
            start.wait(30)
            _begun(world)
        except Refused as refused:
            return refused.sentence.code
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(4) as pool:
        found = sorted(pool.map(one, range(4)))
    assert found == ["done", *["plan-already-begun"] * 3]
    assert Paper.objects.filter(kind="agreement").count() == 1


def test_rows_are_added_copied_moved_and_removed_and_count_on(world: World) -> None:
    paper, by = _begun(world), world.officers["focal"]
    paper = amend(paper, f"{ROW}.title", "প্রথম", version=paper.version, by=by)
    for path, how in (
        (ROW, "copy"),
        (ROW, "add"),
        ("areas.0.activities.0", "add"),
        ("areas", "add"),
        ("areas.0", "into"),
    ):
        paper = arrange(paper, path, how, version=paper.version, by=by)  # type: ignore[arg-type]
    assert _codes(paper) == ["1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.3.1", "2.1.1"]
    assert [row.title for _, _, _, row in _plan(paper).indicators()] == ["প্রথম", "", "প্রথম", "", "", ""]
    assert [each["code"] for each in paper.content["evidence"]] == _codes(paper)
    paper = arrange(paper, f"{ROW}.title", "down", version=paper.version, by=by)
    assert [row.title for _, _, _, row in _plan(paper).indicators()][:2] == ["", "প্রথম"]
    paper = arrange(paper, ROW, "remove", version=paper.version, by=by)
    assert _codes(paper) == ["1.1.1", "1.1.2", "1.2.1", "1.3.1", "2.1.1"]
    assert [each["title"] for each in paper.content["evidence"]][:2] == ["প্রথম", "প্রথম"]
    paper = arrange(paper, "areas.1", "remove", version=paper.version, by=by)
    assert _codes(paper) == ["1.1.1", "1.1.2", "1.2.1", "1.3.1"]
    with pytest.raises(Refused) as refused:
        arrange(paper, "areas.0", "up", version=paper.version, by=by)
    assert refused.value.sentence.code == "plan-row-unchanged"


def test_a_row_that_another_rearranged_meanwhile_is_looked_at_again(world: World) -> None:
    paper, by = _begun(world), world.officers["focal"]
    arrange(paper, ROW, "add", version=paper.version, by=world.officers["director"])
    with pytest.raises(Conflict):
        arrange(paper, ROW, "remove", version=paper.version, by=by)
    with pytest.raises(NotYours):
        arrange(paper, ROW, "add", version=paper.version, by=world.officers["stranger"])


def test_levels_are_filled_by_a_rule_and_the_unit_follows_its_name(world: World) -> None:
    paper, by = _begun(world), world.officers["focal"]
    paper = amend(paper, f"{ROW}.unit_text", "সংখ্যা", version=paper.version, by=by)
    paper = amend(paper, f"{ROW}.criteria.0", "১০", version=paper.version, by=by)
    paper = fill_levels(paper, ROW, "step", "২", version=paper.version, by=by)
    row = next(_plan(paper).indicators())[3]
    assert (row.unit, row.target, row.criteria) == ("number", ("10",), ("10", "8", "6", "4", "2"))
    paper = fill_levels(paper, ROW, "percent", "", version=paper.version, by=by, target="৩০")
    assert next(_plan(paper).indicators())[3].criteria == ("30", "27", "24", "21", "18")
    with pytest.raises(Refused) as refused:
        fill_levels(paper, ROW, "fortnights", "1", version=paper.version, by=by)
    assert refused.value.sentence.code == "levels-rule-unfit"


def test_last_years_plan_is_carried_over_with_what_it_reached(world: World) -> None:
    chief, office = world.officers["director"], world.offices["department"]
    old = begin(chief, office, PLANS["charter"], "2025-26")
    texts = {
        "areas.0.weight": "২৫",
        "areas.0.title": "সেবা",
        "areas.0.activities.0.title": "কাজ",
        f"{ROW}.title": "হালনাগাদ সনদ",
        f"{ROW}.unit_text": "তারিখ",
        f"{ROW}.weight": "২৫",
        f"{ROW}.criteria.0": "১৫.০৩.২০২৬",
    }
    for path, text in texts.items():
        old = amend(old, path, text, version=old.version, by=chief)
    old = arrange(old, ROW, "copy", version=old.version, by=chief)
    second = ROW[:-1] + "1"
    for path, value in ((f"{second}.title", "অনুষ্ঠিত সভা"), (f"{second}.unit_text", "সংখ্যা"), (f"{second}.weight", "5")):
        old = amend(old, path, value, version=old.version, by=chief)
    old = amend(old, f"{second}.criteria.0", "4", version=old.version, by=chief)
    old = amend(old, f"{second}.projections", {"2026-27": "6"}, version=old.version, by=chief)
    old = amend(old, f"{ROW}.weight", "20", version=old.version, by=chief)
    old = issue(old, by=chief, day=date(2025, 7, 1), focal=True)
    results = {IndicatorId("own", "1.1.1"): "2026-03-10", IndicatorId("own", "1.1.2"): "3"}
    paper = begin(chief, office, PLANS["charter"], "2026-27", last=LastYear(old, results))
    first, other = (row for _, _, _, row in _plan(paper).indicators())
    assert (first.title, first.unit, first.weight, first.criteria[0]) == ("হালনাগাদ সনদ", "date", "20", "2027-03-15")
    assert (first.baselines["2025-26"], other.baselines["2025-26"]) == ("2026-03-10", "3")
    assert (other.criteria, other.target) == ((None,) * 5, ())
    asked = {doubt.code: doubt for doubt in paper.doubts}
    assert (asked["date-moved"].path, asked["date-moved"].suggestion) == (f"{ROW}.criteria.0", "2027-03-15")
    assert (asked["target-projected"].path, asked["target-projected"].suggestion) == (f"{second}.criteria.0", "6")
    with pytest.raises(Refused) as refused:
        begin(chief, office, PLANS["charter"], "2028-29", last=LastYear(old, results))
    assert refused.value.sentence.code == "plan-not-of-last-year"
