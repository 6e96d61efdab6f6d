"""The sentences of what every screen may refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

DAY_UNREADABLE = Sentence(
    "day-unreadable", "কোন দিন থেকে, তা লিখুন, যেমন ০১.০৩.২০২৩।", "Write from which day on, such as 01.03.2023."
)
PRINT_DONE = Sentence(
    "print-done",
    "“{title}” তৈরি হয়েছে; সাত দিনের মধ্যে নিয়ে নিন।",
    "“{title}” is ready; take it within seven days.",
)
PRINT_FAILED = Sentence("print-failed", "“{title}” তৈরি করা যায়নি: {why}", "“{title}” could not be made: {why}")
