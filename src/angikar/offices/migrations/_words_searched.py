"""How texts were folded for the search when columns of folded texts began: what a step of the past does no change of today alters."""

from __future__ import annotations

import re
import unicodedata

_BANGLA = "\u0980-\u09e5"
_DROPPED = dict.fromkeys([0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF])
_KEEPS_VISARGA = frozenset(
    [
        "পুনঃ",
        "অন্তঃ",
        "স্বতঃ",
        "বহিঃ",
        "প্রাতঃ",
        "ক্রমশঃ",
        "প্রায়শঃ",
        "বিশেষতঃ",
        "সাধারণতঃ",
        "মূলতঃ",
        "প্রধানতঃ",
        "বস্তুতঃ",
        "আপাততঃ",
        "কার্যতঃ",
        "সম্ভবতঃ",
        "প্রথমতঃ",
        "দ্বিতীয়তঃ",
        "অন্ততঃ",
        "ইতস্ততঃ",
        "মোঃ",
        "মোছাঃ",
        "মোসাঃ",
        "মুঃ",
        "ডাঃ",
        "ইঞ্জিঃ",
        "খ্রিঃ",
        "খ্রীঃ",
        "হিঃ",
        "ক্রঃ",
        "বিঃ",
        "দ্রঃ",
        "পৃঃ",
        "লিঃ",
        "প্রাঃ",
        "অবঃ",
        "রেজিঃ",
        "কিঃ",
        "মিঃ",
        "সেঃ",
        "গ্রাঃ",
    ]
)
_LOOK_ALIKES = (
    ("\u09be\u09c7", "\u09cb"),
    ("\u0985\u09be", "\u0986"),
    ("\u09ac\u09bc", "\u09b0"),
    ("\u09b0\u200c\u09cd\u09af", "\u09b0\u200d\u09cd\u09af"),
    ("\u09f7", "\u0964"),
)
_APART = re.compile(r"[\s,;:।|/()\[\]{}“”\"'‘’–—…-]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_HEADING = re.compile(r"(?m)^[^\S\n]*(?:#{1,6}(?:[^\S\n]+|$))+")
_SPACE = re.compile(r"(?:\s|&nbsp;)+")
_VISARGA = re.compile(rf"(?<!\u0983)\u0983+(?![{_BANGLA}])")
_WORD = re.compile(rf"[{_BANGLA}\u200c\u200d]+\Z")
_BAR = re.compile(r"(?<=[\u0981-\u09ef)\]])\|(?=\s|$)")
_BLOCKS = {"p", "br", "div", "li", "ul", "ol", "td", "th", "tr"}
_LATIN = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_ALIKE = str.maketrans("ীূঈঊণশষ", "িুইউনসস")


def folded(text: str) -> str:
    """The words of a text in one form of letters and digits, a blank between them."""
    words = (_compared(word) for word in _APART.split(_normal(text)))
    return " ".join(word for word in words if word)


def _normal(text: str) -> str:
    while (once := _once(text)) != text:
        text = once
    return text


def _once(text: str) -> str:
    text = unicodedata.normalize("NFC", text.translate(_DROPPED))
    text = _TAG.sub(lambda found: " " if found[2].lower() in _BLOCKS else "", text)
    if _TAG.search(text):
        text = text.replace("<", "")
    text = _SPACE.sub(" ", _HEADING.sub("", text.replace("**", ""))).strip()
    for seen, meant in _LOOK_ALIKES:
        text = text.replace(seen, meant)
    return _BAR.sub("।", _VISARGA.sub(_colon, text))


def _colon(found: re.Match[str]) -> str:
    word = _WORD.search(found.string[max(found.start() - 20, 0) : found.start()])
    return found[0] if word and word[0] + found[0] in _KEEPS_VISARGA else ":"


def _compared(text: str) -> str:
    plain = re.sub(r"\.", _dot, _normal(text).translate(_LATIN).casefold())
    kept = "".join(letter for letter in plain if letter == "." or _counts(letter))
    plain = unicodedata.normalize("NFC", kept)
    return plain.replace("\u09a1\u09bc", "র").replace("\u09a2\u09bc", "র").translate(_ALIKE)


def _dot(found: re.Match[str]) -> str:
    text, place = found.string, found.start()
    return "." if text[place - 1 : place].isdecimal() and text[place + 1 : place + 2].isdecimal() else ""


def _counts(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LMN" and letter != "\u0983"
