"""Bijoy: words of office life in the old encoding, letter by letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.bijoy import is_bijoy, to_unicode

WORDS = {
    "MYcÖRvZš¿x evsjv‡`k miKvi": "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
    "evwl©K Kg©m¤úv`b Pzw³": "বার্ষিক কর্মসম্পাদন চুক্তি",
    "†Rjv cÖkvm‡Ki Kvh©vjq": "জেলা প্রশাসকের কার্যালয়",
    "ï×vPvi": "শুদ্ধাচার",
    "wm×všÍ": "সিদ্ধান্ত",
    "ev¯Íevqb": "বাস্তবায়ন",
    "wkÿv": "শিক্ষা",
    "¶gZv": "ক্ষমতা",
    "j²xcyi": "লক্ষ্মীপুর",
    "ˆeVK": "বৈঠক",
    "†cŠimfv": "পৌরসভা",
    "Dbœqb": "উন্নয়ন",
    "cÖwZ‡e`b": "প্রতিবেদন",
    "Kg©KZ©v": "কর্মকর্তা",
    "Kvh©weeiYx": "কার্যবিবরণী",
    "wek¦we`¨vjq": "বিশ্ববিদ্যালয়",
    "¯^v¯’¨": "স্বাস্থ্য",
    "cwi‡cÖwÿZ": "পরিপ্রেক্ষিত",
    "wb‡`©kbv": "নির্দেশনা",
    "Avš—tgš¿Yvjq": "আন্তঃমন্ত্রণালয়",
    "¸iæZ¡c~Y©": "গুরুত্বপূর্ণ",
    "DËg PP©v": "উত্তম চর্চা",
    "A¨vc": "অ্যাপ",
    "i¨ve": "র\u200d্যাব",
    "`vwqZ¡cÖvß": "দায়িত্বপ্রাপ্ত",
    "cÖvwZôvwbK": "প্রাতিষ্ঠানিক",
    "wm‡÷g": "সিস্টেম",
    "¯‹zj": "স্কুল",
    "jÿ¨gvÎv": "লক্ষ্যমাত্রা",
    "m¤ú‡K©": "সম্পর্কে",
    "nVvr": "হঠাৎ",
    "wjwLZ|": "লিখিত।",
    "Ò¯^vÿiÓ": "“স্বাক্ষর”",
    "ZvwiLt 13/10/2022": "তারিখঃ ১৩/১০/২০২২",
    "12 t 30": "১২ : ৩০",
    "e½vã": "বঙ্গাব্দ",
    "Puv`cyi": "চাঁদপুর",
}


@pytest.mark.parametrize(("typed", "meant"), WORDS.items())
def test_a_word_becomes_what_its_font_draws(typed: str, meant: str) -> None:
    assert to_unicode(typed) == unicodedata.normalize("NFC", meant)


def test_reph_goes_before_its_whole_cluster_and_the_early_vowel_after_it() -> None:
    assert to_unicode("evwl©K") == to_unicode("ev") + "র্ষিক"


@pytest.mark.parametrize("text", ["†Rjv cÖkvm‡Ki Kvh©vjq", "Kg©KZ©v", "wm×všÍ ev¯Íevqb", "cÖwZ‡e`b", "wkÿv"])
def test_bijoy_is_suspected_by_its_typical_characters(text: str) -> None:
    assert is_bijoy(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "জেলা প্রশাসক",
        "জেলা †Rjv",
        "© 2022 Company",
        "3 × 4 = 12",
        "naïve café",
        "Annual Performance Agreement",
        "value†",
        "Windows®",
        "§ 5 ¶ 2",
    ],
)
def test_other_texts_are_not_suspected(text: str) -> None:
    assert not is_bijoy(text)


@given(st.text() | st.text(alphabet="w†‡ˆKg©¨ªv¯^’&“tšÍ¿ ¤úŠAv12|æ"))
def test_any_text_is_converted_to_an_end(text: str) -> None:
    assert unicodedata.is_normalized("NFC", to_unicode(text))


@given(st.text(alphabet="wKvLgi ‡Š"))
def test_no_consonant_is_lost(text: str) -> None:
    converted = to_unicode(text)
    assert [converted.count(letter) for letter in "কখমর"] == [text.count(letter) for letter in "KLgi"]
