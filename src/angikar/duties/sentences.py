"""The sentences of refusals of duties, in the order in which an answer, its review and the issue of a paper may meet them."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ANSWERED_ON_YEAR_PAGE = Sentence(
    "answered-on-year-page",
    "এর জবাব পরিকল্পনার বছরের পাতায় দিতে হয়।",
    "This is answered on the page of the plan's year.",
)
PLAN_IN_FORCE = Sentence(
    "plan-in-force",
    "এ দপ্তরের {year} অর্থবছরের এই পরিকল্পনা আগেই জারি হয়েছে; বদলাতে হলে জারি থাকা পরিকল্পনার পাতায় “সংশোধিত নথি শুরু করুন” চাপুন।",
    "This plan of the office for {year} is in force already; to change it, press “Begin an amended paper” on the page of the plan in force.",
)
DUTY_CLOSED = Sentence("duty-closed", "এই করণীয় এখন আর খোলা নেই।", "This duty is no longer open.")
GIVEN_BY_LINKED_PLAN = Sentence(
    "given-by-linked-plan",
    "এই সূচকের নম্বর সংযুক্ত কর্মপরিকল্পনা থেকে আসে; এখানে লিখতে হয় না।",
    "The marks of this row come from the plan that is linked to it; nothing is to be written here.",
)
PERIOD_NOT_BEGUN = Sentence("period-not-begun", "এই সময়কাল এখনো শুরু হয়নি।", "This period has not opened yet.")
REPORTED_MEANWHILE = Sentence(
    "reported-meanwhile",
    "এর মধ্যে {who} প্রতিবেদন পাঠিয়েছেন; সেটি দেখে নিন, তারপরও নিজেরটি দিতে চাইলে আবার প্রতিবেদন দিন।",
    "{who} has sent a report meanwhile; look at it, and submit again if yours is to take its place.",
)
REASON_NOT_APPLICABLE = Sentence("reason-not-applicable", "কেন প্রযোজ্য নয় তা লিখুন।", "Write why it does not apply.")
ANSWER_EMPTY = Sentence(
    "answer-empty",
    "খালি জবাব দেওয়া যায় না; শূন্য হলে ০ লিখুন।",
    "An empty answer cannot be submitted; write 0 for zero.",
)
FIGURE_MISSING = Sentence(
    "figure-missing",
    "এখানে একটি মান লিখতে হবে; শূন্য হলে ০ লিখুন।",
    "A figure is asked here; write 0 for zero.",
)
NONE_TICKED = Sentence(
    "none-ticked", "কোনোটিতে টিক দেওয়া হয়নি; আগে টিক দিন।", "Nothing is ticked; tick what you mean first."
)
TOO_MANY_TICKED = Sentence(
    "too-many-ticked",
    "একবারে সর্বোচ্চ {most}টি; কয়েকবারে করুন।",
    "At most {most} at once; do it in several steps.",
)
REVIEWED_MEANWHILE = Sentence("reviewed-meanwhile", "এটি এর মধ্যে দেখা হয়ে গেছে।", "This has been looked over meanwhile.")
NO_RECEIPT_ASKED = Sentence("no-receipt-asked", "এখানে প্রাপ্তিস্বীকার চাওয়া হয়নি।", "No receipt is asked here.")
OWN_EXCUSE = Sentence(
    "own-excuse",
    "যে হিসাব নিজের দেওয়ার কথা, তা থেকে নিজেকে অব্যাহতি দেওয়া যায় না।",
    "You cannot excuse a figure that you owe yourself.",
)
OWN_FIGURE = Sentence("own-figure", "নিজের দেওয়া হিসাব নিজে গ্রহণ করা যায় না।", "You cannot accept a figure of your own.")
REASON_OTHER_VALUE = Sentence(
    "reason-other-value", "অন্য মান গ্রহণ করলে কারণ লিখুন।", "Write why another value is accepted."
)
REASON_DOUBTFUL_VALUE = Sentence(
    "reason-doubtful-value",
    "সন্দেহজনক মান গ্রহণ করতে হলে কারণ লিখুন। {why}",
    "Write why a doubtful figure is accepted. {why}",
)
REASON_NO_EVIDENCE = Sentence(
    "reason-no-evidence",
    "এই সূচকের প্রমাণক চাওয়া হয়েছে ({documents}), কিন্তু দেওয়া হয়নি; তবু গ্রহণ করলে কারণ লিখুন।",
    "Evidence is asked for this row ({documents}) and was not given; write why it is accepted all the same.",
)
REPORT_NOT_LATEST = Sentence(
    "report-not-latest",
    "এর পরে নতুন প্রতিবেদন এসেছে বা এটি দেখা হয়ে গেছে।",
    "A later report has come, or this one was looked over.",
)
REASON_MISSING = Sentence("reason-missing", "কারণটি এক বাক্যে লিখুন।", "Write the reason in one sentence.")
CANNOT_BE_EXCUSED = Sentence("cannot-be-excused", "এই করণীয় বাদ দেওয়া যায় না।", "This duty cannot be set aside.")
NOT_EXCUSED = Sentence("not-excused", "এই করণীয় বাদ দেওয়া হয়নি।", "This duty was not set aside.")
ANSWERED_ALREADY = Sentence("answered-already", "এই করণীয়ের জবাব এসে গেছে।", "This duty has been answered already.")

DRAFT_WITH_ANOTHER = Sentence("draft-with-another", "খসড়াটি এখন “{post}” পদের হাতে।", "“{post}” has the draft now.")
NOT_READY_TO_ISSUE = Sentence(
    "not-ready-to-issue", "এই কাগজ জারি করার অবস্থায় নেই।", "The paper is not in a state to be issued."
)
ERRORS_OPEN = Sentence(
    "errors-open", "{count}টি ভুল খোলা আছে; প্রথমটি: {first}", "{count:error is/errors are} open; the first: {first}"
)
AMENDMENT_UNREASONED = Sentence(
    "amendment-unreasoned",
    "সংশোধনের প্রতিটি বদলের কারণ লিখুন; তারপর জারি করা যাবে।",
    "Write the reason for every change of the amendment; then it can be issued.",
)
AMENDMENT_NOT_AGREED = Sentence(
    "amendment-not-agreed",
    "সংশোধনে ঊর্ধ্বতন দপ্তরের সম্মতি এখনো নেই, অথবা সম্মতির পরে কাগজ বদলেছে।",
    "The office above has not agreed to the amendment, or it was changed since.",
)
FIGURES_UNPLACED = Sentence(
    "figures-unplaced",
    "“{text}” ({count}টি করণীয়) কোনো পদে মেলেনি। পদ বাছাই করুন, অথবা বলুন যে ফোকাল পয়েন্ট জবাব দেবেন।",
    "“{text}” leads to no post ({count:duty/duties}). Choose a post, or say that the focal post answers.",
)
ENTERED_UNDER_ANOTHER_DAY = Sentence(
    "entered-under-another-day",
    "পুরোনো নথি তার নিজের তারিখেই লেখা হয়; নথিতে সেই তারিখ নেই, বা তা আজকের পরে।",
    "A paper of the past is entered under its own day; the paper bears no such day, or one to come.",
)
CODES_REPEATED = Sentence(
    "codes-repeated", "একই ক্রমিক একাধিক সূচকে আছে: {codes:n}", "Several indicators carry the same code: {codes}"
)
SCHEDULE_IMPOSSIBLE = Sentence("schedule-impossible", "{reason}", "{reason}")
NO_FOCAL_POST = Sentence(
    "no-focal-post",
    "দপ্তরে কোনো ফোকাল পয়েন্ট বা প্রধানের পদ নেই।",
    "The office has neither a focal post nor a head.",
)
TOO_MANY_EVIDENCE_FILES = Sentence(
    "too-many-evidence-files",
    "একসঙ্গে {most}টির বেশি ফাইল নেওয়া যায় না; একটি ফাইলে জুড়ে দিন।",
    "No more than {most} files are taken with one report; put them into one.",
)
EVIDENCE_IS_PROGRAM = Sentence(
    "evidence-is-program",
    "“{name}” একটি প্রোগ্রাম; প্রমাণক হিসেবে নেওয়া যায় না।",
    "“{name}” is a program; it is not taken as evidence.",
)
EVIDENCE_EMPTY = Sentence("evidence-empty", "“{name}” ফাইলটি খালি।", "The file “{name}” is empty.")
EVIDENCE_TOO_LARGE = Sentence(
    "evidence-too-large",
    "“{name}” ফাইলটি বেশি বড়; সর্বোচ্চ {most} মেগাবাইট।",
    "The file “{name}” is too large; {most} megabytes at most.",
)
EVIDENCE_TYPE_REFUSED = Sentence(
    "evidence-type-refused",
    "“{name}” ধরনের ফাইল প্রমাণক হিসেবে নেওয়া যায় না; PDF, Word, Excel, ছবি বা ZIP দিন।",
    "A file such as “{name}” is not taken as evidence; give a PDF, Word, Excel, a picture or a ZIP.",
)
PAPER_ISSUED = Sentence("paper-issued", "“{title}” জারি হয়েছে।", "“{title}” has been issued.")
PLAN_ASSIGNED = Sentence(
    "plan-assigned", "“{title}” দপ্তরগুলোর খসড়ায় গেছে।", "“{title}” has become a draft of each office."
)
PLAN_NOT_ASSIGNED = Sentence(
    "plan-not-assigned",
    "“{title}” পাঠানো যায়নি, কিছুই বদলায়নি: {why}",
    "“{title}” could not be assigned, and nothing has changed: {why}",
)
PAPER_NOT_ISSUED = Sentence(
    "paper-not-issued",
    "“{title}” জারি করা যায়নি, কিছুই বদলায়নি: {why}",
    "“{title}” could not be issued, and nothing has changed: {why}",
)
