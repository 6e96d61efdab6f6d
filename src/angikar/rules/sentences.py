"""The doubts about what a format read without certainty, and about what is answered to an ask."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

# What a reader of files was not sure of.

EXCEL_RESIDUE = Sentence(
    "excel-residue",
    "ঘরে Excel-এর সংখ্যা-বিন্যাসের অবশেষ আছে (“{printed}”); পড়া হয়েছে “{text}”।",
    "The cell holds a remnant of an Excel number format (“{printed}”); it was read as “{text}”.",
)
OCR_UNCERTAIN = Sentence(
    "ocr-uncertain",
    "ছবির এই লেখাটি নিশ্চিতভাবে পড়া যায়নি: “{text}”, অথবা “{other}”; মূল কাগজের সঙ্গে মিলিয়ে নিন।",
    "This part of the picture could not be read for certain: “{text}”, or “{other}”; compare it with the paper.",
)
OCR_UNCERTAIN_ALONE = Sentence(
    "ocr-uncertain/alone",
    "ছবির এই লেখাটি নিশ্চিতভাবে পড়া যায়নি: “{text}”, অন্য পাঠে কিছু পাওয়া যায়নি; মূল কাগজের সঙ্গে মিলিয়ে নিন।",
    "This part of the picture could not be read for certain: “{text}”, the second reader saw nothing; compare it with the paper.",
)

# What is answered to an ask.

PAIR_INCOMPLETE = Sentence(
    "pair-incomplete",
    "লব ও হর দুটিই সংখ্যায় লিখুন; হর শূন্যের বেশি।",
    "Write both parts as numbers; the whole is more than zero.",
)
PAIR_DISAGREES = Sentence(
    "pair-disagrees",
    "লব ও হর থেকে অন্য মান আসে; একটি ঠিক করুন।",
    "The part and the whole give another figure; mend one of them.",
)
NUMBER_NEGATIVE = Sentence("number-negative", "অর্জন শূন্যের কম হয় না।", "An achievement is not less than zero.")
NUMBER_TOO_FINE = Sentence("number-too-fine", "দশমিকের পর বেশি হলে চার ঘর লিখুন।", "Write at most four decimals.")

# What is doubtful of a figure: it is taken with a reason in words.

PERCENT_ABOVE_HUNDRED = Sentence(
    "percent-above-hundred",
    "{value:n}% একশর বেশি; ঠিক হলে কারণ কথায় লিখুন।",
    "{value:n}% is more than a hundred; if that is right, write the reason in words.",
)
DAY_OUTSIDE_PERIOD = Sentence(
    "day-outside-period",
    "{day:d} এই সময়কালের ({first:d} থেকে {last:d}) বাইরে; ঠিক হলে কারণ কথায় লিখুন।",
    "{day:d} lies outside the period ({first:d} to {last:d}); if that is right, write the reason in words.",
)
RUNNING_FELL = Sentence(
    "running-fell",
    "চলমান হিসাব আগে ছিল {before:n}, এখন {value:n}; কমে থাকলে কারণ কথায় লিখুন।",
    "The running figure was {before:n} before and is {value:n} now; if it fell, write the reason in words.",
)
FAR_FROM_TARGET = Sentence(
    "far-from-target",
    "{value:n} লক্ষ্যমাত্রা {target:n} থেকে অনেক দূরে; ঠিক হলে কারণ কথায় লিখুন।",
    "{value:n} is far from the target {target:n}; if that is right, write the reason in words.",
)
