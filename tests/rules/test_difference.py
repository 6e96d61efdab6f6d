"""Difference: rows are told apart by what they are called, whatever their place; nothing that differs is passed over."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angikar.rules.difference import Difference, changed_rows, difference
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.plan import Activity, Area, Indicator, Plan
from tests.rules.strategies import agreements, reform_plans

slow = settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
"""Whole papers take long to make up on a machine that is busy."""

ROW = "areas.own:1 / activities.1.1 / indicators"


def _plan(*rows: Indicator, **more: str) -> Plan:
    return Plan(
        areas=(Area(code="1", title="ক্ষেত্র", activities=(Activity(code="1.1", title="কাজ", indicators=rows),)),), **more
    )


def _row(code: str, **more: object) -> Indicator:
    return Indicator.model_validate({"code": code, "title": f"সূচক {code}", "weight": "5", "target": ("10",), **more})


def test_a_changed_weight_and_target_are_named_with_both_values() -> None:
    found = difference(_plan(_row("1.1.1")), _plan(_row("1.1.1", weight="7", target=("12", "14"))))
    assert found == (
        Difference("changed", f"{ROW}.1.1.1", "weight", "5", "7"),
        Difference("changed", f"{ROW}.1.1.1", "target", "10", "12; 14"),
    )


def test_a_row_put_before_others_changes_none_of_them() -> None:
    found = difference(_plan(_row("1.1.2"), _row("1.1.3")), _plan(_row("1.1.1"), _row("1.1.2"), _row("1.1.3")))
    assert found == (Difference("added", f"{ROW}.1.1.1", "", "", "সূচক 1.1.1"),)


def test_a_row_that_is_gone_is_where_it_was() -> None:
    found = difference(_plan(*map(_row, "abc")), _plan(_row("a", weight="6"), _row("c", weight="6")))
    assert [(each.change, each.row[-1]) for each in found] == [("changed", "a"), ("removed", "b"), ("changed", "c")]


def test_one_row_that_moved_is_one_row_that_moved() -> None:
    found = difference(_plan(*map(_row, "abcd")), _plan(*map(_row, "bcda")))
    assert found == (Difference("moved", f"{ROW}.a", "", "", f"{ROW}.d"),)


def test_two_rows_of_one_code_in_two_parts_are_two_rows() -> None:
    own, other = Area(code="1", title="ক"), Area(code="1", title="খ", part="governance")
    found = difference(Plan(areas=(own, other)), Plan(areas=(own, other.model_copy(update={"weight": "30"}))))
    assert found == (Difference("added", "areas.governance:1", "weight", "", "30"),)


def test_a_figure_written_where_none_was_is_added_and_where_it_came_from_does_not_count() -> None:
    was, now = (
        _row("1", quarter_targets=(None, None, None, None), lines=(3,)),
        _row("1", quarter_targets=("1", None, None, "2"), lines=(9,)),
    )
    assert difference(_plan(was), _plan(now)) == (
        Difference("changed", f"{ROW}.1", "quarter_targets", "—; —; —; —", "1; —; —; 2"),
    )


def test_the_paper_itself_is_the_row_without_a_name() -> None:
    found = difference(_plan(_row("1"), office="ক"), _plan(_row("1", weight="6"), office="খ"))
    assert changed_rows(found) == ("", f"{ROW}.1")


@slow
@given(agreements())
def test_a_paper_does_not_differ_from_itself(paper: Agreement) -> None:
    assert difference(paper, paper) == ()


@slow
@given(reform_plans(), reform_plans())
def test_what_one_way_is_added_is_the_other_way_removed(one: ReformPlan, other: ReformPlan) -> None:
    there, back = difference(one, other), difference(other, one)
    changed = {"added": "removed", "removed": "added", "changed": "changed"}
    shown = {
        (changed[each.change], each.row, each.field, each.now, each.was) for each in there if each.change != "moved"
    }
    assert shown == {(each.change, each.row, each.field, each.was, each.now) for each in back if each.change != "moved"}


@slow
@given(reform_plans(), reform_plans())
def test_no_difference_is_passed_over(one: ReformPlan, other: ReformPlan) -> None:
    unseen = {"version", "lines"}

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {name: bare(each) for name, each in value.items() if name not in unseen}
        return [bare(each) for each in value] if isinstance(value, list | tuple) else value

    same = bare(one.model_dump(mode="json")) == bare(other.model_dump(mode="json"))
    assert (difference(one, other) == ()) == same


@given(st.permutations("abcdefg"))
def test_rows_in_another_order_only_move_and_as_few_as_can_be(order: list[str]) -> None:
    found = difference(_plan(*map(_row, "abcdefg")), _plan(*map(_row, order)))
    assert {each.change for each in found} <= {"moved"}
    moved = {each.row[-1] for each in found}
    stays = [name for name in order if name not in moved]
    assert stays == sorted(stays)
    assert len(moved) == 7 - _longest_rise(order)


def _longest_rise(order: list[str]) -> int:
    best: dict[str, int] = {}
    for name in order:
        best[name] = 1 + max((length for other, length in best.items() if other < name), default=0)
    return max(best.values())
