"""Beginning a plan: which, for which year, in which form, empty or from last year's; then its sheet opens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.duties.years import accepted_results
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import offices_of
from angikar.offices.models import Office, Officer
from angikar.papers import access, sentences
from angikar.papers.models import Paper, State
from angikar.papers.plans.actions import LastYear, begin
from angikar.papers.plans.forms import PLANS, PlanForm, Wanted
from angikar.papers.plans.queries import plans_of
from angikar.rules.frameworks import FRAMEWORKS, framework
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

_WANTED: dict[str, Wanted] = {"": "", "field": "field", "own": "own"}


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The few questions before the sheet; a POST begins the plan. What was chosen stays where it is refused."""
    by = officer(request)
    offices = offices_of(by)
    if request.method == "POST":
        chosen = [each for each in offices if each.pk == number(request.POST, "office")] or list(offices[:1])
        plan, wanted = PLANS.get(request.POST.get("plan", "")), _WANTED.get(request.POST.get("form", ""))
        if not chosen or plan is None or wanted is None:
            raise NotYours
        made: list[Paper] = []

        def action() -> None:
            year = request.POST.get("year", "")
            last = _last(by, chosen[0], plan, year) if request.POST.get("from") == "last" else None
            template = "template" in request.POST
            made.append(begin(by, chosen[0], plan, year, wanted=wanted, last=last, template=template))

        if attempt(request, action, _("খসড়া শুরু হয়েছে; ছকের যেকোনো ঘরে লিখুন।")):
            return redirect("desk:paper", made[0].pk)
    context = {"plans": PLANS.values(), "offices": offices, "years": _years(), "typed": request.POST, "now": _year()}
    return page(request, "plans/begin", context, status=422 if request.method == "POST" else 200)


def _last(by: Officer, office: Office, plan: PlanForm, year: str) -> LastYear:
    """The plan in force of the year before, with what it reached. Raises `Refused` where there is none that one may read."""
    known = canonical_year(year)
    if known is None:
        raise Refused(sentences.YEAR_UNKNOWN, year=year[:20] or "—")
    before = str(FiscalYear.parse(known).shifted(-1))
    found = plans_of(access.papers_for(by), office, plan, before).filter(state=State.ISSUED).first()
    if found is None:
        raise Refused(sentences.NOT_LAST_YEAR, year=before)
    return LastYear(found, accepted_results(found, today()))


def _year() -> str:
    return str(FiscalYear.of(today()))


def _years() -> list[str]:
    """The years that have a form, and those around the present one, the latest first."""
    now = FiscalYear.of(today())
    known = {year for name in FRAMEWORKS for year in framework(name).fiscal_years}
    return sorted({*known, *(str(now.shifted(by)) for by in (-1, 0, 1))}, reverse=True)
