"""Codes follow their parent's, and nothing else changes."""

from __future__ import annotations

from angikar.rules.kinds.agreement import AGREEMENT, Agreement
from angikar.rules.kinds.agreement.content import EvidenceRow
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.recode import PlanT, follow_codes


def _plan(*codes: str) -> Plan:
    return Plan(areas=tuple(_area(code) for code in codes))


def _area(code: str) -> Area:
    rows = (Indicator(code=f"{code}.1.1", title="ক"), Indicator(code="x", title="খ"))
    return Area(code=code, title="ক্ষেত্র", activities=(Activity(code=f"{code}.1", title="কাজ", indicators=rows),))


def _coded(plan: PlanT, code: str) -> PlanT:
    """The plan with another code of its second area."""
    first, second = plan.areas
    return plan.model_copy(update={"areas": (first, second.model_copy(update={"code": code}))})


def test_what_is_below_an_area_follows_its_code() -> None:
    before = _plan("1", "1")
    after = follow_codes(before, _coded(before, "12"))
    activity = after.areas[1].activities[0]
    assert (activity.code, [each.code for each in activity.indicators]) == ("12.1", ["12.1.1", "x"])
    assert after.areas[0] == before.areas[0]


def test_what_is_below_an_activity_follows_its_code() -> None:
    before = _plan("1", "2")
    second = before.areas[1]
    changed = second.model_copy(update={"activities": (second.activities[0].model_copy(update={"code": "2.7"}),)})
    after = follow_codes(before, before.model_copy(update={"areas": (before.areas[0], changed)}))
    assert [each.code for each in after.areas[1].activities[0].indicators] == ["2.7.1", "x"]


def test_what_was_changed_with_it_stays_as_it_was_written() -> None:
    before = _plan("1", "2")
    whole = before.model_copy(update={"areas": (before.areas[0], _area("5").model_copy(update={"code": "6"}))})
    assert follow_codes(before, whole) == whole
    assert follow_codes(before, _plan("1")) == _plan("1")


def test_a_row_of_the_annex_of_evidence_follows_its_indicator() -> None:
    plan = _plan("1", "7")
    rows = (EvidenceRow(code="1.1.1"), EvidenceRow(code="7.1.1"))
    before = Agreement(areas=plan.areas, evidence=rows)
    after = AGREEMENT.follow(before, _coded(before, "2"))  # type: ignore[misc]
    assert [each.code for each in after.evidence] == ["1.1.1", "2.1.1"]
    twice = Agreement(areas=_plan("1", "1").areas, evidence=rows[:1])
    kept = AGREEMENT.follow(twice, _coded(twice, "2"))  # type: ignore[misc]
    assert [each.code for each in kept.evidence] == ["1.1.1"], "the first area still bears it"
