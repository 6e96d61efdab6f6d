"""Letters are read by their form: memo number, two dates of one day, subject, signature, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.document import Cell, Document, Paragraph, Place, Row, Signature, Table
from angikar.rules.letters.body import body
from angikar.rules.letters.foot import distribution, enclosure, signatories
from angikar.rules.letters.head import letterhead, masthead, subject
from angikar.rules.letters.items import copy
from angikar.rules.letters.laws import letter_laws, memo_office
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.values import Copy, Letter

MEMO = "12.34.5600.789.01.002.18-45"


def paper(text: str) -> Document:
    """The Document of a text, line by line, blank lines left out but counted."""
    lines = enumerate(text.strip("\n").split("\n"), start=1)
    return Document(tuple(Paragraph(line.strip(), place=Place(number)) for number, line in lines if line.strip()))


LETTER = paper("""
গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
কাল্পনিক অধিদপ্তর

স্মারক নং-১২.৩৪.৫৬০০.৭৮৯.০১.০০২.১৮-৪৫

তারিখঃ ২৬ ভাদ্র ১৪২৫
১০ সেপ্টেম্বর ২০১৮

বিষয়ঃ শাখার আসবাবপত্রের তালিকা হালনাগাদকরণ, পুরাতন আসবাব নিষ্পত্তি ও নতুন চাহিদা
প্রেরণ প্রসঙ্গে।

১। তালিকা আগামী ৩০ সেপ্টেম্বর ২০১৮ তারিখের মধ্যে প্রেরণের অনুরোধ করা হলো।

সংলগ্নী: ০২ পাতা

(ক খ গ)
সহকারী পরিচালক
প্রশাসন শাখা
ফোনঃ ০২-০০০০

বিতরণ:
১। উপপরিচালক, ..... (সকল)
২। হিসাবরক্ষক

অনুলিপি:
১। পরিচালক মহোদয়ের একান্ত সহকারী (পরিচালক মহোদয়ের সদয় অবগতির জন্য)
৩। সিস্টেম ম্যানেজার [ওয়েবসাইটে প্রকাশের অনুরোধসহ]
৪।
""")


def test_memo_number_and_both_dates_are_read_with_their_places() -> None:
    found = letterhead(LETTER)
    assert found.letter == Letter(memo_number=MEMO, date="2018-09-10", bangla_date="1425-05-26")
    (head,) = found.heads
    assert (head.memo_place.line, head.bangla_place.line, head.date_place.line) == (4, 6, 7)
    assert found.doubts == ()


def test_the_subject_goes_on_where_the_page_broke_it_and_the_body_begins_below() -> None:
    about = subject(LETTER)
    assert about is not None
    assert about.text.endswith("নতুন চাহিদা প্রেরণ প্রসঙ্গে।")
    assert about.place.line == 9
    (passage,) = body(LETTER)
    assert passage.text.startswith("১। তালিকা")


def test_the_lines_above_the_memo_number_are_the_masthead() -> None:
    assert [line.place.line for line in masthead(LETTER)] == [1, 2]


def test_a_signature_ends_with_its_contacts_and_an_empty_item_and_a_jump_are_doubts() -> None:
    (signed,) = signatories(LETTER)
    assert signed.signatory.post == "সহকারী পরিচালক"
    assert signed.signatory.office == "প্রশাসন শাখা"
    assert signed.signatory.contact == ("ফোনঃ ০২-০০০০",)
    assert (signed.place.line, signed.last.line) == (16, 19)
    sent = distribution(LETTER)
    assert sent.addressees == ("উপপরিচালক, ..... (সকল)", "হিসাবরক্ষক")
    assert [each.note is None for each in sent.copies] == [False, False]
    assert [(doubt.code, doubt.place.line, doubt.suggestion) for doubt in sent.doubts] == [
        ("list-number", 27, "2"),
        ("list-item-empty", 28, None),
        ("list-number", 28, "3"),
    ]
    enclosed = enclosure(LETTER)
    assert enclosed is not None
    assert enclosed.text == "০২ পাতা"


@pytest.mark.parametrize(
    ("bangla", "day", "code", "suggestion"),
    [
        ("1425-05-26", "2018-09-10", None, None),
        ("1429-06-28", "2022-10-13", None, None),
        ("1423-09-02", "2016-12-16", None, None),
        ("1429-08-18", "2022-12-02", "bangla-date-old-rule", "1429-08-17"),
        ("1432-07-11", "2025-10-26", "bangla-date-old-rule", "1432-07-10"),
        ("1429-06-27", "2022-10-13", "bangla-date-disagrees", "1429-06-28"),
        ("1429-13-01", "2022-10-13", "bangla-date-impossible", "1429-06-28"),
        ("1379-07-18", "1972-11-04", None, None),
    ],
)
def test_two_dates_of_a_letter_name_one_day(bangla: str, day: str, code: str | None, suggestion: str | None) -> None:
    found = letter_laws(Letter(date=day, bangla_date=bangla))
    assert [(doubt.code, doubt.suggestion) for doubt in found] == ([(code, suggestion)] if code else [])


@pytest.mark.parametrize(
    ("memo", "day", "code", "suggestion"),
    [
        (MEMO, "2018-09-10", None, None),
        ("12.34.0000.567.089.10.0011.24-7", "2024-09-10", None, None),
        (MEMO, "2017-09-10", "memo-after-date", None),
        ("12.34.5600789.01.002.18-45", "2018-09-10", "memo-unknown-pattern", MEMO),
        ("কঅ/প্রশা/২০১৮", "2018-09-10", "memo-unknown-pattern", None),
    ],
)
def test_a_memo_number_follows_a_scheme(memo: str, day: str, code: str | None, suggestion: str | None) -> None:
    found = letter_laws(Letter(memo_number=memo, date=day))
    assert [(doubt.code, doubt.suggestion) for doubt in found] == ([(code, suggestion)] if code else [])


def test_a_month_of_the_other_calendar_is_not_read_but_the_likely_day_is_offered() -> None:
    found = letterhead(paper("নং-১২.৩৪.৫৬০০.৭৮৯.০১.০০২.২২-৪৫\nতারিখ: ২৮ আগস্ট ১৪২৯\n১৩ অক্টোবর ২০২২"))
    assert found.letter.bangla_date is None
    (doubt,) = found.doubts
    assert (doubt.code, doubt.place.line, doubt.suggestion) == ("not-a-bangla-month", 2, "1429-06-28")


def test_the_second_printing_fills_what_the_first_lost_and_must_agree_with_it() -> None:
    text = "নং-১২.৩৪.৫৬০০.৭৮৯.০১.০০২.২২-৪৫\nতারিখ: ৩৪ আশ্বিন ১৪২৯\n১৩ অক্টোবর ২০২২\n\nকথা\n\n"
    again = "১২.৩৪.৫৬০০.৭৮৯.০১.০০২.২২-৪৬\nতারিখ: ২৮ আশ্বিন ১৪২৯\n১৩ অক্টোবর ২০২২"
    found = letterhead(paper(text + again))
    assert found.letter.bangla_date == "1429-06-28"
    assert [(doubt.code, doubt.place.line) for doubt in found.doubts] == [
        ("bangla-date-impossible", 2),
        ("letterhead-differs", 7),
    ]


def test_memo_and_dates_set_side_by_side_in_a_table_are_found() -> None:
    row = Row((Cell("নং-১২.৩৪.৫৬০০.৭৮৯.০১.০০২.১৮-৪৫"), Cell("তারিখ: ২৬ ভাদ্র ১৪২৫\n১০ সেপ্টেম্বর ২০১৮")))
    found = letterhead(Document((Table((row,), borders=False),)))
    assert found.letter == Letter(memo_number=MEMO, date="2018-09-10", bangla_date="1425-05-26")


def test_a_number_of_the_offices_own_making_is_stored_and_doubted() -> None:
    found = letterhead(paper("স্মারক নং: কঅ/প্রশা/২০১৮-৪৫\nতারিখ: ১০ সেপ্টেম্বর ২০১৮"))
    assert found.letter == Letter(memo_number="কঅ/প্রশা/2018-45", date="2018-09-10")
    assert [doubt.code for doubt in found.doubts] == ["memo-unknown-pattern"]


@pytest.mark.parametrize("text", ["২৬-০৭-২০১৬", "পৃষ্ঠা ১২", "০২-৫৫০০০০০০", "১.২ কমিটির সভা", "১২৩.৪৫"])
def test_figures_that_are_no_memo_number_are_not_read_as_one(text: str) -> None:
    assert memo_in(text) is None


def test_blocks_without_lines_are_separate_by_themselves() -> None:
    blocks = (Signature(("(ক খ গ)", "পরিচালক")), Paragraph("উপপরিচালক, ঢাকা"), Paragraph("টীকা"))
    (signed,) = signatories(Document(blocks))
    assert signed.signatory.office is None
    assert distribution(Document(blocks)).addressees == ("উপপরিচালক, ঢাকা",)


def test_a_note_of_the_scanner_is_no_name() -> None:
    assert signatories(paper("(Handwritten signature)\nপরিচালক")) == ()


def test_a_family_of_offices_is_no_note() -> None:
    assert copy("জেলা প্রশাসক, ..... (সকল)") == Copy(to="জেলা প্রশাসক, ..... (সকল)")
    assert copy("সচিব ((তাঁকে অবহিত করার অনুরোধ করা হলো)।").note == "তাঁকে অবহিত করার অনুরোধ করা হলো"


@given(st.lists(st.text(max_size=40), max_size=12))
def test_no_text_breaks_the_reading_of_a_letter(lines: list[str]) -> None:
    document = Document(tuple(Paragraph(line, place=Place(n)) for n, line in enumerate(lines, 1)))
    found = letterhead(document)
    assert len(found.heads) <= len(lines)
    assert len(signatories(document)) <= len(lines)
    assert len(distribution(document).places) <= 2 * len(lines)
    assert all(passage.text or passage.label for passage in body(document))


@pytest.mark.parametrize(
    ("memo", "office", "sentence"),
    [
        ("05.47.4900.026.02.015.16-185", "জেলা প্রশাসকের কার্যালয়", None),
        ("05.87.8900.026.02.015.16-185", "জেলা প্রশাসকের কার্যালয়", "begin with 05.47.4900"),
        ("17.00.0000.009.73.004.18-426", "জেলা প্রশাসকের  কার্যালয়।", "figures of “নদীকূল কমিশন”"),
        ("05.87.8900.026.02.015.16-185", "অচেনা অফিস", None),
        (None, "জেলা প্রশাসকের কার্যালয়", None),
    ],
)
def test_a_memo_number_begins_as_those_of_its_office_do(memo: str | None, office: str, sentence: str | None) -> None:
    register = {"জেলা প্রশাসকের কার্যালয়": "05.47.4900", "নদীকূল কমিশন": "17.00", "শূন্য": ""}
    found = [doubt.message_en for doubt in memo_office(Letter(memo_number=memo), office, register)]
    assert len(found) == (sentence is not None)
    assert sentence is None or sentence in found[0]


def test_a_signature_beside_the_addressee_is_found_in_the_order_of_the_file_and_of_the_page() -> None:
    printed = {
        1: f"নং-{MEMO}",
        2: "বিষয়: সভা",
        3: "সভা হবে।",
        7: "জেলা কর্মকর্তা",
        4: "(রহিম উদ্দিন)",
        5: "পরিচালক",
    }
    page = Document(tuple(Paragraph(text, place=Place(line, 1)) for line, text in printed.items()))
    assert [signed.signatory.post for signed in signatories(page)] == ["পরিচালক"]
    assert distribution(page).copies == ()
