"""The sentences of softness: why the promise of a row is an easy one."""

from __future__ import annotations

from angikar.rules.plan_table.softness.rows import SoftKind
from angikar.rules.sentence import Sentence

SAID: dict[SoftKind, Sentence] = {
    "below-last": Sentence(
        "soft-below-last",
        "[{code:n}] লক্ষ্যমাত্রা {target:d}, {year:n}-এর অর্জন {last:d}-এর চেয়ে কম।",
        "[{code:n}] The target {target:d} asks less than was achieved in {year:n}: {last:d}.",
    ),
    "scores-already": Sentence(
        "soft-scores-already",
        "[{code:n}] {year:n}-এর অর্জন {last:d} আবার হলেই {share}% স্তর ({level:d}) পূর্ণ হয়।",
        "[{code:n}] What was achieved in {year:n}, {last:d}, reaches the level of {share} % ({level:d}) again.",
    ),
    "nothing-reaches": Sentence(
        "soft-nothing-reaches",
        "[{code:n}] সর্বনিম্ন স্তর {lowest:n}: কিছু না করলেও নম্বর মেলে।",
        "[{code:n}] The lowest level is {lowest:n}: it is reached by doing nothing.",
    ),
    "narrow": Sentence(
        "soft-narrow",
        "[{code:n}] সর্বনিম্ন স্তর {lowest:n} লক্ষ্যমাত্রার {share}% এরও কম নিচে: কেউ ব্যর্থ হতে পারে না।",
        "[{code:n}] The lowest level, {lowest:n}, lies less than {share} % below the target: nobody can fail.",
    ),
    "self-certified": Sentence(
        "soft-self-certified",
        "[{code:n}] প্রমাণক “{proof}” বাস্তবায়নকারীর নিজেরই কথা।",
        "[{code:n}] The proof, “{proof}”, is the word of who carries it out.",
    ),
    "below-peers": Sentence(
        "soft-below-peers",
        "[{code:n}] লক্ষ্যমাত্রা {target:n}; একই ধরনের {count}টি দপ্তরের মধ্যক {median:n}, মাঝের অর্ধেক {low:n} থেকে {high:n}।",
        "[{code:n}] The target is {target:n}; the median of {count:office/offices} of the same kind is {median:n}, the middle half lies between {low:n} and {high:n}.",
    ),
}
"""By the kind of softness what is said of it."""
