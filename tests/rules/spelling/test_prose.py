"""Laws of running text: each finds its breach and names what is right, and finds none where the text is right."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.rules.content import Content
from angikar.rules.letters.values import Letter
from angikar.rules.spelling.prose import MOST_SUGGESTED, prose_laws, text_laws

ISSUED = date(2016, 8, 17)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("মঙ্গলবার, ২০-০৬-২০১৪ তারিখে সভা", "weekday-differs"),
        ("সভা ২০ জুন ২০১৪ খ্রিঃ (মঙ্গলবার) সকাল ১০টায়", "weekday-differs"),
        ("২০/০৬/২০১৪ তারিখ রোজ মঙ্গলবার", "weekday-differs"),
        ("২৭ আশ্বিন ১৪২৯ বঙ্গাব্দ মোতাবেক ১৩ অক্টোবর ২০২২ খ্রি.", "bangla-date-disagrees"),
        ("১৩ অক্টোবর ২০২২/২৭ আশ্বিন ১৪২৯", "bangla-date-disagrees"),
        ("স্মারক নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫, তারিখঃ ২৮/০৯/২০১৬খ্রিঃ মোতাবেক", "cited-memo-later"),
        ("২৮.০৯.২০১৬ তারিখের ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫ নম্বর স্মারক", "cited-memo-later"),
        ("০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৭-১৮৫ নম্বর স্মারক", "cited-memo-later"),
        ("২০২২-২০২৪ অর্থবছরের পরিকল্পনা", "fiscal-year-impossible"),
        ("২০২২-২২ অর্থ বছরে", "fiscal-year-impossible"),
        ("২৫.১২.২০২২ থেকে ২০.১২.২০২২ পর্যন্ত", "window-reversed"),
        ("২৫ পৌষ ১৪২৯ হতে ২০ পৌষ ১৪২৯", "window-reversed"),
        ("০৭ (আট) দিনের মধ্যে", "figure-word-differs"),
        ("৩ (তিনি) দিন পূর্বে", "figure-word-differs"),
        ("২(তিন) কপি", "figure-word-differs"),
        ("প্রেরণ করবেন (অনুরোধসহ।", "bracket-unbalanced"),
        ("অনুলিপি ((সদয় অবগতির জন্য)", "bracket-unbalanced"),
        ("র্যাব ও পুলিশ", "joiner-lost"),
        ("2(দুই) দিনের প্রশিক্ষণ", "latin-digits"),
        ("০৪.০০.০০০০৮২২.১৪.০৪২.১৬.০৫৩ নম্বর পত্র", "memo-unknown-pattern"),
    ],
)
def test_each_breach_has_a_sentence_in_both_languages(text: str, code: str) -> None:
    (found,) = text_laws(text, ISSUED)
    assert found.code == code
    bangla, english = found.sentence.both(**found.facts)
    assert bangla.endswith("।")
    assert english.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "শুক্রবার, ২০-০৬-২০১৪ তারিখে সভা",
        "২০ জুন ২০১৪, মঙ্গলবার ২৪ জুন ২০১৪",  # whose day it is, the text does not say
        "মঙ্গলবারের সভায় ২০ জুন ২০১৪ তারিখের পত্র পঠিত হয়",
        "২৮ আশ্বিন ১৪২৯/১৩ অক্টোবর ২০২২",
        "১০ অক্টোবর ২০২২, ২৮ আশ্বিন ১৪২৯/১৩ অক্টোবর ২০২২",
        "২৮ আশ্বিন ১৪২৯ তারিখের সভায় ১৫ অক্টোবর ২০২২ নির্ধারিত হয়",
        "স্মারক নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫, তারিখঃ ২৮/০৬/২০১৬খ্রিঃ",
        "স্মারক নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫ অনুযায়ী ২৮/০৯/২০১৬ তারিখের মধ্যে",
        "২০২২-২৩ ও ২০২২-২০২৩ অর্থবছর",
        "২০২১-২০২৪ অর্থবছরসমূহে",
        "২০.১২.২০২২ থেকে ২৫.১২.২০২২ পর্যন্ত",
        "০৭ (সাত) দিন, ১৫ (পনের) কপি, ২০১৬ (সংশোধিত), ৩ (ক)",
        "ধারা ১১(২) ও বিধি ১৬(৬)",
        "১) সভা হবে; ২) প্রতিবেদন যাবে; ক) অনুলিপি",
        "কার্যক্রম, র‍্যাব",
        "ISO 9001 সনদ, Form 2 (দুই)",
        "০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫ নম্বর পত্র",
    ],
)
def test_a_text_that_is_right_is_left_alone(text: str) -> None:
    assert list(text_laws(text, ISSUED)) == []


def test_a_letter_without_a_date_cannot_be_older_than_what_it_quotes() -> None:
    assert list(text_laws("স্মারক নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫, তারিখঃ ২৮/০৯/২০১৬খ্রিঃ", None)) == []


def test_the_suggestion_leaves_the_words_around_the_mistake_as_they_are() -> None:
    (found,) = text_laws("নির্বাচনের ৩ (তিনি) দিন পূর্বে", None)
    assert found.suggestion == "নির্বাচনের ৩ (তিন) দিন পূর্বে"


class _Item(Content):
    text: str
    lines: tuple[int, ...] = ()


class _Paper(Content):
    letter: Letter = Letter()
    summary: str = ""
    items: tuple[_Item, ...] = ()


def test_every_text_of_a_content_obeys_the_laws_at_its_place() -> None:
    wrong = "২০-০৬-২০১৪ (মঙ্গলবার)"
    quoted = "০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৭-১৮৫ নম্বর"
    paper = _Paper(
        letter=Letter(date="2016-08-17"), summary=wrong, items=(_Item(text=wrong, lines=(7, 8)), _Item(text=quoted))
    )
    found = [(doubt.code, doubt.path, doubt.place.line) for doubt in prose_laws(paper)]
    assert found == [("weekday-differs", "items.0.text", 7), ("cited-memo-later", "items.1.text", None)]


class _Long(Content):
    body: str = ""


def test_what_a_long_text_breaks_a_thousand_times_is_doubted_as_often_and_written_out_within_bounds() -> None:
    doubts = [
        each
        for each in prose_laws(_Long(body="৭ (সাত) দিন, ৫ (সাত) দিন, " * 2_000))
        if each.code == "figure-word-differs"
    ]
    written = sum(len(each.suggestion or "") for each in doubts)
    assert len(doubts) == 2_000
    assert 0 < written <= MOST_SUGGESTED
