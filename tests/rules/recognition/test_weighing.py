"""A kind is found by many signs together; where two kinds are nearly as likely, or a letter holds the table of a plan, it is said."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import as_json, understand

HEAD = "কার্যক্রম\tকর্মসম্পাদন সূচক\tএকক\tসূচকের মান\tলক্ষ্যমাত্রা ২০২২-২৩"
ROW = "১.১ সভা আয়োজন\tঅনুষ্ঠিত সভা\tসংখ্যা\t৪\t৪"
DONE = f"{HEAD}\tঅর্জন\n{ROW}\t২\n{ROW}\t৩"
PAPERS = {
    "আদেশের কাগজ": ("জেলা কার্যালয়\n\nবিষয়: সভা।\n\nসভা হবে।", "plain_letter"),
    "two lines of title": (f"নমুনা কার্যালয়\nতথ্য অধিকার কর্মপরিকল্পনার\nবার্ষিক স্ব-মূল্যায়ন, ২০২২-২৩\n{DONE}", "progress_report"),
    "achievement of an agreement": (f"বার্ষিক কর্মসম্পাদন চুক্তি ২০২২-২৩ এর অর্জন\n{DONE}", "progress_report"),
    "spans in a plan's title": (
        f"নমুনা বিভাগের শুদ্ধাচার কর্মপরিকল্পনা ২০২২-২৩\n{HEAD}\tঅর্জন (জুলাই-সেপ্টেম্বর ২০২২)\n{ROW}\t২\n{ROW}\t-",
        "progress_report",
    ),
    "plan in a letter": (
        f"নং ১২.০০.০০০০.০০১.০১.০০১.২২-৫\nবিষয়: তথ্য অধিকার কর্মপরিকল্পনা প্রেরণ।\n{HEAD}\n{ROW}",
        "reform_plan",
    ),
    "resolution": ("হিজলতলী ইউনিয়ন পরিষদের মাসিক সভার রেজুলেশন\nসভার তারিখ: ০৮/০৩/২০২২", "minutes"),
    "misspelt minutes": ("কমিটির সভার কার্যবিবরনী\nসভার তারিখ: ০৮/০৩/২০২২", "minutes"),
    "supplementary circular": ("জেলা কার্যালয়\nসম্পূরক পরিপত্র-২\nবিষয়: সভা\n১। সভা করবেন।", "circular"),
    "numbered circular": ("জেলা কার্যালয়\nপরিপত্র নং: ৩/২০১৯ (সংশোধিত)\nবিষয়: সভা\n১। সভা করবেন।", "circular"),
    "quoted circular": ("জেলা কার্যালয়\n“পরিপত্র”\nবিষয়: সভা\n১। সভা করবেন।", "circular"),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_kind_is_found_by_many_signs(name: str) -> None:
    text, kind = PAPERS[name]
    reading = understand(read_text(text))
    assert reading.kind == kind
    assert reading.candidates[0].points >= reading.candidates[-1].points
    assert "table-in-letter" not in {doubt.code for doubt in reading.doubts}


def test_a_letter_with_a_table_of_indicators_is_never_silently_a_letter() -> None:
    reading = understand(
        read_text(f"নমুনা কার্যালয়\nনং ১২.০০.০০০০.০০১.০১.০০১.২২-৫\nবিষয়: তালিকা।\n\nতালিকা দেওয়া হলো।\n\n{DONE}")
    )
    assert reading.kind == "plain_letter"
    said = next(doubt for doubt in reading.doubts if doubt.code == "table-in-letter")
    assert (said.severity, said.suggestion) == ("error", "progress_report")


def test_a_kind_chosen_by_hand_is_doubted_where_another_is_clearly_likelier() -> None:
    report = read_text(PAPERS["achievement of an agreement"][0])
    said = {each.code: each.severity for each in understand(report, "plain_letter").doubts if each.path == "kind"}
    assert said == {"kind-uncertain": "warning", "table-in-letter": "error"}
    assert [each.code for each in understand(report, "progress_report").doubts if each.path == "kind"] == []


def test_years_in_the_heading_of_a_table_are_no_figures_to_be_understood() -> None:
    plain, dated = (f"{HEAD}\t{head}\n{ROW}\t২\n{ROW}\t৩" for head in ("অর্জন", "অর্জন (জুলাই ২০২২-জুন ২০২৩)"))
    assert understand(read_text(plain)).figures[1] == understand(read_text(dated)).figures[1]


def test_a_narrow_lead_is_an_error_that_names_the_second_kind_and_its_signs() -> None:
    pairs = f"{HEAD}\tলক্ষ্যমাত্রা/অর্জন\t১ম কোয়ার্টার\t২য় কোয়ার্টার\t৩য় কোয়ার্টার\t৪র্থ কোয়ার্টার\tমোট অর্জন"
    rows = f"{ROW}\tলক্ষ্যমাত্রা\t১\t১\t১\t১\t\n\t\t\t\t\tঅর্জন\t১\t১\t\t\t২"
    reading = understand(read_text(f"শুদ্ধাচার কর্ম-পরিকল্পনা ২০২২-২৩ এর ২য় কোয়ার্টার অগ্রগতি\n{pairs}\n{rows}"))
    said = next(doubt for doubt in reading.doubts if doubt.code == "kind-uncertain")
    assert {reading.kind, said.suggestion} == {"integrity_plan", "progress_report"}
    assert "a title of a report" in said.message_en
    assert [each["kind"] for each in as_json(reading)["candidates"]][:2] == [reading.kind, said.suggestion]  # type: ignore[attr-defined]


def test_figures_in_no_field_are_counted_and_few_understood_are_an_error() -> None:
    lost = "\n".join(f"শাখা {n}\t{n * 37}\t{n * 91}\t{n * 53}" for n in range(2, 7))
    reading = understand(read_text(f"তথ্য অধিকার কর্মপরিকল্পনা, ২০২২-২৩\n{HEAD}\n{ROW}\n\nনাম\tক\tখ\tগ\n{lost}"))
    known, everything = reading.figures
    assert 0 < known < 0.8 * everything
    assert [doubt.severity for doubt in reading.doubts if doubt.code == "figures-unread"] == ["error"]


def test_a_table_copied_one_cell_a_line_is_never_silently_a_letter() -> None:
    cells = " |\n".join((*HEAD.split("\t"), *ROW.split("\t")[:-1]))  # a cell was lost, so no row can be set
    reading = understand(read_text(f"তথ্য অধিকার কর্মপরিকল্পনা, ২০২২-২৩\n{cells} |"))
    assert [doubt.severity for doubt in reading.doubts if doubt.code == "table-in-letter"] == ["error"]
