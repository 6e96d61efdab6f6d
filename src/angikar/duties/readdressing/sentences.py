"""The sentences of refusals where a letter is addressed again."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ONLY_LETTERS_IN_FORCE = Sentence(
    "only-letters-in-force",
    "শুধু জারি থাকা পত্রের প্রাপক আবার মেলানো যায়।",
    "Only a letter in force can be addressed again.",
)
OFFICES_UNCHANGED = Sentence(
    "offices-unchanged",
    "দপ্তর ও পদ আগের মতোই আছে; কিছু বদলায়নি।",
    "Offices and posts are as they were; nothing changes.",
)
