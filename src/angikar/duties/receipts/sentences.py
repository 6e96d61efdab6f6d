"""The sentences of refusals of receipts."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

PAPER_NOT_IN_FORCE = Sentence("paper-not-in-force", "কাগজটি জারি অবস্থায় নেই।", "The paper is not in force.")
RECEIPTS_ALL_ASKED = Sentence(
    "receipts-all-asked",
    "নতুন করে কারও কাছে প্রাপ্তিস্বীকার চাওয়ার নেই।",
    "There is nobody left to be asked for a receipt.",
)
LINKS_REVOKED = Sentence("links-revoked", "সংযোগ আগেই বাতিল করা হয়েছে।", "The links were revoked already.")
