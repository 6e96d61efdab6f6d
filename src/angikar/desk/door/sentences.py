"""What who guesses too often is answered."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

WAIT_SECONDS = Sentence(
    "wait-seconds", "অনেকবার ভুল হয়েছে; {count} সেকেন্ড পরে আবার লিখুন।", "That was wrong too often; wait {count} seconds."
)
WAIT_MINUTES = Sentence(
    "wait-minutes",
    "অনেকবার ভুল হয়েছে; {count} মিনিট পরে আবার লিখুন। যে যন্ত্র থেকে আগে লগ ইন করেছেন, সেখান থেকে এখনো লগ ইন করা যায়।",
    "That was wrong too often; wait {count} minutes. A machine you have signed in on before still lets you in.",
)
