"""The sentences of refusals about searches that are kept."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NAME_MISSING = Sentence(
    "search-name-missing",
    "খোঁজাটি কী নামে রাখা হবে, তা লিখুন।",
    "Write under which name the search is to be kept.",
)
EMPTY_SEARCH = Sentence(
    "search-empty",
    "কী খুঁজছেন তা আগে লিখুন; খালি খোঁজা রাখা যায় না।",
    "Write first what you are looking for; an empty search is not kept.",
)
NAME_TAKEN = Sentence(
    "search-name-taken",
    "“{name}” নামে আপনার একটি খোঁজা আছে; অন্য নাম দিন।",
    "You have a search named “{name}”; choose another name.",
)
TOO_MANY = Sentence(
    "search-too-many",
    "আপনার {most}টি খোঁজা রাখা আছে; আগে একটি সরান।",
    "You have kept {most:search/searches}; remove one first.",
)
GONE = Sentence("search-gone", "খোঁজাটি আগেই সরানো হয়েছে।", "The search was removed before.")
