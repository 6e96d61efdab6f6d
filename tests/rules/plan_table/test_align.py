"""Cells find their slots by what they are, wherever the page has pushed them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.bangla.dates import write_short
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.frameworks import framework
from angikar.rules.plan_table.align import Slot, align
from angikar.rules.plan_table.form import TableHead, slots_of
from angikar.rules.plan_table.read import criteria_law

COLUMNS = framework("agreement-2022-23").columns_of("2022-23")
SLOTS = slots_of(COLUMNS, TableHead({column.slot: index for index, column in enumerate(COLUMNS)}))
NAMES = [slot.name for slot in SLOTS]


def row(text: str) -> list[str]:
    """A row written with bars between its cells."""
    return [cell.strip() for cell in text.split("|")]


def figures(found: dict[str, str], group: str) -> list[str]:
    return [text for slot, text in found.items() if slot.startswith(group)]


@pytest.mark.parametrize(
    ("cells", "weight", "baseline", "criteria", "projection"),
    [
        ("||[১.১] ক|[১.১.১] খ|সমষ্টি|সংখ্যা|৮|৫|১০|১৫|১৩|১২|১০|৭|১৮|২০", "৮", "৫ ১০", "১৫ ১৩ ১২ ১০ ৭", "১৮ ২০"),
        ("||[১.১] ক|[১.১.১] খ|সমষ্টি|সংখ্যা|৮||১০|১৫|১৩|১২|১০|৭|||", "৮", "১০", "১৫ ১৩ ১২ ১০ ৭", ""),
        ("||[১.১] ক|[১.১.১] খ|ক্রমপুঞ্জিভূত|হার||২|||৭৫|৭৪|৭৩|৭০|৬০||", "২", "", "৭৫ ৭৪ ৭৩ ৭০ ৬০", ""),
        ("||[১.১] ক|[১.১.১] খ|সমষ্টি|সংখ্যা|১|||৪|৩||||৫|৬", "১", "", "৪ ৩", "৫ ৬"),
        ("||[১.১] ক|[১.১.১] খ|ক্রমপুঞ্জিভূত সংখ্যা||২|১৫||৩০|২৯|২৮|২৭|২৬|||", "২", "১৫", "৩০ ২৯ ২৮ ২৭ ২৬", ""),
        ("||[১.১] ক|[১.১.১] খ|ক্রমপুঞ্জিভূত|প্রাপ্ত নম্বর|১০||||||||", "১০", "", "", ""),
    ],
    ids=["straight", "first actual empty", "one column right", "two levels only", "method and unit merged", "marks"],
)
def test_a_row_is_placed_by_law_before_heading(
    cells: str, weight: str, baseline: str, criteria: str, projection: str
) -> None:
    found = align(row(cells), SLOTS, law=criteria_law).texts
    assert found["weight"] == weight
    assert " ".join(figures(found, "baseline")) == baseline
    assert " ".join(figures(found, "criteria")) == criteria
    assert " ".join(figures(found, "projection")) == projection


def test_a_shifted_row_names_the_cells_that_were_moved() -> None:
    cells = row("||[১.১] ক|[১.১.১] খ|তারিখ|তারিখ||২|||৩১.০৩.২৩|১৫.০৪.২৩|৩০.০৪.২৩|১৫.০৫.২৩|৩১.০৫.২৩||")
    moved = align(cells, SLOTS).moved
    assert (moved[0].slot, moved[0].cell, moved[0].column) == ("weight", 7, 6)
    assert [move.slot for move in moved[1:]] == [f"criteria.{level}" for level in range(1, 6)]


def test_a_merged_cell_fills_two_slots_and_is_named() -> None:
    found = align(row("||[১.১] ক|[১.১.১] খ|সমষ্টি সংখ্যা||১|||৫|৪|৩|২|১|৮|১০"), SLOTS)
    assert found.merged == ((4, ("counting", "unit")),)
    assert (found.text("counting"), found.text("unit")) == ("সমষ্টি", "সংখ্যা")


def test_a_cell_too_many_is_lost_but_not_silently() -> None:
    form = (Slot("unit", frozenset({"unit"}), 1.2), Slot("weight", frozenset({"number"}), 1.2))
    found = align(["সংখ্যা", "৫", "অতিরিক্ত কথা"], form)
    assert found.values == {"unit": 0, "weight": 1}
    assert found.lost == (2,)


def test_a_cell_of_the_wrong_type_is_named() -> None:
    form = (Slot("unit", frozenset({"unit"}), 1.2), Slot("weight", frozenset({"number"}), 1.2))
    assert align(["সংখ্যা", "অনেক"], form).forced == ("weight",)


def test_a_law_overturns_the_cheapest_way() -> None:
    form = (Slot("low", frozenset({"number"})), Slot("high", frozenset({"number"})))
    assert align(["৫", ""], form).values == {"low": 0}
    assert align(["৫", ""], form, law=lambda texts: 2.0 * ("low" in texts)).values == {"high": 0}


@st.composite
def full_rows(draw: st.DrawFn) -> list[str]:
    """A row with every figure the form has, falling numbers or rising dates."""
    if draw(st.booleans()):
        start = draw(st.dates(date(2022, 7, 1), date(2022, 12, 31)))
        steps = draw(st.lists(st.integers(1, 30), min_size=5, max_size=5))
        criteria = [write_short(start + timedelta(days=sum(steps[:n]))) for n in range(5)]
        words, figures_before, after = ["তারিখ", "তারিখ"], ["", ""], ["", ""]
    else:
        levels = sorted(draw(st.sets(st.integers(20, 10**6), min_size=5, max_size=5)), reverse=True)
        criteria = [to_bangla(str(level)) for level in levels]
        words, figures_before, after = ["সমষ্টি", "সংখ্যা"], ["১১", "১২"], ["৭", "৮"]
    weight = to_bangla(str(draw(st.integers(1, 10))))
    return ["[১] ক", "২৫", "[১.১] খ", "[১.১.১] গ", *words, weight, *figures_before, *criteria, *after]


@given(full_rows(), st.integers(0, 16))
def test_a_blank_column_anywhere_does_not_change_the_placement(cells: list[str], where: int) -> None:
    straight = align(cells, SLOTS, law=criteria_law).texts
    assert straight == {name: text for name, text in zip(NAMES, cells, strict=True) if text}
    assert align([*cells[:where], "", *cells[where:]], SLOTS, law=criteria_law).texts == straight


@settings(deadline=None)  # other work on the machine is no fault of the alignment
@given(
    st.lists(st.sampled_from(["", "-", "৫", "৩১.০৩.২৩", "তারিখ", "সংখ্যা", "কথা", "[১.১.১] ক", "সমষ্টি সংখ্যা"]), max_size=18)
)
def test_every_filled_cell_is_placed_or_lost_in_its_order(cells: list[str]) -> None:
    found = align(cells, SLOTS)
    assert [found.values[name] for name in NAMES if name in found.values] == sorted(found.values.values())
    accounted = set(found.values.values()) | set(found.lost)
    assert {index for index, text in enumerate(cells) if text not in {"", "-"}} <= accounted
