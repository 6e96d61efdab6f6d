"""Names an integrity plan repeats: the strategy it is of, and the officer who signs both letter and table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.document import NOWHERE, Place
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.letter import Signatory
from angikar.rules.reading import Doubt
from angikar.rules.tracing.leaves import leaves

STRATEGY = "শুদ্ধাচার"
_WORD = re.compile(r"(?<![\u0980-\u09fe])শ[\u0980-\u09fe]+চ[\u0980-\u09fe]*র(?![\u0980-\u09fe])")
_ALIKE = 0.65
_PHONE = 10
"""So many figures make a telephone number of one person."""


def name_laws(plan: IntegrityPlan) -> Iterator[Doubt]:
    """`spelling` of the strategy's name, `signatory-differs`: who signs letter and table is one person to a telephone."""
    yield from _strategy(plan)
    yield from _signatories(plan)


def _strategy(plan: IntegrityPlan) -> Iterator[Doubt]:
    """Every text that holds a misreading of the word শুদ্ধাচার; the areas' titles are held to the form's own."""
    for leaf in leaves(plan):
        found = {word for word in _WORD.findall(leaf.value) if word != STRATEGY and _alike(word, STRATEGY)}
        if found and not re.fullmatch(r"areas\.\d+\.title", leaf.path):
            right = _WORD.sub(lambda match, seen=found: STRATEGY if match[0] in seen else match[0], leaf.value)  # type: ignore[misc]
            said = ", ".join(sorted(found))
            place = Place(leaf.lines[0]) if leaf.lines else NOWHERE
            yield Doubt(
                "spelling", "info", f"“{said}” বানানটি “{STRATEGY}” হওয়ার কথা।",
                f"“{said}” is likely “{STRATEGY}”.", leaf.path, place, right,
            )  # fmt: skip


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _signatories(plan: IntegrityPlan) -> Iterator[Doubt]:
    letter = plan.covering.signatories if plan.covering else ()
    for index, signatory in enumerate(plan.signatories):
        for other in (each for each in letter if _phones(each) & _phones(signatory)):
            for field in ("name", "post"):
                here, there = getattr(signatory, field), getattr(other, field)
                if here and there and key(here) != key(there):
                    yield Doubt(
                        "signatory-differs", "info", f"একই ফোনের স্বাক্ষরকারী পত্রে “{there}”, ছকের নিচে “{here}”।",
                        f"To one telephone number the letter says “{there}”, the table “{here}”.",
                        f"signatories.{index}.{field}", NOWHERE, there,
                    )  # fmt: skip


def _phones(signatory: Signatory) -> set[str]:
    figures = (re.sub(r"\D", "", to_latin(line)) for line in signatory.contact)
    return {each[-_PHONE:] for each in figures if len(each) >= _PHONE}
