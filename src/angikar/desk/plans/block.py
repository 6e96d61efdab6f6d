"""Many cells of a plan's sheet at once: a block pasted, a row added, a value filled down, a step taken back or done again; the answer is the whole sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from angikar.desk.base import number, officer, page, sentence, signed_in
from angikar.desk.papers import paper as sheet_and_margin
from angikar.desk.papers.sheet import SheetBlock, SheetCell, sheet_of
from angikar.desk.plans.steps import step_between, step_in
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers import access, sentences
from angikar.papers.blocks.actions import fill_down, paste, take_back
from angikar.papers.blocks.entering import Unplaced
from angikar.papers.models import Paper
from angikar.papers.naming import place_in_words
from angikar.papers.plans.actions import arrange
from angikar.rules.kinds import kind_named
from angikar.rules.plan_table.making.lists import item_at
from angikar.rules.plan_table.making.shaping import path_of, row_at

WHOLE = "X-Angikar-Sheet"
"""Says that an answer holds the whole sheet, to be put in the place of the one that is shown."""


@signed_in
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` names with the cells at `path`, and give the whole sheet; what could not be entered is listed above it."""
    by = officer(request)
    paper = access.paper(by, pk, to="amend")
    act = _ACTS.get(request.POST.get("do", ""))
    if act is None or not kind_named(paper.kind).is_plan:
        raise NotYours
    left, refused = list[Unplaced](), None
    try:
        left = act(request, paper, by)
    except Refused as wrong:
        refused = wrong
    fresh = access.paper(by, pk, to="amend")
    context = {
        **sheet_and_margin.context(fresh, mandate(by)),
        "unplaced": [_in_words(fresh, each) for each in left],
        "refused": sentence(refused) if refused else "",
        "typed": request.POST.get("text", "") if refused else "",
        "step": step_between(paper, fresh, by, steps=1),
    }
    status = 409 if isinstance(refused, Conflict) else 422 if refused else 200
    answer = page(request, "papers/paper", context, status=status)
    answer.headers[WHOLE] = "1"
    return answer


def _paste(request: HttpRequest, paper: Paper, by: Officer) -> list[Unplaced]:
    columns = _columns(paper, request)
    text = request.POST.get("text", "").replace("\r\n", "\n").strip("\n")
    lines = [line.split("\t") for line in text.split("\n")]
    return paste(paper, columns, lines, version=number(request.POST, "version"), by=by)[1]


def _fill(request: HttpRequest, paper: Paper, by: Officer) -> list[Unplaced]:
    columns = _columns(paper, request)[: max(1, number(request.POST, "columns"))]
    count = max(1, number(request.POST, "count"))
    return fill_down(paper, columns, count, version=number(request.POST, "version"), by=by)[1]


def _back(request: HttpRequest, paper: Paper, by: Officer) -> list[Unplaced]:
    take_back(paper, step_in(request.POST.get("step", ""), paper, by), by=by)
    return []


def _add(request: HttpRequest, paper: Paper, by: Officer) -> list[Unplaced]:
    path = request.POST.get("path", "")
    row = path_of(row_at(path)) or item_at(path)
    arrange(paper, row, "add", version=number(request.POST, "version"), by=by)
    return []


_ACTS: dict[str, Callable[[HttpRequest, Paper, Officer], list[Unplaced]]] = {
    "paste": _paste,
    "fill": _fill,
    "back": _back,
    "add": _add,
}


def _in_words(paper: Paper, each: Unplaced) -> dict[str, str]:
    """What could not be entered, for the list above the sheet."""
    place = place_in_words(paper.content, each.place.path) if each.place.path else ("", "")
    text = each.place.value if isinstance(each.place.value, str) else ""
    return {"bn": place[0], "en": place[1], "text": text, "why": sentence(each.why)}


def _columns(paper: Paper, request: HttpRequest) -> tuple[str, ...]:
    """The places of a row of a table on the sheet, from a cell of it on to the right."""
    path, which = request.POST.get("path", ""), number(request.POST, "n")
    for piece in sheet_of(paper):
        at = next((each for each in _squares(piece) if each[2].spot.path == path), None) if path else None
        if at is not None and which <= max(each[2].spot.number for each in _squares(piece)):
            row, column, _ = at
            beside = sorted(
                (left, cell.spot.path)
                for top, left, cell in _squares(piece)
                if left >= column and top <= row < top + cell.rowspan
            )
            return tuple(each for _, each in beside)
    raise Refused(sentences.ROW_NOT_THERE)


def _squares(piece: SheetBlock) -> Sequence[tuple[int, int, SheetCell]]:
    """The cells of a table with the row and the column where each begins."""
    taken, found = set[tuple[int, int]](), list[tuple[int, int, Any]]()
    for top, row in enumerate(piece.rows):
        left = 0
        for cell in row:
            while (top, left) in taken:
                left += 1
            found.append((top, left, cell))
            taken |= {(top + down, left + over) for down in range(cell.rowspan) for over in range(cell.colspan)}
            left += cell.colspan
    return found
