"""The sentences of what the screens of a letter refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ITEM_EMPTY = Sentence("item-empty", "যা যোগ করবেন তা লিখুন।", "Write what is to be added.")
ENCLOSURE_TOO_LARGE = Sentence(
    "enclosure-too-large",
    "ফাইলটি খুব বড়; {most} মেগাবাইটের কম হতে হবে।",
    "The file is too large; at most {most} megabytes.",
)
POST_NOT_CHOSEN = Sentence(
    "post-not-chosen", "অন্তত একটি পদ বেছে নিন বা পদের নাম লিখুন।", "Choose at least one post, or write its title."
)
