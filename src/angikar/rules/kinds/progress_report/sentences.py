"""The sentences of doubts about a progress report: its marks, its totals, its columns, its rows and its facts."""

from angikar.rules.sentence import Sentence

MARKS_SUM = Sentence(
    "marks-sum",
    "নম্বরের যোগফল {total:n}, কিন্তু লেখা আছে {printed:n}।",
    "The marks add up to {total:n}, but {printed:n} is written.",
)
MARKS_ABOVE_WEIGHT = Sentence(
    "marks-above-weight",
    "সূচক [{code:n}]-এর মান {weight:n}, কিন্তু নম্বর {mark:n}।",
    "Indicator [{code:n}] weighs {weight:n}, but {mark:n} marks are written.",
)
TOTAL_DISAGREES = Sentence(
    "total-disagrees/report",
    "সূচক [{code:n}]-এর মোট অর্জন {actual:n}, কিন্তু ত্রৈমাসিকগুলোর যোগফল {total:n}।",
    "Indicator [{code:n}] reports {actual:n} in all, but its quarters add up to {total:n}.",
)
COLUMN_NOT_TAKEN = Sentence(
    "column-not-kept",
    "“{title:n}” কলামটি প্রতিবেদনের ছকের নয়; এর লেখা নেওয়া হয়নি।",
    "The column “{title:n}” is none of a report's; its texts were not taken.",
)
OFFICE_MISSING = Sentence("office-missing/report", "দপ্তরের নাম পাওয়া যায়নি।", "The office was not found.")
FISCAL_YEAR_MISSING = Sentence(
    "fiscal-year-missing/report",
    "অর্থবছর পাওয়া যায়নি।",
    "The fiscal year was not found.",
)
TITLE_MISSING = Sentence(
    "title-missing/report",
    "প্রতিবেদনের শিরোনাম পাওয়া যায়নি।",
    "The title of the report was not found.",
)
AREAS_MISSING = Sentence(
    "areas-missing/report",
    "সূচকের ছক পাওয়া যায়নি।",
    "The indicator table was not found.",
)
QUARTER_DERIVED = Sentence(
    "quarter-derived",
    "শিরোনামে ত্রৈমাসিক বলা নেই; শেষ যে ত্রৈমাসিকে অর্জন লেখা আছে তা ধরা হয়েছে: {quarter}।",
    "The title names no quarter; the last with an achievement was taken, {quarter}.",
)
ROW_KIND_MISSING = Sentence(
    "row-kind-missing",
    "সারিটি লক্ষ্যমাত্রার না অর্জনের তা লেখা নেই; লক্ষ্যমাত্রা ধরা হয়েছে।",
    "The row does not say whether it promises or reports; it was taken as the promise.",
)
CELL_UNREADABLE = Sentence(
    "cell-unreadable/report",
    "“{text}” কোন অঙ্ক তা পড়া যায়নি।",
    "“{text}” could not be read as a figure.",
)
