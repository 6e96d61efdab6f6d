"""Parties: which two sides sign an agreement, for which fiscal year, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from angikar.rules.bangla.dates import parse_date, parse_window
from angikar.rules.bangla.text import key
from angikar.rules.finding import TextLine
from angikar.rules.letters.office import is_office
from angikar.rules.letters.values import Signatory
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

_BETWEEN = re.compile(r"\s*+[-–]?\s*+এর\s++মধ্যে.*$")
_SIGNED = re.compile(
    r"(?P<year>[০-৯0-9]{4})\s++সালের[\s….]*+(?P<month>[^\s….]*?)[\s….]*+মাসের[\s….]*+(?P<day>[০-৯0-9]*+)[\s….]*+তারিখে"
)
_YEARLY = re.compile(r"অর্থ\s?বছর|(?:financial|fiscal) year|\bFY\b", re.IGNORECASE)
_OF_YEAR = re.compile(
    r"কর্মসম্পাদন (?:চুক্তি|পরিকল্পনা)|এপিএ|performance agreement|^\W*[০-৯0-9]{4}\s*[-–—/]\s*[০-৯0-9]{2,4}\W*$", re.IGNORECASE
)
"""A line of the title: it names the agreement, or is a year and nothing else."""
_TOP = 20
"""Lines in which the title of an agreement is looked for."""
_AND = frozenset(map(key, ("এবং", "ও", "and")))
_MOST = 3
"""Lines of a side, at most."""
_POST = re.compile(
    r"(?:কর্মকর্তা|অফিসার|পরিচালক|প্রশাসক|সচিব|চেয়ারম্যান|কমিশনার|সুপার|প্রকৌশলী|সার্জন|অধ্যক্ষ|উপাচার্য|প্রধান|সভাপতি|ব্যবস্থাপক|নিবন্ধক|মেয়র"
    r"|মহাপরিদর্শক|পরিদর্শক|secretary|director|general|chairman|officer|commissioner|engineer)(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
"""How the title of a post ends."""
_SENTENCES = (
    re.compile(r"^between (?:the )?(?P<one>.{3,120}?),? and (?:the )?(?P<other>.{3,120})$", re.IGNORECASE),
    re.compile(r"^(?P<one>.{3,120}?),? এবং (?P<other>.{3,120}?)(?:\s?-?\s?এর|ের|র)? মধ্যে"),
    re.compile(r"^(?P<one>.{3,120}?),? ও (?P<other>.{3,120}?)(?:\s?-?\s?এর|ের|র)? মধ্যে"),
)
"""A sentence that names both sides; an office may have `ও` in its name, so both must be sides by themselves."""
_ROLES = ("first_party", "second_party")


class Party(NamedTuple):
    """One side: the post that signs and the office it signs for."""

    post: str
    office: str


def fiscal_year(lines: Sequence[TextLine]) -> str | None:
    """The fiscal year an agreement runs: the window that is one (`জুলাই ১, ২০২২ - জুন ৩০, ২০২৩`), or the year it names."""
    for line in lines:
        window = parse_window(line.text)
        if window and (year := FiscalYear.of(window[0])) and window == (year.start, year.end):
            return str(year)
    named = (canonical_year(line.text) for line in lines if _YEARLY.search(line.text))
    alone = (canonical_year(line.text) for line in lines[:_TOP] if _OF_YEAR.search(line.text))
    return next(filter(None, (*named, *alone)), None)


def parties(lines: Sequence[TextLine]) -> tuple[Party, ...]:
    """Both sides, as printed before and after the line `এবং` (`and` in the first year), each on up to three lines; empty where there is
    none."""
    for place, middle in enumerate(lines[1:-1], start=1):
        if key(middle.text) in _AND:
            return _party(_above(lines[:place])), _party(_below(lines[place + 1 :]))
    return _in_one_line(lines[:_TOP])


def _in_one_line(lines: Sequence[TextLine]) -> tuple[Party, ...]:
    """Both sides of a sentence that says between which two the agreement is, on one line or on two."""
    texts = [line.text for line in lines]
    for text in (*texts, *map(" ".join, pairwise(texts))):
        for found in (each for words in _SENTENCES for each in words.finditer(text)):
            sides = found["one"].strip(" ,"), found["other"].strip(" ,")
            if all(is_office(side) or _POST.search(side.partition(",")[0]) for side in sides):
                first, second = map(_party, map(list, zip(sides)))
                return first, second
    return ()


def _above(lines: Sequence[TextLine]) -> list[str]:
    """The lines of the first side: up to the one that names a post, where the last of them names none."""
    for count in range(1, min(_MOST, len(lines)) + 1):
        if _POST.search(lines[-count].text.partition(",")[0].strip()):
            return [line.text for line in lines[-count:]]
    return [lines[-1].text]


def _below(lines: Sequence[TextLine]) -> list[str]:
    """The lines of the second side: down to the words "between which it is signed"."""
    found: list[str] = []
    for line in lines[: _MOST + 1]:
        if found and _BETWEEN.match(line.text):
            return found
        found.append(_BETWEEN.sub("", line.text))
        if found[-1] != line.text:
            return found
    return found[:1]


def _party(lines: Sequence[str]) -> Party:
    """The post and the office of a side; a side that names only its office has no post."""
    if is_office(lines[0]) and not _POST.search(lines[0].partition(",")[0].strip()):
        return Party("", ", ".join(line.strip(" ,") for line in lines))
    post, _, office = lines[0].partition(",")
    rest = (each.strip(" ,") for each in (office, *lines[1:]))
    return Party(post.strip(), ", ".join(filter(None, rest)))


def blank_date(lines: Sequence[TextLine]) -> TextLine | None:
    """The line of the preamble in which the day of signing was left blank."""
    return next(
        (each for each in lines if (found := _SIGNED.search(each.text)) and not (found["month"] and found["day"])), None
    )


def signed_on(lines: Sequence[TextLine]) -> date | None:
    """The day of signing the preamble names, `None` where it is blank."""
    for line in lines:
        if (found := _SIGNED.search(line.text)) and found["month"] and found["day"]:
            return parse_date(f"{found['day']} {found['month']} {found['year']}")
    return None


def signatories(sides: Sequence[Party], below: Sequence[TextLine], preamble: date | None) -> tuple[Signatory, ...]:
    """Both signatories: the name printed over the post and the day after তারিখ, if there are any.

    `below` are the lines under স্বাক্ষরিত; a day not written there is the preamble's.
    """
    made = []
    printed = {key(text) for side in sides for text in (side.post, side.office, *_parts(side))}
    for side, role, lines in zip(sides, _ROLES, _blocks(sides, below), strict=False):
        day = next((parse_date(each) for each in lines if key(each).startswith(key("তারিখ")) and parse_date(each)), None)
        names = [each for each in lines if key(each) not in printed and not key(each).startswith(key("তারিখ"))]
        signed = day or preamble
        made.append(
            Signatory(
                name=names[0] if names else None,
                post=side.post,
                role=role,
                office=side.office,
                signed_on=signed.isoformat() if signed else None,
            )
        )
    return tuple(made)


def _parts(side: Party) -> Iterator[str]:
    yield from (part.strip() for part in side.office.split(","))
    yield f"{side.post}, {side.office}"


def _blocks(sides: Sequence[Party], below: Sequence[TextLine]) -> tuple[tuple[str, ...], ...]:
    """The lines of each signature: each ends with its date line."""
    ends = [-1, *(index for index, line in enumerate(below) if key(line.text).startswith(key("তারিখ")))]
    blocks = tuple(tuple(line.text for line in below[start + 1 : end + 1]) for start, end in pairwise(ends))
    return (*blocks, *(() for _ in range(len(sides) - len(blocks))))
