"""The sentences of doubts about a plain letter: a line without a place, and the parts it lacks."""

from angikar.rules.sentence import Sentence

LINE_UNPLACED = Sentence(
    "line-unplaced",
    "“{text}” পত্রের কোনো অংশে পড়ে না; টীকা হিসেবে রাখা হয়েছে।",
    "“{text}” belongs to no part of the letter; it is kept as a note.",
)
MEMO_NUMBER_MISSING = Sentence(
    "memo-number-missing/letter",
    "স্মারক নম্বর নেই।",
    "The letter has no memo number.",
)
DATE_MISSING = Sentence("date-missing/letter", "তারিখ নেই।", "The letter has no date.")
SUBJECT_MISSING = Sentence("subject-missing/letter", "বিষয় নেই।", "The letter has no subject.")
BODY_MISSING = Sentence("body-missing/letter", "পত্রের কথা নেই।", "The letter has no body.")
SIGNATORY_MISSING = Sentence(
    "signatory-missing/letter",
    "স্বাক্ষরকারী নেই।",
    "The letter has no signatory.",
)
SCHEDULE_UNREAD = Sentence(
    "schedule-unread/letter",
    "অনুচ্ছেদে সময়ের কথা আছে (“{words}”), কিন্তু তা থেকে কোনো দিন বোঝা যায়নি; তাই কারও করণীয় হবে না।",
    "The passage speaks of time (“{words}”), but no day was understood; so nobody will have a duty.",
)
OBLIGATION_UNREAD = Sentence(
    "obligation-unread/letter",
    "“{text}”: বাক্যটি কাউকে কিছু করতে বলে, কিন্তু কোনো দিন বলে না; তাই কারও করণীয় হবে না।",
    "“{text}” asks something of somebody, but names no day; so nobody will have a duty.",
)
