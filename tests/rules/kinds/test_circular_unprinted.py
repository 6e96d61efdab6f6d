"""Directives without a printed number: each has a code that says so, is printed without one and read back with the same."""

from __future__ import annotations

from datetime import date

from angikar.formats import read
from angikar.formats.writers.docx import write_docx
from angikar.rules.kinds.circular import CIRCULAR, Circular
from angikar.rules.kinds.circular.arrange import arrange
from angikar.rules.kinds.circular.asks import asks
from angikar.rules.kinds.circular.meaning import follow
from tests.rules.kinds.circulars import SAMPLE, bare, judged, whole

ISSUED = date(2023, 3, 1)
HEAD, _, _REST = SAMPLE.partition("উপর্যুক্ত বিষয়ে")
FOOT = _REST[_REST.index("(কখগ ঘঙচ)") :]
ORDERS = (
    "পুলিশ সুপার ১০ মার্চ ২০২৩ তারিখের মধ্যে তালিকা প্রেরণ করবেন।",
    "ব্যালট বাক্স যাচাই: রিটার্নিং অফিসার ১২ মার্চ ২০২৩ তারিখের মধ্যে প্রতিবেদন প্রেরণ করবেন।",
    "কেন্দ্রগুলো পরিদর্শন করতে হবে।",
)


def _unnumbered(gap: str = "\n\n") -> Circular:
    return whole(HEAD + gap.join(ORDERS) + "\n\n" + FOOT).content


def test_a_code_that_is_not_printed_says_so_and_does_not_hang_on_the_lines_of_the_file() -> None:
    for gap in ("\n\n", "\n\n\n\n"):
        assert [each.code for each in _unnumbered(gap).directives] == ["*1", "*2", "*3"]
    said = [
        (each.path, each.severity)
        for each in whole(HEAD + "\n\n".join(ORDERS) + "\n\n" + FOOT).doubts
        if each.code == "code-unprinted"
    ]
    assert said == [(f"directives.{n}.code", "info") for n in range(3)]


def test_no_code_is_printed_where_none_was_and_the_print_is_read_with_the_same_ones() -> None:
    content = _unnumbered()
    printed = CIRCULAR.write(content)
    assert "*" not in printed.text
    for again in (judged(printed).content, judged(read(write_docx(printed), "circular.docx")).content):
        assert bare(again.model_dump()) == bare(content.model_dump())


def test_each_directive_without_a_number_asks_for_itself_by_its_title_where_it_has_one() -> None:
    asked = [each for each in asks(_unnumbered(), None, ISSUED) if each.kind == "report"]
    assert [(each.key, each.due) for each in asked] == [("*1:1:once", "2023-03-10"), ("*2:1:once", "2023-03-12")]
    assert asked[1].text == "*২ ব্যালট বাক্স যাচাই"


def test_a_paragraph_without_a_number_has_the_number_above_it_only_where_that_is_free() -> None:
    listed = SAMPLE.replace("৩। **কর্মপরিকল্পনা:** পুলিশ", "পুলিশ")
    assert [each.code for each in whole(listed).content.directives] == ["1", "2(ক)", "2(খ)", "2(গ)", "2", "4"]
    behind = SAMPLE.replace("৪। **প্রাপ্তি", "কেন্দ্র পরিদর্শন করতে হবে।\n\n৪। **প্রাপ্তি")
    reading = whole(behind)
    assert [each.code for each in reading.content.directives] == ["1", "2(ক)", "2(খ)", "2(গ)", "3", "*1", "4"]
    assert {each.code: each.severity for each in reading.doubts} == {
        "anchor-missing": "info",
        "code-unprinted": "info",
        "paragraph-unnumbered": "info",
    }


def test_a_directive_that_is_given_a_number_loses_the_code_that_none_is_printed() -> None:
    content = _unnumbered()
    numbered = follow(content, arrange(content, "paragraphs.0", "number"))
    assert [each.code for each in numbered.directives] == ["1", "*1", "*2"]
    added = arrange(content, "paragraphs", "add", "সকলকে অবহিত করতে হবে।")
    assert [each.code for each in added.directives] == ["*1", "*2", "*3", "1"]
