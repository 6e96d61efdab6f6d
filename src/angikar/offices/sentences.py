"""The sentences of refusals of the register of offices: offices, posts, officers and who holds which post."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

OFFICE_NAME_MISSING = Sentence("office-name-missing", "দপ্তরের নাম লিখুন।", "Write the name of the office.")
HOUSE_FOUNDED = Sentence(
    "house-founded",
    "এখানে দপ্তর আগে থেকেই আছে; নতুন দপ্তর “দপ্তর” পাতা থেকে যোগ করুন।",
    "There is an office here already; add others on the page of offices.",
)
MEMO_PREFIX_UNFIT = Sentence(
    "memo-prefix-unfit",
    "“{text}” স্মারক কোড নয়; অঙ্ক ও ডট দিয়ে লিখুন, যেমন ০৫.৪৭.৪৯০০।",
    "“{text}” is no memo code; write figures and dots like 05.47.4900.",
)
OFFICE_EXISTS = Sentence(
    "office-exists", "“{name}” নামে দপ্তর এখানে আগে থেকেই আছে।", "There is an office “{name}” here already."
)
OFFICE_FOUNDED_MEANWHILE = Sentence(
    "office-founded-meanwhile",
    "ঠিক এই মুহূর্তে অন্য কেউ এখানে একটি দপ্তর যোগ করেছেন; তালিকা দেখে আবার চেষ্টা করুন।",
    "Somebody else has added an office here at this very moment; look at the list and try again.",
)
OFFICE_CLOSED = Sentence("office-closed", "“{name}” বন্ধ করা হয়েছে।", "“{name}” is closed.")
OFFICE_BELOW_OPEN = Sentence(
    "office-below-open",
    "নিচে “{name}” এখনো চালু; আগে সেটি সরান বা বন্ধ করুন।",
    "“{name}” below it is still open; move or close it first.",
)
RENAMED_LATER = Sentence(
    "renamed-later",
    "এই তারিখে বা পরে নাম একবার বদলেছে; পরের তারিখ দিন।",
    "It was renamed on that day or later; give a later day.",
)
BELOW_ITSELF = Sentence(
    "below-itself",
    "দপ্তরটি নিজের বা নিজের অধস্তন দপ্তরের নিচে যেতে পারে না।",
    "An office cannot stand below itself or below one of its own.",
)
NOT_YOUR_PLACE = Sentence(
    "not-your-place",
    "অন্য দপ্তরটি আপনার নিবন্ধের বাইরে; সেখানকার নিবন্ধরক্ষক বা প্রশাসককে বলুন।",
    "The other office is outside your register; ask its keeper or an administrator.",
)
PLACE_FROM_ABOVE = Sentence(
    "place-from-above",
    "দপ্তর সরানো, ভাগ, একীভূত বা বন্ধ করা ঊর্ধ্বতন দপ্তর বা নিবন্ধের প্রশাসকের কাজ।",
    "Moving, splitting, merging and closing an office is for the office above or an administrator of the register.",
)
TREE_TOO_DEEP = Sentence("tree-too-deep", "এত স্তরের নিচে দপ্তর রাখা যায় না।", "There are too many levels above that place.")
FUTURE_DAY = Sentence("future-day", "আজ বা তার আগের তারিখ দিন।", "Give a day up to today.")
POST_TITLE_MISSING = Sentence("post-title-missing", "পদের নাম লিখুন।", "Write the title of the post.")
POST_EXISTS = Sentence("post-exists", "“{title}” পদটি এই দপ্তরে আছে।", "The office has the post “{title}” already.")
ONE_HEAD = Sentence("one-head", "দপ্তরপ্রধানের পদ একটিই হয়।", "An office has one head only.")
POST_CLOSED = Sentence("post-closed", "“{title}” পদটি বন্ধ করা হয়েছে।", "The post “{title}” is closed.")
POST_STILL_HELD = Sentence(
    "post-still-held",
    "পদটিতে {name} আছেন; আগে অব্যাহতি দিন বা হস্তান্তর করুন।",
    "{name} holds the post; relieve him first.",
)
ONLY_FROM_ABOVE = Sentence(
    "only-from-above",
    "দপ্তরপ্রধান ও নিবন্ধরক্ষকের পদ ঠিক করেন ঊর্ধ্বতন দপ্তরের প্রধান বা নিবন্ধরক্ষক, অথবা নিবন্ধের প্রশাসক।",
    "The head's post and the keeper's are settled by the head or the keeper of an office above, or by an administrator of the register.",
)
NOT_TO_ONESELF = Sentence(
    "not-to-oneself",
    "নিজেকে পদ বা ক্ষমতা দেওয়া যায় না; অন্য কাউকে, যেমন ঊর্ধ্বতন দপ্তরকে, বলুন।",
    "One cannot give a post or power to oneself; ask somebody else, such as the office above.",
)
SECOND_NEEDED = Sentence(
    "second-needed",
    "এর জন্য দ্বিতীয় একজনের নিশ্চিতকরণ লাগে; পদের পাতা থেকে অনুরোধ করুন।",
    "This takes the confirmation of a second person; ask for it on the page of the post.",
)
SECOND_NEEDED_FOR_OFFICE = Sentence(
    "second-needed-for-office",
    "এর জন্য দ্বিতীয় একজনের নিশ্চিতকরণ লাগে; দপ্তরের পাতা থেকে অনুরোধ করুন।",
    "This takes the confirmation of a second person; ask for it on the page of the office.",
)
ACTED_SINCE = Sentence(
    "acted-since",
    "{name} {day:d} তারিখেও এই পদে কাজ করেছেন; তার পরের বা আজকের তারিখ দিন।",
    "{name} acted for this post on {day:d}; give a later day, or today.",
)
HEAD_SERVES = Sentence(
    "head-serves",
    "{name} এই পদে আছেন; পদটি শূন্য না হলে দপ্তরপ্রধান বা নিবন্ধরক্ষকের ক্ষমতা দেওয়া বা নেওয়া যায় না।",
    "{name} holds this post; the power of a head or a keeper is given to and taken from a vacant post only.",
)
DELEGATION_DAYS = Sentence(
    "delegation-days", "শেষ দিনটি শুরুর দিনের পরে হতে হবে।", "The last day must be after the first."
)
DELEGATION_EMPTY = Sentence("delegation-empty", "কোন ক্ষমতা দেবেন, তা বেছে নিন।", "Choose which rights are given.")
DELEGATION_BEYOND = Sentence(
    "delegation-beyond",
    "খসড়া ও যাচাইয়ের ক্ষমতা কেবল দপ্তরপ্রধান ও ফোকাল পয়েন্ট দিতে পারেন।",
    "Only the head and the focal post can give the right to draft and to verify.",
)
DELEGATION_OVER = Sentence("delegation-over", "এই ক্ষমতা অর্পণ আগেই শেষ হয়েছে।", "These rights have ended already.")
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
