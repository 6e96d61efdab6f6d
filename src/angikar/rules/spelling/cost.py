"""Cost: how far a printed word is from the word that was meant, as a scan errs.

A cost is the sum of what each wrong, lost or added letter costs: 1 for a letter that looks like no letter of the word that was meant, less
for what scans mistake more often. Each number names the invented word for which it was chosen;
`tests/rules/spelling/test_misread_numbers.py` shows that another number reads that word wrongly.
"""

from __future__ import annotations

from itertools import permutations

HASANTA = "\u09cd"
"""The sign that joins two letters to a conjunct."""
_SIGNS = frozenset("ািীুূৃেৈোৌ্ঁংঃ়\u200c\u200d")
_ALIKE = (
    *("চছহ", "ঘযষম", "বরক", "ধষঘ", "খথ", "তভও", "উডঊ", "ঢট", "ণন", "নল", "শসষ"),
    *("িী", "ুূৃ", "েিো", "ডজড়", "পগষয", "কফ", "দহ", "সম", "দত", "য়য", "ংৎ"),
)
"""Letters that look like one another in print."""
_PAIRS = frozenset(pair for alike in _ALIKE for pair in permutations(alike, 2))
_HASANTA_COST = 0.5
"""Cost of a lost or added hasanta: সভাককষ is সভাকক্ষ."""
_SIGN_COST = 0.6
"""Cost of a lost or added vowel sign, or of a letter in a conjunct: জববদিহি is জবাবদিহি."""
_LETTER_COST = 1.0
"""Cost of a lost or added letter: অনুীলন, without its শ, is left as it is."""
_CONJUNCT_COST = 0.35
"""Cost of a letter misread in a conjunct: উ্রেন is ড্রেন."""
_ALIKE_COST = 0.5
"""Cost of a letter misread for one that looks like it: অষিবাসী is অধিবাসী."""
_OTHER_SIGN_COST = 0.7
"""Cost of a vowel sign misread for another: উন্য়নমূলক may be উন্নয়নমূলক or উদ্যানমূলক."""


def cost(seen: str, meant: str) -> float:
    """How far a scan must err to read `meant` as `seen`: 0 for no error, about 1 for a letter unlike the one printed."""
    joined_in_seen, joined_in_meant = _in_conjuncts(seen), _in_conjuncts(meant)
    above = [0.0]
    for letter, joined in zip(meant, joined_in_meant, strict=True):
        above.append(above[-1] + _dropped(letter, joined))
    for x, own in zip(seen, joined_in_seen, strict=True):
        row = [above[0] + _dropped(x, own)]
        for place, (y, joined) in enumerate(zip(meant, joined_in_meant, strict=True)):
            swapped = above[place] + (0.0 if x == y else _swapped(x, y, own and joined))
            row.append(min(swapped, above[place + 1] + _dropped(x, own), row[place] + _dropped(y, joined)))
        above = row
    return above[-1]


def _in_conjuncts(word: str) -> list[bool]:
    return [HASANTA in (word[place - 1 : place], word[place + 1 : place + 2]) for place in range(len(word))]


def _dropped(letter: str, joined: bool) -> float:
    if letter == HASANTA:
        return _HASANTA_COST
    return _SIGN_COST if letter in _SIGNS or joined else _LETTER_COST


def _swapped(seen: str, meant: str, joined: bool) -> float:
    if joined:
        return _CONJUNCT_COST
    if (seen, meant) in _PAIRS:
        return _ALIKE_COST
    return _OTHER_SIGN_COST if seen in _SIGNS and meant in _SIGNS else _LETTER_COST
