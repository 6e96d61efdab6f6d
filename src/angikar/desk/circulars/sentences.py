"""The sentences of what the screens of circulars refuse."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

FORM_FIELD_UNREADABLE = Sentence(
    "form-field-unreadable", "“{label}”: ঘরটি বোঝা যায়নি।", "“{label}”: the field cannot be understood."
)
NOT_A_NUMBER = Sentence("not-a-number", "“{text}” সংখ্যা নয়।", "“{text}” is not a number.")
SPENDING_LIMIT_UNREADABLE = Sentence(
    "spending-limit-unreadable",
    "“{line}”: এভাবে লিখুন: কার জন্য | কীসে | কত টাকা | সূত্র।",
    "“{line}”: write whom | what for | how much | source.",
)
ESCALATION_STEP_UNREADABLE = Sentence(
    "escalation-step-unreadable",
    "“{line}”: এভাবে লিখুন: কত ঘণ্টা | কাকে।",
    "“{line}”: write so many hours | whom (at most sixty days).",
)
BODY_NOT_CHOSEN = Sentence("body-not-chosen", "কোন কমিটি বা টিম, তা বেছে নিন।", "Choose the body that stands for it.")
STEP_NOT_CHOSEN = Sentence("step-not-chosen", "কী করতে চান, তা বেছে নিন।", "Choose what you want to do.")
