"""The sentences of the doubts about an integrity plan: its areas, the reading of its rows, and the facts around its table."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

# Areas and indicators.

AREA_WEIGHT_MISSING = Sentence(
    "area-weight-missing",
    "[{area:n}] ক্ষেত্রের শিরোনামে মান ছাপা নেই।",
    "The heading of area [{area:n}] prints no mark.",
)
AREA_EMPTY = Sentence("area-empty", "[{area:n}] ক্ষেত্রে কোনো কার্যক্রম নেই।", "Area [{area:n}] has no activity.")
AREA_TITLE_DIFFERS = Sentence(
    "area-title-differs/form",
    "ক্ষেত্রের শিরোনাম “{title}”; ফরমে আছে “{official}”।",
    "The area is titled “{title}”; the form prints “{official}”.",
)
INDICATOR_TITLE_MISSING = Sentence(
    "indicator-title-missing", "সূচক [{code:n}]-এর শিরোনাম নেই।", "Indicator [{code:n}] has no title."
)
INDICATOR_REPEATED = Sentence(
    "indicator-repeated",
    "“{title}” সূচকটি পরপর [{one:n}] ও [{other:n}] কার্যক্রমে আছে; সারি সরে থাকতে পারে।",
    "The same indicator is under the activities [{one:n}] and [{other:n}]; rows may have slipped.",
)
SIGNATORY_DIFFERS = Sentence(
    "signatory-differs",
    "একই ফোনের স্বাক্ষরকারী পত্রে “{letter}”, ছকের নিচে “{table}”।",
    "To one telephone number the letter has “{letter}”, the table “{table}”.",
)

# Rows.

AREA_MISSING = Sentence("area-missing", "ক্ষেত্রের শিরোনাম নেই।", "The area has no heading.")
ROW_EMPTY = Sentence("row-empty", "[{code:n}] কার্যক্রমের সারি ফাঁকা।", "The row of activity [{code:n}] is empty.")
ROW_SWALLOWED = Sentence(
    "row-swallowed",
    "“{text}”: সারির বাকি ঘরে কলামের ক্রমিক ({numbers:n}) ছাপা, আসল মান হারিয়ে গেছে।",
    "“{text}”: the numbers of the columns ({numbers:n}) are printed in place of the cells of this row; its values are lost.",
)
ROW_SHIFTED = Sentence(
    "row-shifted",
    "“{title}” সারিটি প্রকৃত অর্জনের ঘরে, অথচ ওপরের সূচকের নয়; সারি সরে গেছে।",
    "“{title}” is a row of actuals below an indicator it does not belong to: rows have slipped.",
)
VALUE_SMEARED = Sentence(
    "value-smeared/cells",
    "“{text}” একই মান {cells:n} নং ঘরে ছড়িয়ে আছে; কোয়ার্টারের মান যাচাই করুন।",
    "One value, “{text}”, is spread over cells {cells:n}; the quarters must be looked up.",
)
CELL_EXTRA = Sentence(
    "cell-extra",
    "চার কোয়ার্টারের পরে আরও একটি মান “{text}” ছাপা আছে; নেওয়া হয়নি।",
    "One more figure, “{text}”, is printed after the four quarters; it was not taken.",
)
COUNTING_DERIVED_SUM = Sentence(
    "counting-derived/sum",
    "ফরমে গণনা পদ্ধতি নেই; কোয়ার্টারের মান থেকে “সমষ্টি” ধরা হয়েছে।",
    "The form names no counting method; the quarters add up to the target, so “sum” was taken.",
)
COUNTING_DERIVED_AVERAGE = Sentence(
    "counting-derived/average",
    "ফরমে গণনা পদ্ধতি নেই; কোয়ার্টারের মান থেকে “গড়” ধরা হয়েছে।",
    "The form names no counting method; the quarters average the target, so “average” was taken.",
)
SUM_IN_BRACKETS = Sentence(
    "sum-in-brackets",
    "“{text}”: বন্ধনীর অঙ্ক বাইরের অঙ্কের সঙ্গে মেলে না।",
    "“{text}”: the bracket does not make up the figure.",
)
TOTAL_DISAGREES = Sentence(
    "total-disagrees/column",
    "মোট “{text}” লক্ষ্যমাত্রা বা কোয়ার্টারের যোগফলের সঙ্গে মেলে না।",
    "The total “{text}” is neither the target nor the sum of the quarters.",
)
ACTUAL_IN_CELL = Sentence(
    "actual-in-plan/cell",
    "পরিকল্পনাতেই অর্জনের ঘরে “{text}” লেখা আছে।",
    "The plan itself already states an achievement, “{text}”.",
)

# Facts around the table.

HEADING_YEAR_DISAGREES = Sentence(
    "fiscal-year-disagrees/heading",
    "শিরোনামে “{heading}” লেখা, অথচ পরিকল্পনাটি {year:n} অর্থবছরের।",
    "The heading reads “{heading}”, but the plan is of the fiscal year {year:n}.",
)
FRAMEWORK_UNKNOWN = Sentence(
    "framework-unknown/integrity-plan",
    "{year:n} অর্থবছরের শুদ্ধাচার পরিকল্পনার কাঠামো জানা নেই; ছকের শিরোনাম ধরে পড়া হয়েছে।",
    "No framework is known for integrity plans of {year:n}; it was read by its headings.",
)
TITLE_MISSING = Sentence("title-missing", "পরিকল্পনার শিরোনাম পাওয়া যায়নি।", "The title of the plan was not found.")
