"""What changed between two frameworks, told in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.frameworks import FRAMEWORKS, framework
from angikar.rules.frameworks.changes import Change, changes, said
from angikar.rules.frameworks.framework import Framework

AGREEMENT = framework("agreement-2022-23")


def between(old: Framework, new: Framework) -> dict[str, tuple[str, str | None, str | None]]:
    return {change.path: (change.action, change.was, change.now) for change in changes(old, new)}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_framework_does_not_differ_from_itself(name: str) -> None:
    assert changes(framework(name), framework(name)) == ()


def test_the_agreement_of_2022_23_added_a_column_for_counting_and_two_for_projections() -> None:
    assert between(framework("agreement-2021-22"), AGREEMENT) == {
        "fiscal_years": ("changed", "2021-22", "2022-23"),
        "columns.counting": ("added", None, "গণনা পদ্ধতি"),
        "columns.projection.1": ("added", None, "প্রক্ষেপণ"),
        "columns.projection.2": ("added", None, "প্রক্ষেপণ"),
    }


def test_weights_levels_days_links_and_rules_are_shown() -> None:
    other = AGREEMENT.model_copy(
        update={
            "parts": {"own": "75", "governance": "25"},
            "levels": (100, 80, 60),
            "between": "step",
            "links": (AGREEMENT.links[0].model_copy(update={"marks": "5"}), *AGREEMENT.links[1:]),
            "calendar": AGREEMENT.calendar.model_copy(update={"signing": "06-30", "amendment": None}),
            "areas": (AGREEMENT.areas[0].model_copy(update={"rule": "none"}),),
        }
    )
    assert between(AGREEMENT, other) == {
        "parts.own": ("changed", "70", "75"),
        "parts.governance": ("changed", "30", "25"),
        "levels": ("changed", "100, 90, 80, 70, 60", "100, 80, 60"),
        "between": ("changed", "linear", "step"),
        "links.integrity.marks": ("changed", "10", "5"),
        "calendar.signing": ("changed", "06-25", "06-30"),
        "calendar.amendment": ("removed", "09-30", None),
        "areas.governance 1.rule": ("added", None, "none"),
    }


def test_a_column_that_was_renamed_or_moved_is_shown_once() -> None:
    first, second, *rest = AGREEMENT.columns
    renamed = AGREEMENT.model_copy(update={"columns": (first.model_copy(update={"heading": "লক্ষ্য"}), second, *rest)})
    assert between(AGREEMENT, renamed) == {"columns.area.heading": ("changed", first.heading, "লক্ষ্য")}
    moved = AGREEMENT.model_copy(update={"columns": (second, first, *rest)})
    assert between(AGREEMENT, moved) == {
        "columns.area": ("moved", "1", "2"),
        "columns.area_weight": ("moved", "2", "1"),
    }


def test_every_change_is_shown_in_bangla_and_in_english() -> None:
    assert said(Change("links.integrity.marks", "changed", "10", "5")) == (
        "সংযুক্ত পরিকল্পনা integrity: নম্বর: ১০ → ৫",
        "Linked plan integrity: marks: 10 → 5",
    )
    assert said(Change("areas.governance 1.weight", "changed", "30", "25")) == (
        "ক্ষেত্র সুশাসন ১: মান: ৩০ → ২৫",
        "Area governance 1: weight: 30 → 25",
    )
    assert said(Change("fortnight.days", "added", None, "15")) == (
        "বিলম্বে পাক্ষিক কর্তন: দিন: যোগ হয়েছে ১৫",
        "Marks lost by the fortnight: days: added 15",
    )


@given(st.sampled_from(FRAMEWORKS), st.sampled_from(FRAMEWORKS))
def test_what_was_added_one_way_was_removed_the_other_way(one: str, other: str) -> None:
    there, back = between(framework(one), framework(other)), between(framework(other), framework(one))
    assert there.keys() == back.keys()
    for path, (action, was, now) in there.items():
        changed = {"added": "removed", "removed": "added"}.get(action, action)
        assert back[path] == (changed, now, was)
    for change in changes(framework(one), framework(other)):
        assert all(said(change))
