"""What a person typed, as what an index is asked: exactly, however it was spelt, by ear, with days of either calendar.

An index holds tokens: the words of `folded`, the sounds of these words behind a `_`, and marks of the row behind a `=`. With each word
come its beginnings (behind `=_`, those of a sound behind `__`), for to look up one token costs what its rows cost, while to look up all that
begin alike costs every row of each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from angikar.rules.bangla.calendar import FIRST_DAY, MONTHS, to_bangla_date, to_gregorian
from angikar.rules.bangla.dates import parse_bangla_date, parse_date, parse_month
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.search import MOST_WORDS, asked, folded
from angikar.rules.bangla.sound import sound

LONGEST = 60
"""Letters of a token; what is longer is cut."""
_BEGINS_FROM, _SOUND_FROM = 2, 4
"""A word of so many letters also finds what begins with it, a sound of so many."""
_BEGINS_TO, _NUMBER_TO = 10, 30
"""So many letters of a beginning are enough, of a number, which may differ from others at its end, so many."""
_GENITIVE = ("ার", "ির", "ুর", "োর")
"""How a word ends that may be a genitive, or a word of its own: it is found as both."""
_SIGNS = "\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc\u09cd\u09bc\u0981\u0982\u0983"
"""Signs that begin no word."""
_MEMO_PARTS, _MOST_PARTS = 4, 8
"""A number of so many parts between dots is found by each part of it, up to so many."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of an index."""

    text: str


@dataclass(frozen=True, slots=True)
class Every:
    """All of these parts."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these parts."""

    parts: tuple[Wanted, ...]


Wanted = Token | Every | AnyOf


def tokens(text: str) -> list[str]:
    """The words of a text, how they sound and how they begin, each once, as an index holds them; of a memo number also what begins at each
    of its dots.

    >>> tokens("সভার ৭.১২")
    ['সভার', '=_সভ', '=_সভা', '_sbr', '_sba', '7.12', '=_7.', '=_7.1']
    """
    return list(dict.fromkeys(token for word in text.split() for token in _tokens_of(word)))


@lru_cache(maxsize=32768)
def _tokens_of(written: str) -> tuple[str, ...]:
    """The tokens of what stands between two blanks."""
    found: dict[str, None] = {}
    for word in folded(written).split():
        parts = word.split(".")
        starts = range(min(len(parts), _MOST_PARTS) if len(parts) >= _MEMO_PARTS else 1)
        for each in (".".join(parts[start:])[:LONGEST] for start in starts):
            found |= dict.fromkeys((each, *_beginnings(each)))
        for by_ear in filter(None, (sound(word), sound(word[:-1]) if word[-2:] in _GENITIVE else "")):
            found |= dict.fromkeys((f"_{by_ear}"[:LONGEST], *_sound_beginnings(by_ear)))
    return tuple(found)


def _beginnings(word: str) -> Iterator[str]:
    """The tokens of how a word begins, the word itself left out."""
    yield from (f"=_{word[:size]}" for size in range(_BEGINS_FROM, min(len(word), _enough(word) + 1)))


def _sound_beginnings(by_ear: str) -> Iterator[str]:
    yield from (f"__{by_ear[:size]}" for size in range(_SOUND_FROM, min(len(by_ear), _BEGINS_TO + 1)))


def _enough(word: str) -> int:
    """How many letters of the beginning of a word are looked for."""
    return _NUMBER_TO if word[:1].isdecimal() else _BEGINS_TO


def days(day: date) -> list[str]:
    """The marks by which a day is found: itself, its month in both calendars, its year.

    >>> days(date(2022, 10, 13))
    ['=e20221013', '=g202210', '=n2022', '=c142906']
    """
    marks = [f"=e{day:%Y%m%d}", f"=g{day:%Y%m}", f"=n{day.year}"]
    if day >= FIRST_DAY:
        bangla = to_bangla_date(day)
        marks.append(f"=c{bangla.year}{bangla.month:02}")
    return marks


def exactly(question: str) -> Wanted | None:
    """All words of a question, each where it begins a word of the text; a day or a month also where it is that of the row."""
    return _wanted(question, tolerant=False)


def tolerantly(question: str) -> Wanted | None:
    """The same, and also what sounds alike, and what is written in one word or in two."""
    return _wanted(question, tolerant=True)


def _wanted(question: str, *, tolerant: bool) -> Wanted | None:
    parts: list[Wanted] = []
    for text, mark in _windows(question[:500].split()[: 2 * MOST_WORDS]):
        words = asked(text)
        inner = tuple(_each(words, tolerant=tolerant))
        if mark:
            parts.append(AnyOf((Token(mark), Every(inner))) if inner else Token(mark))
        else:
            parts += inner
    return Every(tuple(parts[:MOST_WORDS])) if parts else None


def _each(words: tuple[str, ...], *, tolerant: bool) -> Iterator[Wanted]:
    """What each word wants of a text."""
    for place, word in enumerate(words):
        exact = tuple(_beginning(word))
        if not tolerant:
            yield AnyOf(exact)
            continue
        ways: list[Wanted] = [*exact, *_sounding(word), *_parted(word)]
        for other in (words[place - 1] + word if place else "", "".join(words[place : place + 2])):
            if other and other != word:
                ways += [*_beginning(other), *_sounding(other)]
        yield AnyOf(tuple(dict.fromkeys(ways)))


def _beginning(word: str) -> Iterator[Token]:
    """A word, and what begins with it."""
    if len(word) <= _enough(word):
        yield Token(word)
    if len(word) >= _BEGINS_FROM:
        yield Token(f"=_{word[: _enough(word)]}")


def _sounding(word: str) -> Iterator[Wanted]:
    """How a word sounds, and what begins with that where it is long enough."""
    if by_ear := sound(word):
        yield Token(f"_{by_ear}"[:LONGEST])
        if len(by_ear) >= _SOUND_FROM:
            yield Token(f"__{by_ear[:_BEGINS_TO]}")


def _parted(word: str) -> Iterator[Wanted]:
    """A word as two words of which each is long enough to sound like something."""
    for cut in range(2, len(word) - 1):
        if word[cut] in _SIGNS or word[cut - 1] == "\u09cd":
            continue
        first, second = sound(word[:cut]), sound(word[cut:])
        if first and second:
            yield Every((Token(f"_{first}"), Token(f"_{second}")))


def _windows(words: list[str]) -> Iterator[tuple[str, str]]:
    """The words of a question, those that together name a day or a month as one, with the mark of that."""
    place = 0
    while place < len(words):
        for size in (3, 2, 1):
            text = " ".join(words[place : place + size])
            if place + size <= len(words) and (mark := _mark(text)):
                yield text, mark
                place += size
                break
        else:
            yield _run(words, place)
            place += len(_run(words, place)[0].split())


def _run(words: list[str], place: int) -> tuple[str, str]:
    """The words from a place on up to the next that names a day, so that neighbours stay neighbours."""
    end = place + 1
    while end < len(words) and not any(_mark(" ".join(words[end : end + size])) for size in (3, 2, 1)):
        end += 1
    return " ".join(words[place:end]), ""


def _mark(text: str) -> str:
    """The mark of the day or the month that some words name, or nothing."""
    if not any(sign.isdecimal() for sign in text):
        return ""
    if day := parse_date(text):
        return f"=e{day:%Y%m%d}"
    if (bangla := parse_bangla_date(text)) and to_gregorian(bangla) >= FIRST_DAY:
        return f"=e{to_gregorian(bangla):%Y%m%d}"
    if month := parse_month(text):
        return f"=g{month[0]}{month[1]:02}"
    return _bangla_month(text) if len(text.split()) == 2 else ""


def _bangla_month(text: str) -> str:
    name, year = text.split()
    number = to_latin(year).strip(" ,।")
    names = {folded(month): place for place, month in enumerate(MONTHS, start=1)}
    place = names.get(folded(name))
    return f"=c{number}{place:02}" if place and number.isdecimal() and len(number) == 4 else ""


def all_of(*parts: Wanted | None) -> Wanted:
    """All of several parts; those that are missing want nothing."""
    return Every(tuple(part for part in parts if part is not None))


def any_mark(marks: Iterable[str]) -> AnyOf:
    """One of several marks of a row."""
    return AnyOf(tuple(Token(mark) for mark in marks))
