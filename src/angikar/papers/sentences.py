"""Every sentence with which the papers refuse an action, in Bangla and in English, in the order of use."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

KEEPING_NEEDS_REASON = Sentence(
    "keeping-needs-reason", "ভুলটি রেখে দিতে হলে কারণ লিখুন।", "Write the reason for keeping what breaks a rule."
)
MOVE_NOT_ALLOWED = Sentence(
    "move-not-allowed", "কাগজটি এখান থেকে সেখানে নেওয়া যায় না।", "The paper cannot be moved there from here."
)
RETURN_NEEDS_REASON = Sentence(
    "paper-return-needs-reason", "কেন ফেরত যাচ্ছে তা এক বাক্যে লিখুন।", "Write in one sentence why it goes back."
)
NOT_REPLACEABLE = Sentence(
    "paper-not-replaceable", "শুধু জারি থাকা কাগজ একবার প্রতিস্থাপন করা যায়।", "Only a paper in force can be replaced, and once."
)
OWN_COUNTERPART = Sentence(
    "own-counterpart", "দপ্তর নিজেই নিজের অপর পক্ষ হতে পারে না।", "An office cannot be the other party of its own paper."
)
PAPER_FROZEN = Sentence(
    "paper-frozen", "স্বাক্ষরিত বা জারি করা কাগজ বদলানো যায় না।", "A signed or issued paper cannot be changed."
)
PAPER_DISCARDED = Sentence(
    "paper-discarded",
    "খসড়াটি বাতিল করা হয়েছে; লিখতে হলে আগে ফিরিয়ে আনুন।",
    "The draft was discarded; restore it to write on.",
)
DISCARD_LINKED = Sentence(
    "discard-linked-plan",
    "“{paper}” এই কর্মপরিকল্পনার নম্বর গোনে। আগে সেখানকার সংযোগ তুলে নিন।",
    "“{paper}” counts the marks of this plan. Take away the link there first.",
)
DISCARD_ASSIGNED = Sentence(
    "discard-assigned-draft",
    "খসড়াটি {office} পাঠিয়েছে; এটি বাতিল করা যায় না। নিজের সারি যোগ করুন, বা মতামতের জন্য পাঠিয়ে আপত্তি জানান।",
    "The draft was sent by {office} and is not discarded. Add your own rows, or send it for comment and say what you object to.",
)
NOT_RESTORABLE = Sentence(
    "draft-not-restorable",
    "খসড়াটি ফিরিয়ে আনা যায় না: যে নথির জায়গা নিত, সেটি আর জারি নেই বা তার অন্য সংশোধন শুরু হয়েছে।",
    "The draft cannot be restored: what it was to replace is no longer in force or is being replaced by another draft.",
)
NO_SUGGESTION = Sentence("doubt-without-suggestion", "এই প্রশ্নের কোনো প্রস্তাবিত মান নেই।", "This doubt suggests no value.")
REASONS_MISSING = Sentence(
    "amendment-reasons-missing",
    "বদলানো প্রতিটি সূচকের কারণ লেখা হলে তবেই সম্মতি দেওয়া যায়।",
    "Every changed row needs its reason before the amendment can be agreed to.",
)
AMENDS_NO_PLAN = Sentence("paper-amends-no-plan", "কাগজটি কোনো পরিকল্পনার সংশোধন নয়।", "The paper amends no plan.")
NOT_A_DAY = Sentence("text-not-a-day", "“{text}” থেকে তারিখ পড়া গেল না।", "“{text}” is not a date.")
NOT_A_FIGURE = Sentence(
    "text-not-a-figure", "“{text}” থেকে সংখ্যা বা তারিখ পড়া গেল না।", "“{text}” is neither a number nor a date."
)
NO_REVIEWER = Sentence(
    "no-reviewer",
    "মতামত চাওয়ার মতো কেউ নেই: যে দপ্তর দেখবে তার প্রধান বা ফোকাল পয়েন্ট দপ্তরের তালিকায় নেই।",
    "There is nobody to ask: the office that would look it over has neither head nor focal post in the register.",
)
VALUE_UNFIT = Sentence(
    "value-does-not-fit",
    "মানটি এখানে বসে না: {place}। ঘরে যেভাবে লেখা আছে সেভাবে লিখুন; কয়েকটি মানের মাঝে কমা, ফাঁকা মানের জায়গায় “-”, যেমন ১, -, ১, -।",
    "The value does not fit here: {place}. Write it as the place shows it; a comma between several values, “-” for none, such as 1, -, 1, -.",
)
ONLY_PAPER = Sentence("only-paper-of-its-file", "ফাইলটিতে এই একটি কাগজই আছে।", "The file holds this paper alone.")
READ_TOGETHER = Sentence(
    "paper-read-together",
    "এই কাগজের লেখা একই ফাইলের অন্য কাগজের সঙ্গে একত্রে পড়া হয়েছে; সেটি খসড়া হিসেবে নিন।",
    "The text of this paper was read together with the other one of its file; take that over as a draft.",
)
NO_SUCH_PLACE = Sentence("no-such-place", "কাগজে এমন কোনো ঘর নেই: {place}", "The paper has no such place: {place}")
PLACE_NOT_EDITABLE = Sentence(
    "place-not-editable",
    "এই ঘরটি ব্যবস্থা নিজে রাখে, হাতে বদলানো যায় না: {place}",
    "The system keeps this place itself; it cannot be changed by hand: {place}",
)
DOUBT_SETTLED = Sentence("doubt-settled", "এই প্রশ্নটি এর মধ্যে মীমাংসিত হয়ে গেছে।", "This doubt has been settled already.")
SUBJECT_MISSING = Sentence("letter-subject-missing", "বিষয় লিখুন।", "Write the subject.")
NOT_ARRANGEABLE = Sentence("paper-not-arrangeable", "এই কাগজ এখানে সাজানো যায় না।", "This paper cannot be rearranged here.")
PASSAGE_NOT_MOVABLE = Sentence("passage-not-movable", "এটি সেদিকে সরানো যায় না।", "It cannot be moved there.")
ENCLOSURE_EMPTY = Sentence("enclosure-empty", "সংলগ্নীর নাম লিখুন বা ফাইল দিন।", "Write what is enclosed, or attach a file.")
NO_ENCLOSURES = Sentence(
    "paper-takes-no-enclosures", "এই কাগজে সংলগ্নী দেওয়া যায় না।", "Nothing can be enclosed with this paper."
)
SAME_POST = Sentence(
    "draft-to-same-post", "খসড়া দপ্তরের অন্য একটি পদে পাঠান।", "Send the draft to another post of the office."
)
TO_VACANT_POST = Sentence("draft-to-vacant-post", "“{post}” পদটি এখন শূন্য।", "The post “{post}” is vacant now.")
DOWN_NEEDS_REASON = Sentence(
    "draft-down-needs-reason", "কেন নিচে ফেরত যাচ্ছে তা এক বাক্যে লিখুন।", "Write in one sentence why it goes down."
)
DOSSIER_INCOMPLETE = Sentence(
    "file-incomplete", "নথির নম্বর ও বিষয় দুটিই লিখুন।", "Write both the number and the subject of the file."
)
DOSSIER_NUMBER_USED = Sentence(
    "file-number-used", "এই নম্বরের নথি আগে থেকেই আছে।", "There is a file of that number already."
)
ADDRESSEES_FROZEN = Sentence(
    "addressees-frozen", "জারি করা কাগজের প্রাপক বদলায় না।", "The addressees of an issued paper do not change."
)
MEANT_POST_UNKNOWN = Sentence("meant-post-unknown", "“{text}” নামে কোনো পদ পাওয়া যায়নি।", "No post is found for “{text}”.")
SENT_WITHOUT_SUBJECT = Sentence("sent-without-subject", "বিষয় লেখা নেই।", "The subject is missing.")
SENT_WITHOUT_ADDRESSEE = Sentence(
    "sent-without-addressee", "কাকে পাঠানো হবে তা লেখা নেই।", "It does not say to whom the letter goes."
)
ADDRESSEE_NOT_FOUND = Sentence(
    "addressee-not-found",
    "“{text}” কোন পদ, তা পাওয়া যায়নি; পদ বেছে নিন বা বাইরের প্রাপক বলে রাখুন। ({count}টি)",
    "No post is found for “{text}”; name the post, or say that it goes outside. ({count})",
)
MEMO_NUMBER_USED = Sentence(
    "memo-number-used",
    "{number:n} নম্বরে এই দপ্তরের আরেকটি পত্র জারি হয়ে গেছে।",
    "Another letter of this office went out under {number}.",
)
NO_PLAN_LINKED = Sentence("no-plan-linked", "এই সূচকে কোনো কর্মপরিকল্পনা সংযুক্ত নেই।", "No plan is linked to this row.")
NO_SUCH_LINE = Sentence("no-such-line", "কাগজে এমন কোনো সূচক নেই।", "The paper has no such line.")
PLAN_NOT_LINKABLE = Sentence(
    "plan-not-linkable",
    "শুধু খসড়া বা জারি থাকা কর্মপরিকল্পনা সংযুক্ত করা যায়।",
    "Only a plan that is drafted or in force can be linked.",
)
PLAN_OF_ANOTHER_OFFICE = Sentence(
    "plan-of-another-office", "কর্মপরিকল্পনাটি অন্য দপ্তরের: {office}।", "The plan belongs to another office: {office}."
)
PLAN_OF_ANOTHER_YEAR = Sentence(
    "plan-of-another-year",
    "কর্মপরিকল্পনাটি অন্য অর্থবছরের ({theirs:n}); এই কাগজ {ours:n} অর্থবছরের।",
    "The plan is of another fiscal year ({theirs}); this paper is of {ours}.",
)
PLAN_INSIDE_ITSELF = Sentence(
    "plan-inside-itself",
    "কোনো কর্মপরিকল্পনা নিজের ভেতরে থাকতে পারে না; এই সংযোগে চক্র তৈরি হয়।",
    "A plan cannot contain itself; this link would close a circle.",
)
PLAN_OF_ANOTHER_SUBJECT = Sentence(
    "plan-of-another-subject",
    "এই সূচকে “{title}” চাওয়া হয়েছে; কাগজটি সে বিষয়ের নয়।",
    "This row stands for “{title}”; the paper is about something else.",
)
KIND_UNKNOWN = Sentence(
    "kind-of-paper-unknown",
    "“{name}” ধরনের কোনো কাগজ জানা নেই; জানা আছে: {known}।",
    "There is no kind of paper “{name}”; known are: {known}.",
)
IN_ANOTHER_STATE = Sentence(
    "paper-in-another-state", "কাগজটি এখন অন্য অবস্থায় আছে।", "The paper is in another state by now."
)
NO_ADDRESSEES = Sentence(
    "paper-takes-no-addressees", "এই কাগজে প্রাপক যোগ করা যায় না।", "No addressee can be added to this paper."
)
OUTSIDER_NAME_MISSING = Sentence("outsider-name-missing", "প্রাপকের নাম লিখুন।", "Write the addressee's name.")
ADDRESS_USED = Sentence("address-used", "কাগজটি এই ঠিকানায় আগে থেকেই যায়।", "The paper goes to this address already.")
LINKS_REVOKED = Sentence(
    "outsider-links-revoked", "এই প্রাপকের সংযোগ বাতিল করা হয়েছে।", "The links of this addressee were revoked."
)
ADDRESS_UNREADABLE = Sentence(
    "address-unreadable",
    "ই-মেইল ঠিকানা বা মোবাইল নম্বরটি ঠিক নয়; যেমন dc@example.org বা ০১৭১২৩৪৫৬৭৮।",
    "This is no e-mail address and no mobile number, such as dc@example.org or 01712345678.",
)
FILE_READ = Sentence("file-read", "“{title}” পড়া হয়েছে; দেখে নিন।", "“{title}” has been read; look it through.")
FILE_NOT_READ = Sentence("file-not-read", "“{title}” পড়া যায়নি: {why}", "“{title}” could not be read: {why}")
SOURCE_MISSING = Sentence("source-missing", "এই নথির কোনো ফাইল নেই।", "This paper has no file.")
WAITING_FILE_MISSING = Sentence(
    "waiting-file-missing",
    "ফাইলটি পড়ার আগেই হারিয়ে গেছে (হয়তো ব্যাকআপ থেকে ফেরানো হয়েছে); আবার দিন।",
    "The file was lost before it was read (perhaps the system was restored from a backup); give it again.",
)
FILE_INFECTED = Sentence(
    "file-infected",
    "ফাইলটিতে ক্ষতিকর কিছু পাওয়া গেছে ({found}); তাই নেওয়া হয়নি। যাঁর কাছ থেকে পেয়েছেন তাঁকে ও প্রশাসককে জানান।",
    "Something harmful was found in the file ({found}), so it was not taken. Let its sender and the administrator know.",
)
SCANNER_AWAY = Sentence(
    "scanner-away",
    "ভাইরাস পরীক্ষার ব্যবস্থা সাড়া দিচ্ছে না, আর পরীক্ষা ছাড়া কোনো ফাইল নেওয়া হয় না। একটু পরে আবার দিন; না হলে প্রশাসককে জানান।",
    "The virus scanner does not answer, and no file is taken without it. Give it again in a while; else let the administrator know.",
)
PLAN_BEGUN = Sentence(
    "plan-already-begun",
    "{year:n} অর্থবছরের “{plan}” আগেই শুরু হয়েছে; প্রতি দপ্তরে বছরে একটিই হয়। খসড়াটি নথিপত্রে আছে, সেটিই খুলে লিখুন।",
    "“{plan}” of {year:n} has been begun already; an office has one a year. The draft is among the papers: open it and go on.",
)
PLAN_ISSUED = Sentence(
    "plan-already-issued",
    "{year:n} অর্থবছরের “{plan}” জারি আছে; প্রতি দপ্তরে বছরে একটিই হয়। বদলাতে হলে সেটির সংশোধন শুরু করুন।",
    "“{plan}” of {year:n} is in force; an office has one a year. Begin an amendment of it to change it.",
)
FORM_UNKNOWN = Sentence(
    "plan-form-unknown",
    "{year:n} অর্থবছরের এই ফরম জানা নেই। কার্যালয়ের নিজস্ব ফরম বেছে নিন।",
    "This form is not known for {year:n}. Choose the office's own form.",
)
YEAR_UNKNOWN = Sentence(
    "plan-year-unknown", "“{year:n}” কোনো অর্থবছর নয়; যেমন ২০২৬-২৭।", "“{year:n}” is no fiscal year, such as 2026-27."
)
NOT_LAST_YEAR = Sentence(
    "plan-not-of-last-year",
    "{year:n} অর্থবছরের জারি করা এমন কোনো পরিকল্পনা এ দপ্তরে নেই। খালি ফরম থেকে শুরু করুন।",
    "The office has no such plan of {year:n} that was issued. Begin from the empty form.",
)
ROW_NOT_THERE = Sentence("plan-row-not-there", "এমন কোনো সারি নেই।", "There is no such row.")
ROW_UNCHANGED = Sentence("plan-row-unchanged", "সারিটি সেদিকে আর সরে না।", "The row cannot be moved that way.")
TARGET_NEEDED = Sentence("levels-need-target", "আগে লক্ষ্যমাত্রা লিখুন।", "Write the target first.")
FILLING_UNFIT = Sentence(
    "levels-rule-unfit",
    "এই নিয়ম “{target}” লক্ষ্যমাত্রায় খাটে না। সংখ্যার জন্য ধাপ বা শতাংশ, তারিখের জন্য পাক্ষিক বেছে নিন।",
    "This rule does not fit the target “{target}”. Choose a step or per cent for a number, fortnights for a date.",
)
BLOCK_TOO_LARGE = Sentence(
    "block-too-large", "একবারে {most:n}টির বেশি ঘর বসানো যায় না।", "No more than {most} cells can be pasted at once."
)
BLOCK_TOO_WIDE = Sentence("block-too-wide", "ছকে এর জন্য আর কলাম নেই।", "The table has no more columns for it.")
CELL_CHANGED_MEANWHILE = Sentence(
    "cell-changed-meanwhile", "ঘরটি এর মধ্যে {who} বদলেছেন।", "{who} has changed this cell meanwhile."
)
SPREADING_UNFIT = Sentence(
    "quarters-not-spread",
    "লক্ষ্যমাত্রা থেকে প্রান্তিক ঠিক করা যায় না। আগে লক্ষ্যমাত্রা ও একক লিখুন; তারিখ হলে প্রতিটি আলাদা প্রান্তিকের হতে হবে।",
    "The quarters do not follow from the target. Write target and unit first; of several days each needs a quarter of its own.",
)
STEP_LOST = Sentence("step-lost", "এই ধাপ আর ফেরানো যায় না।", "This step can no longer be taken back.")
ROW_FIXED = Sentence(
    "plan-row-fixed",
    "“{row}” সারিটি {office} ঠিক করে দিয়েছে; তার শিরোনাম, একক, মান ও লক্ষ্যমাত্রা এখানে বদলানো বা মোছা যায় না।",
    "The row “{row}” was set by {office}; its title, unit, marks and target are neither changed nor removed here.",
)
NOT_ASSIGNABLE = Sentence(
    "template-not-assignable",
    "এটি পাঠানোর মতো নমুনা ছক নয়, অথবা এর মধ্যে বদলেছে। পাতাটি আবার খুলে দেখুন।",
    "This is no template that can be assigned, or it has changed meanwhile. Open the page again.",
)
NO_OFFER = Sentence(
    "template-nothing-offered", "নমুনায় নেওয়ার মতো কোনো বদল নেই।", "The template offers no change to take over."
)
SHARES_EMPTY = Sentence("shares-empty", "সারণিটি বসান।", "Paste the table.")
SHARES_UNKNOWN_OFFICE = Sentence(
    "shares-unknown-office", "বাছাই করা দপ্তরগুলোর মধ্যে “{office}” নেই।", "“{office}” is none of the chosen offices."
)
SHARES_NO_FIGURE = Sentence(
    "shares-no-figure",
    "“{office}” সারির “{text}” শূন্য বা তার বেশি কোনো সংখ্যা নয়।",
    "“{text}” in the line of “{office}” is no number from nought on.",
)
SHARES_OFFICE_MISSING = Sentence(
    "shares-office-missing", "সারণিতে “{office}” নেই।", "The table has no line for “{office}”."
)
SHARES_OFFICE_TWICE = Sentence(
    "shares-office-twice", "সারণিতে “{office}” দুবার আছে।", "The table has two lines for “{office}”."
)
SHARES_COLUMN_MISSING = Sentence(
    "shares-column-missing", "সারণিতে [{code:n}] কলাম নেই।", "The table has no column [{code:n}]."
)
LEVEL_EMPTY = Sentence("level-without-offices", "এ স্তরে কোনো দপ্তর নেই।", "There are no offices of this level.")
PLAN_LINKED_ELSEWHERE = Sentence(
    "plan-linked-elsewhere",
    "“{plan}” আগেই অন্য এক চুক্তির অংশ: “{paper}”। একটি কর্মপরিকল্পনা একটি চুক্তিতেই গোনা হয়।",
    "“{plan}” is part of another agreement already: “{paper}”. A plan is counted in one agreement only.",
)
