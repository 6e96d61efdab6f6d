"""Misread: words that are likely no words but others misread, known by the lexicon and by the phrases they stand in.

A scan mistakes a letter for one that looks like it, above all in a conjunct, or drops a sign. A word is doubted only where it is
unknown and too near a known one for chance; where two are as near, both are named.

Each number names the invented word for which it was chosen; `tests/rules/spelling/test_misread_numbers.py` shows that another reads it wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from math import inf

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from angikar.rules.bangla.everyday import COMMON
from angikar.rules.bangla.lexicon import AFTER_ANY, AFTER_CONSONANT, AFTER_VOWEL, LOOSE, WORDS
from angikar.rules.bangla.phrases import PHRASES
from angikar.rules.bangla.text import key
from angikar.rules.bangla.words import word_value
from angikar.rules.spelling.cost import HASANTA, cost

_WORD = re.compile(r"(?:[\u0980-\u0982\u0985-\u09e3\u09f0\u09f1\u200c\u200d]|\u0983(?=[\u0985-\u09b9]))+")
_BETWEEN_WORDS = re.compile(r"[\s/,()'‘’“”-]*")
"""The marks between the words of a phrase."""
_VOWELS = frozenset("অআইঈউঊঋএঐওঔািীুূৃেৈোৌ")
_REPH_EARLY, _REPH_LATE = re.compile(r"(র্)([ক-হ]়?[া-ৌ]?)"), re.compile(r"([ক-হ]়?[া-ৌ]?)(র্)")
_CONJUNCTS_ALIKE = (("ড়", "ণ্ড"), ("ল্ক", "দ্ধ"))
"""A conjunct and what a scan makes of it."""
_VOCABULARY = WORDS.union(*PHRASES)
_STRATEGY = re.compile(r"শ[\u0980-\u09fe]+চ[\u0980-\u09fe]*র")
"""The word শুদ্ধাচার in the misreadings scans make of its conjunct."""
_STRATEGY_LIKE = 65
"""Per cent of likeness from which such a word is শুদ্ধাচার: শুক্কচার (71) is, শপথাচার (62) is a word of its own."""

_SHORT = 4
"""Letters of a word that is doubted, at least: in আণ্ত one wrong letter still shows আন্ত; with three letters too many words are near."""
_STEM = 4
"""Letters of a known word without its ending, at least: আদেষের is আদেশের by the stem আদেশ."""
_LONG_STEM = 6
"""Letters of a known word from which a longer one is made of it: ব্যাংক (6) is within ব্যাংকিং, আন্ত (4) within আন্তঃ."""
_MARGIN = 0.55
"""Cost by which a known word may be farther than the nearest and still be named: বিশ্বস may be বিশ্বাস or বিশ্ব, অপছন্কে only অপছন্দে."""
_FAR = 3
"""Letters that may be wrong, lost or added at most: নিমনর্ণিতের may be নিম্নবর্ণিতের (3 letters) as well as নিবন্ধিতের."""
_FEW = 2
"""Known words that are named at most: প্রবণ may be শ্রবণ or প্রবীণ; তাঁেরকে is near three words and not doubted."""
_LONG = 8
"""Letters from which a word is doubted though two known ones are as near: নিমনর্ণিতের (12) is, প্রবণ (5) is not."""
_SWAP = 0.5
"""Cost of a reph on the wrong letter or of a conjunct misread as a whole: নিদের্শ is নির্দেশ."""
_REACH = ((6, 0.4), (8, 0.7), (11, 1.2))
"""Letters of a word and the cost, at most, of a misreading in a shorter word.

Below 6 letters প্কথম (0.35) is প্রথম, but শৃরু (0.5) is left as it is; below 8 ব্যুরকে (0.6) is ব্যুরোকে, but প্দনীত (0.85) is left; below 11
মরঞ্জমগুলো (1.1) is সরঞ্জামগুলো, but উপপবিচাল (1.5) is left."""
_REACH_OF_LONG = 2.0
"""Cost, at most, of a misreading in a word of 11 letters and more: স্কাচ্ছন্দতয is স্বাচ্ছন্দ্য."""
_NAME = 4
"""Words of a phrase that is likely the name of an office.

A known word in a phrase of so many words is doubted only where it is half like the one of the phrase: প্রচার in তথ্য ও প্রচার মন্ত্রণালয় is likely
সম্প্রচার, অর্থ in অর্থ ও সম্প্রচার মন্ত্রণালয় stays."""
_PHRASE_LIKE = {2: 70, 3: 50}
"""Words of a phrase and the per cent of likeness that its one strange word needs.

Of two words, মাজিষ্টেট after নির্বাহী is ম্যাজিস্ট্রেট, but বরাখ after অর্থ is left; of three, ষোবা between সুরক্ষা and বিভাগ is সেবা, but বিবর between
মুক্তিযুদ্ধ and মন্ত্রণালয় is left."""
_FREE = frozenset({"ব্যবস্থা"})
"""Words of a phrase for which any other known word may stand: প্রয়োজনীয় কার্যক্রম is as good as প্রয়োজনীয় ব্যবস্থা."""
_LEAST = 25
"""Per cent of likeness in longer phrases: অর্থ in অর্থ ও যোগাযোগ প্রযুক্তি বিভাগ is তথ্য."""
_ENDED = 6
"""Letters of a misread word above which its ending is one of case."""
_PREFIXES = ("স্বতঃ", "অ", "সু", "উপ", "পুনঃ", "আন্তঃ", "প্রতি", "মহা", "বে", "সহ", "অতি", "সম", "গণ", "স")
"""Prefixes that make a known word of another."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A word as printed, its place in its text (`start`, `end`), and what it may have been; likeliest first, never empty."""

    start: int
    end: int
    seen: str
    meant: tuple[str, ...]


def misread(text: str, around: Collection[str] = ()) -> tuple[Misread, ...]:
    """Every likely misreading of a text, in order; `around` are the words of the whole paper, which says which of two was meant.

    >>> [(each.seen, each.meant) for each in misread("অডিটু আপত্তি ও গুরুতপূর্ণ দ্বুত নিষ্পত্তি")]
    [('অডিটু', ('অডিট',)), ('গুরুতপূর্ণ', ('গুরুত্বপূর্ণ',)), ('দ্বুত', ('দ্রুত',))]
    >>> misread("উপজেলা নির্বাহী অফিসারগণের সভা")
    ()
    """
    return tuple(chosen for each in perhaps_misread(text) if (chosen := chosen_by(each, around)) is not None)


def perhaps_misread(text: str) -> Iterator[Misread]:
    """Every word of a text that may be misread, in order, with all it may have been; the words around have no say yet."""
    words = tuple(_WORD.finditer(text))
    known = {each.start: each for each in _in_phrases(text, words)}
    for word in words:
        if word.start() in known:
            yield known[word.start()]
        elif meant := meant_by(word[0]):
            yield Misread(word.start(), word.end(), word[0], meant)


def chosen_by(each: Misread, around: Collection[str]) -> Misread | None:
    """What is doubted of a word that may be misread, where those are the words around it; `None` where too little tells."""
    there = tuple(meant for meant in each.meant if meant in around)
    chosen = there if len(there) == 1 else each.meant
    return replace(each, meant=chosen) if len(chosen) == 1 or len(each.seen) >= _LONG else None


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are printed, with their endings."""
    return tuple(_WORD.findall(text))


def mended(text: str, found: Sequence[Misread]) -> str | None:
    """The text with each misreading put right, `None` where one may have been several."""
    if any(len(each.meant) > 1 for each in found):
        return None
    for each in reversed(found):
        text = f"{text[: each.start]}{each.meant[0]}{text[each.end :]}"
    return text


@lru_cache(maxsize=8192)
def meant_by(word: str) -> tuple[str, ...]:
    """The known words an unknown one may be a misreading of, the likeliest first; none where it is known or like none."""
    if not _SHORT <= len(word) <= _longest() or word.startswith("র্") or is_known(word) or _joined(word):
        return ()
    if _STRATEGY.fullmatch(word) and fuzz.ratio(word, "শুদ্ধাচার") >= _STRATEGY_LIKE:
        return ("শুদ্ধাচার",)
    costs: dict[str, float] = {}
    for variant, price in _variants(word).items():
        for stem, ending in _parted(variant):
            for near, _, _ in process.extract(stem, _stems(), scorer=Levenshtein.distance, score_cutoff=_FAR, limit=12):
                if _long_only(stem, near):
                    return ()
                if not ending or _bears(near, ending):
                    whole = f"{near}{ending}"
                    costs[whole] = min(costs.get(whole, _FAR), price + cost(variant, whole))
    best = min(costs.values(), default=_FAR)
    reach = next((reach for length, reach in _REACH if len(word) < length), _REACH_OF_LONG)
    likely = sorted((value, each) for each, value in costs.items() if value <= best + _MARGIN)
    spelt = tuple(each for _, each in likely if key(each, fold=True) == key(word, fold=True))
    return () if best > reach or len(likely) > _FEW else spelt[:1] or tuple(each for _, each in likely)


@cache
def _longest() -> int:
    """Letters of a word beyond which none known is near: twice the longest known, as two may be written as one."""
    return 2 * max(map(len, _VOCABULARY)) + _FAR


def _variants(word: str) -> dict[str, float]:
    """A word as printed, and with what scans misplace or mistake as a whole put right, each with its price."""
    others = {_REPH_EARLY.sub(r"\2\1", word), _REPH_LATE.sub(r"\2\1", word)}
    others |= {word.replace(seen, meant) for seen, meant in _CONJUNCTS_ALIKE}
    return dict.fromkeys(others, _SWAP) | {word: 0.0}


def _long_only(one: str, other: str) -> bool:
    """Whether two stems differ in a last long or short ই alone, as older and newer orthography do."""
    return one[:-1] == other[:-1] and {one[-1], other[-1]} == {"ি", "ী"}


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(word for word in _VOCABULARY if len(word) >= _STEM))


def is_known(word: str, endings: int = 2) -> bool:
    """Whether a word in its normal form is one of the known or common words, with so many endings at most."""
    if word in _VOCABULARY or word in COMMON or word_value(word) is not None:
        return True
    return endings > 0 and any(is_known(stem, endings - 1) for stem in _stripped(word))


def _stripped(word: str) -> Iterator[str]:
    yield from (stem for stem, ending in _parted(word, 3) if ending)
    yield from (word[: -len(ending)] for ending in LOOSE if word.endswith(ending) and len(word) - len(ending) > _FAR)


def _parted(word: str, least: int = _STEM) -> Iterator[tuple[str, str]]:
    """A word as stem and ending in every way that the last letter of the stem allows."""
    yield word, ""
    for endings, after in ((AFTER_VOWEL, (True,)), (AFTER_CONSONANT, (False,)), (AFTER_ANY, (True, False))):
        for ending in endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= least and (stem[-1] in _VOWELS) in after and stem[-1] != HASANTA:
                yield stem, ending


def _bears(stem: str, ending: str) -> bool:
    is_vowel = stem[-1] in _VOWELS
    return not ((ending in AFTER_VOWEL and not is_vowel) or (ending in AFTER_CONSONANT and is_vowel))


def _joined(word: str) -> bool:
    """Whether a word is two known words written as one, or a known one behind a prefix or with two signs and more behind it."""
    if any(word[:cut] in _VOCABULARY for cut in range(_LONG_STEM, len(word) - 1)):
        return True
    cuts = range(_STEM, len(word) - _FAR)
    return any(word[:cut] in _VOCABULARY and is_known(word[cut:], 1) for cut in cuts) or any(
        word.startswith(prefix) and len(word) - len(prefix) >= _STEM and is_known(word[len(prefix) :])
        for prefix in _PREFIXES
    )


def _in_phrases(text: str, words: Sequence[re.Match[str]]) -> Iterator[Misread]:
    """The one strange word of a phrase whose other words are all there; a word of a whole phrase is not strange."""
    names = [key(word[0], fold=True) for word in words]
    known = set(names)
    whole: set[int] = set()
    strange: dict[int, str] = {}
    for number, start in _windows(names):
        phrase, keys = _phrases()[number]
        if len(known.intersection(keys)) < len(set(keys)) - 2:
            continue
        others = [n for n, name in enumerate(keys) if not _ends(names[start + n], name)]
        if len(others) > 1 or not _unbroken(text, words[start : start + len(keys)]):
            continue
        if not others:
            whole.update(range(start, start + len(keys)))
        elif _likely(words[start + others[0]][0], phrase[others[0]], len(keys)):
            strange[start + others[0]] = phrase[others[0]]
    for place, meant in strange.items():
        word = words[place]
        if place not in whole:
            yield Misread(word.start(), word.end(), word[0], (f"{meant}{_ending(word[0], meant)}",))


def _windows(names: Sequence[str]) -> list[tuple[int, int]]:
    """Each phrase with each place where it may begin: one of its first two words stands there, for at most one is strange."""
    openings, found = _openings(), set[tuple[int, int]]()
    for place, name in enumerate(names):
        for number, ahead in openings.get(name[:_FAR], ()):
            start = place - ahead
            if 0 <= start <= len(names) - len(_phrases()[number][1]):
                found.add((number, start))
    return sorted(found)


@cache
def _openings() -> dict[str, tuple[tuple[int, int], ...]]:
    """The first letters of the first two words of every phrase, with its number and how far behind its beginning the word stands."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, (_, keys) in enumerate(_phrases()):
        for ahead, name in enumerate(keys[:2]):
            found[name[:_FAR]] = (*found.get(name[:_FAR], ()), (number, ahead))
    return found


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((phrase, tuple(key(word, fold=True) for word in phrase)) for phrase in PHRASES)


def _cost_of_one(seen: str, meant: str) -> float:
    """The cost of one wrong letter; infinite where more letters are wrong."""
    return cost(seen, meant) if Levenshtein.distance(seen, meant, score_cutoff=1) <= 1 else inf


def _ends(printed: str, name: str) -> bool:
    """Whether a printed word is one of a phrase, perhaps with or without an ending."""
    long, short = (printed, name) if len(printed) > len(name) else (name, printed)
    return long == short or (len(short) >= _FAR and long.startswith(short))


def _unbroken(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(_BETWEEN_WORDS.fullmatch(text[one.end() : other.start()]) for one, other in pairwise(words))


def _ending(seen: str, meant: str) -> str:
    """The ending of case a misread word still bears that the word of the phrase does not."""
    endings = (each for each in (*AFTER_VOWEL, *AFTER_CONSONANT, "কে") if _bears(meant, each))
    left = (each for each in endings if seen.endswith(each) and not meant.endswith(each) and len(seen) > _ENDED)
    return next(left, "")


def _likely(seen: str, meant: str, length: int) -> bool:
    """Whether the strange word of a phrase is likely misread; a word that is one needs a longer phrase, or to look like it."""
    if len(seen) < _FAR or word_value(seen) is not None or (meant in _FREE and is_known(seen)):
        return False
    like = fuzz.ratio(seen, meant)
    if is_known(seen):
        near = min(_cost_of_one(seen, each) for each in {meant, f"{meant}{_ending(seen, meant)}"})
        return near <= _SWAP or like >= (_PHRASE_LIKE[3] if length == _NAME else _LEAST if length > _NAME else 100)
    return like >= _PHRASE_LIKE.get(length, _LEAST)
