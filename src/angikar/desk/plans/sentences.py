"""The sentences of what the screens of a plan refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

LAST_DAY_UNREADABLE = Sentence(
    "last-day-unreadable",
    "কোন দিন পর্যন্ত খোলা থাকবে, তা লিখুন, যেমন ০১.০৩.২০২৩।",
    "Write until which day, such as 01.03.2023.",
)
OFFICE_UNKNOWN = Sentence(
    "office-unknown", "“{name}” নামে একটি দপ্তর পাওয়া গেল না।", "There is not exactly one office called “{name}”."
)
