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
