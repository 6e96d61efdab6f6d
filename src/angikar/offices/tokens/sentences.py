"""The sentences of refusals about tokens of programs."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NAME_MISSING = Sentence(
    "token-name-missing",
    "টোকেনটি কোন প্রোগ্রামের জন্য, তা লিখুন।",
    "Write for which program the token is.",
)
SCOPE_MISSING = Sentence(
    "token-scope-missing", "টোকেন দিয়ে কী করা যাবে, অন্তত একটি বাছুন।", "Choose at least one thing the token may do."
)
DAYS_UNFIT = Sentence(
    "token-days-unfit",
    "টোকেনের শেষ দিন আজ থেকে {most} দিনের মধ্যে হবে।",
    "A token ends within {most:day/days} from today.",
)
TOO_MANY = Sentence(
    "token-too-many",
    "আপনার {most}টি টোকেন চালু আছে; আগে একটি বাতিল করুন।",
    "You have {most:valid token/valid tokens}; revoke one first.",
)
NOT_OF_OFFICE = Sentence(
    "token-not-of-office",
    "দপ্তরের টোকেন শুধু সেই দপ্তরে পদ থাকলে করা যায়।",
    "A token of an office is made by who holds a post in it.",
)
OVER = Sentence("token-over", "টোকেনটি আগেই বাতিল হয়েছে।", "The token was revoked before.")
