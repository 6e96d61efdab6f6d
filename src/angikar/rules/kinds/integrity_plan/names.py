"""Names an integrity plan repeats: the officer who signs both letter and table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key
from angikar.rules.kinds.integrity_plan import sentences
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.letters.values import Signatory
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

_PHONE = 10
"""Digits at the end of a telephone number that belong to one person."""


def name_laws(plan: IntegrityPlan) -> Iterator[Doubt]:
    """`signatory-differs`: one telephone number has one signatory, in the letter and below the table."""
    yield from _signatories(plan)


def _signatories(plan: IntegrityPlan) -> Iterator[Doubt]:
    letter = plan.covering.signatories if plan.covering else ()
    for index, signatory in enumerate(plan.signatories):
        for other in (each for each in letter if _phones(each) & _phones(signatory)):
            for field in ("name", "post"):
                here, there = getattr(signatory, field), getattr(other, field)
                if here and there and key(here) != key(there):
                    facts: Facts = {"letter": there, "table": here}
                    where = f"signatories.{index}.{field}"
                    yield Doubt(sentences.SIGNATORY_DIFFERS, "info", facts, where, suggestion=there)


def _phones(signatory: Signatory) -> set[str]:
    figures = (re.sub(r"\D", "", to_latin(line)) for line in signatory.contact)
    return {each[-_PHONE:] for each in figures if len(each) >= _PHONE}
