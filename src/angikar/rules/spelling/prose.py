"""The laws of running text in any paper: days, dates, quoted memo numbers, figures and the words next to them.

`prose_laws` walks every text of a content, so the laws hold after reading, while a person amends, and before issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pydantic import BaseModel
from rapidfuzz import fuzz

from angikar.rules.bangla.calendar import FIRST_DAY, WEEKDAYS, BanglaDate, compare_pair, to_bangla_date
from angikar.rules.bangla.dates import parse_bangla_date, parse_date, write_bangla_date
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.memo import parse_memo
from angikar.rules.bangla.words import number_words, word_value
from angikar.rules.cached import cached
from angikar.rules.document import NOWHERE, Place
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Both, Facts
from angikar.rules.spelling import sentences
from angikar.rules.spelling.lettering import MEMO, Breach, lettering
from angikar.rules.spelling.misread import Misread, chosen_by, mended, perhaps_misread, words_of
from angikar.rules.tracing.values import content_values

_DATE = re.compile(
    r"(?<![০-৯0-9])[০-৯0-9]{1,2}(?:লা|রা|ঠা|ই|শে|সে)?[\s,.-]{1,3}[\u0980-\u09e3]{2,14}[\s,.-]{1,3}[০-৯0-9]{2,4}(?![০-৯0-9])"
    r"|(?<![০-৯0-9./-])[০-৯0-9]{1,2}[\s./-]{1,3}[০-৯0-9]{1,2}[\s./-]{1,3}[০-৯0-9]{2,4}(?![০-৯0-9]|[./-][০-৯0-9])"
)
"""A day in words or in figures; figures that go on are a memo number."""
_ERA = r"(?:[\s,;:()/।.–-]|বঙ্গাব্দ|খ্রিস্টাব্দ|খ্রিঃ|খ্রি|ইংরেজি|ইং|বাংলা|মোতাবেক|তারিখ|রোজ)*"
_BETWEEN_DATES = re.compile(_ERA)
_NAMED = rf"(?P<name>{'|'.join(WEEKDAYS)})"
_WEEKDAY_LAST = re.compile(rf"{_NAMED}{_ERA}$")
_WEEKDAY_FIRST = re.compile(rf"{_ERA}{_NAMED}")
_WEEKDAY_ALONE = re.compile(rf"{_ERA}{_NAMED}{_ERA}")
_OF_MEMO = re.compile(r"[\s,;:()।ঃ–-]*(?:তারিখ(?:ের)?|তাং)?[\s:ঃ-]*")
_MEMO_OF = re.compile(r"\s*+(?:খ্রিস্টাব্দ|খ্রিঃ|খ্রি\.?|ইং)?\s*+তারিখের\s*+(?:স্মারক|পত্র)?\s*+(?:নং|নম্বর)?[\s:ঃ-]*+")
_FISCAL = re.compile(r"(?<![০-৯0-9-])([০-৯0-9]{4})\s*[-–/]\s*([০-৯0-9]{4}|[০-৯0-9]{2})\s*অর্থ\s?বছর(?!সমূহ|গুলো|গুলি)")
_UNTIL = re.compile(r"\s*+(?:খ্রিস্টাব্দ|খ্রিঃ|খ্রি\.?)?\s*+(?:তারিখ)?\s*+(?:হতে|থেকে)\s*+")
_BRACKETED = re.compile(r"(?<![০-৯0-9.,])([০-৯0-9]+)\s*\(([^\d০-৯()/.,]{2,20})\)")
_LIKE = 80
"""Per cent of likeness from which a word in brackets is a number misspelt and not another word."""
_WORDED = 100
"""The largest figure that is written out in brackets."""

_CODES = frozenset({"code", "codes", "number", "memo_number"})
_NAMES = frozenset({"name", "contact", "mobile", "chair", "unit_text"})
"""Fields that hold names, which no lexicon knows, or words of a closed list, which have laws of their own."""

MOST_SUGGESTED = 2_000_000
"""Characters that the suggestions for one content may have together, for each holds its whole text: what breaks a law thousands of times is
doubted as often, but no longer written out.
"""

Day = date | BanglaDate


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day written in a text, and where."""

    start: int
    end: int
    day: Day


def prose_laws(content: BaseModel) -> Iterator[Doubt]:
    """Every law of running text that a text of the content breaks.

    `figure-word-differs`, `weekday-differs`, `bangla-date-disagrees`, `cited-memo-later`, `fiscal-year-impossible`,
    `window-reversed` are warnings, for a text may quote what was wrong already; `text-misread` and what `lettering` finds
    have the severity `info`.
    """
    letter = getattr(content, "letter", None)
    issued = date.fromisoformat(letter.date) if letter is not None and letter.date else None
    # a text that a content holds twice is doubted once; codes and numbers are ours, in Latin digits
    texts = {value.text: value for value in content_values(content) if value.name not in _CODES}
    doubted = {text: _PERHAPS_MISREAD(text) for text, value in texts.items() if value.name not in _NAMES}
    undecided = any(len(each.meant) > 1 for found in doubted.values() for each in found)
    around = frozenset(word for text in texts for word in _WORDS(text)) if undecided else frozenset[str]()
    room = MOST_SUGGESTED
    for value in texts.values():
        unlikely = _misread(value.text, doubted.get(value.text, ()), around)
        for breach in (*text_laws(value.text, issued), *unlikely):
            place = Place(value.lines[0]) if value.lines else NOWHERE
            room -= len(breach.suggestion or "")
            suggestion = breach.suggestion if room >= 0 else None
            yield Doubt(breach.sentence, breach.severity, breach.facts, value.path, place, suggestion)


_LATEST = 8192
"""Texts whose laws are not asked again: those of some dozens of large plans."""
_PERHAPS_MISREAD = cached(most=_LATEST)(perhaps_misread)
_WORDS = cached(most=_LATEST)(words_of)


@cached(most=_LATEST)
def text_laws(text: str, issued: date | None) -> Iterator[Breach]:
    """The laws one text breaks, those of its letters too; `issued` is the day of its letter, `None` where that is not known."""
    if any(char.isdecimal() for char in text):
        for law in (_figures, _weekdays, _pairs, _citations, _years, _windows):
            yield from law(text, issued)
    yield from lettering(text)


def _misread(text: str, perhaps: Iterable[Misread], around: frozenset[str]) -> Iterator[Breach]:
    """`text-misread`: an unknown word that is nearly a known one; with a suggestion where each can only be one."""
    found = [chosen for each in perhaps if (chosen := chosen_by(each, around)) is not None]
    if found:
        once = {each.seen: each.meant for each in found}
        words = [sentences.WORD_IS_LIKELY.both(printed=seen, meant=_either(meant)) for seen, meant in once.items()]
        bangla, english = ("; ".join(each) for each in zip(*words, strict=True))
        yield Breach(sentences.TEXT_MISREAD, {"words": (bangla, english)}, mended(text, found), "info")


def _either(meant: tuple[str, ...]) -> Both:
    quoted = [f"“{each}”" for each in meant]
    return " বা ".join(quoted), " or ".join(quoted)


def _figures(text: str, issued: date | None) -> Iterator[Breach]:
    """`figure-word-differs`: a figure and the word in brackets behind it mean the same number."""
    for found in _BRACKETED.finditer(text):
        number, word = int(to_latin(found[1])), found[2].strip()
        right = number_words(number) if number <= _WORDED else ""
        value = word_value(word)
        if right and value != number and (value is not None or fuzz.ratio(word, right) >= _LIKE):
            facts = {"figure": found[1], "number": number, "word": word, "right": right}
            suggestion = f"{text[: found.start(2)]}{right}{text[found.end(2) :]}"
            yield Breach(sentences.FIGURE_WORD_DIFFERS, facts, suggestion)


def dated(text: str) -> tuple[_Dated, ...]:
    """Every day of either calendar in a text, never one inside a memo number.

    >>> [str(each.day) for each in dated("২৮ আশ্বিন ১৪২৯/১৩ অক্টোবর ২০২২, নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫")]
    ['1429-06-28', '2022-10-13']
    """
    found = ((match, parse_date(match[0]) or parse_bangla_date(match[0])) for match in _DATE.finditer(text))
    return tuple(_Dated(match.start(), match.end(), day) for match, day in found if day is not None)


def _weekdays(text: str, issued: date | None) -> Iterator[Breach]:
    """`weekday-differs`: a day of the week printed next to a date is the day of that date."""
    days = dated(text)
    ends = [0, *(each.end for each in days)]
    starts = [*(each.start for each in days), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    for index, each in enumerate(days):
        named = _next_to(gaps[index], gaps[index + 1], (index > 0, index + 1 < len(days)))
        if named is None or isinstance(each.day, BanglaDate):
            continue
        right = WEEKDAYS[each.day.weekday()]
        if named != right:
            facts: Facts = {
                "day": each.day.isoformat(),
                "printed": (named, _ENGLISH[named]),
                "right": (right, _ENGLISH[right]),
            }
            yield Breach(sentences.WEEKDAY_DIFFERS, facts)


def _next_to(before: str, after: str, dates: tuple[bool, bool]) -> str | None:
    """The day of the week next to a date; one between two dates may belong to either and is left out."""
    ends, opens = _WEEKDAY_LAST.search(before), _WEEKDAY_FIRST.match(after)
    if ends and not (dates[0] and _WEEKDAY_ALONE.fullmatch(before)):
        return ends["name"]
    return opens["name"] if opens and not (dates[1] and _WEEKDAY_ALONE.fullmatch(after)) else None


_ENGLISH = dict(
    zip(WEEKDAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)


def _pairs(text: str, issued: date | None) -> Iterator[Breach]:
    """`bangla-date-disagrees`: a Bangla date is the day of the Gregorian date right next to it."""
    days = dated(text)
    for index, each in enumerate(days):
        if not isinstance(each.day, BanglaDate):
            continue
        around = [other for other in days[max(index - 1, 0) : index + 2] if not isinstance(other.day, BanglaDate)]
        pairs = [other.day for other in around if _BETWEEN_DATES.fullmatch(_between(text, each, other))]
        verdicts = {compare_pair(each.day, day) for day in pairs if isinstance(day, date) and day >= FIRST_DAY}
        if verdicts == {"disagree"} and isinstance(pairs[0], date):
            right = _written(to_bangla_date(pairs[0]))
            facts: Facts = {"day": pairs[0].isoformat(), "right": right, "printed": _written(each.day)}
            yield Breach(sentences.BANGLA_DATE_DISAGREES, facts)


def _written(day: BanglaDate) -> Both:
    return write_bangla_date(day), str(day)


def _between(text: str, one: _Dated, other: _Dated) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _citations(text: str, issued: date | None) -> Iterator[Breach]:
    """`cited-memo-later`: a letter that is quoted was written before the letter that quotes it."""
    if issued is None:
        return
    days = [each for each in dated(text) if not isinstance(each.day, BanglaDate)]
    for memo in MEMO.finditer(text):
        parsed = parse_memo(memo[0])
        of = [each.day for each in days if _OF_MEMO.fullmatch(text[memo.end() : each.start])]
        of += [each.day for each in days if _MEMO_OF.fullmatch(text[each.end : memo.start()])]
        later = [day for day in of if isinstance(day, date) and day > issued]
        opened = parsed.year if parsed is not None else None
        if later or (opened is not None and opened > issued.year):
            written = later[0].isoformat() if later else str(opened)
            facts = {"memo": memo[0], "written": written, "issued": issued.isoformat()}
            yield Breach(sentences.CITED_MEMO_LATER, facts)


def _years(text: str, issued: date | None) -> Iterator[Breach]:
    """`fiscal-year-impossible`: the two years of a fiscal year follow each other."""
    for found in _FISCAL.finditer(text):
        first, second = (to_latin(part) for part in found.groups())
        following = str(int(first) + 1)
        if second not in (following, following[2:]):
            right = f"{first}-{following[2:]}"
            yield Breach(sentences.FISCAL_YEAR_IMPOSSIBLE, {"printed": found[0], "right": right})


def _windows(text: str, issued: date | None) -> Iterator[Breach]:
    """`window-reversed`: what runs from a day to another does not end before it begins."""
    for one, other in pairwise(dated(text)):
        same = isinstance(one.day, BanglaDate) == isinstance(other.day, BanglaDate)
        if same and _UNTIL.fullmatch(text[one.end : other.start]) and str(other.day) < str(one.day):
            yield Breach(sentences.WINDOW_REVERSED, {"printed": text[one.start : other.end]})
