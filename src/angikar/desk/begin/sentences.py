"""The sentences of what the first pages refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ENTRY_CODE_WRONG = Sentence(
    "entry-code-wrong",
    "কোডটি ঠিক নয়। যে কম্পিউটারে অঙ্গীকার চলছে, তার পর্দায় সর্বশেষ যে কোড দেখানো হয়েছে, সেটি লিখুন।",
    "This is not the code. Write the last one shown on the screen of the computer that runs the system.",
)
