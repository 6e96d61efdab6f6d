"""Dates as letters write them: in figures and words, Gregorian and বঙ্গাব্দ, one or many in a cell, windows and months."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from angikar.rules.bangla.calendar import MONTHS as BANGLA_MONTHS
from angikar.rules.bangla.calendar import BanglaDate
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.bangla.text import normal

MONTHS = (
    *("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন"),
    *("জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
)
"""The Gregorian months in their official spelling."""

_GREGORIAN = (  # spellings and short forms; what _fold makes one need not be listed
    "জানুয়ারি জানু jan january",
    "ফেব্রুয়ারি ফেব্রু ফেব feb february",
    "মার্চ mar march",
    "এপ্রিল এপ্রি apr april",
    "মে may",
    "জুন jun june",
    "জুলাই জুলা jul july",
    "আগস্ট অগাস্ট আগস্ত আগ aug august",
    "সেপ্টেম্বর সেপ্টম্বর সেপ্টে সেপ্ট sep sept september",
    "অক্টোবর অক্টোবার অক্টো oct october",
    "নভেম্বর নভে nov november",
    "ডিসেম্বর ডিসে dec december",
)
_BANGLA = (
    "বৈশাখ বৈশাক",
    "জ্যৈষ্ঠ জৈষ্ঠ জ্যৈষ্ট জৈষ্ট্য",
    "আষাঢ় আষাড়",
    "শ্রাবণ",
    "ভাদ্র",
    "আশ্বিন",
    "কার্তিক কার্ত্তিক",
    "অগ্রহায়ণ অঘ্রাণ",
    "পৌষ",
    "মাঘ",
    "ফাল্গুন ফাগুন",
    "চৈত্র",
)

_LONGEST = 400  # no date, window or row of dates is longer; bounds the work on a hostile text

_ORDINAL = r"(?:\s?(?:লা|রা|ঠা|ই|সে|এ|st|nd|rd|th))?"
_GAP = r"[\s,./'’-]{0,3}"
_DASH = r"\s?[./-]\s?"
_WEEKDAY = "(?:সোম|মঙ্গল|বুধ|বৃহস্পতি|সুক্র|সনি|রবি)বার"
_HEAD = rf"\A(?:(?:তারিখ|তাং|date|বাংলা|ইংরেজি)\s*+[:;.ঃ-]*+\s*+)?(?:{_WEEKDAY}\s*+[,:]?\s*+)?"
_TAIL = (
    r"(?:[\s:.,;।()ঃ]|খ্রিস্টাব্দ|খৃস্টাব্দ|খ্রি|খৃ|ইংরেজি|ইং|বঙ্গাব্দ|বাংলা|বাং|সনের|সন|সালের|সালে|সাল"
    rf"|তারিখের|তারিখে|তারিখ|মাসের|মাসে|মাস|এর|মধ্যে|পর্যন্ত|{_WEEKDAY})*"
)
_FOLDS = {0x09BC: None, 0x200C: None, 0x200D: None} | str.maketrans("ীূশষণ", "িুসসন")


def _fold(text: str) -> str:
    """One spelling for the many: Latin digits, small letters, no joiners, no nukta, long signs short, one স, one ন."""
    return to_latin(normal(text)).casefold().translate(_FOLDS)


@cache
def _months(bangla: bool) -> dict[str, int]:
    rows = _BANGLA if bangla else _GREGORIAN
    return {_fold(name): month for month, row in enumerate(rows, start=1) for name in row.split()}


def _names(*calendars: bool) -> str:
    names = {name for bangla in calendars for name in _months(bangla)}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _date(bangla: bool) -> re.Pattern[str]:
    """A date anywhere in a folded text, never inside a longer number such as a memo number."""
    names = _names(bangla)
    year = r"\d{4}" if bangla else r"\d{4}|\d{2}"
    return re.compile(
        r"(?<![\d\[])(?<!\d[./])(?:"
        rf"(?P<y1>\d{{4}})[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})"
        rf"|(?P<d2>\d{{1,2}}){_DASH}(?P<m2>\d{{1,2}}){_DASH}(?P<y2>{year})"
        rf"|(?P<d3>\d{{1,2}}){_ORDINAL}{_GAP}(?P<m3>{names}){_GAP}(?P<y3>{year})"
        rf"|(?<![ঀ-৥a-z])(?P<m4>{names}){_GAP}(?P<d4>\d{{1,2}}){_ORDINAL}[\s,]{{1,3}}(?P<y4>\d{{4}})"
        r")(?!\d)(?![./]\d)",
        re.ASCII,
    )


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_HEAD), re.compile(_TAIL)


def _bare(text: str) -> str:
    """The folded text without the words that stand around a date: তারিখঃ before, খ্রিঃ or এর মধ্যে after."""
    head, tail = _edges()
    text = head.sub("", _fold(text).strip(" ()।,;"), count=1)
    last = max((place for place, char in enumerate(text) if char.isdecimal()), default=-1) + 1
    return text[:last] if tail.fullmatch(text, last) else text


def _year(digits: str) -> int:
    """Two digits stand for 1970 to 2069."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _fields(found: re.Match[str], bangla: bool) -> tuple[int, int, int]:
    """Year, month and day of a match, whichever of its four forms it has."""
    form = next(n for n in "1234" if found[f"d{n}"])
    month = found[f"m{form}"]
    return _year(found[f"y{form}"]), _months(bangla).get(month) or int(month), int(found[f"d{form}"])


def _gregorian(found: re.Match[str]) -> date | None:
    year, month, day = _fields(found, bangla=False)
    try:
        return date(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None  # no such day


def parse_date(text: str) -> date | None:
    """Read a whole text as one Gregorian day of 1900 to 2199, or None; two-digit years stand for 1970 to 2069.

    >>> [str(parse_date(text)) for text in ("৩১.০৭.২০১৮", "২৬/০৬/২০১৬খ্রিঃ", "জুলাই ১, ২০২২", "2018-07-31")]
    ['2018-07-31', '2016-06-26', '2022-07-01', '2018-07-31']
    >>> [parse_date(text) for text in ("৩১.০২.২০১৮", "৩১.১০.২", "২৮ আগস্ট ১৪২৯", "১.১.১")]
    [None, None, None, None]
    """
    found = _date(False).fullmatch(_bare(text)) if len(text) <= _LONGEST else None
    return _gregorian(found) if found else None


def parse_bangla_date(text: str) -> BanglaDate | None:
    """Read a whole text as one Bangla date of 1394 to 1699, or None; days of the older rule are read too.

    >>> [str(parse_bangla_date(text)) for text in ("২৬ ভাদ্র ১৪২৫", "তারিখঃ ০২ ভাদ্র, ১৪২৩ বঙ্গাব্দ", "২৮ আগস্ট ১৪২৯")]
    ['1425-05-26', '1423-05-02', 'None']
    """
    found = _date(True).fullmatch(_bare(text)) if len(text) <= _LONGEST else None
    year, month, day = _fields(found, bangla=True) if found else (0, 0, 0)
    try:
        return BanglaDate(year, month, day) if year < 1700 else None
    except ValueError:
        return None  # no such day


def parse_dates(text: str) -> tuple[date, ...]:
    """Every Gregorian day in a text, in its order; dates that do not exist are passed over.

    >>> [str(d) for d in parse_dates("৩১.০৭.২০১৮ ৩১.১০.২০১৮ ও ৩১ জানুয়ারী ২০১৯; নং ১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬")]
    ['2018-07-31', '2018-10-31', '2019-01-31']
    """
    days = (_gregorian(found) for found in _date(False).finditer(_fold(text)))
    return tuple(day for day in days if day)


def parse_month(text: str) -> tuple[int, int] | None:
    """Read a whole text as a month of a year, `(2016, 7)`, or None.

    >>> [parse_month(text) for text in ("জুলাই, ১৬", "সেপ্টে/১৭", "জুন, ২০১৬ মাসের", "০৭/২০১৬", "জুন")]
    [(2016, 7), (2017, 9), (2016, 6), (2016, 7), None]
    """
    found = _month().fullmatch(_bare(text)) if len(text) <= _LONGEST else None
    if not found:
        return None
    year, name = _year(found["year"] or found["year2"]), found["name"]
    month = _months(False)[name] if name else int(found["month"])
    return (year, month) if 1900 <= year < 2200 and 1 <= month <= 12 else None


def parse_month_name(word: str) -> int | None:
    """The month that one word names, 1 to 12.

    >>> parse_month_name("সেপ্টেম্বর"), parse_month_name("অর্জন")
    (9, None)
    """
    return _months(False).get(_fold(word).strip(" .,:()"))


@cache
def _month() -> re.Pattern[str]:
    words = rf"(?P<name>{_names(False)}){_GAP}(?P<year>\d{{4}}|\d{{2}})"
    return re.compile(rf"{words}|(?P<month>\d{{1,2}})[./-](?P<year2>\d{{4}})", re.ASCII)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _first_day(text: str, last: date) -> date | None:
    """The first day of a window, its month or year taken from the last day where it is not repeated."""
    bare = _bare(text)
    if bare.isascii() and bare.isdecimal() and 1 <= int(bare[:3]) <= last.day:
        return last.replace(day=int(bare[:3]))
    return parse_date(text) or parse_date(f"{text.strip()} {last.year}")


def parse_window(text: str) -> tuple[date, date] | None:
    """Read a whole text as a window from a day to a later or the same day, or None.

    Months stand for their first and last day; the month or year of the first day may be said with the last alone.

    >>> [str(d) for d in parse_window("জুলাই ১, ২০২২ - জুন ৩০, ২০২৩")]
    ['2022-07-01', '2023-06-30']
    >>> [str(d) for d in parse_window("১ থেকে ১৫ জুলাই ২০২২ পর্যন্ত")]
    ['2022-07-01', '2022-07-15']
    >>> [str(d) for d in parse_window("জুলাই/১৭-সেপ্টেম্বর/১৭")]
    ['2017-07-01', '2017-09-30']
    """
    if len(text) > _LONGEST:
        return None
    text = normal(text)
    for cut in re.finditer(r"থেকে|হতে|\bto\b|[-–—~]", text):
        left, right = text[: cut.start()], text[cut.end() :]
        last = parse_date(right)
        first = _first_day(left, last) if last else None
        first_month, last_month = parse_month(left), parse_month(right)
        if first_month and last_month:
            first, last = date(*first_month, 1), _last_day(*last_month)
        if first and last and first <= last:
            return first, last
    return None


@cache
def _loose() -> re.Pattern[str]:
    names = _names(False, True)
    figures = (
        rf"\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}{_DASH}\d{{1,2}}{_DASH}(?:1[349]|20)\d\d"
        rf"|\d\d{_DASH}\d\d{_DASH}\d{{1,4}}|[0-3]?\d{_DASH}[01]?\d{_DASH}\d\d"
    )
    one = (
        rf"(?>{figures})(?!\d)"  # one way to read each: several in a row would be tried in all ways that there are
        rf"|\d{{1,2}}{_ORDINAL}{_GAP}(?:{names})(?:{_GAP}\d{{1,4}})?|(?:{names}){_GAP}\d{{1,2}}{_ORDINAL}[\s,]{{1,3}}\d{{4}}"
    )
    return re.compile(rf"(?:{one})(?:(?:[\s,;।-]|ও|থেকে|হতে){{1,4}}(?:{one}))*", re.ASCII)


def looks_like_date(text: str) -> bool:
    """Whether a text is written as a date or several, though the day may not exist, be cut short or lack its year.

    >>> [looks_like_date(text) for text in ("৩১.০২.২০১৮", "৩১.১০.২", "২৮ আগস্ট ১৪২৯", "২২. সেপ্টেম্বর", "৩১.০৭.১৮")]
    [True, True, True, True, True]
    >>> [looks_like_date(text) for text in ("১.১.১", "২৬১", "২০১৮-২০১৯", "নৈতিকতা কমিটির সভা", "")]
    [False, False, False, False, False]
    """
    return len(text) <= _LONGEST and _loose().fullmatch(_bare(text)) is not None


def write_date(d: date) -> str:
    """A Gregorian day in official words, the day in two figures.

    >>> write_date(date(2022, 10, 13)), write_date(date(2022, 7, 1))
    ('১৩ অক্টোবর ২০২২', '০১ জুলাই ২০২২')
    """
    return to_bangla(f"{d.day:02} {MONTHS[d.month - 1]} {d.year}")


def write_short(d: date) -> str:
    """A Gregorian day in figures.

    >>> write_short(date(2022, 10, 13))
    '১৩.১০.২০২২'
    """
    return to_bangla(f"{d.day:02}.{d.month:02}.{d.year}")


def write_stored_bangla(text: str) -> str:
    """A Bangla day as it is stored, in official words; what is no such day stays as it is, and is doubted elsewhere.

    >>> write_stored_bangla("1429-06-28"), write_stored_bangla("1429-13-01")
    ('২৮ আশ্বিন ১৪২৯', '1429-13-01')
    """
    try:
        return write_bangla_date(BanglaDate.from_iso(text))
    except ValueError:
        return text


def write_bangla_date(bd: BanglaDate) -> str:
    """A Bangla date in official words, the day in two figures.

    >>> write_bangla_date(BanglaDate(1429, 6, 28))
    '২৮ আশ্বিন ১৪২৯'
    """
    return to_bangla(f"{bd.day:02} {BANGLA_MONTHS[bd.month - 1]} {bd.year}")
