"""What who guesses too often is answered, and the notice of a new machine."""

from __future__ import annotations

from angikar.rules.sentence import Sentence

WAIT_SECONDS = Sentence(
    "wait-seconds",
    "অনেকবার ভুল হয়েছে; {count} সেকেন্ড পরে আবার লিখুন।",
    "That was wrong too often; wait {count:second/seconds}.",
)
WAIT_MINUTES = Sentence(
    "wait-minutes",
    "অনেকবার ভুল হয়েছে; {count} মিনিট পরে আবার লিখুন। যে যন্ত্র থেকে আগে লগ ইন করেছেন, সেখান থেকে এখনো লগ ইন করা যায়।",
    "That was wrong too often; wait {count:minute/minutes}. A machine you have signed in on before still lets you in.",
)
NEW_MACHINE = Sentence(
    "new-machine",
    "{at} টায় “{name}” নামে এমন যন্ত্র থেকে লগ ইন হয়েছে, যেখানে আগে হয়নি। আপনি না হলে সেখান থেকে লগ আউট করান আর পাসওয়ার্ড বদলান।",
    "At {at} somebody signed in as “{name}” on a machine not used before. If it was not you, end that session and change the password.",
)
