"""Standings as JSON for programs and as a Document for a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell, Document, Heading, Paragraph, Row, Table
from angikar.rules.scoring.figures import marks_text
from angikar.rules.scoring.ranks import position
from angikar.rules.scoring.whole.marks import WORDS
from angikar.standings.queries import PlanStanding, QuarterState, Scope

STATES = {
    "reported": ("এসেছে", "reported"),
    "late": ("দেরিতে এসেছে", "reported late"),
    "missing": ("আসেনি", "missing"),
    "not_due": ("সময় হয়নি", "not due"),
    "not_applicable": ("প্রযোজ্য নয়", "not applicable"),
    "not_asked": ("চাওয়া হয়নি", "not asked"),
}
"""The names of the states of a quarter, in Bangla and in English."""
_HEADINGS = ("অবস্থান", "দপ্তর", "ঊর্ধ্বতন দপ্তর", "দাবিকৃত নম্বর", "গৃহীত নম্বর", "গৃহীত কি না", "পূর্ণমান")
_QUARTERS = ("১ম ত্রৈমাসিক", "২য় ত্রৈমাসিক", "৩য় ত্রৈমাসিক", "৪র্থ ত্রৈমাসিক")
_WIDTHS = (2, 6, 5, 2, 2, 2, 2, 3, 3, 3, 3)


def as_json(scope: Scope, rows: Iterable[PlanStanding], today: date) -> dict[str, object]:
    """The standings of a scope as plain JSON values; numbers are strings."""
    return {
        "year": scope.fiscal_year,
        "kind": scope.kind,
        "subject": scope.subject,
        "under": scope.under.name if scope.under else None,
        "reach": scope.reach,
        "level": scope.level,
        "basis": scope.basis,
        "on": today.isoformat(),
        "standings": [_standing(each) for each in rows],
    }


def sheet(scope: Scope, rows: Sequence[PlanStanding], today: date) -> Document:
    """The standings of a scope as one table, for a workbook or a printed page."""
    whose = f"{scope.under.name}-এর {'সরাসরি ' if scope.reach == 'direct' else ''}অধীন" if scope.under else "সব দপ্তর"
    title = f"অবস্থান: {to_bangla(scope.fiscal_year)} অর্থবছর"
    table = Table(
        (Row(tuple(Cell(text, strong=True) for text in (*_HEADINGS, *_QUARTERS))), *(_row(each) for each in rows)),
        header_rows=1,
        widths=_WIDTHS,
    )
    by = f"অবস্থান {WORDS[scope.basis][0]} নম্বরে"
    return Document(
        (Heading(title), Paragraph(f"{whose}; {by}; {write_date(today)}"), table), title=title, landscape=True
    )


def kind_of_score(standing: PlanStanding) -> tuple[str, str]:
    """By which marks a plan is ranked (claimed, accepted, final), or why it has none, in Bangla and in English."""
    return standing.mark.kind


def _standing(each: PlanStanding) -> dict[str, object]:
    plan, place = each.plan, each.place
    return {
        "rank": str(place.rank) if place else None,
        "tied": place.tied if place else False,
        "position": position(place.rank, place.tied)[0] if place else None,
        "office": plan.office.name,
        "office_path": plan.office_path,
        "superior": plan.superior.name if plan.superior else None,
        "paper": plan.paper.title,
        "score": each.mark.text,
        "kind_of_score": kind_of_score(each)[1],
        **each.marks.as_json(),
        "indicators": {
            name: str(getattr(plan, name)) for name in ("lines", "reported", "settled", "pending", "excused")
        },
        "quarters": [_quarter(answered) for answered in each.quarters],
    }


def _quarter(answered: QuarterState) -> dict[str, str]:
    counts = {
        "asked": answered.asked,
        "told": answered.reported,
        "late": answered.late,
        "excused": answered.excused,
    }
    return {"state": answered.state, **{name: str(count) for name, count in counts.items()}}


def _row(each: PlanStanding) -> Row:
    plan, place = each.plan, each.place
    claimed, accepted = each.marks.both()
    cells = [
        Cell(position(place.rank, place.tied)[0] if place else "—"),
        Cell(plan.office.name),
        Cell(plan.superior.name if plan.superior else "—"),
        *(Cell(to_bangla(mark.text or "—"), align="right") for mark in (claimed, accepted)),
        Cell(accepted.kind[0]),
        Cell(to_bangla(marks_text(each.marks.full)) if each.marks.has_marks else "—", align="right"),
        *(Cell(_state(answered)) for answered in each.quarters),
    ]
    return Row(tuple(cells))


def _state(answered: QuarterState) -> str:
    counted = f" ({to_bangla(str(answered.reported))}/{to_bangla(str(answered.asked))})" if answered.asked else ""
    return f"{STATES[answered.state][0]}{counted}"
