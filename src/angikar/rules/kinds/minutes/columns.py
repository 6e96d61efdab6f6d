"""The columns of a table of decisions, found by their headings and never by their number; its rows set in the order items are read."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

from angikar.rules.bangla.text import key
from angikar.rules.finding import GridRow

STANDARD = ("ক্রঃ নং", "আলোচনা", "সিদ্ধান্ত", "বাস্তবায়নকারী")
_ROLES = {
    "number": re.compile(
        r"^ক্র(?:মিক|ম|ঃ|:|\.|মিক নং)|^(?:(?:আলোচ্য\s?)?(?:সূচি|সূচী|বিষয়)|এজেন্ডা|দফা|প্রস্তাব)?\s*(?:নং|নম্বর|সংখ্যা)$|^#$|^sl|^serial|^no\.?$",
        re.IGNORECASE,
    ),
    "due": re.compile(r"সময়|তারিখ|মেয়াদ|বাস্তবায়নকাল|deadline|time\s?(?:line|frame)|due date", re.IGNORECASE),
    "implementer": re.compile(
        r"বাস্তবায়ন|দায়িত্ব|সম্পাদনকারী|কার্যকর|^সংশ্লিষ্ট (?:দপ্তর|কর্মকর্তা|ব্যক্তি|শাখা)|responsib|implement|action by", re.IGNORECASE
    ),
    "decision": re.compile(r"সিদ্ধান্ত|করণীয়|^সুপারিশ|গৃহীত (?:পদক্ষেপ|ব্যবস্থা|প্রস্তাব)|decision|resolution", re.IGNORECASE),
    "talk": re.compile(r"(?:বিষয়|আলোচ্য)\S*+\s++(?:ও|এবং)\s++(?:\S++\s++)?আলোচনা"),
    "title": re.compile(
        r"আলোচ্য|^(?:আলোচিত |উত্থাপিত |উপস্থাপিত |বিবেচ্য |বিবেচিত |নির্ধারিত )?(?:বিষয়|প্রসঙ্গ|প্রস্তাব)|দপ্তর|এজেন্ডা|সূচি|agenda|^subject|^topic",
        re.IGNORECASE,
    ),
    "discussion": re.compile(r"আলোচনা|পর্যালোচনা|মতামত|বিবরণ|অগ্রগতি|বর্তমান অবস্থা|discussion", re.IGNORECASE),
}
_CODED = re.compile(r"^\s*([০-৯0-9]+(?:\.[০-৯0-9]+)*)[।.)]?\s+(.+)$", re.DOTALL)
_ALIKE = 80
"""Per cent of likeness from which a misread heading is taken for one of the standard ones."""

Columns = dict[str, int]


def columns_of(row: GridRow) -> Columns | None:
    """Which column is which, `None` where the row heads no decisions: it needs a column of them and one of who carries them out.

    >>> columns_of(GridRow(("ক্রঃ নং", "আলোচ্যসূচি", "আলোচনা", "সিদ্ধান্ত", "বাস্তবায়নকারী")))
    {'number': 0, 'title': 1, 'discussion': 2, 'decision': 3, 'implementer': 4}
    """
    found: Columns = {}
    for place, text in enumerate(row.texts):
        role = next((name for name, words in _ROLES.items() if words.search(" ".join(text.split()))), None)
        role = "discussion" if role == "talk" else role
        if role is not None:
            found.setdefault(role, place)
    for role, heading in zip(("number", "discussion", "decision", "implementer"), STANDARD, strict=True):
        free = [place for place in range(len(row.texts)) if place not in found.values()]
        alike = {place: ratio(key(row.texts[place]), key(heading)) for place in free}
        best = max(alike, key=lambda place: alike[place], default=None)
        if role not in found and best is not None and alike[best] >= _ALIKE:
            found[role] = best
    last = found.get("implementer", 0)
    between = [place for place in range(found.get("discussion", last) + 1, last) if place not in found.values()]
    if "decision" not in found and "number" in found and len(between) == 1:
        found["decision"] = between[0]
    return (
        dict(sorted(found.items(), key=lambda each: each[1])) if found.keys() >= {"decision", "implementer"} else None
    )


def is_worded(role: str, heading: str) -> bool:
    """Whether a heading says what its column holds in words of its own, so that it is not a misread one."""
    return _ROLES[role].search(" ".join(heading.split())) is not None


def standard_row(row: GridRow, columns: Columns) -> GridRow:
    """The cells of a row as number, discussion with its title, decisions, implementers and, where it has a column, the due day."""
    if list(columns) == ["number", "discussion", "decision", "implementer"] and len(row.texts) <= len(STANDARD):
        return row

    def cell(role: str) -> str:
        place = columns.get(role)
        return row.texts[place] if place is not None and place < len(row.texts) else ""

    number, title = cell("number"), cell("title")
    coded = _CODED.match(title) if not number else None
    if coded:
        number, title = coded[1], coded[2]
    talk = "\n".join(filter(None, (title, cell("discussion"))))
    talked = columns.get("discussion", columns.get("title", 0))
    order = (columns.get("number", 0), talked, columns["decision"], columns["implementer"])
    places = tuple(row.at(place) for place in order)
    due = (cell("due"),) if "due" in columns else ()
    return GridRow((number, talk, cell("decision"), cell("implementer"), *due), row.place, places)
