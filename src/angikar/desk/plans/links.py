"""Links: the plans inside an agreement, which plan each row stands for and what it earns; and who the other party is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.desk.plans import sentences
from angikar.duties.queries import plans_inside
from angikar.history.refusal import NotYours, Refused
from angikar.offices import access as register
from angikar.offices.access import mandate
from angikar.offices.models import Office
from angikar.papers import access
from angikar.papers.actions import name_counterpart
from angikar.papers.links.actions import link_plan, unlink_plan
from angikar.papers.links.queries import candidates
from angikar.papers.models import Paper, State
from angikar.rules.plan import IndicatorId

_NAMEABLE = (State.INTAKE, State.DRAFT, State.REVIEW, State.SIGNED)
_MOST = 400  # offices offered for choosing; any other is named in full


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that stand for whole plans, with the plans offered; a POST names the plan `to` for a `line`, or none."""
    if request.method == "POST":
        paper = access.paper(officer(request), pk, to="amend")
        _set(request, paper)
        return redirect("desk:links", pk)
    paper = access.paper(officer(request), pk)
    if "areas" not in paper.content:
        raise NotYours
    may_amend = "amend" in access.rights(mandate(officer(request)), paper)
    nameable = may_amend and paper.state in _NAMEABLE
    context = {
        "paper": paper,
        "inside": plans_inside(paper, today()),
        "offered": candidates(paper) if may_amend else {},
        "may_link": may_amend and paper.state != State.SUPERSEDED,
        "may_name": nameable,
        "offices": register.offices_for(officer(request)).exclude(pk=paper.office_id)[:_MOST] if nameable else (),
        "likely": paper.counterpart or paper.office.parent,
    }
    return page(request, "plans/links", context)


@signed_in
@require_POST
def counterpart(request: HttpRequest, pk: int) -> HttpResponse:
    """Name the office that is the other party of a paper, or none."""
    paper = access.paper(officer(request), pk, to="amend")

    def action() -> None:
        found, version = _office(request), number(request.POST, "version")
        name_counterpart(paper, found, by=officer(request), version=version)

    attempt(request, action, _("অপর পক্ষ লেখা হয়েছে।"))
    return redirect("desk:links", pk)


def _set(request: HttpRequest, paper: Paper) -> None:
    line, version = _line(request), number(request.POST, "version")
    chosen, by = number(request.POST, "to"), officer(request)
    if not chosen:
        attempt(request, lambda: unlink_plan(paper, line, by=by, version=version), _("সংযোগ তুলে নেওয়া হয়েছে।"))
        return
    to = access.paper(by, chosen)
    attempt(request, lambda: link_plan(paper, line, to, by=by, version=version), _("কর্মপরিকল্পনা সংযুক্ত হয়েছে।"))


def _line(request: HttpRequest) -> IndicatorId:
    try:
        return IndicatorId.parse(request.POST.get("line", ""))
    except ValueError:
        raise NotYours from None


def _office(request: HttpRequest) -> Office | None:
    """The office of the register with the name that was written; none for an empty name. Raises `Refused` where no
    office, or more than one, has it.
    """
    name = request.POST.get("office", "").strip()
    if not name:
        return None
    found = list(register.offices_for(officer(request)).filter(name=name)[:2])
    if len(found) != 1:
        raise Refused(sentences.OFFICE_UNKNOWN, name=name)
    return found[0]
