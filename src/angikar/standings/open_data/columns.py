"""The columns of a row of open data: their types and what they hold, in both languages."""

from __future__ import annotations

from typing import Literal, NamedTuple

from angikar.rules.scoring.whole.marks import WORDS

ColumnType = Literal["string", "integer", "number", "date"]


class OpenColumn(NamedTuple):
    """One column: its name, its type in a Table Schema, and what it holds in Bangla and in English."""

    name: str
    type: ColumnType
    bangla: str
    english: str


def _levels() -> tuple[OpenColumn, ...]:
    return tuple(
        OpenColumn(
            f"level_{number}",
            "string",
            f"ছাপা মানের {number} নম্বরটি, সবচেয়ে ভালোটি প্রথম",
            f"Printed level {number}, the best one first; a number, a date or empty",
        )
        for number in range(1, 6)
    )


COLUMNS = (
    OpenColumn("plan", "integer", "পরিকল্পনার ক্রমিক", "Number of the plan in this house"),
    OpenColumn("hash", "string", "জারি করা কাগজের হ্যাশ", "SHA-256 of the content that was issued"),
    OpenColumn("kind", "string", "কাগজের ধরন", "Kind of plan"),
    OpenColumn("framework", "string", "যে কাঠামোয় নম্বর হয়", "Framework by which it is scored"),
    OpenColumn("fiscal_year", "string", "অর্থবছর", "Fiscal year, July to June"),
    OpenColumn("office_code", "string", "দপ্তরের কোড", "Code of the office, the same over the years"),
    OpenColumn("office", "string", "দপ্তরের নাম", "Name of the office"),
    OpenColumn("office_en", "string", "দপ্তরের ইংরেজি নাম", "Name of the office in English, where one is known"),
    OpenColumn("office_level", "string", "দপ্তরের স্তর", "Level of the office, such as district"),
    OpenColumn("geo_code", "string", "ভৌগোলিক কোড", "Geographic code of the Bureau of Statistics, where one is known"),
    OpenColumn(
        "part", "string", "নিজস্ব বা সুশাসনের অংশ", "own, or governance for the part that is the same for all offices"
    ),
    OpenColumn("area_code", "string", "ক্ষেত্রের ক্রমিক", "Code of the area"),
    OpenColumn("area", "string", "ক্ষেত্র", "Title of the area"),
    OpenColumn("activity", "string", "কার্যক্রম", "Title of the activity"),
    OpenColumn("code", "string", "সূচকের ক্রমিক", "Code of the indicator, unique within a part of a plan"),
    OpenColumn("indicator", "string", "সূচক", "Title of the indicator"),
    OpenColumn("unit", "string", "এককের ধরন", "Sort of unit: number, percent, date, days, money, marks, rate, other"),
    OpenColumn("unit_text", "string", "ছাপা একক", "Unit as it is printed"),
    OpenColumn("counting", "string", "গণনা পদ্ধতি", "How quarters make a year: sum, cumulative, average, date"),
    OpenColumn("weight", "number", "সূচকের মান", "Full marks of the indicator"),
    OpenColumn("target", "string", "বার্ষিক লক্ষ্যমাত্রা", "Target of the year; several dates are parted by a semicolon"),
    *_levels(),
    OpenColumn("quarter", "integer", "ত্রৈমাসিক", "Quarter, 1 is July to September"),
    OpenColumn("quarter_target", "string", "ত্রৈমাসিকের লক্ষ্যমাত্রা", "Target of the quarter, where one is printed"),
    OpenColumn("claimed", "string", "দাবি করা অর্জন", "Figure that was reported; empty is not zero, see state"),
    OpenColumn("accepted", "string", "গৃহীত অর্জন", "Figure that was accepted; empty is not zero, see state"),
    OpenColumn(
        "state",
        "string",
        "প্রতিবেদনের অবস্থা",
        "reported, not_reported, not_due, not_applicable; empty where nothing is asked",
    ),
    OpenColumn("year_claimed", "string", "বছরের দাবি করা অর্জন", "Figure of the year from the reported ones"),
    OpenColumn("year_accepted", "string", "বছরের গৃহীত অর্জন", "Figure of the year from the accepted ones"),
    OpenColumn(
        "marks_claimed",
        "number",
        f"{WORDS['claimed'][0]} নম্বর",
        "Marks of the indicator for the year by the reported figures",
    ),
    OpenColumn(
        "marks_accepted",
        "number",
        f"{WORDS['accepted'][0]} নম্বর",
        "Marks of the indicator for the year by the accepted figures",
    ),
    OpenColumn("scored_on", "date", "যে দিনের হিসাব", "Day on which the plan was scored"),
    OpenColumn("published_on", "date", "প্রকাশের দিন", "Day on which the result was published; empty where it is not"),
)
NAMES = tuple(column.name for column in COLUMNS)
KEY = ("plan", "part", "code", "quarter")
"""No two rows have these alike."""
