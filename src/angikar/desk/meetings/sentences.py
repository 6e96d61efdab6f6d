"""The sentences of what the screens of meetings refuse, and of what they notify."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

DAYS_UNREADABLE = Sentence(
    "days-unreadable",
    "“{text}” দিনের সংখ্যা নয়; ০ থেকে {most} লিখুন।",
    "“{text}” is no number of days; write 0 to {most}.",
)
CIRCULATION_BY_LEADERS = Sentence(
    "circulation-by-leaders",
    "কার্যবিবরণী পাঠান দপ্তরপ্রধান বা ফোকাল পয়েন্ট।",
    "The head or the focal post of the office circulates the minutes.",
)
HOUR_UNREADABLE = Sentence(
    "hour-unreadable", "“{text}” কোনো সময় নয়; লিখুন যেমন সকাল ১১:০০।", "“{text}” is no time of day; write such as 11:00."
)
MEETING_DAY_UNREADABLE = Sentence(
    "meeting-day-unreadable", "সভার তারিখ লিখুন, যেমন ০৭.০৮.২০২২।", "Write the day of the meeting, such as 07.08.2022."
)
TOO_MANY_DECISIONS = Sentence(
    "too-many-decisions",
    "এক প্রতিবেদনে এত সিদ্ধান্ত ধরে না; দপ্তর, কমিটি বা বছর বেছে নিন।",
    "So many decisions do not fit one report; choose an office, a body or a year.",
)
EARLIER_DECISION_UNKNOWN = Sentence(
    "earlier-decision-unknown",
    "কোন আগের সিদ্ধান্ত চলছে, তা তালিকা থেকে বেছে নিন।",
    "Choose from the list which earlier decision goes on.",
)
MINUTES_CIRCULATED = Sentence(
    "minutes-circulated",
    "{meeting}: কার্যবিবরণীর খসড়া মতামতের জন্য দেওয়া হয়েছে।",
    "{meeting}: the draft of the minutes is circulated for corrections.",
)
