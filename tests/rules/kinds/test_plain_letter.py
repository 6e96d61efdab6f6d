"""The plain letter: every part found, nothing lost, set again as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document, Paragraph, Table
from angikar.rules.kinds.plain_letter import PLAIN_LETTER, PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Copy, Letter, Signatory
from angikar.rules.reading import Reading

LETTER = """গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
কাল্পনিক অধিদপ্তর
১২ কাল্পনিক রোড, ঢাকা

স্মারক নং-১২.৩৪.৫৬০০.৭৮৯.০১.০০২.১৮-৪৫

তারিখঃ ২৬ ভাদ্র ১৪২৫
১০ সেপ্টেম্বর ২০১৮

বিষয়ঃ আসবাবপত্রের তালিকা প্রেরণ।

১। তালিকা আগামী ৩০ সেপ্টেম্বর ২০১৮ তারিখের মধ্যে নিচের ছকে প্রেরণের অনুরোধ করা হলো।

ক্রমিক\tনাম\tসংখ্যা
১\tটেবিল\t৪

২। পত্রের প্রাপ্তি স্বীকার করার অনুরোধ করা হলো।

(ক খ গ)
সহকারী পরিচালক
ফোনঃ ০২-০০০০

উপপরিচালক
কাল্পনিক জেলা কার্যালয়

মুদ্রিত: কাল্পনিক ছাপাখানা
"""

WORDS = st.sampled_from(["আসবাব", "তালিকা", "প্রেরণ", "শাখা", "কর্মকর্তা", "সভা", "নিষ্পত্তি", "চাহিদা", "হিসাব", "ভবন"])
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def understood(text: str) -> Reading[PlainLetter]:
    found = PLAIN_LETTER.read(read_text(text), None)
    return found.with_doubts(*PLAIN_LETTER.check(found.content, None))


def test_every_part_of_a_letter_is_read_and_what_belongs_to_no_part_becomes_a_note() -> None:
    reading = understood(LETTER)
    letter = reading.content
    assert letter.office == "কাল্পনিক অধিদপ্তর"
    assert letter.letter == Letter(
        memo_number="12.34.5600.789.01.002.18-45", date="2018-09-10", bangla_date="1425-05-26"
    )
    assert [(passage.label, len(passage.rows)) for passage in letter.body] == [("১।", 0), ("", 2), ("২।", 0)]
    assert letter.addressees == ("উপপরিচালক, কাল্পনিক জেলা কার্যালয়",)
    assert [(doubt.code, doubt.severity, doubt.place.line) for doubt in reading.doubts] == [
        ("line-unplaced", "info", 26)
    ]
    assert len(letter.notes) == 1


def test_the_letter_asks_for_its_acknowledgement_and_for_what_it_wants_by_a_day() -> None:
    found = PLAIN_LETTER.asks(understood(LETTER).content, None, date(2018, 10, 1))
    assert [(ask.kind, ask.due, ask.due_on_issue) for ask in found] == [
        ("acknowledge", None, False),
        ("report", "2018-09-30", True),
    ]
    assert {ask.addressee for ask in found} == {"উপপরিচালক, কাল্পনিক জেলা কার্যালয়"}


def test_reading_what_was_written_gives_the_same_letter() -> None:
    letter = understood(LETTER).content
    assert PLAIN_LETTER.read(PLAIN_LETTER.write(letter), None).content == letter


def test_any_paper_may_be_a_letter_but_the_parts_it_lacks_are_named() -> None:
    reading = understood("কথা মাত্র")
    assert [passage.text for passage in reading.content.body] == ["কথা মাত্র"]
    assert {doubt.code for doubt in reading.doubts} == {
        "memo-number-missing",
        "date-missing",
        "subject-missing",
        "signatory-missing",
    }
    assert PLAIN_LETTER.recognise(read_text("কথা মাত্র")) == 1
    assert PLAIN_LETTER.recognise(read_text(LETTER)) == 45


def test_the_covering_letter_of_the_real_plan_is_read_whole(seeds: Path) -> None:
    document = read_text((seeds / "integrity-plan-ec-2018-19.txt").read_text(encoding="utf-8"))
    above = Document(tuple(block for block in document.blocks if not isinstance(block, Table)))
    letter = PLAIN_LETTER.read(above, None).content
    assert letter.letter.memo_number == "17.00.0000.009.73.004.18-426"
    assert (len(letter.masthead), len(letter.addressees), len(letter.signatories)) == (2, 1, 2)
    assert len(letter.body) == 1


@settings(max_examples=60, deadline=None)
@given(
    subject=PHRASES,
    body=st.lists(PHRASES, min_size=1, max_size=4),
    addressees=st.lists(PHRASES, max_size=3),
    copies=st.lists(st.tuples(PHRASES, st.sampled_from([None, "সদয় অবগতির জন্য"])), max_size=3),
    day=st.sampled_from([("2018-09-10", "1425-05-26"), ("2022-10-13", "1429-06-28")]),
)
def test_what_is_written_can_be_read_again(
    subject: str, body: list[str], addressees: list[str], copies: list[tuple[str, str | None]], day: tuple[str, str]
) -> None:
    letter = PlainLetter(
        office="কাল্পনিক অধিদপ্তর",
        masthead=("কাল্পনিক অধিদপ্তর",),
        letter=Letter(memo_number="12.34.5600.789.01.002.18-45", date=day[0], bangla_date=day[1]),
        subject=subject,
        body=tuple(LetterPassage(text=text) for text in body),
        signatories=(Signatory(name="ক খ গ", post="পরিচালক", role="body", contact=("ফোন: ০২-০০০০",)),),
        addressees=tuple(addressees),
        copies=tuple(Copy(to=to, note=note) for to, note in copies),
    )
    assert PLAIN_LETTER.read(PLAIN_LETTER.write(letter), None).content == letter


@given(st.lists(st.text(max_size=60), max_size=10))
def test_no_text_breaks_the_reading(lines: list[str]) -> None:
    document = Document(tuple(map(Paragraph, lines)))
    reading = PLAIN_LETTER.read(document, None)
    assert PlainLetter.model_validate_json(reading.content.model_dump_json()) == reading.content


def test_a_span_of_working_days_and_a_rhythm_are_asked_and_the_rest_is_doubted() -> None:
    said = LETTER.replace("আগামী ৩০ সেপ্টেম্বর ২০১৮ তারিখের মধ্যে", "{when}")
    days = {
        "৩ (তিন) কার্যদিবসের মধ্যে": ["2018-09-13"],  # issued on a Monday
        "আগামী ৭ দিনের মধ্যে": ["2018-09-17"],
        "প্রতি বৃহস্পতিবার": [None],
        "আবেদন পাওয়ার ৭ দিনের মধ্যে": [],
    }
    for when, due in days.items():
        reading = understood(said.replace("{when}", when))
        asked = PLAIN_LETTER.asks(reading.content, None, date(2018, 9, 10))
        assert [each.due for each in asked if each.kind == "report"] == due, when
        assert ("schedule-unread" in {doubt.code for doubt in reading.doubts}) is (not due), when


def test_a_letter_that_asks_without_naming_a_day_says_that_it_makes_no_duty() -> None:
    text = LETTER.replace("আগামী ৩০ সেপ্টেম্বর ২০১৮ তারিখের মধ্যে নিচের ছকে", "প্রস্তুত করে")
    (doubt,) = [each for each in understood(text).doubts if each.code == "obligation-unread"]
    assert (doubt.severity, doubt.path) == ("info", "body.0.text")
    assert "তালিকা প্রস্তুত করে প্রেরণের অনুরোধ করা হলো" in str(doubt.as_json()["message_en"])
