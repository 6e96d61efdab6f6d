"""Every sentence with which closing a meeting and correcting its minutes are refused, in Bangla and in English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NOT_RUNNING = Sentence("closed-meeting-not-running", "সভাটি এখন চলছে না।", "The meeting does not run.")
MINUTES_OF_OTHER_OFFICE = Sentence(
    "minutes-of-other-office",
    "কার্যবিবরণী {office} থেকে হয়; সভা শেষ করবেন সেই দপ্তরের কেউ।",
    "The minutes are a paper of {office}; somebody of that office closes the meeting.",
)
MINUTES_EMPTY = Sentence(
    "minutes-empty", "কোনো আলোচনা বা সিদ্ধান্ত লেখা হয়নি।", "Nothing was written that could become minutes."
)
PAPER_OF_MEETING = Sentence(
    "paper-of-meeting",
    "এই খসড়া একটি সভার ({body}) নোটিশ বা কার্যবিবরণী; সভা থাকতে এটি বাতিল করা যায় না।",
    "This draft is the notice or the minutes of a meeting ({body}); while there is the meeting it cannot be discarded.",
)
CORRECTION_EMPTY = Sentence("correction-empty", "কী সংশোধন চান, তা লিখুন।", "Write what is to be corrected.")
CORRECTION_OUTDATED = Sentence(
    "correction-outdated",
    "প্রস্তাবের পরে লেখাটি বদলেছে; নতুন লেখা দেখে কাগজেই ঠিক করুন।",
    "The text has changed since; look at it and correct it in the paper.",
)
REFUSAL_NEEDS_REASON = Sentence(
    "correction-refusal-needs-reason", "কেন গৃহীত হলো না, তা লিখুন।", "Write why it is not taken."
)
CHAIR_NOT_PRESENT = Sentence(
    "chair-not-present",
    "সভাপতির উপস্থিতি লেখা নেই; কে সভাপতিত্ব করেছেন, তাঁকে বেছে নিন।",
    "The chair is not among those present; choose who presided.",
)
CHAIR_IS_GUEST = Sentence(
    "chair-is-guest",
    "{name} এই কমিটির সদস্য নন; সদস্য নন এমন কেউ সভাপতিত্ব করতে পারেন না।",
    "{name} is no member of this body; only a member can preside.",
)
NOT_CIRCULATED = Sentence(
    "minutes-not-circulated",
    "কার্যবিবরণীটি এখন মতামতের জন্য দেওয়া নেই।",
    "The minutes are not circulated for correction now.",
)
CORRECTION_ANSWERED = Sentence(
    "correction-answered", "এই প্রস্তাবের উত্তর দেওয়া হয়ে গেছে।", "This correction has been answered."
)
MINUTES_ISSUED = Sentence(
    "minutes-issued-already",
    "এই সভার কার্যবিবরণী আগেই জারি হয়েছে।",
    "The minutes of this meeting have been issued already.",
)
