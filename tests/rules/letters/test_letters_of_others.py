"""Letters as other offices set them: numbers behind other labels, gazettes, half-official letters, senders, letters without a number."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.plain_letter import PlainLetter

FOOT = "\n\n(নমুনা নাম)\nসহকারী পরিচালক\n"


def _read(text: str) -> PlainLetter:
    reading = understand(read_text(text), "plain_letter")
    assert isinstance(reading.content, PlainLetter)
    return reading.content


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("ডি.ও. নং-", "৩৩.০১.০০০০.১০৯.১৮.০১২.২১-৭৬০"),
        ("ডিও নং: ", "৩৩.০১.০০০০.১০৯.১৮.০১২.২১-৭৬০"),
        ("সূত্র: ", "নমু/প্রশা/পরি-১১/২০১৬/৯০৩"),
        ("সূত্র নং- ", "নমু/প্রশা/২০১৬/৯০৩"),
    ],
)
def test_a_memo_number_is_read_behind_any_label(label: str, number: str) -> None:
    letter = _read(f"নমুনা দপ্তর\n\n{label}{number}\tতারিখ: ০২ মে ২০২১\n\nবিষয়: সভা।\n\nসভা হবে।{FOOT}").letter
    assert (letter.memo_number or "").translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")) == number
    assert letter.date == "2021-05-02"


def test_the_number_of_another_letter_is_not_the_own_one() -> None:
    text = "নমুনা দপ্তর\n\nস্মারক নং-নমু/২০২১/৪৫\tতারিখ: ০২ মে ২০২১\n\nসূত্র: অন্য/২০২০/৭৭১, তারিখ: ০৩ মে ২০২০\n\nবিষয়: সভা।\n\nসভা হবে।"
    letter = _read(text + FOOT)
    assert (letter.letter.memo_number, letter.letter.date) == ("নমু/2021/45", "2021-05-02")


def test_the_text_of_a_gazette_follows_its_number_and_has_its_date_above_it() -> None:
    head = "নমুনা মন্ত্রণালয়\nপ্রজ্ঞাপন\n\nতারিখ: ২০ ফাল্গুন ১৪২৫ বঙ্গাব্দ/৪ মার্চ ২০১৯ খ্রিস্টাব্দ\n\n"
    for mark in ("।", " –"):
        letter = _read(f"{head}নং ২৮.০০.০০০০.০৩১.২২.০০৪.১৮-৫৬{mark} সরকার বোর্ডের সদস্য নিয়োগ করল।{FOOT}").letter
        assert letter.memo_number == "28.00.0000.031.22.004.18-56"
        assert (letter.date, letter.bangla_date) == ("2019-03-04", "1425-11-20")


def test_a_half_official_letter_is_written_to_the_person_below_its_signature() -> None:
    head = "নমুনা দপ্তর\n\nডি.ও. নং-৩৩.০১.০০০০.১০৯.১৮.০১২.২১-৭৬০\tতারিখ: ০২ মে ২০২১\n\nপ্রিয় সহকর্মী,\n\nচাহিদা জানাবেন।\n\n"
    letter = _read(f"{head}(ড. নমুনা নাম)\n\nজনাব অন্য নাম\nপরিচালক\nনমুনা বিভাগীয় দপ্তর\n")
    assert [(each.name, each.post) for each in letter.signatories] == [("ড. নমুনা নাম", None)]
    assert letter.addressees == ("জনাব অন্য নাম, পরিচালক, নমুনা বিভাগীয় দপ্তর",)


def test_who_sends_is_not_who_gets_a_letter() -> None:
    head = "নমুনা আদালত\n\nস্মারক নং-নমু/২০২১/৪৫\tতারিখ: ০২ মে ২০২১\n\nপ্রেরক: জেলা জজ, নীলগঞ্জ।\n\nপ্রাপক: হিসাবরক্ষণ অফিসার\nজেলা হিসাবরক্ষণ অফিস\n\n"
    letter = _read(f"{head}বিষয়: বিল।\n\nবিল পাঠাতে হবে।{FOOT}")
    assert letter.addressees == ("হিসাবরক্ষণ অফিসার, জেলা হিসাবরক্ষণ অফিস",)


@pytest.mark.parametrize(
    ("top", "office"),
    [
        (("জাতীয় নমুনা জাদুঘর", "শাহবাজপুর"), "জাতীয় নমুনা জাদুঘর"),
        (("অফিসার ইনচার্জের কার্যালয়", "নমুনা থানা, নীলগঞ্জ"), "অফিসার ইনচার্জের কার্যালয়"),
        (("নমুনা থানা", "নীলগঞ্জ"), "নমুনা থানা"),
    ],
)
def test_an_office_is_known_by_the_surest_word(top: tuple[str, ...], office: str) -> None:
    lines = "\n".join(top)
    assert _read(f"{lines}\n\nস্মারক নং-নমু/২০২১/৪৫\tতারিখ: ০২ মে ২০২১\n\nবিষয়: সভা।\n\nসভা হবে।{FOOT}").office == office


def test_a_letter_without_number_and_date_keeps_its_body_and_office() -> None:
    letter = _read("জেলা নমুনা কার্যালয়, নীলগঞ্জ\n\nপাঁচ সদস্যের পরিষদ গঠন করা হবে।\nনমুনা নাম\nসচিব\n১৩.৯.৭১\n")
    assert letter.office == "জেলা নমুনা কার্যালয়, নীলগঞ্জ"
    assert [each.text for each in letter.body] == ["পাঁচ সদস্যের পরিষদ গঠন করা হবে।"]


def test_an_address_above_the_text_of_a_notice_without_a_subject_is_no_end_of_it() -> None:
    head = (
        "নমুনা কার্যালয়\n\nস্মারক নং-নমু/২০২১/৪৫\tতারিখ: ০২ মে ২০২১\n\nকারণ দর্শানোর নোটিশ\n\nপ্রাপক:\nমেসার্স নমুনা\nবাজার রোড, নীলগঞ্জ\n\n"
    )
    letter = _read(f"{head}চুক্তি কেন বাতিল হবে না তা ৭ দিনের মধ্যে জানাতে বলা হলো।{FOOT}")
    assert (letter.title, letter.addressees) == ("কারণ দর্শানোর নোটিশ", ("মেসার্স নমুনা, বাজার রোড, নীলগঞ্জ",))
    assert [each.text for each in letter.body] == ["চুক্তি কেন বাতিল হবে না তা ৭ দিনের মধ্যে জানাতে বলা হলো।"]


@pytest.mark.parametrize(
    "heading",
    [
        "প্রতিলিপি:",
        "কপি:",
        "Copy to:",
        "তথ্যার্থে:",
        "নকল:",
        "অবহিতকরণের জন্য:",
        "সদয় অবগতি ও কার্যার্থে প্রেরণ করা হইল:",
    ],
)
def test_those_who_are_only_informed_are_no_addressees(heading: str) -> None:
    head = "নমুনা কার্যালয়\n\nস্মারক নং-নমু/২০২১/৪৫\tতারিখ: ০২ মে ২০২১\n\nবিষয়: সভা।\n\nসভা হবে।"
    letter = _read(f"{head}{FOOT}\nবিতরণ তালিকা:\n১। পুলিশ সুপার\n\n{heading}\n১। জেলা প্রশাসক\n২। অফিস নথি\n")
    assert letter.addressees == ("পুলিশ সুপার",)
    assert [each.to for each in letter.copies] == ["জেলা প্রশাসক", "অফিস নথি"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("পত্র নং : ৫৭৭/প্রশাসন, তারিখ: ০২/০৫/২০২১", "577/প্রশাসন"),
        ("মেমো নং ২২৫/উশিঅ/২০২০\tতারিখ: ০২/০৫/২০২১", "225/উশিঅ/2020"),
        ("প্রজ্ঞাপন নং-১২/২০২১\tতারিখ: ০২/০৫/২০২১", "12/2021"),
    ],
)
def test_a_number_that_ends_in_words_is_read_whole(printed: str, number: str) -> None:
    letter = _read(f"নমুনা কার্যালয়\n\n{printed}\n\nবিষয়: সভা।\n\nসভা হবে।{FOOT}").letter
    assert (letter.memo_number, letter.date) == (number, "2021-05-02")


@pytest.mark.parametrize("title", ["ফ্যাক্স বার্তা", "মঞ্জুরি আদেশ", "কার্যাদেশ", "আধা-সরকারি পত্র", "তাগিদপত্র", "গেজেট বিজ্ঞপ্তি"])
def test_a_heading_is_known_whatever_is_before_it(title: str) -> None:
    head = f"নমুনা কার্যালয়\n\nস্মারক নং-নমু/২০২১/৪৫\tতারিখ: ০২ মে ২০২১\n\n{title}\n\nসকলকে জানানো হলো।{FOOT}"
    assert (_read(head).title, [each.text for each in _read(head).body]) == (title, ["সকলকে জানানো হলো।"])
