"""Tables under heads that no form of ours prints: they are read by the words in them, and the quarter a paper is about by its title."""

from __future__ import annotations

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.progress_report.read import quarter_of
from angikar.rules.reading import Reading

REPORT = """জেলা নমুনা কার্যালয়, নীলগঞ্জ
বার্ষিক কর্মসম্পাদন চুক্তি ২০২১-২২
{title}

কর্মসম্পাদন ক্ষেত্র\tক্ষেত্রের নম্বর\tকাজ\tসূচক\tপরিমাপের একক\tসূচকের নম্বর\tবছরের লক্ষ্য\tএ প্রান্তিকের অর্জন\tমোট অর্জন
[১] জরিপ\t৪০\t[১.১] মাঠ জরিপ\t[১.১.১] সম্পন্ন জরিপ\tসংখ্যা\t৪০\t১২\t৩\t৫
[২] প্রকাশনা\t২০\t[২.১] বুলেটিন প্রকাশ\t[২.১.১] প্রকাশিত বুলেটিন\tসংখ্যা\t২০\t৪\t১\t২
"""


def _rows(reading: Reading[object]) -> list[tuple[object, ...]]:
    areas = reading.content.model_dump()["areas"]  # type: ignore[attr-defined]
    return [(each["weight"], row) for each in areas for row in each["rows"]]


@pytest.mark.parametrize(
    ("title", "quarter"),
    [
        ("জুলাই-সেপ্টেম্বর ২০২১ সময়ের অর্জন", 1),
        ("দ্বিতীয় ত্রৈমাসিকের অগ্রগতি প্রতিবেদন", 2),
        ("জানুয়ারি-মার্চ ২০২২ প্রান্তিকের প্রতিবেদন", 3),
    ],
)
def test_the_figure_of_this_quarter_is_that_of_the_quarter_the_title_names(title: str, quarter: int) -> None:
    reading = understand(read_text(REPORT.format(title=title)))
    assert (reading.kind, reading.content.quarter, reading.content.fiscal_year) == (
        "progress_report",
        quarter,
        "2021-22",
    )
    (weight, first), _ = _rows(reading)
    assert (weight, first["title"], first["unit_text"], first["weight"]) == ("40", "সম্পন্ন জরিপ", "সংখ্যা", "40")
    assert (first["target"], first["actual"]) == (("12",), "5")
    assert [first["quarter_actuals"][n] for n in range(4)] == ["3" if n + 1 == quarter else None for n in range(4)]


def test_the_name_of_an_annual_agreement_is_no_period() -> None:
    assert quarter_of("বার্ষিক কর্মসম্পাদন চুক্তি ২০২১-২২") is None
    assert quarter_of("বার্ষিক কর্মসম্পাদন চুক্তি ২০২১-২২ এর বার্ষিক প্রতিবেদন") == 4
    assert quarter_of("জুলাই ১, ২০২১ - জুন ৩০, ২০২২") is None


def test_an_integrity_plan_without_a_column_of_targets_and_achievements_keeps_its_last_quarter() -> None:
    text = """নমুনা পরিদপ্তর
জাতীয় শুদ্ধাচার কৌশল কর্ম-পরিকল্পনা, ২০২০-২০২১

কার্যক্রমের নাম\tকর্মসম্পাদন সূচক\tসূচকের মান\tএকক\tবাস্তবায়নের দায়িত্বপ্রাপ্ত ব্যক্তি/পদ\t২০২০-২০২১ অর্থবছরের লক্ষ্যমাত্রা\t১ম কোয়ার্টার\t২য় কোয়ার্টার\t৩য় কোয়ার্টার\t৪র্থ কোয়ার্টার\tমন্তব্য
১. প্রাতিষ্ঠানিক ব্যবস্থা........................৬
১.১ নৈতিকতা কমিটি সভা\tঅনুষ্ঠিত সভা\t৬\tসংখ্যা\tফোকাল পয়েন্ট\t১০\t১\t২\t৩\t৪\t
"""
    reading = understand(read_text(text))
    (row,) = reading.content.areas[0].activities[0].indicators
    assert (row.target, row.quarter_targets, row.quarter_actuals) == (("10",), ("1", "2", "3", "4"), (None,) * 4)
    assert row.responsible == ("ফোকাল পয়েন্ট",)
    assert not {"actual-in-plan", "cell-stray"} & {doubt.code for doubt in reading.doubts}


@pytest.mark.parametrize("between", ["এবং", "ও"])
def test_parties_that_name_only_their_offices_have_no_post(between: str) -> None:
    text = f"""ক্রীড়া নমুনা পরিদপ্তর
{between}
নমুনা উন্নয়ন মন্ত্রণালয়-এর মধ্যে

বার্ষিক কর্মসম্পাদন চুক্তি
জুলাই ১, ২০১৯ - জুন ৩০, ২০২০
"""
    content = understand(read_text(text), "agreement").content
    assert (content.office, content.counterpart) == ("ক্রীড়া নমুনা পরিদপ্তর", "নমুনা উন্নয়ন মন্ত্রণালয়")
    assert [each.post for each in content.signatories] == ["", ""]


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("সিটিজেন চার্টার কর্মপরিকল্পনা", ("কাজের ক্ষেত্র", "ক্ষেত্রের মান", "কাজ", "সূচক", "একক", "মান", "লক্ষ্যমাত্রা ২০২২-২০২৩")),
        ("উদ্ভাবন ও সেবা সহজিকরণ পরিকল্পনা", ("ক্ষেত্র", "মান", "কার্যক্রম", "সূচক", "পরিমাপের একক", "মান", "বার্ষিক লক্ষ্য")),
        ("নাগরিক সনদ কর্মপরিকল্পনা", ("ক্ষেত্র", "নম্বর", "কার্যক্রম", "সূচক", "পরিমাপক", "নম্বর", "লক্ষ্যমাত্রা")),
    ],
)
def test_a_mark_behind_the_indicator_is_its_own(title: str, heads: tuple[str, ...]) -> None:
    text = (
        f"নমুনা দপ্তর\n{title} ২০২২-২০২৩\n\n" + "\t".join(heads) + "\nসেবা\t১৫\t[১.১] সভা\t[১.১.১] আয়োজিত সভা\tসংখ্যা\t৭\t৪\n"
    )
    reading = understand(read_text(text))
    assert reading.kind == "reform_plan"
    (area,) = reading.content.areas
    (row,) = area.activities[0].indicators
    assert (area.weight, row.weight, row.unit_text, row.target) == ("15", "7", "সংখ্যা", ("4",))
