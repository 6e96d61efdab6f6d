"""One cell of the grid: saved as it is left, and answered with its own words, the marks of its line and the total of its plan."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from angikar.desk.base import figure_in, number, officer, sentence, signed_in, today
from angikar.desk.plans.grid_rows import GridSquare
from angikar.duties.cells.access import OpenCell, open_cell
from angikar.duties.cells.actions import CellInput, save
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.rules.duty import figure
from angikar.rules.plausible import implausible
from angikar.rules.reading import Doubt
from angikar.standings.cells import BESIDE, marks_of_cell
from angikar.standings.drafts import claimed_with_drafts


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Save one cell as it is left, and show its mark. The answer is the whole cell (`?whole`) when a conflict shows both
    values in it or has been settled.
    """
    day = today()
    held = mandate(officer(request), day)
    cell = open_cell(held, pk, day, beside=BESIDE)
    if cell.duty.line is None:
        raise NotYours
    trouble: Refused | Doubt | None = None
    if request.method == "POST":
        try:
            cell, trouble = _saved(request, cell)
        except Refused as refused:
            cell, trouble = open_cell(held, pk, day, beside=BESIDE), refused
    square = _square(cell, trouble, request.POST.get(f"value-{pk}"))
    whole = "whole" in request.GET or square.conflict is not None
    context = {"square": square, "whole": whole, "day": day, "paper": cell.duty.paper}
    answer = render(
        request,
        "desk/plans/figure.html",
        {**context, "claimed": claimed_with_drafts(cell, held, day)},
        status=409 if square.conflict else 422 if trouble is not None else 200,
    )
    if whole:
        answer.headers["HX-Retarget"] = f"#cell-{pk}"
    return answer


def _saved(request: HttpRequest, cell: OpenCell) -> tuple[OpenCell, Doubt | None]:
    """The cell with what was typed; as it was, with the doubt, where that cannot be read."""
    duty, text = cell.duty, request.POST.get(f"value-{cell.duty.pk}")
    before = cell.draft.words if cell.draft else ""
    words = request.POST.get(f"words-{duty.pk}", before).strip()
    value = figure(duty.ask, text, today()) if text is not None else cell.cell.value
    if isinstance(value, Doubt):
        return cell, value
    if value == cell.cell.value and words == before:
        return cell, None
    typed = CellInput(value, number(request.POST, f"version-{duty.pk}"), words)
    saved, _ = save(cell, typed, by=officer(request), today=today(), beside=BESIDE)
    return saved, None


def _square(cell: OpenCell, trouble: Refused | Doubt | None, typed: str | None) -> GridSquare:
    """The row of the grid that the cell is in."""
    duty, line = cell.duty, cell.duty.line
    if line is None:
        raise NotYours
    mine = cell.is_open
    reported = cell.cell.report.value if cell.cell.report else None
    shown = cell.cell.value if mine else reported
    doubts = implausible(duty.ask, shown, cell.around) if shown else ()
    said = tuple(sentence(each) for each in doubts)
    square = GridSquare(line, cell.cell, (), marks_of_cell(cell, today()), mine, figure_in(shown), said)
    if trouble is None:
        return square
    value = square.value if typed is None else typed
    if isinstance(trouble, Conflict):
        return replace(square, value=value, conflict=trouble)
    return replace(square, value=value, wrong=sentence(trouble))
