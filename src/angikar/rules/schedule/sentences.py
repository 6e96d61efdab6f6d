"""The doubts about the day that a proof bears."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

PROOF_AHEAD = Sentence(
    "proof-ahead",
    "প্রমাণকের তারিখ {day:d} এখনো আসেনি।",
    "The date of the evidence, {day:d}, has not come yet.",
)
PROOF_OUTSIDE_QUARTER = Sentence(
    "proof-outside-quarter",
    "প্রমাণকের তারিখ {day:d} এই ত্রৈমাসিকের ({first:d} – {last:d}) বাইরে।",
    "The date of the evidence, {day:d}, lies outside the quarter ({first:d} to {last:d}).",
)
