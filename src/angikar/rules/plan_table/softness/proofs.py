"""Self-certified rows: their only proof is a report or a certificate of the very branch that carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from angikar.rules.bangla.text import key
from angikar.rules.plan_table.softness.rows import Soft

_WORD = re.compile(r"[^\s,;/()‘’“”'\"।–—-]+")
_ENDINGS = ("সমূহের", "সমূহ", "গুলোর", "গুলো", "ের", "র")
_REPORTS = frozenset(
    key(word)
    for word in (
        "প্রতিবেদন",
        "অগ্রগতি",
        "বার্ষিক",
        "মাসিক",
        "ত্রৈমাসিক",
        "প্রত্যয়ন",
        "প্রত্যয়নপত্র",
        "পত্র",
        "প্রাপ্ত",
        "প্রদত্ত",
        "হতে",
        "থেকে",
        "কর্তৃক",
        "নিজ",
        "নিজস্ব",
        "সংশ্লিষ্ট",
        "দপ্তর",
        "অফিস",
        "কার্যালয়",
        "শাখা",
        "এবং",
        "ও",
        "এ",
    )
)
"""Words that name no proof of their own: a report, where it comes from, that it is one's own."""


class Proof(NamedTuple):
    """What proves a row: the place where it is written, the code of the row, who carries it out, and the words of the proof."""

    path: str
    code: str
    who: str
    words: str


def self_certified(proofs: Iterable[Proof]) -> Iterator[Soft]:
    """The proofs that hold no more than a report of who carries out the row.

    >>> one = Proof("evidence.0.evidence", "1.1.1", "সংস্থাপন শাখা, অধিদপ্তর", "সংস্থাপন শাখার প্রতিবেদন")
    >>> [soft.kind for soft in self_certified([one, one._replace(words="ছবি ও হাজিরার তালিকা")])]
    ['self-certified']
    """
    for each in proofs:
        if is_own_word(each.who, each.words):
            yield Soft("self-certified", each.path, {"code": each.code, "proof": each.words.strip()[:120]})


def is_own_word(who: str, words: str) -> bool:
    """Whether a proof names nothing that does not come from who carries out the row; no words are no proof, which is said elsewhere."""
    known = {_stem(word) for word in _WORD.findall(who)} | _REPORTS
    said = [_stem(word) for word in _WORD.findall(words)]
    return any(said) and all(not word or word in known for word in said)


def _stem(word: str) -> str:
    """A word as it is compared, without its genitive or plural ending."""
    plain = key(word)
    if plain in _REPORTS:
        return plain
    ending = next((each for each in map(key, _ENDINGS) if plain.endswith(each) and len(plain) > len(each) + 1), "")
    return plain.removesuffix(ending)
