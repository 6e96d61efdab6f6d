"""Risks: what a paper may lose by a doubt that is settled wrongly - a duty, a mark, a day, a name, or only its wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from angikar.papers.stored_doubt import StoredDoubt

Risk = Literal["duty", "mark", "date", "name", "wording"]
"""What is at risk, the gravest first."""

RISKS: tuple[Risk, ...] = get_args(Risk)

_STARTS: tuple[tuple[str, Risk], ...] = (
    *(
        (start, "duty")
        for start in (
            "schedule-",
            "obligation-",
            "row-",
            "area-missing",
            "areas-",
            "items-",
            "cell-lost",
            "tracked-change",
        )
    ),
    *(
        (start, "duty")
        for start in ("directive-", "decision-", "implementer", "kind-", "table-", "figures-unread", "nothing-asked")
    ),
    ("office-differs", "name"),
    *((start, "date") for start in ("date-", "day-", "anchor-", "month-", "due-")),
    *((start, "wording") for start in ("text-", "word-", "heading-", "spelling", "quote-", "bracket-")),
)
"""What the beginning of a code says."""
_NAMES: tuple[tuple[Risk, frozenset[str]], ...] = (
    (
        "date",
        frozenset(
            [
                "date",
                "bangla_date",
                "signed_on",
                "fiscal_year",
                "month",
                "due",
                "anchor",
                "formation",
                "time",
                "until",
                "from",
                "on",
            ]
        ),
    ),
    (
        "duty",
        frozenset(
            ["directives", "decisions", "schedule", "recurrence", "implementers", "addressees", "responsible", "kind"]
        ),
    ),
    (
        "name",
        frozenset(
            [
                "office",
                "counterpart",
                "signatories",
                "copies",
                "chair",
                "body",
                "present",
                "memo_number",
                "letterhead",
                "masthead",
                "name",
                "post",
            ]
        ),
    ),
    (
        "mark",
        frozenset(
            [
                "areas",
                "indicators",
                "rows",
                "outcomes",
                "weight",
                "target",
                "criteria",
                "unit",
                "quarter_targets",
                "quarter_actuals",
                "marks",
            ]
        ),
    ),
)
"""What the names in the path of a doubt say, the surest first."""


def risk_of(doubt: StoredDoubt) -> Risk:
    """What is at risk where a doubt is settled wrongly: by its code, else by the value it is about."""
    for start, risk in _STARTS:
        if doubt.code.startswith(start):
            return risk
    parts = {*doubt.path.split(".")}
    return next((risk for risk, names in _NAMES if names & parts), "wording")


def by_risk(doubts: Sequence[StoredDoubt]) -> list[StoredDoubt]:
    """Doubts by what they put at risk, the gravest first; those of one risk stay in their order."""
    return sorted(doubts, key=lambda doubt: RISKS.index(risk_of(doubt)))
