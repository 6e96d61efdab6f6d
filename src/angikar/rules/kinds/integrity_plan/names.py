"""Names an integrity plan repeats: the officer who signs both letter and table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.document import NOWHERE
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.letters.values import Signatory
from angikar.rules.reading import Doubt, plain_doubt

_PHONE = 10
"""So many figures make a telephone number of one person."""


def name_laws(plan: IntegrityPlan) -> Iterator[Doubt]:
    """`signatory-differs`: who signs letter and table is one person to a telephone."""
    yield from _signatories(plan)


def _signatories(plan: IntegrityPlan) -> Iterator[Doubt]:
    letter = plan.covering.signatories if plan.covering else ()
    for index, signatory in enumerate(plan.signatories):
        for other in (each for each in letter if _phones(each) & _phones(signatory)):
            for field in ("name", "post"):
                here, there = getattr(signatory, field), getattr(other, field)
                if here and there and key(here) != key(there):
                    yield plain_doubt(
                        "signatory-differs", "info", f"একই ফোনের স্বাক্ষরকারী পত্রে “{there}”, ছকের নিচে “{here}”।",
                        f"To one telephone number the letter says “{there}”, the table “{here}”.",
                        f"signatories.{index}.{field}", NOWHERE, there,
                    )  # fmt: skip


def _phones(signatory: Signatory) -> set[str]:
    figures = (re.sub(r"\D", "", to_latin(line)) for line in signatory.contact)
    return {each[-_PHONE:] for each in figures if len(each) >= _PHONE}
