"""The sentences of refusals where the anchor day of a circular is moved."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ONLY_CIRCULARS_IN_FORCE = Sentence(
    "only-circulars-in-force",
    "শুধু জারি থাকা পরিপত্রের নির্ধারিত দিন সরানো যায়।",
    "Only the anchor day of a circular in force can be moved.",
)
ANCHOR_DAY_PAST = Sentence(
    "anchor-day-past",
    "{day:d} পেরিয়ে গেছে; আজ বা পরের কোনো দিন লিখুন।",
    "{day:d} is past; write today or a later day.",
)
ANCHOR_DAY_SAME = Sentence(
    "anchor-day-same", "নির্ধারিত দিন এটিই; নতুন দিন লিখুন।", "This is the anchor day already; write another."
)
REASON_TO_MOVE_MISSING = Sentence(
    "reason-to-move-missing",
    "কেন দিন সরানো হলো, তা এক বাক্যে লিখুন।",
    "Write in one sentence why the day is moved.",
)
