"""One form of Bangla text: to store (`normal`), to compare (`key`), to sort (`sort_key`), to cut (`graphemes`)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from angikar.rules.bangla.digits import to_latin

_BANGLA = "\u0980-\u09e5"  # letters and signs, without the digits
_DROPPED = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]+")

_ADVERBS = """পুনঃ অন্তঃ স্বতঃ বহিঃ প্রাতঃ ক্রমশঃ প্রায়শঃ বিশেষতঃ সাধারণতঃ মূলতঃ প্রধানতঃ বস্তুতঃ আপাততঃ কার্যতঃ
সম্ভবতঃ প্রথমতঃ দ্বিতীয়তঃ অন্ততঃ ইতস্ততঃ"""
_SHORT_FORMS = "মোঃ মোছাঃ মোসাঃ মুঃ ডাঃ ইঞ্জিঃ খ্রিঃ খ্রীঃ হিঃ ক্রঃ বিঃ দ্রঃ পৃঃ লিঃ প্রাঃ অবঃ রেজিঃ কিঃ মিঃ সেঃ গ্রাঃ"
_KEEPS_VISARGA = frozenset(f"{_ADVERBS} {_SHORT_FORMS}".split())

_LOOK_ALIKES = (
    ("\u09be\u09c7", "\u09cb"),  # া before ে, as converters leave it, is ো
    ("\u0985\u09be", "\u0986"),  # অ and া drawn side by side are আ
    ("\u09ac\u09bc", "\u09b0"),  # ব with a dot is র
    ("\u09b0\u200c\u09cd\u09af", "\u09b0\u200d\u09cd\u09af"),  # র‍্য is written with ZWJ
    ("\u09f7", "\u0964"),  # the currency numerator drawn as দাড়ি
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "tag": re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>"),
        "heading": re.compile(r"(?m)^[^\S\n]*(?:#{1,6}(?:[^\S\n]+|$))+"),
        "visarga": re.compile(rf"(?<!\u0983)\u0983+(?![{_BANGLA}])"),
        "word": re.compile(rf"[{_BANGLA}\u200c\u200d]+\Z"),
        "dot": re.compile(r"\."),
        "bar": re.compile(r"(?<=[\u0981-\u09ef)\]])\|(?=\s|$)"),
    }


def _tag(found: re.Match[str]) -> str:
    return " " if found[2].lower() in {"p", "br", "div", "li", "ul", "ol", "td", "th", "tr"} else ""


def _colon(found: re.Match[str]) -> str:
    """A visarga that ends a word is a colon, unless the word is spelled with it."""
    before = found.string[max(found.start() - 20, 0) : found.start()]
    word = _patterns()["word"].search(before)
    return found[0] if word and word[0] + found[0] in _KEEPS_VISARGA else ":"


def _once(text: str) -> str:
    find = _patterns()
    text = unicodedata.normalize("NFC", _DROPPED.sub("", text))
    text = find["tag"].sub(_tag, text)
    if find["tag"].search(text):  # tags within tags: no paper has them, and none may be left
        text = text.replace("<", "")
    text = find["heading"].sub("", text.replace("**", ""))
    text = " ".join(text.replace("&nbsp;", " ").split())
    for seen, meant in _LOOK_ALIKES:
        text = text.replace(seen, meant)
    text = find["visarga"].sub(_colon, text)
    return find["bar"].sub("।", text)


def normal(text: str) -> str:
    """The one form in which a parsed field is stored, on one line; a second pass changes nothing.

    NFC; tags and markdown marks stripped; odd spaces and line ends folded to one space; split ো joined; `|` after a
    word is দাড়ি; a visarga after a label is a colon, while adverbs and short forms (পুনঃ, মোঃ, খ্রিঃ) keep theirs. ZWJ
    and ZWNJ stay: they tell র্য and র‍্য apart.

    >>> normal("<p>**তারিখঃ**\\u00a0 ২৬</p>"), normal("সভা শেষ হয়| "), normal("সংশা\\u09c7ধন") == normal("সংশোধন")
    ('তারিখ: ২৬', 'সভা শেষ হয়।', True)
    """
    return _kept(text) if len(text) <= _SHORT else _settled(text)


def _settled(text: str) -> str:
    while (once := _once(text)) != text:
        text = once
    return text


_SHORT = 200
"""A table says the same few words on every page; texts so short are not tidied twice."""
_kept = lru_cache(maxsize=32768)(_settled)


def key(text: str, *, fold: bool = False) -> str:
    """The form in which two texts are compared: letters, signs and Latin digits alone, case folded.

    A dot is kept inside a number only. Joiners and visarga go, so মোঃ, মো: and মো. are one. `fold` also takes
    look-alike letters for one another, for search: ি/ী, ু/ূ, ই/ঈ, উ/ঊ, ণ/ন, শ/ষ/স, ড়/ঢ়/র.

    >>> key("মোঃ  রহিম"), key("১.২ ই-গভর্ন্যান্স (E-Gov)"), key("সরকারী", fold=True) == key("সরকারি", fold=True)
    ('মোরহিম', '1.2ইগভর্ন্যান্সegov', True)
    """
    return _compared(text, fold) if len(text) <= _SHORT else _compared.__wrapped__(text, fold)


@lru_cache(maxsize=32768)
def _compared(text: str, fold: bool) -> str:
    plain = to_latin(normal(text)).casefold()
    if "." in plain:
        plain = _patterns()["dot"].sub(_dot, plain)
    kept = plain.translate(_COMPARED)
    plain = unicodedata.normalize("NFC", kept)
    return _folded(plain) if fold else plain


def _dot(found: re.Match[str]) -> str:
    """A dot counts inside a number only."""
    text, place = found.string, found.start()
    return "." if text[place - 1 : place].isdecimal() and text[place + 1 : place + 2].isdecimal() else ""


class _ComparedAs(dict[int, int | None]):
    """What a letter is compared as: itself where it is a letter, a sign or a number, else nothing. Found once for each."""

    def __missing__(self, letter: int) -> int | None:
        counts = unicodedata.category(chr(letter))[0] in "LMN" and letter != 0x0983
        self[letter] = letter if counts else None
        return self[letter]


_COMPARED = _ComparedAs({0x2E: 0x2E})


def _folded(text: str) -> str:
    text = text.replace("\u09a1\u09bc", "র").replace("\u09a2\u09bc", "র")
    return text.translate(str.maketrans("ীূঈঊণশষ", "িুইউনসস"))


_VOWELS = "অআইঈউঊঋএঐওঔ"
_SIGNS = "\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc\u09cd"  # া to ৌ; hasanta, of conjuncts, last
_LETTERS = "ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ড় ঢ ঢ় ণ ত ৎ থ দ ধ ন প ফ ব ভ ম য য় র ল শ ষ স হ"
_CONSONANTS = _LETTERS.split()


@cache
def _weights() -> dict[str, int]:
    """Vowels, then ং ঃ ঁ, then consonants, far above every other character."""
    order = [*_VOWELS, "\u0982", "\u0983", "\u0981", *_CONSONANTS]
    return {letter: 0x200000 + place for place, letter in enumerate(order)}


def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """A key that puts texts in the official alphabetical order; equal keys mean equal normal text.

    A bare consonant comes before the same with a vowel sign, conjuncts come after all vowel signs; ৎ after ত, ড় after
    ড, ঢ় after ঢ, য় after য; digits, Bangla or Latin, before letters.

    >>> sorted("হাট ক্ষমা কৌশল কলম কাক অংশ অক আইন খাল ১০ ডাক ড়".split(), key=sort_key)
    ['১০', 'অংশ', 'অক', 'আইন', 'কলম', 'কাক', 'কৌশল', 'ক্ষমা', 'খাল', 'ডাক', 'ড়', 'হাট']
    """
    plain = normal(text)
    folded = to_latin(plain).casefold().replace("\u200c", "").replace("\u200d", "")
    weights, row, place = _weights(), list[int](), 0
    while place < len(folded):
        letter = folded[place : place + 2] if folded[place + 1 : place + 2] == "\u09bc" else folded[place]
        place += len(letter)
        if letter not in weights:
            row.extend(map(ord, letter))
            continue
        row.append(weights[letter])
        if letter in _CONSONANTS:
            sign = _SIGNS.find(folded[place : place + 1]) if place < len(folded) else -1
            row.append(sign + 1)
            place += sign >= 0
    return tuple(row), plain


def graphemes(text: str) -> list[str]:
    """The text cut into the characters a reader sees, so that ক্ষি is never split.

    >>> graphemes("বাংলা")
    ['বাং', 'লা']
    """
    import regex  # heavy, and needed by the few who cut text

    return regex.findall(r"\X", text)
