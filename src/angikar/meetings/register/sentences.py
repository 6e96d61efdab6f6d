"""Every sentence with which the register of decisions refuses an action, in Bangla and in English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

STATE_NOT_BY_HAND = Sentence("share-state-not-by-hand", "এই অবস্থা হাতে লেখা যায় না।", "This state cannot be set by hand.")
CANNOT_NEEDS_REASON = Sentence(
    "share-cannot-needs-reason", "কেন বাস্তবায়ন করা যায় না, তা লিখুন।", "Write why it cannot be carried out."
)
WORD_NOT_AWAITED = Sentence(
    "chair-word-not-awaited", "এখানে সভাপতির কথার অপেক্ষা নেই।", "Nothing here waits for the chair's word."
)
WORD_MISSING = Sentence("chair-word-missing", "সভাপতির কথা এক বাক্যে লিখুন।", "Write the chair's word in one sentence.")
THREAD_OF_ANOTHER_BODY = Sentence(
    "thread-of-another-body", "অন্য কমিটির সিদ্ধান্তের সঙ্গে জোড়া যায় না।", "A thread stays within one body."
)
THREAD_NOT_EARLIER = Sentence(
    "thread-not-earlier", "আগের কোনো সভার সিদ্ধান্ত বেছে নিন।", "Choose a decision of an earlier meeting."
)
THREAD_CONTINUED = Sentence(
    "thread-continued-already",
    "ওই সিদ্ধান্ত আরেকটি সিদ্ধান্তে আগেই টানা হয়েছে।",
    "Another decision continues that one already.",
)
BODY_OF_ANOTHER_OFFICE = Sentence(
    "body-of-another-office", "নিজের দপ্তরের কমিটি বা টিম বেছে নিন।", "Choose a body of your own office."
)
