"""The sentences of doubts about a circular: its parts, its numbering, its bodies and its days."""

from angikar.rules.sentence import Sentence

SUBJECT_MISSING = Sentence("subject-missing/circular", "বিষয় লেখা নেই।", "The subject is missing.")
ADDRESSEE_MISSING = Sentence(
    "addressee-missing",
    "কাকে পাঠানো হবে তা লেখা নেই।",
    "It does not name its addressees.",
)
DIRECTIVE_MISSING = Sentence(
    "directive-missing",
    "পরিপত্রে করণীয় কিছু পাওয়া যায়নি।",
    "The circular asks for nothing that could be found.",
)
MEMO_NUMBER_MISSING = Sentence(
    "memo-number-missing/circular",
    "স্মারক নম্বর নেই।",
    "The memo number is missing.",
)
DATE_MISSING = Sentence("date-missing/circular", "তারিখ নেই।", "The date is missing.")
SIGNATORY_MISSING = Sentence(
    "signatory-missing/circular",
    "কে স্বাক্ষর করবেন তা নেই।",
    "It does not say who signs.",
)
PARAGRAPH_UNNUMBERED = Sentence(
    "paragraph-unnumbered",
    "নম্বর ছাড়া অনুচ্ছেদ: {text}।",
    "A paragraph without a number stands between numbered ones.",
)
NUMBER_GAP = Sentence(
    "number-gap",
    "{numbers:n} নম্বর অনুচ্ছেদ নেই।",
    "Paragraph {numbers:n} is missing.",
)
NUMBER_REPEATED = Sentence(
    "number-repeated",
    "অনুচ্ছেদ {number} আবার এসেছে; {expected} হওয়ার কথা।",
    "Paragraph {number} comes again where {expected} was expected.",
)
LABEL_SEQUENCE = Sentence(
    "label-sequence",
    "{code:n}-এর আগে ধারাবাহিকতা ভেঙেছে।",
    "The labels do not run on at {code:n}.",
)
CODE_DUPLICATE = Sentence(
    "code-duplicate/directive",
    "{code:n} দুবার এসেছে।",
    "{code:n} comes twice.",
)
CODE_UNPRINTED = Sentence(
    "code-unprinted",
    "“{text}”: নির্দেশনাটির নম্বর ছাপা নেই; চেনার জন্য {code:n} ধরা হয়েছে, ছাপায় তা আসে না।",
    "“{text}” bears no number; it is known as {code:n}, which is not printed.",
)
BODY_SPELLING = Sentence(
    "spelling/body",
    "“{printed}” ছাপা; “{meant}” হতে পারে।",
    "“{printed}” is printed; it may be “{meant}”.",
)
SIGNATURE_DATE_AFTER_ISSUE = Sentence(
    "signature-date-after-issue",
    "স্বাক্ষরের পাশের তারিখ ({day:d}) পত্রের তারিখের পরে।",
    "The date beside the signature ({day:d}) is later than the letter's.",
)
ANCHOR_MISSING = Sentence(
    "anchor-missing",
    "কোন দিনের হিসাবে সময়সূচি চলবে (যেমন ভোটগ্রহণের দিন) তা কাগজে নেই।",
    "The paper does not print the day its schedule counts from, such as polling day.",
)
DATE_UNREADABLE = Sentence(
    "date-unreadable/circular",
    "“{text}” কোনো তারিখ নয়।",
    "“{text}” is not a date.",
)
HOURS_NOT_NAMED = Sentence(
    "schedule-vague/hours",
    "কোন সময় হতে কোন সময় পর্যন্ত, তা কাগজে বলা নেই; {begins:n}টা হতে {ends:n}টা ধরা হয়েছে।",
    "The paper does not say from which hour to which; {begins:n} to {ends:n} is taken.",
)
DAYS_NOT_NAMED = Sentence(
    "schedule-vague",
    "“কয়েকদিন” কত দিন তা কাগজে বলা নেই; {days} দিন ধরা হয়েছে।",
    "The paper does not say how many days “some days” are; {days} are taken.",
)
WORKING_DAYS = Sentence(
    "schedule-vague/working-days",
    "{working} কার্যদিবস বলা আছে; শুক্র, শনি ও জানা সরকারি ছুটি বাদ দিয়ে {days} দিন ধরা হয়েছে। মাঝে অন্য ছুটি থাকলে সময়সূচি বদলান।",
    "{working:working day is/working days are} given; without Fridays, Saturdays and the holidays known {days:day is/days are} taken. Change the schedule where other holidays lie between.",
)
SCHEDULE_LEFT_OUT = Sentence(
    "schedule-left-out",
    "বাক্যে সময় বলা আছে ({when}), কিন্তু সময়সূচি লেখা নেই; তাই কারও করণীয় হবে না।",
    "The sentence names a time ({when}), but no schedule is written; so nobody will have a duty.",
)
ASK_MISSING = Sentence(
    "nothing-asked",
    "এই পরিপত্র কারও কাছে কিছু চায় না: কোনো নির্দেশনায় সময় বলা নেই, প্রাপ্তিস্বীকারও চাওয়া হয়নি।",
    "This circular asks nothing of anybody: no directive names a time, and no receipt is wanted.",
)

SCHEDULE_UNREAD = Sentence(
    "schedule-unread",
    "বাক্যে সময়ের কথা আছে (“{words}”), কিন্তু তা থেকে সময়সূচি বোঝা যায়নি; সময়সূচি লিখে দিন।",
    "The sentence speaks of time (“{words}”), but no schedule was understood; write the schedule.",
)
OBLIGATION_UNREAD = Sentence(
    "obligation-unread",
    "“{text}”: বাক্যটি কাউকে কিছু করতে বলে, কিন্তু কোনো নির্দেশনায় আসেনি; নির্দেশনা হিসেবে লিখুন।",
    "“{text}” asks something of somebody, but is in no directive; write it as one.",
)
