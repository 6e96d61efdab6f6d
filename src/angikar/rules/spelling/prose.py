"""Prose: laws of running text, whatever paper it stands in: days, dates, quoted memo numbers, figures beside words.

`prose_laws` walks every text of a content, so the laws hold after reading, while a person amends, and before issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pydantic import BaseModel
from rapidfuzz import fuzz

from angikar.rules.bangla.calendar import FIRST_DAY, WEEKDAYS, BanglaDate, compare_pair, to_bangla_date
from angikar.rules.bangla.dates import parse_bangla_date, parse_date
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.bangla.memo import parse_memo
from angikar.rules.bangla.words import number_words, word_value
from angikar.rules.document import NOWHERE, Place
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.spelling.lettering import MEMO, Breach, lettering
from angikar.rules.spelling.misread import mended, misread, words_of
from angikar.rules.tracing.values import content_values

_DATE = re.compile(
    r"(?<![০-৯0-9])[০-৯0-9]{1,2}(?:লা|রা|ঠা|ই|শে|সে)?[\s,.-]{1,3}[\u0980-\u09e3]{2,14}[\s,.-]{1,3}[০-৯0-9]{2,4}(?![০-৯0-9])"
    r"|(?<![০-৯0-9./-])[০-৯0-9]{1,2}[\s./-]{1,3}[০-৯0-9]{1,2}[\s./-]{1,3}[০-৯0-9]{2,4}(?![০-৯0-9]|[./-][০-৯0-9])"
)
"""A day in words or in figures; figures that go on are a memo number."""
_ERA = r"(?:[\s,;:()/।.–-]|বঙ্গাব্দ|খ্রিস্টাব্দ|খ্রিঃ|খ্রি|ইংরেজি|ইং|বাংলা|মোতাবেক|তারিখ|রোজ)*"
_BESIDE = re.compile(_ERA)
_NAMED = rf"(?P<name>{'|'.join(WEEKDAYS)})"
_WEEKDAY_LAST = re.compile(rf"{_NAMED}{_ERA}$")
_WEEKDAY_FIRST = re.compile(rf"{_ERA}{_NAMED}")
_WEEKDAY_ALONE = re.compile(rf"{_ERA}{_NAMED}{_ERA}")
_OF_MEMO = re.compile(r"[\s,;:()।ঃ–-]*(?:তারিখ(?:ের)?|তাং)?[\s:ঃ-]*")
_MEMO_OF = re.compile(r"\s*(?:খ্রিস্টাব্দ|খ্রিঃ|খ্রি\.?|ইং)?\s*তারিখের\s*(?:স্মারক|পত্র)?\s*(?:নং|নম্বর)?[\s:ঃ-]*")
_FISCAL = re.compile(r"(?<![০-৯0-9-])([০-৯0-9]{4})\s*[-–/]\s*([০-৯0-9]{4}|[০-৯0-9]{2})\s*অর্থ\s?বছর(?!সমূহ|গুলো|গুলি)")
_UNTIL = re.compile(r"\s*(?:খ্রিস্টাব্দ|খ্রিঃ|খ্রি\.?)?\s*(?:তারিখ)?\s*(?:হতে|থেকে)\s*")
_BRACKETED = re.compile(r"(?<![০-৯0-9.,])([০-৯0-9]+)\s*\(([^\d০-৯()/.,]{2,20})\)")
_LIKE = 80
"""Per cent of likeness from which a word in brackets is a number misspelt and not another word."""
_WORDED = 100
"""Figures up to here are written out in brackets."""

_CODES = frozenset({"code", "codes", "number", "memo_number"})
_NAMES = frozenset({"name", "contact", "mobile", "chair", "unit_text"})
"""Fields that hold names, which no lexicon knows, or words of a closed list, which have laws of their own."""

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
    are told.
    """
    letter = getattr(content, "letter", None)
    issued = date.fromisoformat(letter.date) if letter is not None and letter.date else None
    # what a content holds twice is said once; codes and numbers are ours, in Latin digits
    texts = {value.text: value for value in content_values(content) if value.name not in _CODES}
    around = frozenset(word for text in texts for word in words_of(text))
    for value in texts.values():
        unlikely = () if value.name in _NAMES else _misread(value.text, around)
        for breach in (*text_laws(value.text, issued), *unlikely):
            place = Place(value.lines[0]) if value.lines else NOWHERE
            message = (breach.message, breach.message_en)
            yield plain_doubt(breach.code, breach.severity, *message, value.path, place, breach.suggestion)


def text_laws(text: str, issued: date | None) -> Iterator[Breach]:
    """The laws one text breaks, those of its letters too; `issued` is the day of the letter it stands in, `None` where that is not known."""
    if any(char.isdigit() for char in text):
        for law in (_figures, _weekdays, _pairs, _citations, _years, _windows):
            yield from law(text, issued)
    yield from lettering(text)


def _misread(text: str, around: frozenset[str]) -> Iterator[Breach]:
    """`text-misread`: a word that is none, but nearly another; with a proposal where each can only be one."""
    found = misread(text, around)
    if found:
        once = {each.seen: each.meant for each in found}
        said = "; ".join(f"“{seen}” সম্ভবত {_either(meant, 'বা')}" for seen, meant in once.items())
        said_en = "; ".join(f"“{seen}” is likely {_either(meant, 'or')}" for seen, meant in once.items())
        yield Breach("text-misread", f"{said}।", f"{said_en}.", mended(text, found), "info")


def _either(meant: tuple[str, ...], word: str) -> str:
    return f" {word} ".join(f"“{each}”" for each in meant)


def _figures(text: str, issued: date | None) -> Iterator[Breach]:
    """`figure-word-differs`: a figure and the word in brackets behind it say the same."""
    for found in _BRACKETED.finditer(text):
        number, word = int(to_latin(found[1])), found[2].strip()
        right = number_words(number) if number <= _WORDED else ""
        value = word_value(word)
        if right and value != number and (value is not None or fuzz.ratio(word, right) >= _LIKE):
            yield Breach(
                "figure-word-differs", f"অঙ্কে {to_bangla(found[1])}, কথায় “{word}”; “{right}” হওয়ার কথা।",
                f"The figure says {number}, the word “{word}”; “{right}” was expected.",
                f"{text[: found.start(2)]}{right}{text[found.end(2) :]}",
            )  # fmt: skip


def dated(text: str) -> tuple[_Dated, ...]:
    """Every day of either calendar in a text, never one inside a memo number.

    >>> [str(each.day) for each in dated("২৮ আশ্বিন ১৪২৯/১৩ অক্টোবর ২০২২, নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫")]
    ['1429-06-28', '2022-10-13']
    """
    found = ((match, parse_date(match[0]) or parse_bangla_date(match[0])) for match in _DATE.finditer(text))
    return tuple(_Dated(match.start(), match.end(), day) for match, day in found if day is not None)


def _weekdays(text: str, issued: date | None) -> Iterator[Breach]:
    """`weekday-differs`: a day of the week printed beside a date is the day of that date."""
    days = dated(text)
    ends = [0, *(each.end for each in days)]
    starts = [*(each.start for each in days), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    for index, each in enumerate(days):
        named = _beside(gaps[index], gaps[index + 1], (index > 0, index + 1 < len(days)))
        if named is None or isinstance(each.day, BanglaDate):
            continue
        right = WEEKDAYS[each.day.weekday()]
        if named != right:
            yield Breach(
                "weekday-differs", f"{_said(each.day)} তারিখ {named} নয়, {right}।",
                f"{each.day.isoformat()} is no {_ENGLISH[named]} but a {_ENGLISH[right]}.",
            )  # fmt: skip


def _beside(before: str, after: str, dates: tuple[bool, bool]) -> str | None:
    """The day of the week next to a date; one that stands between two dates may be of either and proves nothing."""
    ends, opens = _WEEKDAY_LAST.search(before), _WEEKDAY_FIRST.match(after)
    if ends and not (dates[0] and _WEEKDAY_ALONE.fullmatch(before)):
        return ends["name"]
    return opens["name"] if opens and not (dates[1] and _WEEKDAY_ALONE.fullmatch(after)) else None


_ENGLISH = dict(
    zip(WEEKDAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)


def _said(day: date) -> str:
    return to_bangla(f"{day.day:02}.{day.month:02}.{day.year}")


def _pairs(text: str, issued: date | None) -> Iterator[Breach]:
    """`bangla-date-disagrees`: a Bangla date is the day of a Gregorian one that stands right beside it."""
    days = dated(text)
    for index, each in enumerate(days):
        if not isinstance(each.day, BanglaDate):
            continue
        around = [other for other in days[max(index - 1, 0) : index + 2] if not isinstance(other.day, BanglaDate)]
        beside = [other.day for other in around if _BESIDE.fullmatch(_between(text, each, other))]
        verdicts = {compare_pair(each.day, day) for day in beside if isinstance(day, date) and day >= FIRST_DAY}
        if verdicts == {"disagree"} and isinstance(beside[0], date):
            right = str(to_bangla_date(beside[0]))
            yield Breach(
                "bangla-date-disagrees",
                f"দুই তারিখ মেলে না: {_said(beside[0])} বাংলায় {to_bangla(right)}, {to_bangla(str(each.day))} নয়।",
                f"The two dates disagree: {beside[0].isoformat()} is {right} in Bangla, not {each.day}.",
            )  # fmt: skip


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
            when, when_en = (_said(later[0]), later[0].isoformat()) if later else (to_bangla(str(opened)), str(opened))
            yield Breach(
                "cited-memo-later", f"উদ্ধৃত স্মারক “{memo[0]}” ({when}) এই পত্রের ({_said(issued)}) পরের।",
                f"The memo quoted, “{memo[0]}” ({when_en}), is later than this letter ({issued.isoformat()}).",
            )  # fmt: skip


def _years(text: str, issued: date | None) -> Iterator[Breach]:
    """`fiscal-year-impossible`: the two years of a fiscal year follow each other."""
    for found in _FISCAL.finditer(text):
        first, second = (to_latin(part) for part in found.groups())
        following = str(int(first) + 1)
        if second not in (following, following[2:]):
            right = f"{first}-{following[2:]}"
            yield Breach(
                "fiscal-year-impossible", f"“{found[0]}”: অর্থবছর পরপর দুই বছরের হয়, যেমন {to_bangla(right)}।",
                f"“{found[0]}”: a fiscal year runs over two years that follow each other, such as {right}.",
            )  # fmt: skip


def _windows(text: str, issued: date | None) -> Iterator[Breach]:
    """`window-reversed`: what runs from a day to another does not end before it begins."""
    for one, other in pairwise(dated(text)):
        same = isinstance(one.day, BanglaDate) == isinstance(other.day, BanglaDate)
        if same and _UNTIL.fullmatch(text[one.end : other.start]) and str(other.day) < str(one.day):
            window = text[one.start : other.end]
            yield Breach(
                "window-reversed", f"“{window}”: শেষ দিন প্রথম দিনের আগে।",
                f"“{window}” ends before it begins.",
            )  # fmt: skip
