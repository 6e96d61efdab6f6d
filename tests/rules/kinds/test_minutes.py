"""Minutes: the four columns read over their pages, each decision laid on its implementers, and printed as they were."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document
from angikar.rules.kinds import understand
from angikar.rules.kinds.minutes import MINUTES, Minutes
from angikar.rules.reading import Doubt, Reading

# Invented minutes of an invented district, in the form of real ones.
SAMPLE = """\
মার্চ ২০২৩ মাসের জেলা সেবা কমিটির সভার কার্যবিবরণী।

সভাপতি\t:\tজনাব ক খ গ, জেলা প্রশাসক, নদীকূল।
সভার তারিখ\t:\t১৪-০৩-২০২৩ খ্রিস্টাব্দ।
সভার সময়\t:\tবিকাল ৩:৩০ ঘটিকা।
সভার স্থান\t:\tজেলা প্রশাসকের সম্মেলন কক্ষ, নদীকূল।

সভায় উপস্থিত সবাইকে স্বাগত জানিয়ে সভার কাজ শুরু করা হয় এবং বিগত সভার কার্যবিবরণী পাঠ করে শোনানো হয়।

ক্রঃ নং\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়নকারী
১\t<p>বিগত সভার কার্যবিবরণী দৃঢ়ীকরণ</p> <p>কোনো সংশোধনী নেই।</p>\tকার্যবিবরণী দৃঢ়ীকরণ করা হলো।\tসংশ্লিষ্ট (সকল)
২\t<u>নথি বিষয়ে আলোচনাঃ</u> নথি পুনরায় হালনাগাদ করার অনুরোধ করা হয়।\t১) নথি এ মাসের মধ্যে হালনাগাদ করতে হবে। ২) প্রতি মাসের ৫ তারিখের মধ্যে প্রতিবেদন পাঠাতে হবে।\t১) উপজেলা নির্বাহী অফিসার (সকল), নদীকূল ২) জেলা তথ্য অফিসার, নদীকূল

পরিশেষে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করা হয়।

(ক খ গ)
জেলা প্রশাসক
নদীকূল

স্মারক নং-০৫.৪১.৯৯০০.০১১.০৬.০০২.২৩-৭৭

তারিখঃ ৬ চৈত্র ১৪২৯
২০ মার্চ ২০২৩
"""


def read(text: str) -> Reading[Any]:
    """The reading of a text, with the doubts of its check."""
    reading = MINUTES.read(read_text(text), None)
    return reading.with_doubts(*MINUTES.check(reading.content, None))


def codes(reading: Reading[Any], severity: str) -> list[str]:
    """The codes of the doubts of one severity, in order."""
    return [doubt.code for doubt in reading.doubts if doubt.severity == severity]


def test_right_minutes_are_read_without_a_warning() -> None:
    reading = read(SAMPLE)
    content = reading.content
    assert codes(reading, "error") == codes(reading, "warning") == []
    assert (content.body, content.month, content.date, content.time) == (
        "জেলা সেবা কমিটি",
        "2023-03",
        "2023-03-14",
        "15:30",
    )
    assert content.letter.memo_number == "05.41.9900.011.06.002.23-77"
    second = content.items[1].decisions
    assert [each.due for each in second] == ["2023-03-31", None]
    assert [each.implementers for each in second] == [("উপজেলা নির্বাহী অফিসার (সকল), নদীকূল",), ("জেলা তথ্য অফিসার, নদীকূল",)]


def test_what_is_asked_leaves_out_the_confirmation_and_unrolls_the_months() -> None:
    asks = MINUTES.asks(read(SAMPLE).content, None, date(2023, 3, 20))
    assert {ask.addressee for ask in asks} == {"উপজেলা নির্বাহী অফিসার (সকল), নদীকূল", "জেলা তথ্য অফিসার, নদীকূল"}
    monthly = [ask for ask in asks if "@" in ask.key]
    assert [ask.due for ask in monthly][:2] == ["2023-04-05", "2023-05-05"]
    assert len(monthly) == 12
    assert len({ask.key for ask in asks}) == len(asks)


def test_printed_minutes_are_read_back_the_same() -> None:
    content = read(SAMPLE).content
    again = MINUTES.read(MINUTES.write(content), None).content
    bare = [item.model_copy(update={"lines": ()}) for item in content.items]
    assert [item.model_copy(update={"lines": ()}) for item in again.items] == bare
    for name in ("title", "body", "month", "date", "time", "place", "letter", "closing", "opening"):
        assert getattr(again, name) == getattr(content, name), name


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (SAMPLE.replace("\n২\t", "\n৪\t"), "item-number"),
        (SAMPLE.replace("এ মাসের মধ্যে", "১২/০৩/২০২৩ তারিখের মধ্যে"), "due-before-meeting"),
        (SAMPLE.replace("২০ মার্চ ২০২৩", "১২ মার্চ ২০২৩"), "letter-before-meeting"),
        (SAMPLE.replace("মার্চ ২০২৩ মাসের", "মে ২০২৩ মাসের"), "month-disagrees"),
        (SAMPLE.replace("\t১) উপজেলা নির্বাহী অফিসার (সকল), নদীকূল ২) জেলা তথ্য অফিসার, নদীকূল", "\t"), "implementer-missing"),
        (SAMPLE.replace("সভার তারিখ", "সভার খবর"), "date-missing"),
        (SAMPLE.replace("৬ চৈত্র", "৭ চৈত্র"), "bangla-date-disagrees"),
    ],
)
def test_a_broken_law_is_doubted(broken: str, code: str) -> None:
    assert code not in {doubt.code for doubt in read(SAMPLE).doubts}
    assert code in {doubt.code for doubt in read(broken).doubts}


def test_other_papers_are_not_taken_for_minutes() -> None:
    assert MINUTES.recognise(read_text("বিষয়: সভার নোটিশ\n\nআগামী সভা হবে।")) == 0
    assert MINUTES.recognise(Document(())) == 0


@pytest.fixture(scope="module")
def real(seeds: Path) -> Reading[Minutes]:
    """The real minutes."""
    return understand(read_text((seeds / "minutes-kurigram-2016.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """What a person read in the real minutes."""
    return tomllib.loads(
        (Path(__file__).parent / "expected" / "minutes-kurigram-2016.toml").read_text(encoding="utf-8")
    )


def test_the_real_minutes_have_what_a_person_read(real: Reading[Minutes], expected: dict[str, Any]) -> None:
    content = real.content
    assert len((content.body or "").split()) == expected["body_words"]
    assert (content.month, content.date, content.time) == (expected["month"], expected["date"], expected["time"])
    letter = (content.letter.memo_number, content.letter.date, content.letter.bangla_date)
    assert letter == (expected["memo"], expected["letter_date"], expected["bangla_date"])
    assert content.chair
    assert len(content.copies) == expected["copies"]
    assert [index for index, copy in enumerate(content.copies, 1) if copy.note] == expected["copies_with_note"]
    assert [each.signed for each in content.present] == [True] * expected["present"]
    assert all(each.name and each.post and each.mobile for each in content.present)


def test_every_real_decision_has_its_implementers(real: Reading[Minutes], expected: dict[str, Any]) -> None:
    for item, wanted in zip(real.content.items, expected["items"], strict=True):
        assert (item.number, item.lines) == (wanted["number"], (wanted["line"],))
        assert (len(item.decisions), len(item.implementers)) == (wanted["decisions"], wanted["implementers"])
        assert all(each.text and each.implementers for each in item.decisions)
        carried = [index for index, each in enumerate(item.decisions, 1) if each.carried_over]
        assert carried == wanted.get("carried", [])
        monthly = {
            str(i): [rule.day for rule in each.recurrence]
            for i, each in enumerate(item.decisions, 1)
            if each.recurrence
        }
        assert monthly == wanted.get("monthly", {})
        assert {str(i): each.due for i, each in enumerate(item.decisions, 1) if each.due} == wanted.get("due", {})


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_the_real_minutes_are_doubted_where_they_are_wrong_and_nowhere_else(
    real: Reading[Minutes], expected: dict[str, Any], severity: str
) -> None:
    def shown(doubt: Doubt, length: int) -> list[object]:
        return [doubt.code, doubt.place.line, doubt.suggestion][:length]

    found = [doubt for doubt in real.doubts if doubt.severity == severity and doubt.code != "text-misread"]
    wanted = expected["doubts"].get(severity, [])
    assert [shown(doubt, len(each)) for doubt, each in zip(found, wanted, strict=True)] == wanted
