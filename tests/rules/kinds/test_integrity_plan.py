"""The integrity plan: one fault gives one doubt, what is right is left in peace, what is written is read again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.formats import read as read_bytes
from angikar.formats.readers.text import read_text
from angikar.formats.writers.docx import write_docx
from angikar.rules.document import Document, Paragraph, Table
from angikar.rules.frameworks import framework
from angikar.rules.kinds.integrity_plan import INTEGRITY_PLAN
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.facts import official_title
from angikar.rules.kinds.integrity_plan.misplaced import misplaced
from angikar.rules.plan import Activity, Area, Indicator
from tests.rules.kinds.integrity_plans import AREA, HEAD, ROW, plan_text, plans, understood, without_lines


def broken(text: str) -> set[str]:
    """The codes of all doubts that a person must correct, but for the total, for the samples have one area."""
    doubts = understood(read_text(text)).doubts
    return {doubt.code for doubt in doubts if doubt.severity != "info"} - {"plan-weight-total"}


def test_a_plan_in_order_is_read_without_a_warning() -> None:
    text = plan_text()
    assert broken(text) == set()
    plan = understood(read_text(text)).content
    assert (plan.office, plan.fiscal_year) == ("কাল্পনিক সচিবালয়", "2018-19")
    ((_, area, activity, row),) = plan.indicators()
    assert (area.weight, activity.code, row.code, row.counting) == ("4", "1.1", "1.1.1", "sum")
    assert row.responsible == ("উপপরিচালক",)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"area": "১৪"}, {"area-weight-sum"}),
        ({"weight": ""}, {"weight-missing"}),
        ({"target": "৩"}, {"quarter-sum"}),
        ({"target": "৪ (১+২)"}, {"sum-in-brackets"}),
        ({"target": "৪ (১+৩)"}, set()),
        ({"unit": "তারিখ"}, {"unit-value-mismatch"}),
        ({"unit": "%", "target": "১০০", "quarters": "২৫\t৫০\t৭৫\t১০০"}, set()),
        ({"unit": "%", "target": "১০০", "quarters": "২৫\t৫০\t৭৫\t৮০"}, {"quarter-sum"}),
        ({"unit": "লক্ষ টাকা", "target": "৫০ লক্ষ", "quarters": "৫\t৫\t২০\t২০"}, set()),
        ({"unit": "তারিখ", "target": "৩০.০৯.২০১৮", "quarters": "৩০.০৯.১৮\t\t\t"}, set()),
        ({"unit": "তারিখ", "target": "৩০.০৯.২০১৮", "quarters": "\t৩০.০৯.১৮\t\t"}, {"date-outside-quarter"}),
        ({"unit": "তারিখ", "target": "৩০.০৯.২০১৮", "quarters": "২৯.০৯.১৮\t\t\t"}, {"quarter-dates-differ"}),
        (
            {"unit": "তারিখ", "target": "৩০.০৯.২০১৯", "quarters": "৩০.০৯.১৯\t\t\t"},
            {"date-outside-year", "date-outside-quarter"},
        ),
        (
            {"unit": "তারিখ", "target": "৩১.১০.২০১৮", "quarters": "\t৩১.১০.২\t\t"},
            {"cell-unreadable", "quarter-targets-missing"},
        ),
        ({"quarters": "\t\t\t"}, {"quarter-targets-missing"}),
        ({"target": "", "quarters": "\t\t\t"}, {"target-missing"}),
    ],
)
def test_one_fault_gives_its_own_doubt_and_no_other(change: dict[str, str], codes: set[str]) -> None:
    assert broken(plan_text(**change)) == codes


def test_a_row_the_column_numbers_swallowed_has_only_its_title_left() -> None:
    text = plan_text() + "১.২ পরিদর্শন\t২\t৩\t৪\t৫\t৬\t৭\t৮\t৯\t১০\t১১\t১২\t১৩\t১৪\n"
    reading = understood(read_text(text))
    lost = reading.content.areas[0].activities[1]
    assert (lost.code, lost.title) == ("1.2", "পরিদর্শন")
    assert lost.indicators == (Indicator(code="1.2.1", title="", lines=(10,)),)
    (doubt,) = [doubt for doubt in reading.doubts if doubt.code == "row-swallowed"]
    assert (doubt.severity, doubt.place.line, doubt.path) == ("error", 10, "areas.0.activities.1.indicators.0")


def test_a_mark_that_alone_is_lost_is_what_the_rest_leaves_of_the_total() -> None:
    text = plan_text(area="৪", weight="৪") + "২. দক্ষতা ও নৈতিকতার উন্নয়ন\n".replace("\n", "\t\n")
    text += ROW.replace("১.১", "২.১").format(weight="", unit="সংখ্যা", target="৪", quarters="১\t১\t১\t১")
    (lost,) = [doubt for doubt in understood(read_text(text)).doubts if doubt.code == "weight-missing"]
    assert lost.suggestion == "96"


def test_one_value_over_all_columns_is_read_and_doubted_with_its_cells() -> None:
    row = "১.১ কাজ\tসূচক\t৪\t%\tউপপরিচালক\t১০০\t১০০\t১০০\t১০০\t১০০\t১০০\t১০০\t১০০\t\n"
    reading = understood(read_text(HEAD + AREA.format(weight="৪") + row))
    ((_, _, _, found),) = reading.content.indicators()
    assert found.quarter_targets == ("100", "100", "100", "100")
    assert found.counting == "average"
    (doubt,) = [doubt for doubt in reading.doubts if doubt.code == "value-smeared"]
    assert (doubt.place.line, doubt.place.cell) == (9, 6)


def test_cells_not_under_their_headings_are_placed_by_what_they_are_with_a_doubt() -> None:
    shifted = ROW.replace("সভা\t{weight}", "সভা\t\t{weight}").format(
        weight="৪", unit="সংখ্যা", target="৪", quarters="১\t১\t১\t১"
    )
    reading = understood(read_text(HEAD + AREA.format(weight="৪") + shifted))
    straight = understood(read_text(plan_text()))
    assert reading.content == straight.content
    (doubt,) = [doubt for doubt in reading.doubts if doubt.code == "cell-shifted"]
    assert (doubt.severity, doubt.place.line, doubt.place.cell) == ("info", 9, 3)


def test_an_area_may_be_outside_the_table() -> None:
    text = plan_text() + "\n২. দক্ষতা ও নৈতিকতার উন্নয়ন\n\n"
    text += ROW.replace("১.১", "২.১").format(weight="৭", unit="সংখ্যা", target="৪", quarters="১\t১\t১\t১")
    areas = understood(read_text(text)).content.areas
    assert [(area.code, area.weight, len(area.activities)) for area in areas] == [("1", "4", 1), ("2", None, 1)]


def test_actuals_are_under_their_targets_and_too_early_in_a_plan() -> None:
    text = plan_text() + "\t\t\t\t\t\tপ্রকৃত অর্জন\t১\t\t\t\t\t\t\n"
    reading = understood(read_text(text))
    ((_, _, _, row),) = reading.content.indicators()
    assert row.quarter_actuals == ("1", None, None, None)
    assert row.lines == (9, 10)
    assert [doubt.place.line for doubt in reading.doubts if doubt.code == "actual-in-plan"] == [10]


def test_a_heading_of_another_year_is_doubted() -> None:
    text = plan_text() + "\n" + HEAD.partition("\n\n")[2].partition("\n\n")[2].replace("২০১৮-২০১৯", "২০২৮-২০২৯")
    text += ROW.replace("১.১", "১.২").format(weight="", unit="সংখ্যা", target="৪", quarters="১\t১\t১\t১")
    text = text.replace("২০১৮-২০১৯ অর্থবছরের লক্ষ্যমাত্রা", "২০১৮-২০১৯ অর্থবছরের লক্ষ্যমাত্রা")
    found = INTEGRITY_PLAN.read(read_text(text), "integrity-2018-19")
    years = [doubt for doubt in found.doubts if doubt.code == "fiscal-year-disagrees"]
    assert [(doubt.place.line, doubt.suggestion) for doubt in years] == [(11, "2018-19")]


def test_a_year_without_a_framework_is_read_by_its_columns_with_a_doubt() -> None:
    reading = understood(read_text(plan_text().replace("২০১৮-২০১৯", "২০৩০-২০৩১")))
    assert reading.framework is None
    assert reading.content.fiscal_year == "2030-31"
    assert [row.target for _, _, _, row in reading.content.indicators()] == [("4",)]
    assert [doubt.code for doubt in reading.doubts if doubt.severity != "info"] == ["framework-unknown"]


@pytest.mark.parametrize("year", ["২০১৯-২০২০", "২০২০-২০২১", "২০২১-২০২২", "২০২২-২০২৩"])
def test_the_plans_of_later_years_are_read_without_an_error(year: str) -> None:
    text = plan_text().replace("২০১৮-২০১৯", year).replace("ব্যবস্থা.....৪", "ব্যবস্থা : ৪")
    reading = understood(read_text(text))
    graves = {doubt.code for doubt in reading.doubts if doubt.severity == "error"}
    assert graves <= {"plan-weight-total"}  # the sample has one area of a plan
    assert reading.content.areas[0].weight == "4"
    assert (reading.framework is None) == (year == "২০১৯-২০২০")


def test_the_mark_of_a_ministrys_form_is_proposed_where_an_office_prints_another() -> None:
    text = plan_text(weight="২", area="২").replace("২০১৮-২০১৯", "২০২১-২০২২").replace("অনুষ্ঠিত সভা", "সভা আয়োজিত")
    found = [doubt for doubt in understood(read_text(text)).doubts if doubt.code == "form-weight-differs"]
    assert [(doubt.severity, doubt.suggestion) for doubt in found] == [("info", "4")]


def test_a_paper_without_a_table_is_doubted() -> None:
    reading = understood(Document((Paragraph("শুদ্ধাচার"),)))
    assert {doubt.code for doubt in reading.doubts} >= {"areas-missing", "office-missing", "fiscal-year-missing"}
    assert reading.has_errors


def test_an_unknown_framework_is_refused() -> None:
    with pytest.raises(LookupError):
        INTEGRITY_PLAN.read(read_text(plan_text()), "integrity-1999-00")


def test_a_figure_is_asked_of_who_is_responsible_for_every_quarter_with_a_target() -> None:
    text = plan_text(target="২", quarters="১\t\t১\t")
    reading = understood(read_text(text))
    found = INTEGRITY_PLAN.asks(reading.content, reading.framework, date(2018, 12, 1))
    assert [(ask.key, ask.line, ask.addressee, ask.target, ask.opens, ask.due, ask.due_on_issue) for ask in found] == [
        ("own:1.1.1:q1", "own:1.1.1", "উপপরিচালক", "1", "2018-07-01", "2018-10-15", True),
        ("own:1.1.1:q3", "own:1.1.1", "উপপরিচালক", "1", "2019-01-01", "2019-04-15", False),
    ]


def test_a_target_no_quarter_holds_is_asked_in_the_quarter_of_its_day_or_the_last() -> None:
    dated = plan_text(unit="তারিখ", target="৩০.০৯.২০১৮", quarters="\t\t\t")
    counted = plan_text(quarters="\t\t\t")
    quarters = []
    for text in (dated, counted):
        plan = understood(read_text(text)).content
        quarters += [ask.quarter for ask in INTEGRITY_PLAN.asks(plan, None, date(2018, 7, 1))]
    assert quarters == [1, 4]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_reading_what_was_written_gives_the_same_plan(plan: IntegrityPlan) -> None:
    again = INTEGRITY_PLAN.read(INTEGRITY_PLAN.write(plan), None)
    assert without_lines(again.content) == without_lines(plan)
    assert {doubt.code for doubt in again.doubts} <= {"counting-derived"}


@settings(max_examples=5, deadline=None)
@given(plans())
def test_a_plan_goes_through_a_word_file_and_comes_back_the_same(plan: IntegrityPlan) -> None:
    again = INTEGRITY_PLAN.read(read_bytes(write_docx(INTEGRITY_PLAN.write(plan)), "plan.docx"), None)
    assert without_lines(again.content) == without_lines(plan)


def test_the_form_of_2017_18_prints_the_year_before_and_no_marks() -> None:
    row = Indicator(
        code="1.1.1",
        title="অনুষ্ঠিত সভা",
        unit="number",
        unit_text="সংখ্যা",
        counting="sum",
        target=("4",),
        baselines={"2016-17": "2"},
        quarter_targets=("1", "1", "1", "1"),
        responsible=("আইন",),
    )
    area = Area(code="1", title="প্রাতিষ্ঠানিক ব্যবস্থা", activities=(Activity(code="1.1", title="সভা", indicators=(row,)),))
    plan = IntegrityPlan(
        office="কাল্পনিক কার্যালয়",
        counterpart="কাল্পনিক বিভাগ",
        fiscal_year="2017-18",
        title="কর্ম-পরিকল্পনা, ২০১৭-১৮",
        areas=(area,),
    )
    document = INTEGRITY_PLAN.write(plan)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert len(table.rows[2].cells) == 12
    assert document.landscape
    again = understood(document)
    assert without_lines(again.content) == without_lines(plan)
    assert {doubt.code for doubt in again.doubts} == {"counting-derived"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "-", "১", "২", "৩১.১০.২০১৮", "%", "লক্ষ্যমাত্রা", "১.১ কাজ", "১. ক্ষেত্র", "কথা"]),
            min_size=2,
            max_size=15,
        ),
        max_size=8,
    )
)
def test_no_table_breaks_the_reading(rows_of_cells: list[list[str]]) -> None:
    text = HEAD + "\n".join("\t".join(cells) for cells in rows_of_cells)
    reading = understood(read_text(text))
    assert IntegrityPlan.model_validate_json(reading.content.model_dump_json()) == reading.content
    understood(INTEGRITY_PLAN.write(reading.content))


def _slipped(*rows: tuple[str, str]) -> Area:
    """An area of activities with one indicator each."""
    return Area(
        code="1",
        title="সেবা",
        activities=tuple(
            Activity(code=f"1.{n}", title=title, indicators=(Indicator(code=f"1.{n}.1", title=row),))
            for n, (title, row) in enumerate(rows, 1)
        ),
    )


def test_an_indicator_that_slipped_a_row_up_is_proposed_for_the_activity_it_speaks_of() -> None:
    area = _slipped(
        ("অনলাইন সম্মেলন আয়োজন", "ফাইলিংকৃত নথি, ফাইলিং"),
        ("ফাইলিং পদ্ধতি চালু", "ইউনিকোড ব্যবহৃত"),
        ("ইউনিকোড ব্যবহার", "ইউনিকোড ব্যবহৃত"),
    )
    home = area.activities[1]
    assert misplaced(area, home, home.indicators[0]) == "ফাইলিংকৃত নথি, ফাইলিং"


def test_where_two_indicators_may_have_slipped_none_is_proposed() -> None:
    area = _slipped(
        ("অনলাইন সম্মেলন আয়োজন", "ফাইলিং শুরু"),
        ("ফাইলিং পদ্ধতি চালু", "ইউনিকোড ব্যবহৃত"),
        ("ইউনিকোড ব্যবহার", "ইউনিকোড ব্যবহৃত"),
        ("বই কেনা", "ফাইলিং শেষ"),
    )
    home = area.activities[1]
    assert misplaced(area, home, home.indicators[0]) is None


def test_a_plan_without_a_title_is_offered_that_of_its_form_and_printed_without() -> None:
    plan = understood(read_text(plan_text())).content.model_copy(update={"title": ""})
    again = understood(INTEGRITY_PLAN.write(plan))
    (doubt,) = [doubt for doubt in again.doubts if doubt.code == "title-missing"]
    assert again.content.title == ""
    assert doubt.suggestion == official_title(framework("integrity-2018-19"), "2018-19")
