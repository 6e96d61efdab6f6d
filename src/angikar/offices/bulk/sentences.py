"""The sentences of lists: why a line, a column or a whole list is not taken."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

SHEET_UNKNOWN = Sentence(
    "list-sheet-unknown",
    "“{sheet}” পাতার শিরোনাম চেনা গেল না; নমুনা ফাইলের শিরোনামগুলো ব্যবহার করুন।",
    "The headings of the sheet “{sheet}” are not known; use those of the template.",
)
LIST_TWICE = Sentence(
    "list-twice",
    "“{sheet}” তালিকা দুবার দেওয়া হয়েছে; এক তালিকায় লিখুন।",
    "The list “{sheet}” is given twice; write one of the two.",
)
NO_SHEET = Sentence(
    "list-without-rows",
    "ফাইলে কোনো সারি পাওয়া গেল না; নমুনা ফাইলটি পূরণ করে দিন।",
    "The file has no rows; fill in the template.",
)
COLUMN_UNKNOWN = Sentence(
    "list-column-unknown",
    "“{heading}” কলামটি চেনা গেল না; মুছে ফেলুন বা নমুনার শিরোনাম দিন।",
    "The column “{heading}” is not known; delete it, or give it a heading of the template.",
)
COLUMN_TWICE = Sentence("list-column-twice", "“{heading}” কলামটি দুবার আছে।", "The column “{heading}” is there twice.")
COLUMN_MISSING = Sentence("list-column-missing", "“{heading}” কলামটি নেই।", "The column “{heading}” is missing.")
CELL_MISSING = Sentence("list-cell-missing", "“{heading}” লেখা হয়নি।", "“{heading}” is not filled in.")
CELL_TOO_LONG = Sentence(
    "list-cell-too-long",
    "“{heading}” {most} অক্ষরের বেশি লম্বা।",
    "“{heading}” is longer than {most} characters.",
)
CELL_WRONG = Sentence(
    "list-cell-wrong",
    "“{heading}” কলামে “{text}” লেখা যায় না।",
    "“{text}” cannot stand in the column “{heading}”.",
)
DAY_WRONG = Sentence(
    "list-day-wrong",
    "“{heading}” কলামের “{text}” তারিখ হিসেবে পড়া গেল না; ২০২৬-০৭-০১ এভাবে লিখুন।",
    "“{text}” in the column “{heading}” cannot be read as a day; write it like 2026-07-01.",
)
CHOICE_WRONG = Sentence(
    "list-choice-wrong",
    "“{heading}” কলামে “{text}” নেই; আছে: {known}।",
    "“{heading}” knows no “{text}”; it knows: {known}.",
)
MOBILE_WRONG = Sentence(
    "list-mobile-wrong",
    "“{text}” মোবাইল নম্বর নয়: ০১ দিয়ে শুরু ১১ অঙ্ক চাই। Excel শুরুর শূন্য মুছে থাকলে ঘরটিকে Text করে আবার লিখুন।",
    "“{text}” is no mobile number: eleven digits that begin with 01 are wanted. Where Excel has dropped the zero, format the cell as text.",
)
LINE_TWICE = Sentence("list-line-twice", "{line} নম্বর সারিতেও এটিই লেখা আছে।", "Line {line} says the same thing already.")
OFFICE_UNKNOWN = Sentence(
    "list-office-unknown", "“{text}” নামে বা সংকেতে কোনো দপ্তর নেই।", "No office has the name or the code “{text}”."
)
OFFICE_UNCLEAR = Sentence(
    "list-office-unclear",
    "“{text}” নামে {count}টি দপ্তর আছে; সংকেত লিখুন।",
    "{count:office has/offices have} the name “{text}”; write the code.",
)
OFFICE_ABOVE_REFUSED = Sentence(
    "list-office-above-refused",
    "ঊর্ধ্বতন দপ্তর “{text}” নেওয়া যায়নি, তাই এটিও নয়।",
    "The office above, “{text}”, is not taken, so neither is this one.",
)
OFFICE_IN_CIRCLE = Sentence(
    "list-office-in-circle",
    "“{text}” নিজের অধীন দপ্তরের অধীনে যেতে পারে না।",
    "“{text}” cannot come below an office that is below it.",
)
OFFICE_TOO_DEEP = Sentence(
    "list-office-too-deep",
    "দপ্তরের স্তর ২০টির বেশি হতে পারে না।",
    "There cannot be more than 20 offices above each other.",
)
OFFICE_THERE = Sentence(
    "list-office-there",
    "“{name}” এখানে আগে থেকেই আছে, সংকেত {code}; সংকেতটি লিখুন।",
    "“{name}” is here already with the code {code}; write that code.",
)
OFFICE_NOT_YOURS = Sentence(
    "list-office-not-yours",
    "“{text}” আপনার অধীন দপ্তরের বাইরে।",
    "“{text}” is outside the offices that you keep.",
)
ROOT_NOT_YOURS = Sentence(
    "list-root-not-yours",
    "ঊর্ধ্বতন দপ্তর লিখুন; সবার উপরে নতুন দপ্তর শুধু পুরো নিবন্ধের রক্ষক খুলতে পারেন।",
    "Write the office above; only the keeper of the whole register opens an office at the top.",
)
OFFICE_NOT_MOVED = Sentence(
    "list-office-not-moved",
    "“{name}” এখন “{above}”-এর অধীন; অন্য দপ্তরের অধীনে নিতে হলে দপ্তরের পাতা থেকে নিন।",
    "“{name}” is below “{above}” now; move it on the page of the office.",
)
OFFICE_HAS_OPEN_BELOW = Sentence(
    "list-office-has-open-below",
    "“{name}” বন্ধ করা যায় না: এর অধীনে “{below}” খোলা থাকবে।",
    "“{name}” cannot be closed: “{below}” below it would stay open.",
)
OFFICE_HAS_POSTS = Sentence(
    "list-office-has-posts",
    "“{name}” বন্ধ করা যায় না: “{left}” খোলা থাকবে। তালিকায় সেটিও বন্ধ করুন, অথবা দপ্তরের পাতা থেকে বন্ধ করুন।",
    "“{name}” cannot be closed: “{left}” would stay open. Close that too in the list, or close the office on its page.",
)
CLOSED_FROM_ABOVE = Sentence(
    "list-closed-from-above",
    "দপ্তর বন্ধ বা আবার চালু করা যায় শুধু ঊর্ধ্বতন দপ্তর থেকে।",
    "An office is closed and opened again only from an office above it.",
)
OFFICE_CLOSED = Sentence("list-office-closed", "“{text}” বন্ধ হয়ে গেছে।", "“{text}” is closed.")
DAYS_REVERSED = Sentence("list-days-reversed", "শেষের তারিখ শুরুর আগে পড়েছে।", "The last day lies before the first.")
POST_UNKNOWN = Sentence(
    "list-post-unknown", "“{office}” দপ্তরে “{title}” নামে কোনো পদ নেই।", "“{office}” has no post “{title}”."
)
POST_UNCLEAR = Sentence(
    "list-post-unclear",
    "“{office}” দপ্তরে “{title}” নামে একাধিক বিলুপ্ত পদ আছে; কোনটি, তা বোঝা গেল না।",
    "“{office}” has several closed posts “{title}”; it is not clear which is meant.",
)
SECOND_HEAD = Sentence(
    "list-second-head",
    "“{office}” দপ্তরে দপ্তরপ্রধানের পদ একটিই হয়: “{title}”।",
    "“{office}” has its head already: “{title}”.",
)
OFFICER_UNKNOWN = Sentence(
    "list-officer-unknown",
    "“{username}” নামে কোনো কর্মকর্তা নেই।",
    "There is no officer “{username}”.",
)
OFFICER_NOT_YOURS = Sentence(
    "list-officer-not-yours",
    "“{username}” আপনার অধীন দপ্তরের কর্মকর্তা নন; তাঁর কার্ড আপনি বদলাতে পারেন না।",
    "“{username}” does not serve in the offices that you keep; you cannot change the card.",
)
ADMINISTRATOR_STAYS = Sentence(
    "list-administrator-stays",
    "“{username}” প্রশাসক; তাঁর অ্যাকাউন্ট তালিকা দিয়ে বন্ধ করা যায় না।",
    "“{username}” is an administrator, whose account is not closed by a list.",
)
EMPLOYEE_TWICE = Sentence(
    "list-employee-twice",
    "কর্মচারী আইডি “{text}” আগে থেকেই {name}-এর।",
    "The employee id “{text}” is that of {name} already.",
)
POST_HELD_THEN = Sentence(
    "list-post-held-then",
    "এই সময়ে পদটিতে {name} আছেন; আগে তাঁর শেষ দিন লিখুন।",
    "{name} holds the post at that time; write the last day of that charge first.",
)
SUBSTITUTE_NEEDS_END = Sentence(
    "list-substitute-needs-end",
    "ছুটিকালীন দায়িত্বের শেষ দিন লিখুন।",
    "Write the last day of a substitute's charge.",
)
CHANGED_SINCE_PREVIEW = Sentence(
    "list-changed-since-preview",
    "দেখানোর পর নিবন্ধ বদলে গেছে; নতুন করে দেখে আবার নিশ্চিত করুন।",
    "The register has changed since it was shown; look at the list again and confirm once more.",
)
LIST_DONE_ALREADY = Sentence("list-done-already", "এই তালিকা আগেই নেওয়া হয়েছে।", "This list has been carried out already.")
LINES_REFUSED = Sentence(
    "list-lines-refused",
    "{count}টি সারি নেওয়া যায়নি; ঠিক করে আবার দিন, অথবা সেগুলো বাদ দিয়ে নিতে বলুন।",
    "{count:line is/lines are} refused; put them right and give the list again, or say that it is to be taken without them.",
)
CHANGES_NONE = Sentence("list-changes-nothing", "এই তালিকায় বদলানোর কিছু নেই।", "This list changes nothing.")
POST_HELD_STILL = Sentence(
    "list-post-held-still",
    "পদটিতে {name} আছেন; তাঁর দায়িত্বের শেষ দিন লিখুন।",
    "{name} holds the post; write the last day of that charge.",
)
ONLY_FROM_ABOVE = Sentence(
    "list-only-from-above",
    "দপ্তরপ্রধান ও নিবন্ধ-রক্ষকের পদ শুধু ঊর্ধ্বতন দপ্তর থেকে দেওয়া বা নেওয়া যায়।",
    "The posts of the head and of the keeper are given and taken only from an office above.",
)
NOT_TO_ONESELF = Sentence(
    "list-not-to-oneself",
    "তালিকা দিয়ে নিজেকে কোনো পদ দেওয়া যায় না; অন্য কাউকে, যেমন ঊর্ধ্বতন দপ্তরকে, বলুন।",
    "Nobody gives himself a post by a list; ask somebody else, such as the office above.",
)
LIST_TAKES_TWO = Sentence(
    "list-takes-two",
    "এই তালিকা দপ্তরপ্রধান বা নিবন্ধরক্ষক বদলায়; যিনি তালিকা দিয়েছেন, তিনি ছাড়া দ্বিতীয় একজন (ঊর্ধ্বতন দপ্তরের প্রধান, নিবন্ধরক্ষক বা প্রশাসক) পাতাটি খুলে কার্যকর করবেন।",
    "This list changes heads or keepers; a second person than who gave it (a head or keeper above, or an administrator) opens this page and carries it out.",
)
