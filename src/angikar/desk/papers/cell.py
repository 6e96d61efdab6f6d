"""A cell of the sheet: opened for change in its place, saved as it is left; when two change it, both values are shown."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, sentence, signed_in
from angikar.desk.letters.letter import tools
from angikar.desk.letters.meaning import meanings
from angikar.desk.papers import paper as sheet_and_margin
from angikar.desk.papers.fields import ContentField, fields_at
from angikar.desk.papers.renewed import renewed_notes
from angikar.desk.papers.sheet import Spot, spot_at
from angikar.desk.plans.rows import change, levels_at, plan_tools, spread_at
from angikar.desk.plans.steps import leave_step, step_between
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.actions import amend
from angikar.papers.doubts import still_open
from angikar.papers.letters.actions import arrange
from angikar.papers.models import Paper
from angikar.rules.kinds import kind_named


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Open one place of the sheet, close it again (`close`), or save what was typed there."""
    paper = access.paper(officer(request), pk, to="amend")
    sent = request.POST if request.method == "POST" else request.GET
    path = sent.get("path", "")
    fields = fields_at(kind_named(paper.kind).content, paper.content, path)
    if not fields:
        raise NotYours
    if request.method == "POST":
        return _save(request, paper, Spot(number(sent, "n"), path, ""), fields)
    spot = _spot(paper, path, number(sent, "n"))
    if "close" in request.GET:
        return _closed(request, paper, spot)
    return _open(
        request, paper, sheet_and_margin.spot_open(spot, fields, version=paper.version, **_beside(paper, spot))
    )


def _beside(paper: Paper, spot: Spot) -> dict[str, Any]:
    """What may be done with the part of a paper that is open, besides changing its words."""
    found = plan_tools(paper, spot.path) or tools(paper, spot.path)
    return {"tools": found, "levels": levels_at(paper, spot.path), "spread": spread_at(paper, spot.path)}


def _spot(paper: Paper, path: str, which: int) -> Spot:
    doubts = still_open(paper.doubts)
    return spot_at(paper, which, path, doubts) or Spot(0, path, "")


def _save(request: HttpRequest, paper: Paper, spot: Spot, fields: list[ContentField]) -> HttpResponse:
    version, before, steps = number(request.POST, "version"), paper, 0
    typed = {each.path: request.POST.get(f"f:{each.path}", "") for each in fields}
    try:
        for each in fields:
            value = typed[each.path]
            if _plain(value) != _plain(request.POST.get(f"was:{each.path}", "")):
                paper = amend(paper, each.path, each.value(value), version=version, by=officer(request))
                version, steps = paper.version, steps + 1
    except Refused as refused:
        fresh = access.paper(officer(request), paper.pk, to="amend")
        known = fields_at(kind_named(fresh.kind).content, fresh.content, spot.path)
        spot = _spot(fresh, spot.path, spot.number)
        return _open(request, fresh, _still_open(fresh, spot, known, typed, refused=refused, version=version))
    if "arrange" in request.POST:
        return _arranged(request, paper, spot, (before, steps))
    step = step_between(before, paper, officer(request), steps=steps) if steps else ""
    shown = before if number(request.POST, "shown") == before.version else None
    return _closed(request, paper, _spot(paper, spot.path, spot.number), step, shown=shown)


def _arranged(request: HttpRequest, paper: Paper, spot: Spot, typed: tuple[Paper, int]) -> HttpResponse:
    """What was typed is stored; then the part is moved, removed, or gets a new one below it, and the whole sheet is rendered again."""
    version = paper.version
    if plan_tools(paper, spot.path):
        change(request, paper, spot.path, version)
        before, steps = typed
        leave_step(request, before, officer(request), steps=steps + 1)
    else:
        how = next((each for each in tools(paper, spot.path) if each == request.POST["arrange"]), None)
        if how is None:
            raise NotYours
        attempt(request, lambda: arrange(paper, spot.path, how, version=version, by=officer(request)), _("সাজানো হয়েছে।"))
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Refresh": "true"})
    return redirect(f"{reverse('desk:paper', args=[paper.pk])}?sheet=1#parts")


def _still_open(
    paper: Paper, spot: Spot, known: list[ContentField], typed: dict[str, str], *, refused: Refused, version: int
) -> dict[str, Any]:
    """The place stays open with what was typed; a conflict shows the value stored by now as well."""
    conflict = refused if isinstance(refused, Conflict) else None
    return sheet_and_margin.spot_open(
        spot,
        known,
        typed=typed,
        wrong=sentence(refused),
        conflict=conflict,
        version=conflict.version if conflict else version,
        **_beside(paper, spot),
        status=409 if conflict else 422,
    )


def _open(request: HttpRequest, paper: Paper, editing: dict[str, Any]) -> HttpResponse:
    status = editing.get("status", 200)
    if request.htmx:  # type: ignore[attr-defined]
        return page(request, "papers/cell", {"paper": paper, "editing": editing, "done": False}, status=status)
    context = sheet_and_margin.context(paper, mandate(officer(request)), editing=editing)
    return page(request, "papers/paper", context, status=status)


def _closed(
    request: HttpRequest, paper: Paper, spot: Spot, step: str = "", *, shown: Paper | None = None
) -> HttpResponse:
    """The place as it is now. What was kept brings the margin along: of one that is `shown` as it was before, what has changed."""
    if request.htmx:  # type: ignore[attr-defined]
        answer: dict[str, Any] = {"paper": paper, "editing": {"spot": spot}, "done": request.method == "POST"}
        if answer["done"]:
            renewed = renewed_notes(shown, paper) if shown else None
            margin = sheet_and_margin.margin(paper, mandate(officer(request)), renewed=renewed)
            answer = {**margin, **answer, "beside": meanings(paper), "step": step}
        return page(request, "papers/cell", answer)
    if request.method == "POST":
        messages.success(request, _("রাখা হয়েছে।"))
    return redirect(f"{reverse('desk:paper', args=[paper.pk])}?sheet=1#{spot.anchor or f'at-{spot.path}'}")


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())
