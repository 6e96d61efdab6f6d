"""Open data: published plans and their rows as plain columns, in figures every program reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpResponse

from angikar.duties.models import Evaluation
from angikar.rules.scoring.figures import marks_text
from angikar.standings.models import PlanScore
from angikar.standings.open_data.plain import plain

COLUMNS = (
    "plan",
    "kind",
    "title",
    "office",
    "office_name",
    "fiscal_year",
    "memo_number",
    "issued",
    "hash",
    "claimed",
    "accepted",
    "full",
    "evaluated",
    "published",
)
LINES = (
    "plan",
    "office_name",
    "fiscal_year",
    "part",
    "area",
    "code",
    "title",
    "weight",
    "actual",
    "marks",
    "accepted_actual",
    "accepted_marks",
    "state",
)

PlainRow = Mapping[str, object]


def fulls_of(fixed: Iterable[Evaluation]) -> dict[int, str]:
    """Out of how many marks each of these plans is, by the number of the plan: one query. A form without marks is left out."""
    scores = PlanScore.objects.filter(paper__in=[each.paper_id for each in fixed], claimed__isnull=False)
    return {paper: marks_text(full) for paper, full in scores.values_list("paper", "full")}


def summary(fixed: Evaluation, full: str | None) -> dict[str, object]:
    """One published plan in the columns of `COLUMNS`; marks are exact texts, days are ISO, what is not known is null."""
    paper = fixed.paper
    return {
        "plan": paper.pk,
        "kind": paper.kind,
        "title": paper.title,
        "office": paper.office_id,
        "office_name": paper.office.name,
        "fiscal_year": paper.fiscal_year,
        "memo_number": paper.memo_number,
        "issued": paper.issued_at.isoformat() if paper.issued_at else None,
        "hash": paper.hash,
        "claimed": fixed.claimed,
        "accepted": fixed.accepted,
        "full": full,
        "evaluated": fixed.on.isoformat(),
        "published": fixed.published_on.isoformat() if fixed.published_on else None,
    }


def lines(fixed: Evaluation) -> list[dict[str, object]]:
    """The rows of a published plan in the columns of `LINES`; `state` gives the reason of a missing figure, which is never zero."""
    whole = summary(fixed, None)
    about = {name: whole[name] for name in LINES[:3]}
    return [
        {**about, "part": area["part"], "area": area["title"], **{name: line[name] for name in LINES[5:]}}
        for area in fixed.card["areas"]
        for line in area["indicators"]
    ]


def csv_of(name: str, columns: Sequence[str], rows: Iterable[PlainRow]) -> HttpResponse:
    """Rows as a CSV file that spreadsheets open in Bangla; a text that a spreadsheet would run as a formula is quoted."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([plain(row[column]) for column in columns] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)
