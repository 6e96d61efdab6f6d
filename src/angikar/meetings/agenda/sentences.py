"""Every sentence with which the agenda of a meeting refuses an action, in Bangla and in English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

ITEM_EMPTY = Sentence("agenda-item-empty", "আলোচ্য বিষয়টি লিখুন।", "Write the subject.")
DROP_NEEDS_REASON = Sentence(
    "agenda-drop-needs-reason", "কেন বাদ যাচ্ছে, তা এক বাক্যে লিখুন।", "Write in one sentence why it is left out."
)
ITEM_HAS_DECISIONS = Sentence(
    "agenda-item-has-decisions", "এ বিষয়ে সিদ্ধান্ত লেখা হয়ে গেছে।", "Decisions are written under this item already."
)
PROPOSAL_EMPTY = Sentence("proposal-empty", "কী আলোচনা করতে চান, তা লিখুন।", "Write what is to be discussed.")
PROPOSAL_ANSWERED = Sentence("proposal-answered", "প্রস্তাবটির উত্তর আগেই দেওয়া হয়েছে।", "The proposal was answered before.")
REFUSAL_NEEDS_REASON = Sentence(
    "proposal-refusal-needs-reason", "কেন নেওয়া হচ্ছে না, তা এক বাক্যে লিখুন।", "Write in one sentence why it is not taken."
)
AGENDA_CLOSED = Sentence(
    "agenda-closed", "সভা শেষ হয়ে গেলে আলোচ্যসূচি আর বদলায় না।", "The agenda does not change after the meeting."
)
