"""The sentences of what the screens of the register of offices refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

POSTS_UNKNOWN = Sentence(
    "posts-unknown",
    "নিবন্ধে এই পদ পাওয়া গেল না: {lines}। পদ ও দপ্তর লিখুন, আর বাইরের কেউ হলে নাম, পরিচয় ও মোবাইল নম্বর লিখুন।",
    "No post of the register answers to: {lines}. Write post and office; for an outsider name, title and mobile number.",
)
MEMBER_NOT_NAMED = Sentence("member-not-named", "কাকে সদস্য করবেন, তা লিখুন।", "Write who is to be a member.")
OFFICE_UNKNOWN = Sentence(
    "no-open-office",
    "“{text}” নামে কোনো চালু দপ্তর পাওয়া গেল না; নাম বা স্মারক কোড লিখুন।",
    "There is no open office “{text}”; write its name or memo code.",
)
OFFICE_UNCLEAR = Sentence(
    "which-open-office",
    "“{text}” বলতে একাধিক দপ্তর বোঝায়; পুরো নাম লিখুন।",
    "“{text}” may be several offices; write the whole name.",
)
OFFICER_UNKNOWN = Sentence(
    "officer-unknown", "“{name}” নামে কাউকে পাওয়া গেল না।", "There is nobody called “{name}” to hand it to."
)
LIST_MISSING = Sentence("list-missing", "আগে একটি তালিকার ফাইল বাছুন।", "Choose the file of a list first.")
PLACES_MISSING = Sentence("places-missing", "অন্তত একটি জায়গা ও একটি স্তর বাছুন।", "Choose at least one place and one level.")
PLACE_NOT_IN_NAME = Sentence(
    "place-not-in-name",
    "দপ্তরের নামে জায়গার নাম কোথায় বসবে, তা “{{place}}” দিয়ে দেখান।",
    "Write where the name of the place stands in the name of the office, with “{{place}}”.",
)
LIST_TOO_LONG = Sentence(
    "list-too-long",
    "তালিকাটিতে {most} সারির বেশি আছে; ভাগ করে দিন, অথবা সার্ভারে `angikar offices import` দিয়ে নিন।",
    "The list has more than {most} rows; split it, or take it in on the server with `angikar offices import`.",
)
