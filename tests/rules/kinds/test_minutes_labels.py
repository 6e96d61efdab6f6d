"""Minutes are read by the words of their labels and heads, however an office sets them."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand

HEAD = "নমুনা কমিটির সভার কার্যবিবরণী\n\n"
FACTS = "সভাপতি: জনাব ক খ, পরিচালক\nতারিখ: ২২ মে ২০২২\nসময়: সকাল ১১টা\nস্থান: কক্ষ\n\n"
ROW = "১\tসড়ক\tকাজ চলছে।\tমেরামত করতে হবে।\tপ্রকৌশলী\n"


@pytest.mark.parametrize(
    ("facts", "time"),
    [
        ("সভাপতি: ক খ\nতারিখ ও বার: ২২ মে ২০২২, রবিবার\nসময়: বেলা আড়াইটা\nস্থান: কক্ষ", "14:30"),
        ("সভাপতিত্বঃ ক খ\nদিন ও তারিখ: রবিবার, ২২ মে ২০২২\nসময়সূচি: সাড়ে দশটা\nভেন্যু: কক্ষ", "10:30"),
        ("সভাপতির নাম ও পদবি: ক খ\nসভার দিন: ২২ মে ২০২২\nসভা শুরুর সময়: সকাল সাড়ে ৯টা\nসভাস্থল: কক্ষ", "09:30"),
        ("সভাপতি- ক খ\nতারিখ- ২২ মে ২০২২\nসময়- সকাল ১০ ঘটিকা\nস্থান- কক্ষ", "10:00"),
        ("সভাপতি: ক খ\nতারিখ, বার ও সময়: ২২ মে ২০২২, রবিবার, বিকাল চারটা\nস্থান: কক্ষ", "16:00"),
    ],
)
def test_the_facts_above_the_items_are_known_by_their_labels(facts: str, time: str) -> None:
    table = "ক্রম\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়ন\n১\tসড়ক।\tমেরামত করতে হবে।\tপ্রকৌশলী\n"
    content = understand(read_text(f"{HEAD}{facts}\n\n{table}")).content
    assert (content.chair, content.date, content.time, content.place) == ("ক খ", "2022-05-22", time, "কক্ষ")


@pytest.mark.parametrize(
    "heads",
    [
        ("নং", "এজেন্ডা", "পর্যালোচনা", "গৃহীত সিদ্ধান্ত", "বাস্তবায়নকারী দপ্তর"),
        ("ক্রঃ", "প্রসঙ্গ", "মতামত", "সিদ্ধান্তসমূহ", "কার্যকর করবেন"),
        ("ক্রমিক", "আলোচ্যসূচি", "আলোচনা", "করণীয়", "সংশ্লিষ্ট কর্মকর্তা"),
        ("#", "বিষয়বস্তু", "আলোচনা ও মতামত", "সিদ্ধান্ত", "দায়িত্বপ্রাপ্ত দপ্তর/সংস্থা"),
        ("আলোচ্যসূচি নং", "বিষয়", "অগ্রগতি", "সুপারিশ", "বাস্তবায়ন"),
    ],
)
def test_each_column_is_known_by_its_head(heads: tuple[str, ...]) -> None:
    titles = "\t".join(heads)
    (item,) = understand(read_text(f"{HEAD}{FACTS}{titles}\n{ROW}")).content.items
    assert (item.number, item.title, item.discussion) == ("1", "সড়ক", "কাজ চলছে।")
    assert ([each.text for each in item.decisions], item.implementers) == (["মেরামত করতে হবে।"], ("প্রকৌশলী",))


def test_lettered_decisions_of_one_line_are_several_and_items_may_bear_letters() -> None:
    titles = "ক্রম\tবিষয়\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়ন"
    row = "{n}\tসড়ক\tকাজ চলছে।\t(ক) মেরামত করতে হবে। (খ) পাস ৫ জুন ২০২২ তারিখের মধ্যে বাতিল করতে হবে।\tপ্রকৌশলী\n"
    reading = understand(read_text(f"{HEAD}{FACTS}{titles}\n{row.format(n='ক')}{row.format(n='খ')}"))
    for item in reading.content.items:
        assert [each.text for each in item.decisions] == ["মেরামত করতে হবে।", "পাস ৫ জুন ২০২২ তারিখের মধ্যে বাতিল করতে হবে।"]
        assert [each.due for each in item.decisions] == [None, "2022-06-05"]
    assert "item-number" not in {each.code for each in reading.doubts}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("জেলা মাসিক রাজস্ব সম্মেলনের কার্যবিবরণী", "জেলা মাসিক রাজস্ব সম্মেলন"),
        ("নমুনা কমিটির ত্রৈমাসিক সভার কার্যপত্র ও কার্যবিবরণী", "নমুনা কমিটির ত্রৈমাসিক"),
        ("পরিচালনা পর্ষদের ৮৮তম সভার সিদ্ধান্তসমূহ", "পরিচালনা পর্ষদের ৮৮তম"),
    ],
)
def test_the_body_that_met_is_named_by_the_title(title: str, body: str) -> None:
    table = "ক্রম\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়ন\n১\tসড়ক।\tমেরামত করতে হবে।\tপ্রকৌশলী\n"
    assert understand(read_text(f"{title}\n\n{FACTS}{table}")).content.body == body
