"""The rows of a plan that is written on its sheet: what may be done with the one that is open, what may be added, and the marks left to give."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, figure_in, number, officer, signed_in
from angikar.desk.plans.steps import leave_step
from angikar.history.refusal import NotYours
from angikar.papers import access
from angikar.papers import content as contents
from angikar.papers.assigning.queries import set_by
from angikar.papers.blocks.actions import spread_quarters
from angikar.papers.links.stored import law_of_stored
from angikar.papers.models import Paper, State
from angikar.papers.plans.actions import arrange, fill_levels
from angikar.rules.bangla.digits import canonical
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Plan
from angikar.rules.plan_table.making.levels import FILLINGS
from angikar.rules.plan_table.making.lists import LISTS, item_at
from angikar.rules.plan_table.making.shaping import SHAPES, Shape, path_of, row_at

_WRITTEN = (State.INTAKE, State.DRAFT, State.REVIEW)
_DEPTH = 3


def plan_tools(paper: Paper, path: str) -> tuple[Shape, ...]:
    """What may be done with the row of a plan in which a place lies, besides changing its words."""
    if not kind_named(paper.kind).is_plan or paper.state not in _WRITTEN:
        return ()
    row = row_at(path)
    if item_at(path):
        return ("add", "copy", "up", "down", "remove")
    if not row:
        return ()
    inner: tuple[Shape, ...] = ("into",) if len(row) < _DEPTH else ()
    counted: tuple[Shape, ...] = ("number",) if len(row) == 1 else ()
    return ("add", *inner, "copy", "up", "down", "remove", *counted)


def levels_at(paper: Paper, path: str) -> dict[str, str] | None:
    """The row whose levels a rule may fill where a place is one of them, and its target as it is typed; `None` elsewhere."""
    if not plan_tools(paper, path) or ".criteria" not in path or len(row_at(path)) != _DEPTH:
        return None
    row = path_of(row_at(path))
    known = contents.at(paper.content, f"{row}.criteria")
    best = known[0] if isinstance(known, list) and known else None
    return {"path": row, "target": figure_in(best)}


def spread_at(paper: Paper, path: str) -> str:
    """The row whose target may be spread where a place is one of its quarters; empty elsewhere."""
    row = row_at(path)
    asked = ".quarter_targets" in path and len(row) == _DEPTH and plan_tools(paper, path)
    return path_of(row) if asked else ""


def adding(paper: Paper) -> dict[str, Any]:
    """What may be added to a plan below its sheet, and the marks that are still to give; nothing for what is no plan or is frozen."""
    value = paper.value() if kind_named(paper.kind).is_plan and paper.state in _WRITTEN else None
    if not isinstance(value, Plan):
        return {"plan": None}
    law = law_of_stored(paper)
    given = sum((Decimal(each.weight) for each in value.areas if each.weight), Decimal(0))
    left = None if law is None or law.total is None else canonical(Decimal(law.total) - given)
    parts = [
        (area.code, canonical(Decimal(area.weight) - _rows(area)))
        for area in value.areas
        if area.weight and _rows(area) != Decimal(area.weight)
    ]
    lists = [name for name in LISTS if name in type(value).model_fields]
    whole = "functions" in type(value).model_fields
    return {"plan": {"left": left, "parts": parts, "lists": lists, "lines": whole, **set_by(paper)}}


def _rows(area: Any) -> Decimal:
    """The marks that the rows of an area share."""
    rows = (row for activity in area.activities for row in activity.indicators)
    return sum((Decimal(row.weight) for row in rows if row.weight), Decimal(0))


@signed_in
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a row, add to a list, or fill the levels of a row."""
    paper = access.paper(officer(request), pk, to="amend")
    if not kind_named(paper.kind).is_plan:
        raise NotYours
    change(request, paper, request.POST.get("path", ""), number(request.POST, "version"))
    leave_step(request, paper, officer(request), steps=1)
    return redirect(f"{reverse('desk:paper', args=[pk])}?sheet=1#parts")


def change(request: HttpRequest, paper: Paper, path: str, version: int) -> None:
    """Do what a button of the sheet asks: `fill` names a rule of the levels, `spread` spreads the target over the quarters, `arrange`
    says what to do with the row.
    """
    by, sent = officer(request), request.POST
    rule = next((each for each in FILLINGS if each == sent.get("fill")), None)
    how = next((each for each in SHAPES if each == sent.get("arrange")), None)
    if rule is not None:
        row = path_of(row_at(path))
        step, target = sent.get("step", ""), sent.get("target", "")
        attempt(
            request,
            lambda: fill_levels(paper, row, rule, step, version=version, by=by, target=target),
            _("স্তরগুলো পূরণ হয়েছে।"),
        )
    elif "spread" in sent:
        attempt(request, lambda: spread_quarters(paper, path, version=version, by=by), _("প্রান্তিকগুলোতে ভাগ করা হয়েছে।"))
    elif how is not None:
        at = item_at(path) or path
        attempt(request, lambda: arrange(paper, at, how, version=version, by=by), _("সাজানো হয়েছে।"))
    else:
        raise NotYours
