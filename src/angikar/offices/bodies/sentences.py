"""The sentences of refusals of bodies and their members."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

BODY_NAME_MISSING = Sentence("body-name-missing", "কমিটি বা টিমের নাম লিখুন।", "Write the name of the body.")
CHAIR_MISSING = Sentence(
    "body-chair-missing",
    "কে নেতৃত্ব দেবেন (সভাপতি), তা বলুন।",
    "Say who leads it: a body needs a chair.",
)
BODY_EXISTS = Sentence("body-exists", "“{name}” নামে একটি এই দপ্তরে আছে।", "The office has a body “{name}” already.")
MEMBER_LEFT = Sentence("member-left", "তিনি আর সদস্য নন।", "This member has left.")
CHAIR_NEEDED = Sentence("chair-needed", "আগে অন্য কাউকে সভাপতি করুন।", "Make somebody else chair first.")
NO_MEMBER_ON_DAY = Sentence("no-member-on-day", "এই তারিখে তিনি সদস্য নন।", "He is no member on that day.")
NO_BODY_ON_DAY = Sentence("no-body-on-day", "এই তারিখে কমিটি বা টিমটি নেই।", "There is no such body on that day.")
MEMBER_MISSING = Sentence("member-missing", "সদস্যের পদ বা নাম দিন।", "Give the member's post or name.")
MEMBER_ALREADY = Sentence("member-already", "{title} এখানে আগে থেকেই সদস্য।", "{title} is a member already.")
ROLE_TAKEN = Sentence("role-taken", "{role} একজনই হন।", "There is a {role} already; there can be one only.")
