"""The evaluation sheet of a plan: weight, criteria, achievement, marks claimed and accepted, whether proven; both parties sign it.

Ours is composed from a scorecard, never typed.
"""

from __future__ import annotations

from datetime import date

from angikar.rules.duty import Ask
from angikar.rules.kind import Kind
from angikar.rules.kinds.evaluation_sheet.check import check
from angikar.rules.kinds.evaluation_sheet.compose import Proven, compose
from angikar.rules.kinds.evaluation_sheet.content import KIND, EvaluationArea, EvaluationRow, EvaluationSheet
from angikar.rules.kinds.evaluation_sheet.read import read, recognise
from angikar.rules.kinds.evaluation_sheet.write import write


def asks(sheet: EvaluationSheet, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """A sheet closes the year and has no asks."""
    return ()


EVALUATION_SHEET = Kind(
    name=KIND,
    title="মূল্যায়ন পত্র",
    title_en="Evaluation sheet",
    content=EvaluationSheet,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    two_parties=True,
)

__all__ = [
    "EVALUATION_SHEET",
    "KIND",
    "EvaluationArea",
    "EvaluationRow",
    "EvaluationSheet",
    "Proven",
    "asks",
    "check",
    "compose",
    "read",
    "write",
]
