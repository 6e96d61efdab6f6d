"""The sentences of standings: why a full run cannot start."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

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
