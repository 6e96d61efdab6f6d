"""How a word sounds: one key for the ways in which offices spell it, in Bangla letters or in Latin ones typed by ear."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from angikar.rules.bangla.text import key

SHORTEST = 2
"""Letters that a key has at least; what is shorter sounds like too much else."""
_BONES = 3
"""So many consonants are enough without vowels."""
_ENDINGS = ["গুলোর", "গুলির", "গুলো", "গুলি", "সমুহের", "সমুহ", "দের", "ের", "টির", "কে", "তে", "টি", "রা", "ে"]
_LEAST = 3
"""Letters and signs that a word keeps when its ending is taken off."""
_LETTERS = {
    **dict.fromkeys("কখ", "k"),
    **dict.fromkeys("গঘ", "g"),
    **dict.fromkeys("ঙং", "ng"),
    **dict.fromkeys("চছ", "c"),
    **dict.fromkeys("জঝয", "j"),
    **dict.fromkeys("টঠতথৎ", "t"),
    **dict.fromkeys("ডঢদধ", "d"),
    **dict.fromkeys("ঞণন", "n"),
    **dict.fromkeys("পফ", "p"),
    **dict.fromkeys("বভ", "b"),
    **dict.fromkeys("শষস", "s"),
    **dict.fromkeys("আা", "a"),
    **dict.fromkeys("ইঈিীঐৈএে", "i"),
    **dict.fromkeys("উঊুূঔৌ", "u"),
    **dict.fromkeys("ঋৃ", "ri"),
    "ম": "m",
    "র": "r",
    "ল": "l",
    "হ": "h",
}
_CONJUNCTS = (
    (r"ক্স", "ক"),  # ক্ষ, its ষ taken for স
    (r"জ্ঞ", "গ"),
    (r"[ওো]য়", ""),  # ওয়েব, নোয়াখালী
    (r"[ংঙ]্?(?=[কখ])", "ন"),
    (r"(?<!র)্য", ""),
    (r"(?<=[সতধকজনহ])্ব", ""),
    (r"দ্ব", "দ"),
    (r"স্হ", "স্থ"),
    (r"[়্ঁঃ\u200c\u200d]", ""),
)
_LATIN = (
    (r"kkh|ksh|kh|q|x", "k"),
    (r"gh", "g"),
    (r"chh|ch", "c"),
    (r"jh|z", "j"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"ph|f", "p"),
    (r"bh|v", "b"),
    (r"sh", "s"),
    (r"rh", "r"),
    (r"ng(?=k)", "n"),
    (r"ee", "i"),
    (r"(?<=[ie])(?=[ao])", "j"),
    (r"e", "i"),
    (r"oo", "u"),
    (r"oy(?=[ai])", ""),
    (r"(?<=[bcdfghjklmnpqrstvwxz])y", ""),
    (r"y", "j"),
    (r"[ow]", ""),
)
_VOWELS = frozenset("aiu")


@cache
def _patterns(latin: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), by) for pattern, by in (_LATIN if latin else _CONJUNCTS))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key of one word: its consonants, in classes that are taken for one another, and its vowels too where these are few. Endings of
    cases and numbers are left off. Empty where it would sound like too much else, and for figures.

    >>> sound("প্রশিক্ষণ") == sound("প্রশিক্ষন") == sound("proshikkhon") == sound("প্রশিক্ষণের")
    True
    >>> sound("পোরটাল") == sound("পোর্টাল"), sound("শুদ্ধাচার") == sound("shuddhachar"), sound("সভা") == sound("sobha"), sound("১২৩")
    (True, True, True, '')
    """
    plain = key(word, fold=True)
    if any(sign.isdecimal() for sign in plain):
        return ""
    by_ear = _of_latin(plain) if plain.isascii() else _of_bangla(_bare(plain))
    bones = _once_each("".join(sign for sign in by_ear if sign not in _VOWELS))
    whole = bones if len(bones) >= _BONES else _once_each(by_ear)
    return whole if len(whole) >= SHORTEST else by_ear if len(by_ear) >= SHORTEST else ""


def _bare(word: str) -> str:
    """A word without the ending of its case or number."""
    if word.endswith("য়") and word[-3:-2] in ("া", "ো") and len(word) > _LEAST + 1:
        return word[:-2]
    for ending in _ENDINGS:
        kept = word[: -len(ending)]
        if word.endswith(ending) and len(kept) >= _LEAST and kept[-1] != "\u09cd":
            return kept
    return word


def _of_bangla(word: str) -> str:
    for pattern, by in _patterns(False):
        word = pattern.sub(by, word)
    return "".join(_LETTERS.get(letter, letter if letter.isascii() else "") for letter in word)


def _of_latin(word: str) -> str:
    for pattern, by in _patterns(True):
        word = pattern.sub(by, word)
    return word


def _once_each(text: str) -> str:
    """The same with every letter that stands twice in a row written once."""
    return re.sub(r"(.)\1+", r"\1", text)
