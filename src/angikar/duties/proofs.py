"""Reading evidence: the proofs of a report with what is doubtful about each, where else a file was used, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from angikar.duties.access import visible
from angikar.duties.models import Duty, Evidence, Report, ReportState
from angikar.offices.access import Mandate
from angikar.papers.links.stored import row_of_plan
from angikar.rules.reading import Doubt
from angikar.rules.schedule.dated import outside
from angikar.rules.schedule.fiscal import FiscalYear, Quarter, canonical_year


@dataclass(frozen=True, slots=True)
class Use:
    """Another report that the same file, bit by bit, was handed in with; `duty` is `None` where the reader may not see
    that duty.
    """

    duty: Duty | None
    on: date | None


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One proof of a report, the doubt about its day, and the other reports it was used for."""

    evidence: Evidence
    doubt: Doubt | None
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """What the plan itself states about a line's evidence: who carries it out, and which documents prove it."""

    implementer: str | None
    documents: tuple[str, ...]


def proofs_of(report: Report | None, duty: Duty, held: Mandate, today: date) -> list[ShownEvidence]:
    """The proofs of a report of a duty, in the order in which they were handed in; none without a report."""
    if report is None:
        return []
    found = list(Evidence.objects.filter(report=report).select_related("file", "carried_from").order_by("pk"))
    elsewhere = _uses(found, duty, held)
    quarter = quarter_of(duty)
    return [
        ShownEvidence(
            each,
            outside(each.date, quarter, max(today, report.on or today)) if each.date else None,
            tuple(elsewhere.get(each.file_id, ())),
        )
        for each in found
    ]


def quarter_of(duty: Duty) -> Quarter | None:
    """The quarter a duty asks about; `None` for one that asks about no quarter of a known year."""
    year = canonical_year(duty.paper.fiscal_year)
    return FiscalYear.parse(year).quarter(duty.quarter) if year and duty.quarter else None


def promised(duty: Duty) -> Promise | None:
    """What the plan promised to prove a duty's line with; `None` where it promises none."""
    row = row_of_plan(duty.paper, duty.line.identity) if duty.line else None
    if row is None:
        return None
    documents, implementer = list(row.indicator.evidence), None
    for annex in row.annexes:
        implementer, named = annex.get("implementer"), annex.get("evidence")
        documents += [named] if named and named not in documents else []
    return Promise(implementer, tuple(documents)) if documents or implementer else None


def _uses(found: Sequence[Evidence], duty: Duty, held: Mandate) -> dict[int, list[Use]]:
    """The other duties that any of the files proves too, each once, by file."""
    files = [each.file_id for each in found]
    if not files:
        return {}
    others = Evidence.objects.filter(file__in=files).exclude(report__duty=duty)
    others = others.exclude(report__state=ReportState.DRAFT).select_related("report").order_by("pk")
    numbers = {each.report.duty_id for each in others}
    seen = (
        Duty.objects.filter(visible(held), pk__in=numbers)
        .select_related("post__office", "paper")
        .defer("paper__content", "paper__doubts")
        if numbers
        else ()
    )
    known = {each.pk: each for each in seen}
    uses: dict[int, dict[int, Use]] = {}
    for each in others:
        use = Use(known.get(each.report.duty_id), each.report.on)
        uses.setdefault(each.file_id, {})[each.report.duty_id] = use
    return {file: list(by_duty.values()) for file, by_duty in uses.items()}
