"""The sentences of what every screen may refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

DAY_UNREADABLE = Sentence(
    "day-unreadable", "কোন দিন থেকে, তা লিখুন, যেমন ০১.০৩.২০২৩।", "Write from which day on, such as 01.03.2023."
)
PRINT_DONE = Sentence(
    "print-done",
    "“{title}” তৈরি হয়েছে; সাত দিনের মধ্যে নিয়ে নিন।",
    "“{title}” is ready; take it within seven days.",
)
PRINT_FAILED = Sentence("print-failed", "“{title}” তৈরি করা যায়নি: {why}", "“{title}” could not be made: {why}")
CHOOSE_CERTIFICATE = Sentence(
    "choose-certificate", "আগে আপনার সনদের ফাইলটি বাছুন।", "First choose the file of your certificate."
)
CHOOSE_SIGNED_FILE = Sentence("choose-signed-file", "আগে স্বাক্ষরিত PDF ফাইলটি বাছুন।", "First choose the signed PDF.")
CHOOSE_SCAN = Sentence("choose-scan", "আগে স্বাক্ষরিত কাগজের স্ক্যান বাছুন।", "First choose the scan of the signed paper.")
SEAL_NEEDS_SECOND_STEP = Sentence(
    "seal-needs-second-step",
    "ব্যবস্থার সিলে স্বাক্ষর করতে আপনার লগ ইনের দ্বিতীয় ধাপ (ফোনের কোড) চালু থাকতে হবে।",
    "To sign by the seal of the system, your sign-in needs its second step (the code of your telephone).",
)
CODE_WRONG = Sentence(
    "second-step-code-wrong",
    "কোডটি ঠিক নয়, অথবা একবার ব্যবহার হয়েছে; ফোনের পরের কোডটি লিখুন।",
    "The code is wrong or was used already; type the next one of your telephone.",
)
