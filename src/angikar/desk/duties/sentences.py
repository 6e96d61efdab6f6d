"""The sentences of what the screens of a duty refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

COUNT_EMPTY = Sentence(
    "count-empty",
    "এই সময়ে গোনার মতো কিছু নেই; শূন্য লেখা হয়নি।",
    "There is nothing to count in this time; no zero was written.",
)
RATE_NOT_ASKED = Sentence("rate-not-asked", "এই সূচক হার হিসেবে চাওয়া হয়নি।", "This row does not ask for a rate.")
EVIDENCE_DATE_UNREADABLE = Sentence(
    "evidence-date-unreadable", "প্রমাণকের তারিখ পড়া যায় না: “{text}”।", "The date of the evidence cannot be read: “{text}”."
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
