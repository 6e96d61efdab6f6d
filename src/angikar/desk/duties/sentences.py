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
