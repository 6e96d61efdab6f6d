"""What a result of the search shows: where it leads, its title, the passage with the words marked, its office, day and state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from angikar.offices.models import Office, Officer
from angikar.papers.access import papers_for
from angikar.papers.models import Paper, State
from angikar.rules.bangla.passage import Piece, passage
from angikar.search.access import own_duties, reported
from angikar.search.models import Indexed, IndexedKind

SCANNED = 40_000
"""So many letters of a text are looked through for the passage that is shown."""
_PLAIN = {
    IndexedKind.DECISION: "decision",
    IndexedKind.IDEA: "idea",
    IndexedKind.OFFICE: "office",
    IndexedKind.POST: "post",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One result; `paper` is the paper that it is or that asks it."""

    address: str
    title: str
    pieces: tuple[Piece, ...]
    office: Office | None
    day: date | None
    paper: Paper | None = None


def hits(person: Officer, rows: Sequence[Indexed], words: str, day: date) -> dict[int, Hit]:
    """What is shown of each of some rows of the index, by their numbers: a few queries for all of them."""
    offices = {each.path: each for each in Office.objects.filter(path__in={row.office_path for row in rows})}
    papers = _papers(person, rows, day)
    duties, reports = own_duties(person, rows, day), reported(rows)
    return {
        row.pk: Hit(
            _address(row, papers.get(row.number) if _is_of_paper(row) else None, _duty(row, duties, reports)),
            row.title,
            passage(row.text[:SCANNED], words),
            offices.get(row.office_path),
            row.day,
            papers.get(row.number) if _is_of_paper(row) else None,
        )
        for row in rows
    }


def _duty(row: Indexed, duties: Mapping[tuple[int, str], int], reports: Mapping[int, int]) -> int | None:
    """The duty to which a result leads: that of a report, or one's own where a paper asks something."""
    return reports.get(row.number) if row.kind == IndexedKind.REPORT else duties.get((row.number, row.text))


def _is_of_paper(row: Indexed) -> bool:
    return row.kind in (IndexedKind.PAPER, IndexedKind.ASK)


def _papers(person: Officer, rows: Iterable[Indexed], day: date) -> dict[int, Paper]:
    numbers = {row.number for row in rows if _is_of_paper(row)}
    known = papers_for(person, day).filter(pk__in=numbers).select_related(None).order_by()
    return {paper.pk: paper for paper in known.only("state", "kind", "fiscal_year", "memo_number", "title")}


def _address(row: Indexed, paper: Paper | None, duty: int | None) -> str:
    if row.kind in _PLAIN:
        return reverse(f"desk:{_PLAIN[IndexedKind(row.kind)]}", args=[row.number])
    if duty is not None:
        return reverse("desk:duty", args=[duty])
    is_intake = paper is not None and paper.state == State.INTAKE
    return reverse("desk:review" if is_intake else "desk:paper", args=[row.number])
