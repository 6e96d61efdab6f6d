"""The sentences of what the screens of papers refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NOT_ONE_VALUE = Sentence(
    "not-one-value", "এখানে একটি মান লেখা যায় না; কাগজেই বদলান।", "One value cannot be written here; change it on the sheet."
)
