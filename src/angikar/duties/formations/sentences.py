"""The sentences of refusals where an office forms the body of a circular."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

BODY_ENTERED_OR_ENDED = Sentence(
    "body-entered-or-ended",
    "এই কমিটি বা টিম আর নেই, অথবা এই পরিপত্রে আগেই যুক্ত হয়েছে।",
    "This body has ended, or it is entered in this circular already.",
)
BODY_NOT_IN_CIRCULAR = Sentence(
    "body-not-in-circular",
    "জারি থাকা পরিপত্রে যে টিম বা সেলের কথা আছে, শুধু তা-ই এখানে গঠন করা যায়।",
    "Only a body that a circular in force names can be formed here.",
)
FORMATION_AHEAD = Sentence("formation-ahead", "গঠনের দিন এখনো আসেনি।", "The day of formation has not come yet.")
