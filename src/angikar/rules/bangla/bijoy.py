"""Bijoy (SutonnyMJ) text to Unicode: old papers hold Latin characters that only their font draws as Bangla."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_TABLE = """
A অ Av আ B ই C ঈ D উ E ঊ F ঋ G এ H ঐ I ও J ঔ
K ক L খ M গ N ঘ O ঙ P চ Q ছ R জ S ঝ T ঞ U ট V ঠ W ড X ঢ Y ণ Z ত _ থ ` দ a ধ b ন c প d ফ e ব f ভ g ম h য i র
j ল k শ l ষ m স n হ o ড় p ঢ় q য় r ৎ
s ং t ঃ u ঁ v া w ি x ী y ু z ু “ ু – ু æ ু ~ ূ ƒ ূ ‚ ূ „ ৃ … ৃ † ে ‡ ে ˆ ৈ ‰ ৈ Š ৗ
0 ০ 1 ১ 2 ২ 3 ৩ 4 ৪ 5 ৫ 6 ৬ 7 ৭ 8 ৮ 9 ৯ | ।
& ্ ^ ্ব ‘ ্তু ’ ্থ ‹ ্ক Œ ্ক্র — ্ত Í ্ত ¿ ্ত্র œ ্ন è ্ণ Ÿ ্ব ¡ ্ব ¦ ্ব ¢ ্ভ £ ্ভ্র ¥ ্ম § ্ম ¨ ্য ª ্র « ্র Ö ্র ¬ ্ল \u00ad ্ল − ্ল ø ্ল ú ্প
• ঙ্ ” চ্ ˜ দ্ ™ দ্ š ন্ › ন্ ¤ ম্ ® ষ্ ¯ স্
° ক্ক ± ক্ট ² ক্ষ্ম ³ ক্ত ´ ক্ম µ ক্র ¶ ক্ষ ÿ ক্ষ · ক্স ¸ গু º গ্ন » গ্ধ ¼ ঙ্ক ½ ঙ্গ ¾ জ্জ À জ্ঝ Á জ্ঞ ¹ জ্ঞ Â ঞ্চ Ã ঞ্ছ Ä ঞ্জ Å ঞ্ঝ
Æ ট্ট Ç ড্ড È ণ্ট É ণ্ঠ Ê ণ্ড Ë ত্ত Ì ত্থ Î ত্র Ï দ্দ × দ্ধ Ø দ্ব Ù দ্ম Ú ন্ঠ Û ন্ড Ü ন্ধ Ý ন্স Þ প্ট ß প্ত
à প্প á প্স â ব্জ ã ব্দ ä ব্ধ å ভ্র ç ম্ফ
é ল্ক ê ল্গ ë ল্ট ì ল্ড í ল্প î ল্ফ ï শু ð শ্চ ñ শ্ছ ò ষ্ণ ó ষ্ট ô ষ্ঠ õ ষ্ফ ö স্খ ÷ স্ট ù স্ফ û হু ü হৃ ý হ্ন þ হ্ম
Ð - Ñ - Ò “ Ó ” Ô ‘ Õ ’
"""

_BEFORE = frozenset("w†‡ˆ‰")  # vowel signs drawn, and typed, before their consonant
_REPH = "©"
_VOWEL_SIGNS = "\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09d7"
_TAIL_SIGNS = "\u0981\u0982\u0983"
_HASANTA = "\u09cd"
_JOINED = {"\u09c7\u09be": "\u09cb", "\u09c7\u09d7": "\u09cc"}
_TYPOGRAPHIC = frozenset("‘’“”–—…")  # mean themselves where no letter comes before them


@cache
def _table() -> dict[str, str]:
    cells = _TABLE.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


@dataclass(slots=True)
class _Cluster:
    """The letter being built: its consonants, the vowel sign that goes with them, and the ঁ ং ঃ after it."""

    letters: str = ""
    vowel: str = ""
    tail: str = ""

    def __str__(self) -> str:
        return self.letters + self.vowel + self.tail

    def join(self, below: str) -> None:
        """Put a below-form, which begins with hasanta, or the next letter of a half form into the cluster."""
        if below.startswith(_HASANTA) and self.letters.endswith(_HASANTA):
            below = below[1:]
        if self.letters == "\u09b0" and below == "\u09cd\u09af":
            below = "\u200d" + below  # র‍্য: without the joiner it would be reph on য
        letters = below.rstrip(_VOWEL_SIGNS)
        self.letters += letters
        self.add_vowel(below[len(letters) :])

    def add_vowel(self, sign: str) -> None:
        if not self.vowel.endswith(sign):
            self.vowel = _JOINED.get(self.vowel + sign, self.vowel + sign)


class _Writer:
    """Takes the characters one after the other and keeps at most one cluster and one waiting vowel sign open."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.cluster: _Cluster | None = None
        self.waiting = ""

    def close(self) -> None:
        self.done.append(str(self.cluster or ""))
        self.cluster = None

    def take(self, typed: str) -> None:
        value = _table().get(typed, typed)
        if typed in _BEFORE:
            self.close()
            self.done.append(self.waiting)
            self.waiting = value
        elif typed == _REPH and self.cluster:
            self.cluster.letters = "র্" + self.cluster.letters
        elif self.cluster and value[0] == _HASANTA:
            self.cluster.join(value)
        elif self.cluster and value in _TAIL_SIGNS:
            self.cluster.tail += value
        elif self.cluster and value in _VOWEL_SIGNS:
            self.cluster.add_vowel(value)
        elif "\u0985" <= value[0] <= "\u09ce" and value[0] not in _VOWEL_SIGNS and value[0] != _HASANTA:
            self.letter(value)
        else:
            self.literal(typed, value)

    def letter(self, value: str) -> None:
        """A consonant, conjunct or independent vowel: the second half of a half form, or a cluster of its own."""
        if self.cluster and self.cluster.letters.endswith(_HASANTA):
            self.cluster.join(value)
            return
        self.close()
        self.cluster = _Cluster(vowel=self.waiting)
        self.waiting = ""
        self.cluster.join(value)

    def literal(self, typed: str, value: str) -> None:
        """A figure, a mark or a space ends the cluster; a sign without a letter stays itself, a visarga is a colon."""
        self.close()
        self.done.append(self.waiting + (typed if typed in _TYPOGRAPHIC else ":" if typed == "t" else value))
        self.waiting = ""

    def text(self) -> str:
        self.close()
        return unicodedata.normalize("NFC", "".join(self.done) + self.waiting)


def to_unicode(text: str) -> str:
    """Bijoy text as Unicode Bangla; one pass, so it ends on any text.

    Only for runs in a Bijoy font: English among them would be read as Bangla.

    >>> to_unicode("MYcÖRvZš¿x evsjv‡`k miKvi"), to_unicode("evwl©K Kg©m¤úv`b Pzw³")
    ('গণপ্রজাতন্ত্রী বাংলাদেশ সরকার', 'বার্ষিক কর্মসম্পাদন চুক্তি')
    """
    writer, place = _Writer(), 0
    while place < len(text):
        typed = "Av" if text.startswith("Av", place) else text[place]
        writer.take(typed)
        place += len(typed)
    return writer.text()


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"[†‡ˆ‰][A-Za-z_`¯¤®š¶ÿ]|[A-Za-z_`][©ª¨«¡¦¥¤¯¶ÿ³]|[a-z_`][À-ÖØ-Þ]|¯[\^’ÍÖ‹§¿ú]|[š›][`Í—¿]")


def is_bijoy(text: str) -> bool:
    """Whether bare text looks like Bijoy: its typical characters occur next to letters, and no Bangla letter occurs.

    A guess for a person to confirm; the font of the run, where it is known, decides.

    >>> is_bijoy("‡Rjv cÖkvm‡Ki Kvh©vjq"), is_bijoy("জেলা প্রশাসক"), is_bijoy("© 2022 Company, naïve café")
    (True, False, False)
    """
    return re.search(r"[\u0980-\u09fe]", text) is None and _signs().search(text) is not None


_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S+|[\w.-]+\.(?:gov|com|org|net|edu)(?:\.bd)?[,;.]?", re.ASCII)
_QUOTED = 4
_SURE = 3
"""Characters typical of Bijoy that a whole paper has at least."""


def is_bijoy_paper(text: str) -> bool:
    """Whether a whole paper is Bijoy: it has no Bangla letter and several of the typical characters, wherever they stand."""
    return re.search(r"[\u0980-\u09fe]", text) is None and len(_signs().findall(text)) >= _SURE


def signs_in(text: str) -> str:
    """The typical characters of Bijoy that a text has, the first few, as they are quoted to a person.

    >>> signs_in("‡Rjv cÖkvm‡Ki Kvh©vjq")
    '‡R cÖ ‡K h©'
    """
    return " ".join(list(dict.fromkeys(_signs().findall(text)))[:_QUOTED])


def line_to_unicode(text: str) -> str:
    """A line of a paper that is Bijoy as a whole, its addresses on the net left as they are.

    >>> line_to_unicode("B-‡gBj: office@example.gov.bd")
    'ই-মেইল: office@example.gov.bd'
    """
    pieces, place = [], 0
    for token in _TOKEN.finditer(text):
        if _ADDRESS.fullmatch(token[0]):
            pieces += [to_unicode(text[place : token.start()]), token[0]]
            place = token.end()
    return "".join([*pieces, to_unicode(text[place:])])
