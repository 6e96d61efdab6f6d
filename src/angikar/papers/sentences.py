"""Every sentence with which the papers refuse an action, in Bangla and in English, in the order of use."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

DOUBT_SETTLED = Sentence(
    "doubt-settled",
    "এই প্রশ্নটি এর মধ্যে মীমাংসিত হয়ে গেছে।",
    "This doubt has been settled already.",
)
