"""One cell of the grid: saved as it is left, and answered with its own words, the marks of its line and the total of its plan. Other cells of
the plan that were left meanwhile are saved with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from angikar.desk.base import figure_in, number, officer, sentence, signed_in, today
from angikar.desk.plans.grid_rows import GridSquare
from angikar.duties.cells.access import OpenCell, open_cell, open_cells
from angikar.duties.cells.actions import CellInput, save_together
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import Mandate, mandate
from angikar.rules.duty import figure
from angikar.rules.plausible import implausible
from angikar.rules.reading import Doubt
from angikar.standings.cells import BESIDE, marks_of_cell
from angikar.standings.drafts import claimed_with_drafts

KEPT = "X-Angikar-Kept"
"""Names the duties whose cells the server holds as they were sent."""
_MOST = 60
"""So many cells are saved together at most; the page sends the rest afterwards."""
_VALUE = re.compile(r"value-([0-9]{1,18})")
Troubles = Mapping[int, Refused | Doubt]


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Save one cell as it is left, with those that were left meanwhile, and show their marks. The answer is the whole cell (`?whole`) when a
    conflict shows both values in it or has been settled.
    """
    day = today()
    held = mandate(officer(request), day)
    found = _opened(request, held, pk)
    troubles: Troubles = {}
    if request.method == "POST":
        found, troubles = _saved(request, held, found)
    squares = [_square(each, troubles.get(each.duty.pk), request.POST.get(f"value-{each.duty.pk}")) for each in found]
    cell, square, *others = found[0], *squares
    whole = "whole" in request.GET or square.conflict is not None
    context = {"square": square, "others": others, "whole": whole, "day": day, "paper": cell.duty.paper}
    answer = render(
        request,
        "desk/plans/figure.html",
        {**context, "claimed": claimed_with_drafts(cell, held, day)},
        status=_status(troubles),
    )
    if whole:
        answer.headers["HX-Retarget"] = f"#cell-{pk}"
    answer.headers[KEPT] = ",".join(str(each.duty.pk) for each in found if each.duty.pk not in troubles)
    return answer


def _opened(request: HttpRequest, held: Mandate, pk: int) -> list[OpenCell]:
    """The cell that is asked for and those of its plan that are sent with it; one of another plan is nobody's."""
    names = [_VALUE.fullmatch(name) for name in request.POST] if request.method == "POST" else []
    sent = [int(name[1]) for name in names if name]
    numbers = [pk, *(each for each in sent if each != pk)][:_MOST]
    found = open_cells(held, numbers, today(), beside=BESIDE)
    if any(each.duty.line is None or each.duty.paper_id != found[0].duty.paper_id for each in found):
        raise NotYours
    return found


def _saved(request: HttpRequest, held: Mandate, found: Sequence[OpenCell]) -> tuple[list[OpenCell], Troubles]:
    """The cells with what was typed, and why some are as they were: a figure that cannot be read, or that was refused."""
    troubles: dict[int, Refused | Doubt] = {}
    typed: list[tuple[OpenCell, CellInput]] = []
    for cell in found:
        read = _typed(request, cell)
        if isinstance(read, Doubt):
            troubles[cell.duty.pk] = read
        elif read is not None:
            typed.append((cell, read))
    done = save_together(typed, by=officer(request), today=today(), beside=BESIDE) if typed else {}
    troubles |= {pk: each for pk, each in done.items() if isinstance(each, Refused)}
    now = []
    for cell in found:
        fresh = done.get(cell.duty.pk, cell)
        now.append(open_cell(held, cell.duty.pk, today(), beside=BESIDE) if isinstance(fresh, Refused) else fresh)
    return now, troubles


def _typed(request: HttpRequest, cell: OpenCell) -> CellInput | Doubt | None:
    """What was typed into a cell; nothing where it holds that already, the doubt where it cannot be read."""
    duty, text = cell.duty, request.POST.get(f"value-{cell.duty.pk}")
    before = cell.draft.words if cell.draft else ""
    words = request.POST.get(f"words-{duty.pk}", before).strip()
    value = figure(duty.ask, text, today()) if text is not None else cell.cell.value
    if isinstance(value, Doubt):
        return value
    if value == cell.cell.value and words == before:
        return None
    return CellInput(value, number(request.POST, f"version-{duty.pk}"), words)


def _status(troubles: Troubles) -> int:
    if any(isinstance(each, Conflict) for each in troubles.values()):
        return 409
    return 422 if troubles else 200


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
