"""The sentences of standings: why a full run cannot start, and what cannot be counted."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

PARQUET_MISSING = Sentence(
    "parquet-missing",
    "উন্মুক্ত উপাত্তের Parquet ফাইল লেখার প্যাকেজ এখানে নেই; এটি চালান: {install}",
    "The package that writes Parquet files of open data is not here; run: {install}",
)
ENGINE_UNKNOWN = Sentence(
    "engine-unknown",
    "“{engine}” নামে কোনো ইঞ্জিন নেই।",
    "There is no engine “{engine}”; there are plain, numba and spark://host:port.",
)
ENGINE_NOT_INSTALLED = Sentence(
    "engine-not-installed",
    "এই ইঞ্জিনের জন্য প্রয়োজনীয় প্যাকেজ নেই: {packages} (requirements/nation.txt)।",
    "This engine needs packages that are not here: {packages} (requirements/nation.txt).",
)
NUMBERS_DAMAGED = Sentence(
    "numbers-damaged",
    "এই পরিকল্পনার (কাগজ {paper}) সংরক্ষিত হিসাব নষ্ট হয়েছে, তাই এখন কিছু যোগ করা যাবে না; কারিগরি দায়িত্বপ্রাপ্তকে “angikar tally” চালাতে বলুন: প্রতিবেদন থেকে আবার গোনা হবে, কোনো তথ্য হারায়নি।",
    "The kept numbers of this plan (paper {paper}) are damaged, so nothing can be added now; ask the operator to run “angikar tally”: it counts them again from the reports, and nothing is lost.",
)
