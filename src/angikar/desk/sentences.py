"""The sentences of what every screen may refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

DAY_UNREADABLE = Sentence(
    "day-unreadable", "কোন দিন থেকে, তা লিখুন, যেমন ০১.০৩.২০২৩।", "Write from which day on, such as 01.03.2023."
)
