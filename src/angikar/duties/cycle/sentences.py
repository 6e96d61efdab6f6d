"""The sentences of refusals of the year's cycle: closed quarters, filing and verifying, reopening, feedback and evaluation."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

QUARTER_ACCEPTED = Sentence(
    "quarter-accepted",
    "এই ত্রৈমাসিক গৃহীত হয়ে বন্ধ হয়েছে। আবার জানাতে হলে ঊর্ধ্বতন দপ্তরকে সাময়িকভাবে খুলে দিতে বলুন।{draft}",
    "This quarter was accepted and is closed. To report again, ask the office above to open it for a while.{draft}",
)
QUARTER_EXCUSED = Sentence(
    "quarter-excused",
    "এই ত্রৈমাসিক দাখিল ছাড়াই বন্ধ করা হয়েছে। জানাতে হলে ঊর্ধ্বতন দপ্তরকে সাময়িকভাবে খুলে দিতে বলুন।{draft}",
    "This quarter was closed without being filed. To report, ask the office above to open it for a while.{draft}",
)
QUARTER_OVER = Sentence(
    "quarter-over",
    "পঞ্জিকা অনুযায়ী এই ত্রৈমাসিকের প্রতিবেদন নেওয়া বন্ধ হয়েছে। জানাতে হলে ঊর্ধ্বতন দপ্তরকে সাময়িকভাবে খুলে দিতে বলুন।{draft}",
    "By the calendar this quarter takes no more reports. To report, ask the office above to open it for a while.{draft}",
)
YEAR_EVALUATED = Sentence(
    "year-evaluated",
    "বছরের মূল্যায়ন চূড়ান্ত হয়েছে; ঊর্ধ্বতন দপ্তর তা ফেরত না নিলে এই পরিকল্পনায় আর কিছু বদলায় না।{draft}",
    "The year has been evaluated; nothing of this plan changes unless the office above takes that back.{draft}",
)
STORED_AS_DRAFT = (" যা লিখেছেন, তা খসড়া হিসেবে রাখা আছে।", " What you wrote is kept as a draft.")
"""What follows the sentence of a closed quarter where the answer is stored as a draft."""

NOT_HEAD = Sentence("not-head", "ত্রৈমাসিক দাখিল করেন দপ্তরপ্রধান।", "The head of the office files the quarter.")
QUARTER_EMPTY = Sentence("quarter-empty", "এই ত্রৈমাসিকে কিছু চাওয়া হয়নি।", "Nothing is asked in this quarter.")
QUARTER_NOT_BEGUN = Sentence("quarter-not-begun", "এই সময়কাল এখনো শুরু হয়নি।", "This period has not opened yet.")
NO_NEW_REPORT = Sentence(
    "no-new-report",
    "দাখিল করার মতো নতুন কিছু নেই; শূন্য হলে ০ লিখুন।",
    "There is nothing new to file; write 0 for zero.",
)
FILING_IN_OTHER_STATE = Sentence(
    "filing-in-other-state",
    "দাখিলটি এখন সেই অবস্থায় নেই; পাতাটি নতুন করে দেখুন।",
    "The filing is in another state now; load the page again.",
)
LATER_REPORT = Sentence("later-report", "এর পরে নতুন প্রতিবেদন এসেছে; আবার দেখুন।", "A later report has come; look again.")
CHECKED_ALREADY = Sentence("checked-already", "এটি আগেই যাচাই করা হয়েছে।", "This was looked at again already.")
NO_PLAIN_ROW = Sentence(
    "no-plain-row",
    "সন্দেহ ছাড়া কোনো সারি অপেক্ষায় নেই; বাকিগুলো একটি একটি করে দেখুন।",
    "No row without a doubt is waiting; look at the others one by one.",
)
NO_ANSWER_SINCE = Sentence(
    "no-answer-since",
    "ফেরতের পরে এখনো কিছু আসেনি; দপ্তরের জবাবের অপেক্ষা করুন।",
    "Nothing has come in since it was sent back; wait for the office's answer.",
)
ROWS_MARKED = Sentence(
    "rows-marked",
    "{count}টি সারি ফেরতের জন্য চিহ্নিত; আগে সেগুলো ফেরত পাঠান বা চিহ্ন তুলে নিন।",
    "{count:row is/rows are} marked to be sent back; send them back or take the marks off first.",
)
QUARTER_NOT_OVERDUE = Sentence(
    "quarter-not-overdue",
    "দাখিলের শেষ দিন পার হয়নি; তার আগে দাখিল ছাড়া বন্ধ করা যায় না।",
    "The last day for filing is not over; until then the quarter is not closed without being filed.",
)
QUARTER_IN_HAND = Sentence(
    "quarter-in-hand",
    "ত্রৈমাসিকটি দাখিল হয়েছে বা বন্ধ আছে; যাচাই করে গ্রহণ করুন বা ফেরত দিন।",
    "The quarter was filed or is closed; verify it and accept it or send it back.",
)
OWN_PLAN = Sentence(
    "own-plan",
    "এই দপ্তরের দায়িত্বও আপনার; নিজের দপ্তরের কাজ নিজে বন্ধ বা চূড়ান্ত করা যায় না। ঊর্ধ্বতন দপ্তরের অন্য কেউ করবেন।",
    "You lead this office as well; nobody closes or fixes the work of an office of his own. Somebody else of the office above does.",
)
FIGURES_UNEXPLAINED = Sentence(
    "figures-unexplained",
    "{count}টি মানে সন্দেহ আছে, কারণ লেখা নেই; প্রথমটি {code:n}: {why}",
    "{count:figure is doubtful and gives/figures are doubtful and give} no reason; the first, {code}: {why}",
)
ROW_WITHOUT_REPORT = Sentence(
    "row-without-report",
    "যে সারিতে প্রতিবেদন নেই, তা ফেরত দেওয়া যায় না।",
    "A row without a report cannot be sent back.",
)
SAMPLE_UNCHECKED = Sentence(
    "sample-unchecked",
    "নমুনার {count}টি সারি এখনো যাচাই হয়নি।",
    "{count:row of the sample has/rows of the sample have} not been looked at again.",
)
ROWS_WAITING = Sentence(
    "rows-waiting", "{count}টি সারি দেখার অপেক্ষায় আছে।", "{count:row still waits/rows still wait} to be looked over."
)

QUARTER_OPEN = Sentence("quarter-open", "এই ত্রৈমাসিক খোলাই আছে।", "This quarter is open.")
REOPENING_ASKED = Sentence(
    "reopening-asked",
    "এটি আগেই চাওয়া হয়েছে; উত্তরের অপেক্ষা করুন।",
    "This was asked already; wait for the answer.",
)
REOPENING_ANSWERED = Sentence("reopening-answered", "এর উত্তর দেওয়া হয়ে গেছে।", "This was answered already.")
LAST_DAY_PAST = Sentence(
    "last-day-past", "শেষ দিন আজ বা তার পরের কোনো দিন হতে হবে।", "The last day must be today or later."
)

FEEDBACK_GIVEN = Sentence(
    "feedback-given", "অর্ধবার্ষিক ফলাবর্তক দেওয়া হয়ে গেছে।", "The half-year's feedback was given already."
)
EVALUATED_ALREADY = Sentence(
    "evaluated-already", "এই বছরের মূল্যায়ন চূড়ান্ত হয়ে গেছে।", "The year has been evaluated already."
)
QUARTERS_OPEN = Sentence(
    "quarters-open",
    "এই ত্রৈমাসিক এখনো বন্ধ হয়নি: {quarters:n}। যাচাই করে গ্রহণ করুন, অথবা দাখিল না হলে কারণসহ দাখিল ছাড়াই বন্ধ করুন।",
    "These quarters are not closed yet: {quarters}. Verify and accept them, or close one that was not filed with a reason.",
)
MARKS_CHANGED = Sentence(
    "marks-changed",
    "এর মধ্যে নম্বর বদলেছে; নতুন হিসাব দেখে আবার নিশ্চিত করুন।",
    "The marks have changed meanwhile; look at the new ones and confirm again.",
)
TAKEN_BACK_ALREADY = Sentence(
    "taken-back-already", "মূল্যায়নটি আগেই ফেরত নেওয়া হয়েছে।", "The evaluation was taken back already."
)
REPORTS_WAITING = Sentence(
    "reports-waiting",
    "{count}টি প্রতিবেদন দেখার অপেক্ষায়; আগে সেগুলো গ্রহণ করুন বা ফেরত দিন।",
    "{count:report waits/reports wait} to be looked over; accept them or send them back first.",
)
MARKS_UNKNOWN = Sentence(
    "marks-unknown", "এই পরিকল্পনার নম্বরের নিয়ম জানা নেই।", "The rules of marks of this plan are not known."
)
PUBLISHED_ALREADY = Sentence(
    "published-already", "মূল্যায়নটি আগেই প্রকাশ করা হয়েছে।", "The evaluation was published already."
)
NO_PLAN_IN_FORCE = Sentence(
    "no-plan-in-force", "এটি কোনো বছরের জারি করা পরিকল্পনা নয়।", "This is no issued plan of a year."
)
PERIOD_NOT_OVER = Sentence(
    "period-not-over",
    "সময়কালটি শেষ হয়নি; {day:d} থেকে লেখা যাবে।",
    "The period is not over; it can be written from {day:d} on.",
)
WORDS_MISSING = Sentence("words-missing", "কথাটি লিখুন; খালি রাখা যায় না।", "Write your words; they cannot be left empty.")
