"""Every sentence with which a running meeting refuses an entry, in Bangla and in English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NOT_OPENABLE = Sentence("meeting-not-openable", "সভাটি এখন শুরু করা যায় না।", "The meeting cannot be opened now.")
DAY_AHEAD = Sentence("meeting-day-ahead", "সভার দিন এখনো আসেনি।", "The day of the meeting has not come.")
NOT_ON_LIST = Sentence("attendance-not-listed", "তিনি তালিকায় নেই।", "He is not on the list.")
TITLE_MISSING = Sentence("raised-item-title-missing", "আলোচ্য বিষয়ের শিরোনাম লিখুন।", "Write the title of the item.")
NOT_RUNNING = Sentence(
    "meeting-not-running",
    "সভাটি এখন চলছে না; এখানে আর লেখা যায় না।",
    "The meeting does not run; nothing can be written here now.",
)
DECISION_EMPTY = Sentence("decision-empty", "সিদ্ধান্তটি লিখুন।", "Write the decision.")
TEXT_TOO_LONG = Sentence(
    "meeting-text-too-long", "লেখাটি খুব বড়; ভাগ করে লিখুন।", "The text is too long; write it in parts."
)
ATTENDANCE_ENTERED = Sentence(
    "attendance-entered-already", "তাঁর উপস্থিতি আগেই লেখা হয়েছে।", "His attendance has been entered already."
)
NAME_MISSING = Sentence("attendance-name-missing", "কে এসেছেন, তাঁর নাম লিখুন।", "Write the name of who came.")
POST_VACANT = Sentence(
    "attendance-post-vacant", "পদটি শূন্য; প্রতিনিধি থাকলে তাঁর নাম লিখুন।", "The post is vacant; enter a substitute by name."
)
