"""Letters as other offices set them: names without brackets, copies under other headings, the addressee above the subject."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.document import Cell, Document, Paragraph, Row, Table
from angikar.rules.letters.foot import distribution, signatories
from angikar.rules.letters.head import letterhead
from angikar.rules.letters.office import office_of

HEAD = "জেলা কার্যালয়\nস্মারক নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২৩-১৮৫\nতারিখ: ১৩ সেপ্টেম্বর ২০২৩\n"
BODY = "\nবিষয়: তালিকা।\n\nআপনার সদয় অবগতি ও প্রয়োজনীয় কার্যার্থে তালিকা প্রেরণ করা হলো।\n"


@pytest.mark.parametrize(
    "heading",
    [
        "অনুলিপি:",
        "সদয় জ্ঞাতার্থে অনুলিপি:",
        "সদয় অবগতি ও প্রয়োজনীয় কার্যার্থে প্রেরণ করা হলো:",
        "জ্ঞাতার্থে:",
        "অবগতির জন্য:",
        "অনুলিপি জ্ঞাতার্থে ও কার্যার্থে প্রেরিত হলো (জ্যেষ্ঠতার ক্রমানুসারে নয়):",
    ],
)
@pytest.mark.parametrize("numbers", ["১। ২।", "(১) (২)", "১) ২)", "ক) খ)"])
def test_those_who_are_only_informed_are_never_those_who_must_act(heading: str, numbers: str) -> None:
    first, second = numbers.split()
    found = distribution(
        read_text(f"{HEAD}{BODY}\n(রহিম উদ্দিন)\nসচিব\n\n{heading}\n{first} বিভাগীয় কমিশনার, মেঘনা\n{second} অফিস কপি")
    )
    assert [copy.to for copy in found.copies] == ["বিভাগীয় কমিশনার, মেঘনা", "অফিস কপি"]
    assert (found.addressees, found.doubts) == ((), ())


@pytest.mark.parametrize("block", ["বরাবর,\nপরিচালক\nনমুনা অধিদপ্তর", "প্রতি,\nপরিচালক\nনমুনা অধিদপ্তর", "পরিচালক\nনমুনা অধিদপ্তর"])
def test_the_addressee_may_stand_above_the_subject(block: str) -> None:
    assert distribution(read_text(f"{HEAD}\n{block}\n{BODY}\n(রহিম উদ্দিন)\nসচিব")).addressees == (
        "পরিচালক, নমুনা অধিদপ্তর",
    )


@pytest.mark.parametrize("before", ["", "স্বাক্ষরিত/-\n", "রাষ্ট্রপতির আদেশক্রমে\n", "১৩-০৯-২০২৩\n"])
def test_a_name_without_brackets_over_a_post_signs(before: str) -> None:
    found = signatories(read_text(f"{HEAD}{BODY}\n{before}মোঃ শাহজাহান কবীর\nসহকারী কমিশনার\n\nঅনুলিপি:\n১। অফিস কপি"))
    assert [(each.signatory.name, each.signatory.post) for each in found] == [("মোঃ শাহজাহান কবীর", "সহকারী কমিশনার")]


def test_a_post_alone_and_a_line_of_the_text_sign_nothing() -> None:
    assert signatories(read_text(f"{HEAD}{BODY}\nসহকারী কমিশনার\nনীলগঞ্জ")) == ()


@pytest.mark.parametrize(
    ("lines", "office"),
    [
        (("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "জলসম্পদ মন্ত্রণালয়", "প্রশাসন-২ শাখা", "www.jal.example"), "জলসম্পদ মন্ত্রণালয়"),
        (("জেলা প্রশাসকের কার্যালয়", "নীলগঞ্জ", "(ত্রাণ শাখা)"), "জেলা প্রশাসকের কার্যালয়"),
        (("নমুনা ইউনিয়ন পরিষদ কার্যালয়", "উপজেলা: পলাশডাঙ্গা, জেলা: নীলগঞ্জ"), "নমুনা ইউনিয়ন পরিষদ কার্যালয়"),
        (("পুলিশ কমিশনারের কার্যালয়", "মেঘবতী", "বরাবর", "পাসপোর্ট অধিদপ্তর"), "পুলিশ কমিশনারের কার্যালয়"),
    ],
)
def test_the_office_is_named_by_the_letterhead_and_not_by_its_last_line(lines: tuple[str, ...], office: str) -> None:
    assert office_of(lines) == office


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("স্মারক নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২৩(অংশ-১)-১৮৫", "05.47.4900.026.02.015.23(অংশ-1)-185"),
        ("স্মারক সংখ্যা: ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২৩-১৮৫", "05.47.4900.026.02.015.23-185"),
        ("নং: জেশিঅ/নীল/২০১৫/৩০১(৪৫)", "জেশিঅ/নীল/2015/301(45)"),
        ("Memo No. 44.11.0000.012.02.001.24-3321", "44.11.0000.012.02.001.24-3321"),
    ],
)
def test_memo_numbers_keep_all_their_parts(line: str, number: str) -> None:
    assert letterhead(read_text(f"জেলা কার্যালয়\n{line}\nতারিখ: ১৩ সেপ্টেম্বর ২০২৩")).letter.memo_number == number


def test_the_number_of_copies_behind_the_second_memo_number_is_no_contradiction() -> None:
    again = "স্মারক নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২৩-১৮৫/১(২)\nতারিখ: ১৩ সেপ্টেম্বর ২০২৩\nঅনুলিপি:\n১। অফিস কপি"
    assert letterhead(read_text(f"{HEAD}{BODY}\n(রহিম উদ্দিন)\nসচিব\n\n{again}")).doubts == ()


def test_a_name_and_a_post_below_a_table_sign_the_paper() -> None:
    table = Table((Row((Cell("১"), Cell("সড়ক"), Cell("মেরামত হবে।"), Cell("প্রকৌশলী"))),))
    document = Document((Paragraph("সভার কার্যবিবরণী"), table, Paragraph("ডাঃ রহিমা খাতুন"), Paragraph("সিভিল সার্জন")))
    assert [(each.signatory.name, each.signatory.post) for each in signatories(document)] == [
        ("ডাঃ রহিমা খাতুন", "সিভিল সার্জন")
    ]
