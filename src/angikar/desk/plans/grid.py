"""The grid: every indicator of a plan for one quarter; each cell is saved as it is left, and the mark moves with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from angikar.desk.base import attempt, either, figure_in, number, officer, page, sentence, signed_in, today
from angikar.desk.parts_kept import KeptParts, drawn_by, kept_row
from angikar.desk.plans.grid_rows import Troubles, at_hand, draw, editable, troubled
from angikar.desk.versioned import made_of, versioned
from angikar.duties import actions, queries
from angikar.duties.cells.actions import Pair
from angikar.duties.cells.rows import read_asks
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle import locks
from angikar.duties.cycle.locks import QuarterStatus
from angikar.duties.queries import DutyCell, LineRow
from angikar.duties.undo import last_change
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers import access as papers
from angikar.papers.links.queries import Inner, plans_within
from angikar.papers.models import Paper, State
from angikar.papers.queries import successor_of
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.duty import Answer, figure
from angikar.rules.frameworks import framework
from angikar.rules.reading import Doubt
from angikar.rules.scoring.whole.marks import PlanMarks


@signed_in
@versioned
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The grid of a quarter; posted whole (without script, or to submit) it saves every changed cell first."""
    paper = papers.paper(officer(request), pk)
    rows = queries.grid(paper)
    if not rows:
        raise NotYours
    asked = number(request.POST if request.method == "POST" else request.GET, "quarter")
    quarter = asked if asked in (1, 2, 3, 4) else at_hand(rows, today())
    troubles: Troubles = {}
    _read_asks(rows, quarter)
    status, plans = locks.quarter_status(pk, quarter), plans_within(paper)
    linked = {str(each.line) for each in plans[pk] if each.named}
    mine = partial(_mine, request, paper, quarter=quarter, status=status, linked=linked)
    if request.method == "POST":
        if request.POST.get("do") == "undo":
            _undo(request, mine(rows))
            return redirect(f"{reverse('desk:grid', args=[pk])}?quarter={quarter}")
        troubles = _save(request, mine(rows))
        if request.POST.get("do") == "submit" and not troubles:
            troubles = _submit(request, mine(queries.grid(paper)))
        if not troubles:
            return redirect(f"{reverse('desk:grid', args=[pk])}?quarter={quarter}")
        rows = queries.grid(paper)
        _read_asks(rows, quarter)
    own = mine(rows)
    if paper.state == State.SUPERSEDED or request.method == "POST":
        table = _table(request, paper, rows, quarter, own=own, troubles=troubles, linked=plans[pk])
    else:
        what = (paper.hash, quarter, frozenset(cell.duty.pk for cell in own))
        draw = partial(_table, request, paper, rows, quarter, own=own, troubles={}, linked=plans[pk])
        table = _TABLES.of_papers(request, what, plans, draw)
        made_of(request, papers=plans)
    context = {
        "paper": paper,
        "successor": successor_of(paper) if paper.state == State.SUPERSEDED else None,
        "quarter": quarter,
        "quarters": sorted({each for row in rows for each in row.cells}),
        "due": next((row.cells[quarter].duty.due for row in rows if quarter in row.cells), None),
        "table": table,
        "marks": replace(table.marks, is_final=status.evaluated) if table.marks else None,
        "troubles": len(troubles),
        "filing": status if status.state else None,
        "closed": _why(paper, quarter, status),
    }
    return page(request, "plans/grid", context, status=_status(troubles.values()))


class _Table(NamedTuple):
    """The table of the grid as it is drawn, the marks of the plan, with the drafts too, and whether a cell is open."""

    drawn: Markup
    marks: PlanMarks | None
    drafted: str | None
    editable: bool


_TABLES: Final = KeptParts[_Table](32)
"""One of a plan of sixty indicators has some 80 kB."""


def _table(
    request: HttpRequest,
    paper: Paper,
    rows: list[LineRow],
    quarter: int,
    *,
    own: list[DutyCell],
    troubles: Troubles,
    linked: Iterable[Inner],
) -> _Table:
    drawn = draw(paper, rows, quarter, {cell.duty.pk for cell in own}, today())
    grid = troubled(drawn, troubles, request.POST.dict())
    context = {
        "paper": paper,
        "quarter": quarter,
        "day": today(),
        "grid": grid,
        "linked": {each.line: each for each in linked},
        "levels": framework(paper.framework).levels if paper.framework else (),
        "figure_in": figure_in,
        "kept_row": kept_row,
    }
    return _Table(drawn_by("plans/grid_table", context, request), grid.marks, grid.drafted, grid.editable)


def _read_asks(rows: list[LineRow], quarter: int) -> None:
    read_asks(row.cells[quarter].duty for row in rows if quarter in row.cells)


def _mine(
    request: HttpRequest, paper: Paper, rows: list[LineRow], *, quarter: int, status: QuarterStatus, linked: set[str]
) -> list[DutyCell]:
    """The cells one may write in; none of a closed quarter, and none of lines that linked plans give the figure of."""
    if locks.closed(paper, quarter, today(), status):
        return []
    return editable(mandate(officer(request), today()), rows, quarter, today(), status=status, linked=linked)


def _why(paper: Paper, quarter: int, status: QuarterStatus) -> str:
    """The sentence that says why the quarter takes no more reports."""
    why = locks.closed(paper, quarter, today(), status)
    return sentence(locks.refusal(why)) if why else ""


def _save(request: HttpRequest, cells: Iterable[DutyCell]) -> Troubles:
    """Save every cell that the form has changed; what cannot be saved is reported by its duty."""
    troubles: Troubles = {}
    for cell in cells:
        duty, text = cell.duty, request.POST.get(f"value-{cell.duty.pk}")
        value = figure(duty.ask, text, today()) if text is not None else cell.value
        before = cell.draft.words if cell.draft else ""
        words = request.POST.get(f"words-{duty.pk}", before).strip()
        if isinstance(value, Doubt):
            troubles[duty.pk] = value
        elif value != cell.value or words != before:
            version = number(request.POST, f"version-{duty.pk}")
            try:
                save_cell(duty, by=officer(request), value=value, version=version, today=today(), words=words)
            except Refused as refused:
                troubles[duty.pk] = refused
    return troubles


def _undo(request: HttpRequest, cells: Iterable[DutyCell]) -> None:
    """Take back the last change one made in these cells, by the same action that made it."""
    found = last_change(cells, officer(request))
    if found is None:
        messages.error(request, _("ফেরানোর মতো আপনার কোনো বদল নেই।"))
        return
    duty, draft = found.cell.duty, found.cell.draft
    pair, words = Pair(found.numerator, found.denominator), draft.words if draft else ""
    restore = partial(
        save_cell,
        duty,
        by=officer(request),
        value=found.value,
        version=duty.version,
        today=today(),
        words=words,
        pair=pair,
        undoes=found.entry,
    )
    attempt(request, restore, _("শেষ বদলটি ফেরানো হয়েছে।"))


def _submit(request: HttpRequest, cells: Iterable[DutyCell]) -> Troubles:
    """Submit every draft that holds a figure."""
    troubles: Troubles = {}
    done = 0
    for cell in cells:
        if cell.draft is None or cell.draft.value is None:
            continue
        answer = Answer(value=cell.draft.value, words=cell.draft.words)
        try:
            actions.report(cell.duty, by=officer(request), answer=answer, today=today())
            done += 1
        except Refused as refused:
            troubles[cell.duty.pk] = refused
    if done:
        done_text = ngettext("%(count)sটি প্রতিবেদন দেওয়া হয়েছে।", "%(count)sটি প্রতিবেদন দেওয়া হয়েছে।", done)
        messages.success(request, done_text % {"count": either(to_bangla(str(done)), str(done))})
    elif not troubles:
        messages.error(request, _("প্রতিবেদন দেওয়ার মতো নতুন কোনো মান নেই।"))
    return troubles


def _status(troubles: Iterable[Refused | Doubt]) -> int:
    found = tuple(troubles)
    if any(isinstance(each, Conflict) for each in found):
        return 409
    return 422 if found else 200
