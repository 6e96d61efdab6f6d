"""Cells: what a single cell of a plan's table is, and what the closed words in it mean.

A cell may be several things at once: `তারিখ` is a unit and a method, `১.১` a number and a code.
Columns decide between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, TypeVar, get_args

from angikar.rules.bangla.dates import looks_like_date, parse_dates
from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.plan import Counting, Unit

CellType = Literal["empty", "dash", "code1", "code2", "code3", "number", "percent", "date", "unit", "method", "text"]
WordT = TypeVar("WordT", Unit, Counting)

ANY: frozenset[CellType] = frozenset(get_args(CellType))
FIGURE: frozenset[CellType] = frozenset(("number", "percent", "date", "dash"))

_DATED = 60
"""Characters: a longer cell with dates in it is prose."""

_DASH = re.compile(r"[-–—_.xX×*]{1,5}")
_CODE = re.compile(r"(\[\s*)?([০-৯0-9]{1,2}(?:\s*\.\s*[০-৯0-9]{1,2}){0,3})(?(1)\s*\]|(?:[.।)]?\s|[.।)]?$))")


@dataclass(frozen=True, slots=True)
class ClosedWord(Generic[WordT]):
    """A word of a closed list: its meaning, the official spelling, and whether the cell spelt it so."""

    value: WordT
    official: str
    as_spelt: bool


def _spellings(table: dict[WordT, dict[str, tuple[str, ...]]]) -> dict[str, ClosedWord[WordT]]:
    words: dict[str, ClosedWord[WordT]] = {}
    for value, entries in table.items():
        for official, variants in entries.items():
            words[key(official)] = ClosedWord(value, official, True)
            words |= {key(variant): ClosedWord(value, official, False) for variant in variants}
    return words


_METHODS: dict[Counting, dict[str, tuple[str, ...]]] = {
    "sum": {"সমষ্টি": ("সমষ্ঠি", "সমস্টি", "সমষ্টী"), "যোগফল": ()},
    "average": {"গড়": ("গড",), "গড় হার": ()},
    "date": {"তারিখ": ("তাারিখ",)},
    "cumulative": {
        "ক্রমপুঞ্জিভূত": ("ক্রমপঞ্জিভূত", "ক্রমপুঞ্জিভুত", "ক্রমপঞ্জীভূত", "ক্রমপুঞ্জিত"),
        "ক্রমপুঞ্জীভূত": ("ক্রমপুঞ্জীভুত",),
    },
}
"""The official spellings of each method, each with the misspellings papers have of it."""

_UNITS: dict[Unit, dict[str, tuple[str, ...]]] = {
    "number": {"সংখ্যা": ("সংখা", "সংথ্যা", "সংখ্য"), "জন": (), "টি": (), "বার": (), "কপি": (), "Number": ()},
    "percent": {"শতকরা": (), "শতাংশ": (), "শতকরা হার": (), "Percent": ()},
    "date": {"তারিখ": ("তাারিখ",), "Date": ()},
    "days": {"দিন": (), "কর্মদিবস": ("কার্যদিবস",), "কার্য দিবস": (), "কর্ম দিবস": (), "দিবস": (), "Days": ()},
    "money": {
        "টাকা": ("টকা",),
        "লক্ষ টাকা": ("লক্ষ টকা", "লাখ টাকা"),
        "কোটি টাকা": ("কোটি টকা",),
        "টাকা (লক্ষ)": (),
        "টাকা (কোটি)": (),
        "হাজার টাকা": (),
    },
    "marks": {"প্রাপ্ত নম্বর": ("প্রাপ্ত নাম্বার",), "নম্বর": (), "মান": ()},
    "rate": {"হার": ()},
    "other": {
        **dict.fromkeys(("মিটার", "কিলোমিটার", "কি.মি.", "একর", "হেক্টর", "মেট্রিক টন", "মে.টন"), ()),
        "ঘণ্টা": ("ঘন্টা",),
        "জনঘণ্টা": ("জনঘন্টা",),
    },
}
"""The official spellings of each unit, each with the misspellings papers have of it."""


@lru_cache(maxsize=1)
def _methods() -> dict[str, ClosedWord[Counting]]:
    return _spellings(_METHODS)


@lru_cache(maxsize=1)
def _units() -> dict[str, ClosedWord[Unit]]:
    return _spellings(_UNITS)


def read_method(text: str) -> ClosedWord[Counting] | None:
    """The counting method a cell names, `None` where it names none.

    >>> read_method("ক্রমপঞ্জিভূত").value, read_method("সমষ্টি").as_spelt
    ('cumulative', True)
    """
    return _methods().get(key(text))


def read_unit(text: str) -> ClosedWord[Unit] | None:
    """The unit a cell names; any count of something (`অফিসের সংখ্যা`) is a number.

    >>> read_unit("অফিসের সংখ্যা").value, read_unit("লক্ষ টকা").official, read_unit("%").value
    ('number', 'লক্ষ টাকা', 'percent')
    """
    if text.strip() in {"%", "％"}:
        return ClosedWord("percent", "%", True)
    if word := _units().get(key(text)):
        return word
    first, _, last = normal(text).rpartition(" ")
    if first and not parse_number(first) and (word := _units().get(key(last))) and word.value == "number":
        return ClosedWord("number", f"{first} {word.official}", word.as_spelt)
    return None


def split_code(text: str) -> tuple[str | None, str]:
    """The code a cell opens with, in Latin digits, and what follows it.

    >>> split_code("[১.২.১] স্থাপিত যন্ত্র")
    ('1.2.1', 'স্থাপিত যন্ত্র')
    >>> split_code("১.১ কমিটির সভা"), split_code("১৬টি ভবন")
    (('1.1', 'কমিটির সভা'), (None, '১৬টি ভবন'))
    """
    tidy = normal(text)
    found = _CODE.match(tidy)
    if not found:
        return None, tidy
    return re.sub(r"\s", "", to_latin(found[2])), tidy[found.end() :].strip()


@lru_cache(maxsize=4096)
def types_of(text: str) -> frozenset[CellType]:
    """Everything a cell could be; behind a code in brackets only the type of that code.

    >>> sorted(types_of("তারিখ")), sorted(types_of("৩১.০৩.২৩")), sorted(types_of("[১.১] কাজ")), sorted(types_of("১.১ কাজ"))
    (['method', 'unit'], ['date'], ['code2'], ['code2', 'text'])
    """
    tidy = normal(text)
    if not tidy:
        return frozenset(("empty",))
    if _DASH.fullmatch(tidy):
        return frozenset(("dash",))
    found: set[CellType] = set()
    code = split_code(tidy)[0]
    if looks_like_date(tidy) or (code is None and len(tidy) <= _DATED and parse_dates(tidy)):
        found.add("date")
    elif (number := parse_number(tidy)) is not None:
        found.add("percent" if number.percent else "number")
    if read_unit(tidy):
        found.add("unit")
    if read_method(tidy):
        found.add("method")
    if "date" not in found and code is not None:
        found |= _code_types(code)
    bracketed = code is not None and tidy.startswith("[")
    return frozenset(found if bracketed or found - {"code1", "code2", "code3"} else found | {"text"})


def _code_types(code: str) -> set[CellType]:
    depths: tuple[CellType, ...] = ("code1", "code2", "code3")
    return {depths[min(code.count("."), 2)]}


@lru_cache(maxsize=4096)
def split_merged(text: str) -> tuple[str, str] | None:
    """The method and the unit of a cell in which both are merged, in that order.

    >>> split_merged("সমষ্টি সংখ্যা")
    ('সমষ্টি', 'সংখ্যা')
    """
    words = normal(text).split(" ")
    for cut in range(1, len(words)):
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        if read_method(first) and read_unit(second):
            return first, second
    return None


def figures(text: str) -> tuple[str, ...] | None:
    """The canonical figures of a cell: a number, or every date in it; `()` where it is empty, `None` where unreadable.

    >>> figures("২,৬৪,১৪০"), figures("৩১.০৭.২০১৮ ৩১.১০.২০১৮"), figures("-"), figures("৩১.০২.২০১৮")
    (('264140',), ('2018-07-31', '2018-10-31'), (), None)
    """
    types = types_of(text)
    if types <= {"empty", "dash"}:
        return ()
    if "date" in types:
        return tuple(day.isoformat() for day in parse_dates(text)) or None
    number = parse_number(normal(text))
    return None if number is None else (canonical(number.value),)
