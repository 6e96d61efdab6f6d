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
ASKER_MAY_NOT = Sentence(
    "approval-asker",
    "{name} এই কাজ আর করতে পারেন না; অনুরোধটি নাকচ করুন। দরকার হলে যিনি পারেন, তিনি আবার অনুরোধ করবেন।",
    "{name} may no longer do this; refuse the request. If it is still needed, somebody who may asks again.",
)
OTHER_HOLDER = Sentence(
    "approval-other-holder",
    "অনুরোধের পরে পদটিতে অন্য কেউ এসেছেন বা পদটি শূন্য হয়েছে; এটি নাকচ বা প্রত্যাহার করে আবার অনুরোধ করুন।",
    "Somebody else has come to the post since this was asked, or it is vacant now; refuse or withdraw it and ask again.",
)
CLOSED_ACCOUNT = Sentence(
    "approval-closed-account",
    "{name}-এর হিসাব বন্ধ; বন্ধ হিসাবের কাউকে পদে বসানো যায় না।",
    "The account of {name} is closed; nobody with a closed account is put on a post.",
)
REASON_MISSING = Sentence("approval-reason", "কেন নাকচ করছেন, তা লিখুন।", "Write why you refuse it.")
