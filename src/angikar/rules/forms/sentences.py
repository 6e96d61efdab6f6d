"""The doubts about what is filled into a form, and about a form that is being made."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

FIELD_EMPTY = Sentence("field-empty", "“{label}” লিখুন; শূন্য হলে ০।", "Fill in “{label}”; write 0 for zero.")
FILES_MISSING = Sentence("files-missing", "“{label}”: ফাইল দিন।", "Give a file for “{label}”.")
CHOICE_UNKNOWN = Sentence("choice-unknown", "তালিকা থেকে একটি বেছে নিন।", "Choose one of the list.")
WORDS_TOO_LONG = Sentence("words-too-long", "লেখাটি {most} অক্ষরের মধ্যে রাখুন।", "Keep it within {most} characters.")
NUMBER_UNREADABLE = Sentence(
    "number-unreadable",
    "এখানে একটি সংখ্যা লিখুন, যেমন ১২ বা ৯৯.৫।",
    "Write one number here, such as 12 or 99.5.",
)
NUMBER_TOO_SMALL = Sentence(
    "number-too-small", "সংখ্যাটি {least:n}-এর কম হয় না।", "The number is not less than {least:n}."
)
NUMBER_TOO_LARGE = Sentence(
    "number-too-large", "সংখ্যাটি {most:n}-এর বেশি হয় না।", "The number is not more than {most:n}."
)
NUMBER_NOT_WHOLE = Sentence("number-not-whole", "এখানে পূর্ণ সংখ্যা লিখুন।", "Write a whole number here.")
DATE_UNREADABLE = Sentence(
    "date-unreadable", "এখানে তারিখ লিখুন, যেমন ১৫.০৩.২০২৩।", "Write a date here, such as 15.03.2023."
)
DATE_AHEAD = Sentence("date-ahead", "যে দিন এখনো আসেনি, তা লেখা যায় না।", "A day that has not come yet cannot be reported.")
TIME_UNREADABLE = Sentence("time-unreadable", "এখানে সময় লিখুন, যেমন ১৪:৩০।", "Write a time of day here, such as 14:30.")
TIME_AHEAD = Sentence(
    "time-ahead", "যে সময় এখনো আসেনি, তা লেখা যায় না।", "A time that has not come yet cannot be reported."
)
DEGREES_UNREADABLE = Sentence(
    "degrees-unreadable",
    "অক্ষাংশ ও দ্রাঘিমাংশ দুটিই ডিগ্রিতে লিখুন, যেমন ২৩.৮১ ও ৯০.৪১।",
    "Write latitude and longitude in degrees, such as 23.81 and 90.41.",
)
ROW_INCOMPLETE = Sentence(
    "row-incomplete",
    "{row} নম্বর সারিতে নাম, খরচের ধরন ও টাকা তিনটিই লিখুন।",
    "Row {row} needs all three: the name, the kind of spending and the amount.",
)

# A form that is being made.

LABEL_MISSING = Sentence("form-incomplete/label", "ছকের প্রতিটি ঘরের নাম লিখুন।", "Every field of the form needs a label.")
FIELD_TWICE = Sentence(
    "form-incomplete/twice", "ছকে একই ঘর দুবার আছে: {label}", "The form holds the same field twice: {label}"
)
CHOICES_MISSING = Sentence(
    "form-incomplete/choices", "“{label}”: অন্তত দুটি বিকল্প লিখুন।", "“{label}” needs two choices at least."
)
LIMITS_MISSING = Sentence(
    "form-incomplete/limits", "“{label}”: অন্তত একটি ব্যয়সীমা লিখুন।", "“{label}” needs one limit at least."
)
BOUNDS_CROSSED = Sentence(
    "form-incomplete/bounds",
    "“{label}”: সর্বনিম্ন মান সর্বোচ্চের বেশি।",
    "The least of “{label}” is above its most.",
)
