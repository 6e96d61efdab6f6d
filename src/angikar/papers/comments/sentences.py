"""The sentences of comments: why one is not taken."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

NOT_IN_REVIEW = Sentence(
    "comment-not-in-review",
    "মতামতের জন্য পাঠানো নথিতেই মতামত লেখা যায়; এটি এখন সেই ধাপে নেই।",
    "Comments are written on a paper that was sent for comment; this one is not.",
)
ONE_NOT_IN_REVIEW = Sentence(
    "comment-one-not-in-review",
    "{office}-এর খসড়া এখন আর মতামতের ধাপে নেই; সেটি বাদ দিয়ে আবার দিন।",
    "The draft of {office} is not in review any more; leave it out and send the comment again.",
)
NONE_CHOSEN = Sentence("comment-none-chosen", "অন্তত একটি খসড়া বেছে নিন।", "Choose at least one draft.")
COMMENT_EMPTY = Sentence("comment-empty", "মতামত লিখুন, অথবা একটি মান প্রস্তাব করুন।", "Write a comment, or suggest a value.")
ANSWER_EMPTY = Sentence("comment-answer-empty", "জবাব লিখুন।", "Write your answer.")
PLACE_REARRANGED = Sentence(
    "comment-place-rearranged",
    "এর মধ্যে নথির সারি সাজানো বদলেছে; মতামতটি কোন ঘরের, দেখে আবার দিন।",
    "The rows of the paper were rearranged meanwhile; look which cell your comment is about and send it again.",
)
THREAD_SETTLED = Sentence(
    "thread-already-settled",
    "এ মতামত মীমাংসা হয়ে গেছে; আবার খুলে তারপর লিখুন।",
    "This comment is settled; open it again and then write.",
)
THREAD_OPEN = Sentence("thread-still-open", "এ মতামত খোলাই আছে।", "This comment is open already.")
SETTLING_NEEDS_ANSWER = Sentence(
    "settling-needs-answer",
    "যাঁর মতামত, তাঁকে জবাব না দিয়ে মীমাংসা করা যায় না; কী করা হলো লিখুন।",
    "A comment is not settled without an answer to who made it; write what was done.",
)
OWN_SUGGESTION = Sentence(
    "comment-own-suggestion",
    "নিজের প্রস্তাব নিজে গ্রহণ করা যায় না; কার্যালয়ের অন্য কেউ গ্রহণ করবেন।",
    "Nobody accepts his own suggestion; somebody else of the office does.",
)
NO_SUGGESTION = Sentence(
    "comment-suggestion-gone",
    "এখানে গ্রহণ করার মতো প্রস্তাব আর নেই: তা গৃহীত হয়েছে, নয়তো সারিটি বাদ গেছে।",
    "There is no suggestion left to accept: it was accepted, or its row was removed.",
)
BODY_EMPTY = Sentence(
    "comment-body-empty",
    "এ দলে এখন এ দপ্তরের বাইরের কোনো পদধারী সদস্য নেই; আগে সদস্য যোগ করুন।",
    "No post of another office sits in this body now; add members first.",
)
ASKED_ALREADY = Sentence(
    "comment-already-asked", "এঁদের কাছে মতামত আগেই চাওয়া হয়েছে।", "They have been asked for their comment already."
)
