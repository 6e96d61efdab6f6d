"""The sentences of refusals of incidents: reported, followed up, assigned, closed and opened again."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

CIRCULAR_NOT_IN_FORCE = Sentence("circular-not-in-force", "পরিপত্রটি বলবৎ নেই।", "The circular is not in force.")
INCIDENT_ARRIVED = Sentence(
    "incident-arrived",
    "আগের সংবাদটি পৌঁছে গেছে; এটি নতুন ঘটনা হলে আবার পাঠান।",
    "The one before has arrived; if this is another incident, send it again.",
)
STEP_KIND_MISSING = Sentence("step-kind-missing", "কী ধরনের কথা, তা বেছে নিন।", "Choose what kind of step it is.")
DAY_PAST = Sentence("day-past", "দিনটি পেরিয়ে গেছে।", "That day is past.")
POST_NOT_SINGLE = Sentence(
    "post-not-single",
    "“{words}”: নিবন্ধে এমন একটি পদ মেলেনি; পদ ও দপ্তর লিখুন।",
    "“{words}”: no single post of the register matches; write post and office.",
)
INCIDENT_OPEN = Sentence("incident-open", "ঘটনাটি খোলাই আছে।", "The incident is open already.")
INCIDENT_CLOSED = Sentence("incident-closed", "ঘটনাটি নিষ্পত্তি হয়ে গেছে।", "The incident has been closed.")
INCIDENT_WORDS_MISSING = Sentence("incident-words-missing", "এক বাক্যে লিখুন।", "Write it in one sentence.")
