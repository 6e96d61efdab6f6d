"""The sentences of refusals of the register of offices: offices, posts, officers and who holds which post."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

OFFICE_NAME_MISSING = Sentence("office-name-missing", "দপ্তরের নাম লিখুন।", "Write the name of the office.")
OFFICE_EXISTS = Sentence(
    "office-exists", "“{name}” নামে দপ্তর এখানে আগে থেকেই আছে।", "There is an office “{name}” here already."
)
POST_TITLE_MISSING = Sentence("post-title-missing", "পদের নাম লিখুন।", "Write the title of the post.")
POST_EXISTS = Sentence("post-exists", "“{title}” পদটি এই দপ্তরে আছে।", "The office has the post “{title}” already.")
ONE_HEAD = Sentence("one-head", "দপ্তরপ্রধানের পদ একটিই হয়।", "An office has one head only.")
USERNAME_TAKEN = Sentence("username-taken", "“{username}” নামটি নেওয়া হয়ে গেছে।", "The name “{username}” is taken.")
POST_VACANT = Sentence(
    "post-vacant",
    "পদটি শূন্য; দায়িত্ব হস্তান্তর নয়, পদায়ন করুন।",
    "The post is vacant; appoint somebody instead.",
)
POST_HELD_BY_SAME = Sentence("post-held-by-same", "{name} আগে থেকেই এই পদে আছেন।", "{name} holds this post already.")
HOLDER_CAME_LATER = Sentence(
    "holder-came-later", "বর্তমান কর্মকর্তা এই তারিখের পরে যোগ দিয়েছেন।", "The present holder came after that day."
)
POST_WITHOUT_HOLDER = Sentence("post-without-holder", "এই তারিখে পদটিতে কেউ নেই।", "Nobody holds the post on that day.")
SUBSTITUTE_WITHOUT_END = Sentence(
    "substitute-without-end",
    "ছুটিকালীন দায়িত্ব কোন দিন পর্যন্ত, তা লিখুন; শেষ দিন শুরুর পরে হতে হবে।",
    "Write up to which day the substitute stands in; it must be after the first.",
)
SUBSTITUTED_ALREADY = Sentence(
    "substituted-already",
    "এই সময়ে {name} ছুটিকালীন দায়িত্বে আছেন।",
    "{name} stands in for the holder at that time already.",
)
POST_HELD = Sentence(
    "post-held",
    "পদটিতে {name} আছেন; দায়িত্ব হস্তান্তর করুন।",
    "{name} holds the post; hand it over instead.",
)
