"""The sentences of the doubts about a plan: the laws every plan obeys, the laws of its quarters, and the reading of its rows."""

from __future__ import annotations

from angikar.rules.sentence import Both, Sentence

UNKNOWN_YEAR: Both = ("অজানা", "an unknown year")
"""What a sentence names where a paper names no fiscal year."""

# Weights.

AREA_WEIGHT_SUM = Sentence(
    "area-weight-sum",
    "[{area:n}] ক্ষেত্রের মান {weight:n}, কিন্তু এর সূচকগুলোর মানের যোগফল {total:n}।",
    "Area [{area:n}] weighs {weight:n}, but its indicators add up to {total:n}.",
)
AREA_WEIGHT_SUM_DIGIT = Sentence(
    "area-weight-sum/digit",
    "[{area:n}] ক্ষেত্রের মান {weight:n}, কিন্তু এর সূচকগুলোর মানের যোগফল {total:n}। “{seen:n}” সম্ভবত “{meant:n}”: "
    "অঙ্ক দুটি সহজে গুলিয়ে যায়, আর কেবল এই পাঠেই নিয়ম মেলে।",
    "Area [{area:n}] weighs {weight:n}, but its indicators add up to {total:n}. “{seen:n}” is likely “{meant:n}”: "
    "the digits are easily mistaken for each other, and only so everything agrees.",
)
AREA_WEIGHT_SUM_LEADER = Sentence(
    "area-weight-sum/leader",
    "[{area:n}] ক্ষেত্রের মান {weight:n}, কিন্তু এর সূচকগুলোর মানের যোগফল {total:n}। “{seen:n}” সম্ভবত “{meant:n}”: "
    "বিন্দুরেখার শেষ বিন্দু ১ পড়া হয়ে থাকতে পারে, আর কেবল এই পাঠেই নিয়ম মেলে।",
    "Area [{area:n}] weighs {weight:n}, but its indicators add up to {total:n}. “{seen:n}” is likely “{meant:n}”: "
    "the last dot of the leader may have been read as a 1, and only so everything agrees.",
)
PLAN_WEIGHT_TOTAL = Sentence(
    "plan-weight-total",
    "সব ক্ষেত্রের মানের যোগফল {total:n}, হওয়ার কথা {expected:n}।",
    "All areas together weigh {total:n} and should weigh {expected:n}.",
)
PART_WEIGHT_TOTAL = Sentence(
    "part-weight-total",
    "{part} অংশের মানের যোগফল {total:n}, হওয়ার কথা {expected:n}।",
    "The {part} part weighs {total:n} and should weigh {expected:n}.",
)
FORM_WEIGHT_DIFFERS = Sentence(
    "form-weight-differs",
    "সূচক [{code:n}]-এর মান {weight:n}; মন্ত্রণালয়ের ফরমে {official:n}।",
    "Indicator [{code:n}] weighs {weight:n}; the form of a ministry prints {official:n}.",
)

# Codes.

CODE_DUPLICATE = Sentence(
    "code-duplicate",
    "কোড [{code:n}] এই অংশে আগেই আছে।",
    "Code [{code:n}] is in its part already.",
)
CODE_PARENT = Sentence(
    "code-parent",
    "কোড [{code:n}] তার ক্ষেত্র বা কার্যক্রমের কোডের সঙ্গে মেলে না; হওয়ার কথা [{expected:n}]।",
    "Code [{code:n}] does not begin with the code of its area or activity; [{expected:n}] was expected.",
)
CODE_SEQUENCE = Sentence(
    "code-sequence",
    "কোড [{code:n}] ক্রম অনুযায়ী নয়; হওয়ার কথা [{expected:n}]।",
    "Code [{code:n}] is out of sequence; [{expected:n}] was expected.",
)

# What the form has a column for and scoring needs.

WEIGHT_MISSING = Sentence("weight-missing", "সূচক [{code:n}]-এর মান নেই।", "Indicator [{code:n}] has no weight.")
UNIT_MISSING = Sentence("unit-missing", "সূচক [{code:n}]-এর একক নেই।", "Indicator [{code:n}] has no unit.")
COUNTING_MISSING = Sentence(
    "counting-missing", "সূচক [{code:n}]-এর গণনা পদ্ধতি নেই।", "Indicator [{code:n}] has no counting method."
)

# Units, days and criteria.

UNIT_VALUE_MISMATCH = Sentence(
    "unit-value-mismatch",
    "সূচক [{code:n}]-এর একক “{unit}”, কিন্তু লক্ষ্যমাত্রা “{figure:d}”।",
    "Indicator [{code:n}] is measured in “{unit}”, but its target is “{figure:d}”.",
)
DATE_OUTSIDE_YEAR = Sentence(
    "date-outside-year",
    "সূচক [{code:n}]-এর তারিখ {day:d}, যা {year:n} অর্থবছরের বাইরে।",
    "Indicator [{code:n}] names {day:d}, outside the fiscal year {year:n}.",
)
LETTER_OUTSIDE_YEAR = Sentence(
    "letter-outside-year",
    "পত্রের তারিখ {sent:d}, পরিকল্পনা {year:n} অর্থবছরের।",
    "The letter is dated {sent:d}, the plan is of the fiscal year {year:n}.",
)
CRITERIA_NOT_MONOTONE = Sentence(
    "criteria-not-monotone",
    "সূচক [{code:n}]-এর নির্ণায়কগুলো ক্রমানুসারে নয়: {criteria}।",
    "The criteria of indicator [{code:n}] do not go one way: {criteria}.",
)
CRITERIA_COUNT = Sentence(
    "criteria-count",
    "সূচক [{code:n}]-এ {levels}টির মধ্যে {filled}টি নির্ণায়ক আছে।",
    "Indicator [{code:n}] has {filled} of {levels} criteria.",
)
CRITERIA_NARROW = Sentence(
    "criteria-narrow",
    "সূচক [{code:n}]-এর সর্বোচ্চ {best:n} ও সর্বনিম্ন {lowest:n} নির্ণায়কের ব্যবধান লক্ষ্যমাত্রার {share}% এরও কম।",
    "The best criterion of indicator [{code:n}], {best:n}, and the lowest, {lowest:n}, lie less than {share} % of the target apart.",
)

# Last year's figures.

TARGET_BELOW_BASELINE = Sentence(
    "target-below-baseline",
    "সূচক [{code:n}]-এর গণনা ক্রমপুঞ্জিভূত, কিন্তু লক্ষ্যমাত্রা {target:d} গত অর্জন {last:d} থেকে কম।",
    "Indicator [{code:n}] is a running total, but its target {target:d} is below the last actual {last:d}.",
)
BASELINE_ALREADY_SCORES = Sentence(
    "baseline-already-scores",
    "সূচক [{code:n}]-এর গত অর্জন {last:d}; নির্ণায়ক {criteria} আগেই অর্জিত।",
    "The last actual of indicator [{code:n}] is {last:d}; the criteria {criteria} are met already.",
)
DATE_NEAR_MONTH_END = Sentence(
    "date-near-month-end",
    "সূচক [{code:n}]-এ তারিখ {day:d}; অন্য সূচকে একই স্তরে মাসের শেষ দিন {likely:d}।",
    "Indicator [{code:n}] names {day:d}; other rows name the last of the month, {likely:d}.",
)

# The four quarters.

QUARTER_SUM = Sentence(
    "quarter-sum",
    "সূচক [{code:n}]-এর লক্ষ্যমাত্রা {target:n}, কিন্তু চার কোয়ার্টারের যোগফল {total:n}।",
    "Indicator [{code:n}] targets {target:n}, but its quarters add up to {total:n}.",
)
QUARTER_SUM_DIGIT = Sentence(
    "quarter-sum/digit",
    "সূচক [{code:n}]-এর লক্ষ্যমাত্রা {target:n}, কিন্তু চার কোয়ার্টারের যোগফল {total:n}। “{seen:n}” সম্ভবত “{meant:n}”: "
    "অঙ্ক দুটি সহজে গুলিয়ে যায়, আর কেবল এই পাঠেই নিয়ম মেলে।",
    "Indicator [{code:n}] targets {target:n}, but its quarters add up to {total:n}. “{seen:n}” is likely “{meant:n}”: "
    "the digits are easily mistaken for each other, and only so everything agrees.",
)
UNIT_PRINTED_MISMATCH = Sentence(
    "unit-value-mismatch/printed",
    "সূচক [{code:n}]-এর একক “{unit}”, কিন্তু ছাপা আছে “{figure:d}”।",
    "Indicator [{code:n}] is measured in “{unit}”, but “{figure:d}” is printed.",
)
QUARTERS_SMEARED = Sentence(
    "value-smeared",
    "সূচক [{code:n}]-এর চার কোয়ার্টারেই একই তারিখ {day:d}।",
    "All four quarters of indicator [{code:n}] hold the same day, {day:d}.",
)
QUARTER_DATES_DIFFER = Sentence(
    "quarter-dates-differ",
    "সূচক [{code:n}]-এর লক্ষ্যমাত্রা ও কোয়ার্টারের তারিখ মেলে না: {days}।",
    "The days of target and quarters of indicator [{code:n}] differ: {days}.",
)
DATE_IN_OTHER_QUARTER = Sentence(
    "date-outside-quarter/quarter",
    "সূচক [{code:n}]: {quarter} নং কোয়ার্টারের তারিখ {day:d}, যা {other} নং কোয়ার্টারে পড়ে।",
    "Indicator [{code:n}]: {day:d}, printed for quarter {quarter}, lies in quarter {other}.",
)
DATE_IN_OTHER_YEAR = Sentence(
    "date-outside-quarter/year",
    "সূচক [{code:n}]: {quarter} নং কোয়ার্টারের তারিখ {day:d}, যা অর্থবছরের বাইরে।",
    "Indicator [{code:n}]: {day:d}, printed for quarter {quarter}, lies outside the fiscal year.",
)
TARGET_MISSING = Sentence("target-missing", "সূচক [{code:n}]-এর লক্ষ্যমাত্রা নেই।", "Indicator [{code:n}] has no target.")
QUARTER_TARGETS_MISSING = Sentence(
    "quarter-targets-missing",
    "সূচক [{code:n}]-এর লক্ষ্যমাত্রা কোয়ার্টারে ভাগ করা নেই।",
    "Indicator [{code:n}] spreads its target over no quarter.",
)
RESPONSIBLE_MISSING = Sentence(
    "responsible-missing",
    "সূচক [{code:n}]-এর দায়িত্বপ্রাপ্ত কেউ নেই।",
    "Indicator [{code:n}] names no one responsible.",
)
ACTUAL_IN_PLAN = Sentence(
    "actual-in-plan",
    "সূচক [{code:n}]: পরিকল্পনাতেই প্রকৃত অর্জন লেখা আছে।",
    "Indicator [{code:n}]: the plan itself already states an achievement.",
)

# The reading of a row.

TOTAL_ROW_DISAGREES = Sentence(
    "total-disagrees/row",
    "মোটের সারিতে {printed:n}, ওপরের সারিগুলোর মানের যোগফল তা নয়।",
    "The row of totals prints {printed:n}, which is not what the marks above it add up to.",
)
CELL_SHIFTED = Sentence(
    "cell-shifted",
    "সারির ঘর শিরোনামের নিচ থেকে সরে গেছে; মান ও ধরন দেখে বসানো হয়েছে: {moves}।",
    "Cells are not under their headings and were placed by what they are: {moves}.",
)
CELLS_MERGED = Sentence(
    "cells-merged",
    "একটি ঘরে দুটি ঘর মিশে গেছে: “{first}” ও “{second}” আলাদা করা হয়েছে।",
    "Two cells have merged into one; “{first}” and “{second}” were separated.",
)
CELL_LOST = Sentence("cell-lost", "“{text}” কোন কলামের তা বোঝা যায়নি।", "No column was found for “{text}”.")
CELL_UNREADABLE = Sentence(
    "cell-unreadable", "“{column}” কলামের “{text}” পড়া যায়নি।", "“{text}” could not be read as {column}."
)
DATE_WINDOW = Sentence(
    "date-window",
    "“{text}” একটি সময়সীমা; শেষ দিনটি ধরা হয়েছে।",
    "“{text}” is a window of days; its last day was taken.",
)
SPELLING = Sentence("spelling", "“{text}” বানানটি “{official}” ধরা হয়েছে।", "“{text}” was taken for “{official}”.")

# Facts of a paper.

OFFICE_MISSING = Sentence("office-missing", "দপ্তরের নাম পাওয়া যায়নি।", "The office was not found.")
FISCAL_YEAR_MISSING = Sentence("fiscal-year-missing", "অর্থবছর পাওয়া যায়নি।", "The fiscal year was not found.")
AREAS_MISSING = Sentence("areas-missing", "সূচকের ছক পাওয়া যায়নি।", "The indicator table was not found.")
FISCAL_YEAR_DISAGREES = Sentence(
    "fiscal-year-disagrees",
    "শিরোনামে {named:n}, ছকে {year:n} অর্থবছর।",
    "The title names the fiscal year {named:n}, the table {year:n}.",
)
