"""Minutes as other bodies set them: columns by their headings, items in paragraphs, days and hours in words."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.minutes import Minutes
from angikar.rules.kinds.minutes.clock import clock

TOP = (
    "উন্নয়ন কমিটির সভার কার্যবিবরণী\n\nসভাপতি : জনাব রহিম উদ্দিন\nসভার তারিখ : {day}\nসভার সময় : সকাল ১০.০০ টা\nসভার স্থান : সভাকক্ষ\n\n"
)
HEADS = {
    "five columns": "ক্রঃ নং\tআলোচ্যসূচি\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়নকারী\n১\tসড়ক\tসড়ক ভাঙা।\tমেরামত হবে।\tপ্রকৌশলী",
    "other words": "ক্রমিক\tদপ্তর/বিষয়\tআলোচনা\tগৃহীত সিদ্ধান্ত\tবাস্তবায়নের দায়িত্ব\n১\tসড়ক\tসড়ক ভাঙা।\tমেরামত হবে।\tপ্রকৌশলী",
    "another order": "নং\tআলোচ্য বিষয়\tসিদ্ধান্ত\tবাস্তবায়নে\tআলোচনা\n১\tসড়ক\tমেরামত হবে।\tপ্রকৌশলী\tসড়ক ভাঙা।",
    "number in the title": "আলোচ্যসূচি\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়ন\n১ সড়ক\tসড়ক ভাঙা।\tমেরামত হবে।\tপ্রকৌশলী",
    "six columns": "ক্রম\tআলোচ্যসূচি\tআলোচনার সার\tসিদ্ধান্তসমূহ\tবাস্তবায়নের সময়সীমা\tদায়িত্বপ্রাপ্ত\n১\tসড়ক\tসড়ক ভাঙা।\tমেরামত হবে।\t৩০/০৬/২০২৩\tপ্রকৌশলী",
    "English": "SL\tAgenda\tDiscussion\tDecision\tResponsibility\n১\tসড়ক\tসড়ক ভাঙা।\tমেরামত হবে।\tপ্রকৌশলী",
    "paragraphs": "আলোচ্যসূচি-১: সড়ক\nআলোচনা: সড়ক ভাঙা।\nসিদ্ধান্ত: মেরামত হবে।\nবাস্তবায়নে: প্রকৌশলী",
    "numbered paragraphs": "১। আলোচ্য বিষয়: সড়ক\nআলোচনা: সড়ক ভাঙা।\nসিদ্ধান্ত:\n(ক) মেরামত হবে।\nবাস্তবায়নকারী: প্রকৌশলী",
}


def _read(body: str, day: str = "২৬/০৫/২০২৩") -> Minutes:
    return understand(read_text(TOP.format(day=day) + body)).content


@pytest.mark.parametrize("name", HEADS)
def test_a_decision_is_found_by_its_heading_and_never_by_its_place(name: str) -> None:
    (item,) = _read(HEADS[name]).items
    assert (item.number, item.title, item.discussion) == ("1", "সড়ক", "সড়ক ভাঙা।")
    assert [(each.text, each.implementers) for each in item.decisions] == [("মেরামত হবে।", ("প্রকৌশলী",))]


@pytest.mark.parametrize(
    "day", ["২৬/০৫/২০২৩ খ্রিঃ, রোজ শুক্রবার", "২৬ মে ২০২৩, সকাল ১১.০০ টা", "১২ জ্যৈষ্ঠ ১৪৩০/২৬ মে ২০২৩", "২৬ মে ২০২৩ (শুক্রবার)"]
)
def test_the_day_is_found_beside_its_weekday_its_hour_and_the_other_calendar(day: str) -> None:
    assert _read(HEADS["paragraphs"], day).date == "2023-05-26"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("আগামী ৩০ জুন ২০২৩ তারিখের মধ্যে", "2023-06-30"),
        ("আগামী ১৫ জুনের মধ্যে", "2023-06-15"),
        ("১০ জানুয়ারি এর মধ্যে", "2024-01-10"),
        ("১৫/০৬/২০২৩ তারিখের মধ্যে", "2023-06-15"),
    ],
)
def test_the_last_day_of_a_decision_is_read_in_words_too(words: str, due: str) -> None:
    decision = _read(f"আলোচ্যসূচি-১: সড়ক\nসিদ্ধান্ত: {words} মেরামত করতে হবে।\nবাস্তবায়নে: প্রকৌশলী").items[0].decisions[0]
    assert decision.due == due


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("বেলা ১০.০০ ঘটিকা", "10:00"),
        ("বেলা ৩টা", "15:00"),
        ("দুপুর ১১:৩০", "11:30"),
        ("দুপুর ২টা", "14:00"),
        ("অপরাহ্ণ ৩.০০", "15:00"),
        ("রাত ১২টা", "00:00"),
        ("রাত ৮.০০ টা", "20:00"),
        ("সকাল সাড়ে ১০টা", "10:30"),
        ("পৌনে ১১টা", "10:45"),
        ("সকাল ১০ ঘটিকা", "10:00"),
        ("সকাল ১০-০০", "10:00"),
        ("সন্ধ্যা ৭টা", "19:00"),
        ("যথাসময়", None),
    ],
)
def test_the_hour_is_what_the_words_of_the_day_make_it(words: str, time: str | None) -> None:
    assert clock(words) == time


def test_a_column_of_due_days_and_a_weekly_rhythm_are_read() -> None:
    (item,) = _read(HEADS["six columns"]).items
    assert [each.due for each in item.decisions] == ["2023-06-30"]
    weekly = HEADS["five columns"].replace("মেরামত হবে।", "প্রতি রবিবার কাজ দেখতে হবে।")
    (decision,) = _read(weekly).items[0].decisions
    assert [rule.rule for rule in decision.recurrence or ()] == ["weekly"]


def test_a_decision_whose_time_gives_no_day_is_doubted() -> None:
    said = HEADS["five columns"].replace("মেরামত হবে।", "আবেদন পাওয়ার ৭ দিনের মধ্যে মেরামত করতে হবে।")
    doubts = understand(read_text(TOP.format(day="২৬/০৫/২০২৩") + said)).doubts
    assert [each.path for each in doubts if each.code == "schedule-unread"] == ["items.0.decisions.0.due"]


def test_a_decision_by_so_many_days_is_doubted_with_the_day_counted_from_the_meeting() -> None:
    said = HEADS["five columns"].replace("মেরামত হবে।", "৭ দিনের মধ্যে মেরামত করতে হবে।")
    reading = understand(read_text(TOP.format(day="২৬/০৫/২০২৩") + said))
    assert reading.content.items[0].decisions[0].due is None
    assert [each.suggestion for each in reading.doubts if each.code == "schedule-unread"] == ["2023-06-02"]


def test_items_numbered_by_the_meeting_count_behind_its_number() -> None:
    rows = "\n{first}\tসেতু\tসেতু ভাঙা।\tমেরামত হবে।\tপ্রকৌশলী"
    numbers = HEADS["five columns"].replace("\n১\t", "\n৮৮.১\t") + rows
    codes = [
        [
            each.suggestion
            for each in understand(read_text(TOP + numbers.format(first=second))).doubts
            if each.code == "item-number"
        ]
        for second in ("৮৮.২", "৮৮.৪")
    ]
    assert codes == [[], ["88.2"]]


def test_what_is_asked_outside_every_decision_is_quoted() -> None:
    top = TOP.format(day="২৬/০৫/২০২৩") + "সভার শুরুতে সকলকে জানানো হলো যে আগামী সভায় সকল দপ্তরের অগ্রগতি প্রতিবেদন আনতে হবে।\n\n"
    said = HEADS["five columns"].replace("সড়ক ভাঙা।", "ঠিকাদার বিল জমা দিবেন। প্রকৌশলী বিলম্বের কারণ জানান। সড়ক মেরামত হবে।")
    doubts = [each for each in understand(read_text(top + said)).doubts if each.code == "obligation-unread"]
    assert sorted((each.path, each.severity) for each in doubts) == [
        ("items.0.discussion", "info"),
        ("opening", "warning"),
    ]
    assert "ঠিকাদার বিল জমা দিবেন" in str([each.as_json()["message_en"] for each in doubts])
