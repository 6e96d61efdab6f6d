"""Numbers in words: what সাত or পাঁচ লক্ষ বিশ হাজার is worth, and how a figure is written out on a cheque or an order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import cache

SCALES = {"শত": 100, "হাজার": 1_000, "লক্ষ": 100_000, "কোটি": 10_000_000}
"""The official scale words and their worth."""

SCALE_VARIANTS = {"শ": 100, "শো": 100, "সহস্র": 1_000, "লাখ": 100_000, "কোটী": 10_000_000}
"""Scale words that papers use beside the official ones."""

EXACT = Context(prec=400)
"""Decimal arithmetic that never rounds a figure the parsers let through."""

_SPELLED = """
শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ
বিশ একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ উনত্রিশ ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ উনচল্লিশ
চল্লিশ একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ উনপঞ্চাশ
পঞ্চাশ একান্ন বায়ান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন উনষাট ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি উনসত্তর
সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর উনআশি আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি অষ্টাশি উননব্বই
নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই
"""
_WORDS = _SPELLED.split()  # the place of a word is its value

_VARIANTS = {
    "দু": 2,
    "ছ": 6,
    "চোদ্দ": 14,
    "কুড়ি": 20,
    "তিরিশ": 30,
    "তেতল্লিশ": 43,
    "ছিচল্লিশ": 46,
    "বাহান্ন": 52,
    "তেপ্পান্ন": 53,
    "তিপান্ন": 53,
    "তেহাত্তর": 73,
    "উনাশি": 79,
    "আটাশি": 88,
    "নব্বুই": 90,
    "একানব্বুই": 91,
    "নিরানব্বুই": 99,
}

_LOOSE = {"ঁ": "ঁ?+", "উ": "[উঊ]", "ঊ": "[উঊ]", "ু": "[ুূ]", "ূ": "[ুূ]", "ি": "[িী]", "ী": "[িী]"}
_LONGEST = 200  # no number in words is longer; bounds the work on a hostile text
_COUNTERS = ("খানা", "টি", "টা", "জন")


def _plain(word: str) -> str:
    """One spelling for the many: ঊ as উ, long signs short, without chandrabindu, joiners and the open last ো."""
    word = unicodedata.normalize("NFC", word)
    word = word.translate({0x0981: None, 0x200C: None, 0x200D: None, 0x098A: "উ", 0x09C2: "ু", 0x09C0: "ি"})
    return word.removesuffix("ো")


@cache
def _known() -> dict[str, int]:
    known = {_plain(word): value for word, value in _VARIANTS.items()}
    return known | {_plain(word): value for value, word in enumerate(_WORDS)}


@cache
def _scales() -> dict[str, int]:
    return {_plain(word): value for word, value in (SCALES | SCALE_VARIANTS).items()}


def scale_value(word: str) -> int | None:
    """What a scale word is worth, or None.

    >>> scale_value("লাখ"), scale_value("কোটি"), scale_value("সাত")
    (100000, 10000000, None)
    """
    return _scales().get(_plain(word))


def _spelling(word: str) -> str:
    """A pattern of every spelling of a word that `word_value` takes for it."""
    stem = unicodedata.normalize("NFC", word).removesuffix("ো")
    return "".join(_LOOSE.get(letter, letter) for letter in stem) + "ো?+"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(_spelling(word) for word in sorted(words, key=len, reverse=True))


def number_pattern() -> str:
    """A pattern of the numbers below a thousand in words. None begins within a word, and the longer is tried before its shorter beginning.

    >>> import re
    >>> match = re.compile(number_pattern()).search
    >>> [found and found[0] for found in map(match, ("চব্বিশ", "একত্রিশ দিন", "পনের(১৫)", "একশত বিশ", "সাবিশ"))]
    ['চব্বিশ', 'একত্রিশ', 'পনের', 'একশত বিশ', None]
    """
    small, hundred = _any_of([*_WORDS[1:], *_VARIANTS]), _any_of(("শত", "শ"))
    return rf"(?<![\u0980-\u09e3])(?:(?:{small})? ?(?:{hundred})(?: (?:{small}))?|{small})"


def compose(steps: Iterable[tuple[Decimal | None, int]]) -> Decimal | None:
    """Add up `(figure, scale)` steps in the order they are written; a figure without a scale has scale 1.

    A smaller scale adds, a scale above all before it multiplies what stands so far (১২ হাজার ৫০০ কোটি), any other
    order is no number.

    >>> compose([(Decimal(57), 100_000), (Decimal(58), 1_000), (Decimal(900), 1)])
    Decimal('5758900')
    >>> compose([(Decimal(1), 100_000), (None, 10_000_000)])
    Decimal('1000000000000')
    >>> compose([(Decimal(3), 1_000), (Decimal(2), 1_000)]) is None
    True
    """
    total, last, highest = Decimal(0), 0, 0
    for figure, scale in steps:
        if scale > highest and (figure is not None or last):
            total = EXACT.multiply(EXACT.add(total, figure or Decimal(0)), Decimal(scale))
            highest = scale
        elif figure is not None and scale < last and EXACT.multiply(figure, Decimal(scale)) < last:
            total = EXACT.add(total, EXACT.multiply(figure, Decimal(scale)))
        else:
            return None
        last = scale
    return total if last else None


def _split(word: str) -> list[str]:
    """Part a scale from the figure it is written onto: পাঁচশত is পাঁচ and শত."""
    if _plain(word) in _known() or scale_value(word):
        return [word]
    for scale in sorted(SCALES | SCALE_VARIANTS, key=len, reverse=True):
        if _plain(word).endswith(_plain(scale)):
            return [*_split(_plain(word).removesuffix(_plain(scale))), scale]
    for counter in _COUNTERS:
        if word.endswith(counter) and _plain(word.removesuffix(counter)) in _known():
            return [word.removesuffix(counter)]
    return [word]


def _steps(words: list[str]) -> Iterable[tuple[Decimal | None, int]]:
    figure: int | None = None
    for word in words:
        scale = scale_value(word)
        if scale is not None:
            yield (None if figure is None else Decimal(figure)), scale
            figure = None
        elif figure is None and _plain(word) in _known():
            figure = _known()[_plain(word)]
        else:
            yield None, 1  # two figures on end, or a word that is none: compose refuses it
            return
    if figure is not None:
        yield Decimal(figure), 1


def word_value(text: str) -> int | None:
    """The number that Bangla words spell, or None; spelling variants and a counter on the last word are taken.

    >>> word_value("সাত"), word_value("ঊনচল্লিশ"), word_value("পনের"), word_value("তিনটি")
    (7, 39, 15, 3)
    >>> word_value("দুই লক্ষ পাঁচশত বিশ"), word_value("তিনি")
    (200520, None)
    """
    if len(text) > _LONGEST:
        return None
    words = [part for word in text.replace("-", " ").split() for part in _split(word)]
    if words and words[-1] in _COUNTERS:
        words.pop()
    if len(words) > 1 and scale_value(words[0]):
        return None
    if len(words) == 1 and scale_value(words[0]):
        return scale_value(words[0])
    total = compose(_steps(words))
    return None if total is None else int(total)


def number_words(n: int) -> str:
    """Write a whole number from 0 to below one crore crore in official words; ValueError outside.

    >>> number_words(7), number_words(100), number_words(12345678)
    ('সাত', 'একশত', 'এক কোটি তেইশ লক্ষ পঁয়তাল্লিশ হাজার ছয়শত আটাত্তর')
    """
    if not 0 <= n < 10**14:
        raise ValueError(f"a number from 0 to below 10**14 was expected, not {n}")
    if n < 100:
        return _WORDS[n]
    words: list[str] = []
    for scale in ("কোটি", "লক্ষ", "হাজার", "শত"):
        count, n = divmod(n, SCALES[scale])
        if count:
            words.append(number_words(count) + ("" if scale == "শত" else " ") + scale)
    if n:
        words.append(_WORDS[n])
    return " ".join(words)
