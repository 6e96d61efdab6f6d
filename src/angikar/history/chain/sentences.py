"""What history says when it is not whole: what happened to it, and where."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ENTRY_ALTERED = Sentence(
    "entry-altered",
    "ইতিহাসের {entry} নম্বর ভুক্তি লেখার পরে বদলানো হয়েছে।",
    "Entry {entry} of the history was altered after it was written.",
)
ENTRIES_MISSING = Sentence(
    "entries-missing",
    "ইতিহাসের {first} থেকে {last} নম্বরের মধ্যে {count}টি ভুক্তি মুছে ফেলা হয়েছে।",
    "Of the entries {first} to {last} of the history {count} were removed.",
)
ENTRIES_ADDED = Sentence(
    "entries-added",
    "ইতিহাসের {first} থেকে {last} নম্বরের মধ্যে পরে {count}টি ভুক্তি ঢোকানো হয়েছে।",
    "Among the entries {first} to {last} of the history {count} were put in later.",
)
ENTRIES_REPLACED = Sentence(
    "entries-replaced",
    "ইতিহাসের {first} থেকে {last} নম্বরের ভুক্তি বদলানো বা অন্য ক্রমে সাজানো হয়েছে।",
    "Among the entries {first} to {last} of the history some were replaced or put into another order.",
)
CHECKPOINT_MISSING = Sentence(
    "checkpoint-missing",
    "ইতিহাসের {number} নম্বর চেকপয়েন্ট নেই।",
    "Checkpoint {number} of the history is missing.",
)
HISTORY_CUT = Sentence(
    "history-cut",
    "ইতিহাসের শেষের ভুক্তি কেটে ফেলা হয়েছে: {last} নম্বর পর্যন্ত লেখা হয়েছিল।",
    "The end of the history was cut off: it had been written up to entry {last}.",
)
