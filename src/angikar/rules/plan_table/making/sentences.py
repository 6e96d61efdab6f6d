"""What is asked about a row that was carried over from the plan of the year before."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

DATE_MOVED = Sentence(
    "date-moved",
    "সূচক [{code:n}]-এর {was:d} তারিখটি গত বছরের; এক বছর এগিয়ে {now:d} ধরা হয়েছে। ঠিক আছে কি না দেখুন।",
    "The date {was:d} of indicator [{code:n}] is of last year; it was moved on by a year to {now:d}. See whether that is right.",
)
TARGET_PROJECTED = Sentence(
    "target-projected",
    "গত বছরের পরিকল্পনায় সূচক [{code:n}]-এর এ বছরের প্রক্ষেপণ ছিল {projected:d}।",
    "Last year's plan projected {projected:d} for indicator [{code:n}] this year.",
)
