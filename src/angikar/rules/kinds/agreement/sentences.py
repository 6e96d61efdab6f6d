"""The sentences of the doubts about an agreement: its parties, outcomes, overview and annexes, and the slips of reading."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

# Parties.

PARTIES_MISSING = Sentence(
    "parties-missing",
    "চুক্তির দুই পক্ষ, তাঁদের পদ ও কার্যালয় উল্লেখ করতে হবে।",
    "Both parties of the agreement, with post and office, must be named.",
)
FISCAL_YEAR_MISSING = Sentence(
    "fiscal-year-missing/agreement", "চুক্তির অর্থবছর উল্লেখ নেই।", "The agreement names no fiscal year."
)
DATE_MISSING = Sentence("date-missing", "{post}-এর স্বাক্ষরের তারিখ নেই।", "The {party} party has not dated the signature.")

# Outcomes.

OUTCOME_YEAR_BEYOND = Sentence(
    "outcome-year-beyond",
    "চূড়ান্ত ফলাফলের বছর {year:n}, কিন্তু প্রক্ষেপণ {last:n} পর্যন্ত।",
    "The outcome is due by {year:n}, but projections end with {last:n}.",
)
OUTCOME_PROJECTION_MISSING = Sentence(
    "outcome-projection-missing",
    "“{title}” সূচকের {year:n} সালের প্রক্ষেপণ নেই।",
    "“{title}” has no projection for {year:n}.",
)
OUTCOME_TABLE_DISAGREES = Sentence(
    "outcome-table-disagrees",
    "সেকশন ২-এ লক্ষ্যমাত্রা {outcome:d}, সেকশন ৩-এর [{code:n}] সূচকে {target:d}।",
    "Section 2 aims at {outcome:d}, indicator [{code:n}] of section 3 at {target:d}.",
)

# The overview against the table.

TOTAL_IN_TEXT = Sentence(
    "text-table-disagree/total",
    "সার্বিক চিত্রে মোট {figure:n}টি {noun}, কিন্তু [{code:n}] সূচকের লক্ষ্যমাত্রা {target:d}।",
    "The overview counts {figure:n} “{noun}” in all, but the target of indicator [{code:n}] is {target:d}.",
)
LAST_YEAR_IN_TEXT = Sentence(
    "text-table-disagree/last-year",
    "সার্বিক চিত্রে গত অর্থবছরে {figure:n}টি {noun}, ছকে [{code:n}] সূচকে {stated:d}।",
    "The overview counts {figure:n} “{noun}” last year, the table {stated:d} for indicator [{code:n}].",
)
BASELINE_IN_TEXT = Sentence(
    "baseline-in-text",
    "[{code:n}] সূচকের {year:n} সালের অর্জন ছকে নেই, সার্বিক চিত্রে {figure:n}।",
    "The table has no {year:n} actual for indicator [{code:n}], the overview has {figure:n}.",
)
BASELINE_IN_TEXT_MET = Sentence(
    "baseline-in-text/met",
    "[{code:n}] সূচকের {year:n} সালের অর্জন ছকে নেই, সার্বিক চিত্রে {figure:n}; তাতে নির্ণায়ক {criteria} আগেই অর্জিত।",
    "The table has no {year:n} actual for indicator [{code:n}], the overview has {figure:n}; "
    "the criteria {criteria} would be met already.",
)

# Annexes.

EVIDENCE_ANNEX_MISSING = Sentence("evidence-missing/annex", "প্রমাণকের সংযোজনী নেই।", "There is no annex of evidence.")
EVIDENCE_MISSING = Sentence("evidence-missing", "সূচক [{code:n}]-এর প্রমাণক নেই।", "Indicator [{code:n}] has no evidence.")
ANNEX_CODE_UNKNOWN = Sentence(
    "annex-code-unknown",
    "সংযোজনী ২-এর কোড [{code:n}] পরিকল্পনায় নেই।",
    "Code [{code:n}] of annex 2 is not in the plan.",
)
EVIDENCE_SELF_CERTIFYING = Sentence(
    "evidence-self-certifying",
    "সূচক [{code:n}]-এর প্রমাণকের ঘরে শাখার নামই লেখা; কোন দলিল প্রমাণ দেবে তা নেই।",
    "The evidence of indicator [{code:n}] only repeats the branch; it names no document.",
)
ANNEX_TITLE_DIFFERS = Sentence(
    "annex-title-differs",
    "[{code:n}]: সংযোজনীতে “{printed}”, ছকে “{planned}”।",
    "[{code:n}]: the annex has “{printed}”, the table “{planned}”.",
)
CELL_CUT_OFF = Sentence("cell-cut-off", "“{text}” মাঝপথে শেষ হয়েছে মনে হয়।", "“{text}” seems to be cut off.")
QUOTE_UNBALANCED = Sentence(
    "quote-unbalanced",
    "“{text}”: উদ্ধৃতিচিহ্ন জোড়া নয়।",
    "The quotation marks of “{text}” do not pair.",
)
NAME_WORDINGS_DIFFER = Sentence(
    "name-wordings-differ",
    "একই নাম ভিন্নভাবে লেখা: “{other}” ও “{name}”।",
    "One name in two wordings: “{other}” and “{name}”.",
)

# Slips of reading.

FRAMEWORK_UNKNOWN = Sentence(
    "framework-unknown/agreement",
    "{year:n} অর্থবছরের চুক্তির কাঠামো জানা নেই; সর্বশেষ জানা ছক ধরে পড়া হয়েছে।",
    "No framework is known for agreements of {year:n}; it was read by the latest known form.",
)
DATE_BLANK = Sentence(
    "date-blank",
    "প্রস্তাবনায় স্বাক্ষরের মাস ও তারিখ ফাঁকা।",
    "The preamble leaves month and day of signing blank.",
)
AREA_TITLE_DIFFERS = Sentence(
    "area-title-differs/section",
    "[{code:n}] ক্ষেত্রের নাম সেকশন ১-এ “{listed}”, ছকে “{title}”।",
    "Section 1 calls area [{code:n}] “{listed}”, the table “{title}”.",
)
ANNEX_MISSING = Sentence(
    "annex-missing",
    "সংযোজনী {number:n}-এর শিরোনাম আছে, কর্মপরিকল্পনা নেই।",
    "Annex {number:n} is named, but its plans are not in this paper.",
)
