"""The sentences of the doubts about a reform plan that other plans do not share."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

SUBJECT_MISSING = Sentence(
    "subject-missing",
    "কোন বিষয়ের কর্মপরিকল্পনা তা বলা নেই।",
    "The plan does not say which reform it serves.",
)
CODE_SEQUENCE = Sentence(
    "code-sequence/after",
    "কোড [{code:n}] ক্রম অনুযায়ী নয়; এর আগে [{before:n}]।",
    "Code [{code:n}] is out of sequence; it follows [{before:n}].",
)
FRAMEWORK_UNKNOWN = Sentence(
    "framework-unknown/reform-plan",
    "{year:n} অর্থবছরের এই পরিকল্পনার কাঠামো জানা নেই; ছকের শিরোনাম ধরে পড়া হয়েছে।",
    "No framework is known for this plan in {year:n}; it was read by its headings.",
)
