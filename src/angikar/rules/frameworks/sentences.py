"""The doubt about a framework that gives no rules to mark by."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

FRAMEWORK_NOT_ESTABLISHED = Sentence(
    "framework-not-established",
    "“{framework}”-এর ফরম ও নিয়ম এখনও প্রতিষ্ঠিত নয়, তাই নম্বর দেওয়া যায় না।",
    "The form and rules of “{framework}” are not established yet, so no marks can be given.",
)
