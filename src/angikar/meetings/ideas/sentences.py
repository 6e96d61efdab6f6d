"""Every sentence with which an idea or its next step is refused, in Bangla and in English."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

IDEA_INCOMPLETE = Sentence(
    "idea-incomplete", "ধারণাটির নাম ও বিবরণ দুটিই লিখুন।", "Write both the name of the idea and what it is."
)
IDEA_REPEATED = Sentence("idea-repeated", "এই ধারণা এ বছর আগেই জমা হয়েছে।", "This idea was submitted before in this year.")
STEP_NOT_ALLOWED = Sentence(
    "idea-step-not-allowed", "ধারণাটি এখান থেকে সেখানে নেওয়া যায় না।", "The idea cannot be moved there from here."
)
STEP_NEEDS_WORDS = Sentence(
    "idea-step-needs-words", "এক বাক্যে কারণ বা নির্দেশনা লিখুন।", "Write the reason or what is to be done, in one sentence."
)
