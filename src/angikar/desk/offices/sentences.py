"""The sentences of what the screens of the register of offices refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

POSTS_UNKNOWN = Sentence(
    "posts-unknown",
    "নিবন্ধে এই পদ পাওয়া গেল না: {lines}। পদ ও দপ্তর লিখুন, আর বাইরের কেউ হলে নাম, পরিচয় ও মোবাইল নম্বর লিখুন।",
    "No post of the register answers to: {lines}. Write post and office; for an outsider name, title and mobile number.",
)
MEMBER_NOT_NAMED = Sentence("member-not-named", "কাকে সদস্য করবেন, তা লিখুন।", "Write who is to be a member.")
OFFICER_UNKNOWN = Sentence(
    "officer-unknown", "“{name}” নামে কাউকে পাওয়া গেল না।", "There is nobody called “{name}” to hand it to."
)
