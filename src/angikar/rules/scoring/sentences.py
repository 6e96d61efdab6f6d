"""The doubts about a row that is marked, and about the reports it is marked by."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

# What a row lacks to be marked.

WEIGHT_MISSING = Sentence(
    "weight-missing/unscored", "সূচকের মান নেই, তাই নম্বর হয় না।", "There is no weight, so there can be no marks."
)
CRITERIA_MISSING = Sentence(
    "criteria-missing", "কোনো লক্ষ্যমাত্রা নেই, তাই নম্বর হয় না।", "There are no criteria, so there can be no marks."
)
CRITERIA_NOT_MONOTONE = Sentence(
    "criteria-not-monotone/unscored",
    "লক্ষ্যমাত্রার স্তরগুলো ক্রমানুসারে নেই, তাই নম্বর হয় না।",
    "The criteria neither fall nor rise throughout, so there can be no marks.",
)
TARGET_MISSING = Sentence("target-missing/unscored", "পরিমাপযোগ্য লক্ষ্যমাত্রা নেই।", "There is no target to measure against.")
TOO_MANY_DAYS = Sentence(
    "too-many-days",
    "এক সারিতে {most}টির বেশি তারিখ আছে, তাই নম্বর হয় না।",
    "The row names more than {most} days, so there can be no marks.",
)

AREA_NOT_GIVEN = Sentence(
    "area-not-given",
    "ক্ষেত্রের মান {weight:n}, কিন্তু সারিগুলোর মান {rows:n}; বাকিটা কোনো সারির নয়, তাই তাতে নম্বর হয় না।",
    "The area weighs {weight:n}, but its rows {rows:n}; the rest is of no row, so there can be no marks for it.",
)

# A figure that was reported.

FIGURE_UNLIKE_TARGET = Sentence(
    "figure-unlike-target",
    "প্রতিবেদিত মান লক্ষ্যমাত্রার সঙ্গে মেলে না (তারিখ ও সংখ্যা), তাই নম্বর হয় না।",
    "What was reported is not of the same sort as the target (a date, a number), so there can be no marks.",
)
RUNNING_FIGURE_FELL = Sentence(
    "running-figure-fell",
    "ক্রমপুঞ্জিভূত মান আগের ত্রৈমাসিকের চেয়ে কমেছে; কারণ জানা দরকার।",
    "A running figure fell against the quarter before; say why.",
)
RUNNING_FIGURE_BELOW_LAST_YEAR = Sentence(
    "running-figure-fell/last-year",
    "ক্রমপুঞ্জিভূত মান আগের বছরের অর্জনের চেয়ে কম; শুধু এ বছরের হিসাব দেওয়া হয়ে থাকলে বা অন্য কারণ থাকলে লিখুন।",
    "A running figure lies below the figure of the year before; say whether it counts this year alone, or why it fell.",
)

# A line of a CSV of reports.

COLUMN_MISSING = Sentence(
    "column-missing", "লাইন {line}: কলাম নেই: {columns}।", "line {line}: the column is missing: {columns}."
)
ROW_UNREADABLE = Sentence(
    "row-unreadable",
    "লাইন {line}: সারিটি CSV হিসেবে পড়া যায় না।",
    "line {line}: the row is not CSV: {reason}.",
)
PART_UNKNOWN = Sentence(
    "part-unknown",
    "লাইন {line}: অংশ own অথবা governance হতে হবে।",
    "line {line}: the part must be own or governance.",
)
CODE_MISSING = Sentence("code-missing", "লাইন {line}: সূচকের কোড নেই।", "line {line}: the indicator's code is missing.")
QUARTER_UNKNOWN = Sentence(
    "quarter-unknown", "লাইন {line}: ত্রৈমাসিক ১ হতে ৪ হতে হবে।", "line {line}: the quarter must be 1 to 4."
)
VALUE_UNREADABLE = Sentence(
    "value-unreadable",
    "লাইন {line}: মানটি পড়া যায় না: {text}",
    "line {line}: neither a number with at most {places:decimal/decimals} nor a date: {text}",
)
ACCEPTED_ALONE = Sentence(
    "accepted-alone",
    "লাইন {line}: দাবিকৃত মান ছাড়া গৃহীত মান।",
    "line {line}: a value is accepted that was not reported.",
)
REPORT_TWICE = Sentence(
    "report-twice",
    "লাইন {line}: একই সূচকের একই ত্রৈমাসিক দুইবার আছে।",
    "line {line}: the same quarter appears twice.",
)
PARTS_INCOMPLETE = Sentence(
    "parts-incomplete",
    "লাইন {line}: লব ও হর দুটিই দিতে হবে।",
    "line {line}: give both the part and the whole.",
)
PARTS_UNREADABLE = Sentence(
    "parts-unreadable",
    "লাইন {line}: লব ও হর শূন্য থেকে এক কোটির কম, দশমিকের পর বড়জোর দুই ঘর।",
    "line {line}: a part and its whole are from 0 to below 10,000,000, with at most two decimals.",
)
PARTS_CONTRADICT = Sentence(
    "parts-contradict",
    "লাইন {line}: যা করার কথা ছিল তার চেয়ে বেশি অব্যাহতি বা কাজ দেখানো হয়েছে।",
    "line {line}: more was excused or done than was due.",
)
