"""Agreements for the tests in the forms of different years: one invented office, printed as each year's form had it."""

from __future__ import annotations

from typing import NamedTuple

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.fiscal import FiscalYear

LEVELS = ("অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে")
PERCENT = ("১০০%", "৯০%", "৮০%", "৭০%", "৬০%")


class Form(NamedTuple):
    """What a year's form printed: the word for an area, the words for its second part, which columns and sections it had."""

    year: str
    area: str = "কৌশলগত উদ্দেশ্য"
    target: str = "লক্ষ্যমাত্রা/ক্রাইটেরিয়া মান"
    banners: tuple[str, str] = ("কার্যালয়ের কৌশলগত উদ্দেশ্যসমূহ", "আবশ্যিক কৌশলগত উদ্দেশ্যসমূহ")
    marks: tuple[int, int] = (80, 20)
    counting: bool = False
    baselines: bool = True
    projections: bool = True
    outcomes: bool = False
    brackets: bool = True


FORMS = {
    "ministry 2015-16": Form("2015-16", outcomes=True),
    "district 2016-17": Form("2016-17", brackets=False),
    "upazila 2017-18": Form("2017-18"),
    "ministry 2018-19": Form("2018-19", outcomes=True, target="লক্ষ্যমাত্রা/নির্ণায়ক"),
    "upazila 2020-21": Form("2020-21", marks=(75, 25), outcomes=True),
    "upazila 2021-22": Form(
        "2021-22",
        area="কর্মসম্পাদনের ক্ষেত্র",
        target="লক্ষ্যমাত্রা/নির্ণায়ক",
        marks=(70, 30),
        projections=False,
        banners=("অফিসের কর্মসম্পাদনের ক্ষেত্র", "সুশাসন ও সংস্কারমূলক কর্মসম্পাদনের ক্ষেত্র"),
    ),
    "department 2023-24": Form(
        "2023-24",
        area="কর্মসম্পাদনের ক্ষেত্র",
        target="লক্ষ্যমাত্রা/নির্ণায়ক",
        marks=(70, 30),
        counting=True,
        outcomes=True,
        banners=("এপিএ স্বাক্ষরকারী অফিসের কর্মসম্পাদনের ক্ষেত্র", "সুশাসন ও সংস্কারমূলক কর্মসম্পাদনের ক্ষেত্র"),
    ),
    "upazila 2024-25": Form(
        "2024-25",
        area="কর্মসম্পাদনের ক্ষেত্র",
        target="লক্ষ্যমাত্রা/নির্ণায়ক",
        marks=(70, 30),
        baselines=False,
        projections=False,
        banners=("অফিসের কর্মসম্পাদনের ক্ষেত্র", "সুশাসন ও সংস্কারমূলক কর্মসম্পাদনের ক্ষেত্র"),
    ),
}


def agreement_text(form: Form) -> str:
    """The whole paper as a tab-separated text."""
    year = FiscalYear.parse(form.year)
    first, last = (to_bangla(str(year.begins + n)) for n in (0, 1))
    table = "সেকশন ৩" if form.outcomes else "সেকশন ২"
    return (
        "\n\n".join(
            (
                "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
                "নির্বাহী অফিসার, নমুনা কার্যালয়\nএবং\nনমুনা প্রশাসক, নমুনা দপ্তর-এর মধ্যে স্বাক্ষরিত",
                f"বার্ষিক কর্মসম্পাদন চুক্তি\nজুলাই ১, {first} - জুন ৩০, {last}",
                "কর্মসম্পাদনের সার্বিক চিত্র",
                "সাম্প্রতিক অর্জন:\nনতুন পাঠাগার চালু হয়েছে।",
                "উপক্রমণিকা (Preamble)",
                f"নির্বাহী অফিসার, নমুনা কার্যালয়\nএবং\nনমুনা প্রশাসক, নমুনা দপ্তর-এর মধ্যে {first} সালের জুন মাসের ২০ তারিখে এই বার্ষিক "
                "কর্মসম্পাদন চুক্তি স্বাক্ষরিত হল।",
                f"সেকশন ১: রূপকল্প (Vision), অভিলক্ষ্য (Mission), {form.area} এবং কার্যাবলি",
                "১.১ রূপকল্প (Vision):\nসবার জন্য পাঠাগার।",
                "১.২ অভিলক্ষ্য (Mission):\nপাঠাগার সেবা সহজ করা।",
                f"১.৩ {form.area}:\nপাঠাগার সেবা সম্প্রসারণ",
                "১.৪ কার্যাবলি (Functions):\n১. পাঠাগার পরিচালনা;\n২. পাঠক নিবন্ধন;",
                *((_outcomes(year),) if form.outcomes else ()),
                f"{table}: {form.area}, অগ্রাধিকার, কার্যক্রম, কর্মসম্পাদন সূচক এবং লক্ষ্যমাত্রাসমূহ",
                _table(form, year),
                "আমি, নির্বাহী অফিসার, নমুনা প্রশাসক-এর নিকট অঙ্গীকার করছি যে এই চুক্তিতে বর্ণিত ফলাফল অর্জনে সচেষ্ট থাকব।",
                "স্বাক্ষরিত:\nনির্বাহী অফিসার\nনমুনা কার্যালয়\nতারিখ: ২০.০৬." + first,
                "নমুনা প্রশাসক\nনমুনা দপ্তর\nতারিখ: ২০.০৬." + first,
                "সংযোজনী ১: শব্দসংক্ষেপ (Acronyms)",
                "সংযোজনী ২: কর্মসম্পাদন সূচকসমূহ, বাস্তবায়নকারী দপ্তর/সংস্থাসমূহ এবং পরিমাপ পদ্ধতি",
                "সংযোজনী ৩: অন্য দপ্তরের উপর নির্ভরশীলতা",
            )
        )
        + "\n"
    )


def _written(year: FiscalYear, by: int) -> str:
    return year.shifted(by).written()


def _outcomes(year: FiscalYear) -> str:
    past, coming = (_written(year, -2), _written(year, -1)), (_written(year, 1), _written(year, 2))
    head = (
        "চূড়ান্ত ফলাফল/প্রভাব",
        "কর্মসম্পাদন সূচকসমূহ",
        "একক",
        *(f"প্রকৃত অর্জন {each}" for each in past),
        f"লক্ষ্যমাত্রা {year.written()}",
        *(f"প্রক্ষেপণ {each}" for each in coming),
        "নির্ধারিত লক্ষ্যমাত্রা অর্জনের ক্ষেত্রে যৌথভাবে দায়িত্বপ্রাপ্ত মন্ত্রণালয়/বিভাগ/সংস্থাসমূহের নাম",
        "উপাত্তসূত্র",
    )
    row = ("পাঠাভ্যাস বৃদ্ধি", "পাঠকের হার", "%", "৪০", "৪৫", "৫০", "৫৫", "৬০", "নমুনা বিভাগ", "বার্ষিক প্রতিবেদন")
    title = "সেকশন ২: বিভিন্ন কার্যক্রমের চূড়ান্ত ফলাফল/প্রভাব (Outcome/Impact)"
    return "\n\n".join((title, "\n".join(("\t".join(head), "\t".join(row)))))


def _table(form: Form, year: FiscalYear) -> str:
    past, coming = (_written(year, -2), _written(year, -1)), (_written(year, 1), _written(year, 2))
    lead = (form.area, f"{form.area}ের মান", "কার্যক্রম", "কর্মসম্পাদন সূচক")
    method = ("গণনা পদ্ধতি",) if form.counting else ()
    baselines = tuple(f"প্রকৃত অর্জন {each}" for each in past) if form.baselines else ()
    projections = tuple(f"প্রক্ষেপণ {each}" for each in coming) if form.projections else ()
    before = (*lead, *method, "একক", "কর্মসম্পাদন সূচকের মান", *baselines)
    heads = (
        (*before, f"{form.target} {year.written()}", "", "", "", "", *projections),
        (*("" for _ in before), *LEVELS, *("" for _ in projections)),
        (*("" for _ in before), *PERCENT, *("" for _ in projections)),
    )
    own, other = (to_bangla(str(mark)) for mark in form.marks)
    day = ("৩১.১২", "১৫.০১", "৩১.০১", "১৫.০২", "২৮.০২")
    dates = tuple(f"{each}.{to_bangla(str(year.begins + (n > 0)))}" for n, each in enumerate(day))
    rows = (
        (form.banners[0], *("" for _ in range(len(heads[0]) - 1))),
        _row(form, ("১", own, "১.১", "১.১.১"), ("সমষ্টি", "সংখ্যা", own), ("১০", "৯", "৮", "৭", "৬")),
        (form.banners[1], *("" for _ in range(len(heads[0]) - 1))),
        _row(form, ("১", other, "১.১", "১.১.১"), ("তারিখ", "তারিখ", other), dates),
    )
    return "\n".join("\t".join(row) for row in (*heads, *rows))


def _row(
    form: Form, codes: tuple[str, str, str, str], measure: tuple[str, str, str], levels: tuple[str, ...]
) -> tuple[str, ...]:
    area, weight, activity, indicator = codes
    bracketed = [f"[{code}]" if form.brackets else code for code in (area, activity, indicator)]
    dated = measure[1] == "তারিখ"
    figures = ("-", "-") if dated else ("৫", "৭")
    later = ("-", "-") if dated else ("১১", "১২")
    return (
        f"{bracketed[0]} পাঠাগার সেবা সম্প্রসারণ",
        weight,
        f"{bracketed[1]} পাঠাগার স্থাপন",
        f"{bracketed[2]} স্থাপিত পাঠাগার",
        *(measure[:1] if form.counting else ()),
        *measure[1:],
        *(figures if form.baselines else ()),
        *levels,
        *(later if form.projections else ()),
    )


ENGLISH = """\
Government of the People's Republic of Bangladesh

Secretary, Ministry of Samples
and
Cabinet Secretary, Cabinet Division

Annual Performance Agreement
July 1, 2014 - June 30, 2015

Section 1: Vision, Mission, Strategic Objectives and Functions

1.1 Vision
Libraries for all.

1.2 Mission
To bring the library near.

1.4 Functions
1. Running libraries;
2. Registering readers;

Section 2: Strategic Objectives, Activities, Performance Indicators and Targets

Strategic Objectives\tWeight of Strategic Objectives\tActivities\tPerformance Indicators\tUnit\tWeight of Performance Indicators\tExcellent\tVery Good\tGood\tFair\tPoor
\t\t\t\t\t\t100%\t90%\t80%\t70%\t60%
[1] More libraries\t85\t[1.1] Founding libraries\t[1.1.1] Libraries founded\tNumber\t85\t10\t9\t8\t7\t6
[2] Timely work\t15\t[2.1] Signing the agreement\t[2.1.1] Agreement signed\tDate\t15\t01.12.2014\t08.12.2014\t15.12.2014\t22.12.2014\t29.12.2014

Section 6: Outcomes
"""
