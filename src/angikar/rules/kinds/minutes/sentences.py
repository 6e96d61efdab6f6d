"""The sentences of doubts about minutes: their head, their items, and what each decision asks."""

from angikar.rules.sentence import Sentence

CHAIR_MISSING = Sentence("chair-missing", "সভাপতি লেখা নেই।", "The chair is missing.")
DATE_MISSING = Sentence(
    "date-missing/meeting",
    "সভার তারিখ লেখা নেই।",
    "The day of the meeting is missing.",
)
BODY_MISSING = Sentence("body-missing/meeting", "সভার নাম লেখা নেই।", "The body is missing.")
ITEMS_MISSING = Sentence("items-missing", "কোনো আলোচ্য বিষয় পাওয়া যায়নি।", "No item was found.")
LETTER_BEFORE_MEETING = Sentence(
    "letter-before-meeting",
    "স্মারকের তারিখ সভার আগের।",
    "The memo is dated before the meeting.",
)
MONTH_DISAGREES = Sentence(
    "month-disagrees",
    "শিরোনামের মাস আর সভার তারিখ মেলে না।",
    "The month of the title is not that of the meeting.",
)
ITEM_NUMBER = Sentence(
    "item-number",
    "ক্রমিক {expected:n} হওয়ার কথা, ছাপা {printed:n}।",
    "Item {expected:n} is printed as {printed:n}.",
)
DECISION_MISSING = Sentence(
    "decision-missing",
    "{number:n} নম্বর বিষয়ে কোনো সিদ্ধান্ত নেই।",
    "Item {number:n} has no decision.",
)
IMPLEMENTER_MISSING = Sentence(
    "implementer-missing",
    "এই সিদ্ধান্ত কে বাস্তবায়ন করবেন, লেখা নেই।",
    "No one is named to carry this decision out.",
)
DUE_BEFORE_MEETING = Sentence(
    "due-before-meeting",
    "সময়সীমা {due:d} সভার তারিখ {met:d}-এর আগে।",
    "The day it is due, {due:d}, lies before the meeting of {met:d}.",
)
MEMO_PREFIX_DIFFERS = Sentence(
    "memo-prefix-differs",
    "স্মারকের অফিস-সংকেত {own:n}, অথচ {number:n} নম্বর বিষয়ে একই অফিসের {quoted:n}।",
    "The memo's office code is {own:n}, yet item {number:n} quotes {quoted:n} for the same office.",
)
DAY_UNREADABLE = Sentence(
    "day-unreadable/decision",
    "“{text}” থেকে শেষ দিন বোঝা গেল না; লিখুন যেমন “এ মাসের মধ্যে”, “১০.০৮.২০২৩” বা “প্রতি মাসের ১০ তারিখের মধ্যে”।",
    "No last day was understood from “{text}”; write such as “এ মাসের মধ্যে”, “10.08.2023” or “প্রতি মাসের ১০ তারিখের মধ্যে”.",
)
LAST_DAY_BEFORE_MEETING = Sentence(
    "due-before-meeting/typed",
    "শেষ দিন {due:d} সভার দিনের ({met:d}) আগে।",
    "The last day, {due:d}, lies before the meeting of {met:d}.",
)
CELL_BLEED = Sentence(
    "cell-bleed",
    "বাস্তবায়নকারীর ঘরে সিদ্ধান্তের কথা ঢুকে গেছে; বাস্তবায়নকারী ধরা হয়েছে “{implementer}”।",
    "The implementer's cell repeats a decision; read as implementer: “{implementer}”.",
)
ROW_COLUMNS = Sentence("row-columns", "এই সারিতে চারটি ঘর নেই।", "This row does not have four cells.")
IMPLEMENTERS_SHARED = Sentence(
    "implementers-shared",
    "কোন সিদ্ধান্ত কার, তা আলাদা করে লেখা নেই; প্রতিটি সিদ্ধান্ত সবার বলে ধরা হয়েছে।",
    "The paper does not say whose each decision is; each was taken as a decision for all of them.",
)
RECURRENCE_DAY_MISSING = Sentence(
    "recurrence-day-missing",
    "প্রতি মাসের কাজ, কিন্তু মাসের কোন দিনের মধ্যে তা বলা নেই; মাসের শেষ দিন ধরা হয়েছে।",
    "It recurs every month, but no day is named; the last of the month was taken.",
)
CARRIED_OVER_LIKELY = Sentence(
    "carried-over-likely",
    "আলোচনায় “পুনরায়” বলা আছে; কোন সিদ্ধান্তের কথা, তা কথার মিল দেখে ধরা হয়েছে।",
    "The discussion says “again”; which decision it means was taken from the likeness of the words.",
)
HEADING_MISREAD = Sentence(
    "heading-misread",
    "শিরোনাম “{printed}” পড়া হয়েছে “{meant}” বলে।",
    "The heading “{printed}” was read as “{meant}”.",
)
SCHEDULE_UNREAD = Sentence(
    "schedule-unread/decision",
    "সিদ্ধান্তে সময়ের কথা আছে (“{words}”), কিন্তু তা থেকে কোনো দিন বোঝা যায়নি; শেষ তারিখ লিখে দিন।",
    "The decision speaks of time (“{words}”), but no day was understood; write the day by which it is due.",
)
OBLIGATION_UNREAD = Sentence(
    "obligation-unread/minutes",
    "“{text}”: বাক্যটি কাউকে কিছু করতে বলে, কিন্তু কোনো সিদ্ধান্তে আসেনি; সিদ্ধান্ত হিসেবে লিখুন।",
    "“{text}” asks something of somebody, but is in no decision; write it as one.",
)
