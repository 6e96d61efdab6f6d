"""Promise: one placed row as an Indicator: its unit, figures, quarters and the posts that answer for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from angikar.rules.bangla.digits import canonical, parse_number
from angikar.rules.bangla.text import key, normal
from angikar.rules.kinds.integrity_plan.placing import PlacedCells
from angikar.rules.plan import EMPTY_QUARTERS, Indicator, Quarters
from angikar.rules.plan_table.cells import figures, read_unit, split_code, types_of
from angikar.rules.plan_table.quarters import counting_proven
from angikar.rules.schedule.fiscal import FiscalYear

QUARTERS = ("q1", "q2", "q3", "q4")
FOCAL_POST = "শুদ্ধাচার ফোকাল পয়েন্ট"
"""The one post every integrity plan names; a misread of it is taken for it, with a doubt."""

_DOTS = 2
"""Dots in the code of an indicator, where one is printed before its title."""
_ALIKE = 0.7
"""Share of letters, 0 to 1, that a text must have in common with the post to be a misread of it."""
_WORD_ALIKE = 0.5
"""Share of letters that each word has in common with the word of the post in its place: another word is another post."""
_SCALES = {"হাজার": 10**3, "লক্ষ": 10**5, "লাখ": 10**5, "কোটি": 10**7}
_POST = re.compile(
    r"^(সিনিয়র|সহকারী|উপ|যুগ্ম|অতিরিক্ত|মহা)?[\s-]*"
    r"(সচিব|পরিচালক|কর্মকর্তা|প্রোগ্রামার|প্রধান|ম্যানেজার|প্রকৌশলী|হিসাবরক্ষক|ফোকাল)"
)
_JOINT = re.compile(r"\s+(?:ও|এবং)\s+|\s*[,;]\s*")


def indicator_of(cells: PlacedCells, code: str, year: FiscalYear) -> Indicator:
    """The indicator of a row, which has the code printed before its title, or else the one given; a figure that cannot be read is `None`, and `row_doubts` reports it."""
    unit = read_unit(cells.text("unit"))
    own, title = split_code(cells.text("indicator"))
    is_own = own is not None and own.count(".") == _DOTS
    target = targets(cells)
    quarters = quarters_of(cells)
    promised = quarters if cells.aim == "target" else EMPTY_QUARTERS
    line = cells.row.place.line
    return Indicator(
        code=own if own is not None and is_own else code,
        title=title if is_own else cells.text("indicator"),
        unit=unit.value if unit else ("other" if _printed(cells, "unit") else None),
        unit_text=_printed(cells, "unit"),
        counting=counting_proven(unit.value, target, promised) if unit else None,
        weight=None if "weight" in cells.forced else figure(cells, "weight"),
        target=target,
        baselines={str(year.shifted(-1)): figure(cells, "baseline")} if _printed(cells, "baseline") else {},
        quarter_targets=promised,
        quarter_actuals=quarters if cells.aim == "actual" else EMPTY_QUARTERS,
        responsible=tuple(post_named(post) or post for post in posts(cells.text("responsible"))),
        remarks=None if set(cells.extra) & {cells.cells.get("remarks")} else _printed(cells, "remarks"),
        lines=(line,) if line else (),
    )


def _printed(cells: PlacedCells, slot: str) -> str | None:
    text = cells.text(slot)
    return None if types_of(text) <= {"empty", "dash"} else text


def targets(cells: PlacedCells) -> tuple[str, ...]:
    """Every figure of the target: a number in the row's own unit, or all its days."""
    return tuple(in_unit(text, cells.text("unit")) or ()) if (text := _printed(cells, "target")) else ()


def figure(cells: PlacedCells, slot: str) -> str | None:
    """The one figure of a slot; `None` where there is none, or several."""
    found = in_unit(cells.text(slot), cells.text("unit"))
    return found[0] if found and len(found) == 1 else None


def quarters_of(cells: PlacedCells) -> Quarters:
    """The figures of the four quarters."""
    first, second, third, fourth = (figure(cells, slot) for slot in QUARTERS)
    return (first, second, third, fourth)


def in_unit(text: str, unit: str) -> tuple[str, ...] | None:
    """The figures of a cell in the unit of its row: ৫০ লক্ষ under the unit লক্ষ টাকা is 50.

    >>> in_unit("৫০ লক্ষ", "লক্ষ টাকা"), in_unit("৫০ লক্ষ", "টাকা"), in_unit("৩১.১০.২", "তারিখ")
    (('50',), ('5000000',), None)
    """
    number = parse_number(normal(text))
    scale = next((size for word, size in _SCALES.items() if word in text and word in unit), None)
    if number is not None and scale is not None:
        return (canonical(number.value / Decimal(scale)),)
    return figures(text)


def posts(text: str) -> tuple[str, ...]:
    """The posts a cell names: separated at commas, and at ও where a post follows; অর্থ ও প্রশাসন is one branch.

    >>> posts("পরিচালক (জনসংযোগ) ও সহকারী প্রোগ্রামার (উপাত্ত)"), posts("অর্থ ও প্রশাসন, আইন"), posts("-")
    (('পরিচালক (জনসংযোগ)', 'সহকারী প্রোগ্রামার (উপাত্ত)'), ('অর্থ ও প্রশাসন', 'আইন'), ())
    """
    return tuple(part for part in _separated(text) if not types_of(part) <= {"empty", "dash"})


def _separated(text: str) -> Iterator[str]:
    start = 0
    for joint in _JOINT.finditer(text):
        inside = text.count("(", start, joint.start()) > text.count(")", start, joint.start())
        comma = joint[0].strip() in {",", ";"}
        if not inside and (comma or _POST.match(normal(text[joint.end() :]))):
            yield text[start : joint.start()].strip()
            start = joint.end()
    yield text[start:].strip()


def post_named(text: str) -> str | None:
    """The post of the closed list that a misread text means, `None` where it names another.

    >>> post_named("শুল্কচার ফোকাল পরেন্ট") == FOCAL_POST, post_named("উপসচিব (সংস্থাপন)"), post_named("ফোকাল পয়েন্ট")
    (True, None, None)
    """
    words, official = [key(word) for word in text.split()], [key(word) for word in FOCAL_POST.split()]
    if set(words) < set(official):
        return None
    if len(words) == len(official) and any(_alike(*pair) < _WORD_ALIKE for pair in zip(words, official, strict=True)):
        return None
    return FOCAL_POST if _alike(key(text), key(FOCAL_POST)) >= _ALIKE else None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
