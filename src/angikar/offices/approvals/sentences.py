"""The sentences of refusals about approvals."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

OPEN_ALREADY = Sentence(
    "approval-open",
    "এ বিষয়ে একটি অনুরোধ আগে থেকেই অপেক্ষায় আছে; সেটির উত্তর বা প্রত্যাহারের পরে আবার করুন।",
    "A request about this is waiting already; ask again once it is answered or withdrawn.",
)
ANSWERED = Sentence(
    "approval-answered",
    "এই অনুরোধের উত্তর হয়ে গেছে বা মেয়াদ শেষ হয়েছে।",
    "This request has been answered, or its days are over.",
)
REASON_MISSING = Sentence("approval-reason", "কেন নাকচ করছেন, তা লিখুন।", "Write why you refuse it.")
