"""Counted: a figure of a plan offered from a body's own meetings, with everything it was counted from; one tap takes it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, refusal, signed_in, today
from angikar.desk.duties import sentences
from angikar.duties.access import duty as duty_of
from angikar.duties.cells.actions import Pair
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.history.refusal import NotYours, Refused
from angikar.meetings.models import Counted, Measure
from angikar.meetings.register.actions import count_by
from angikar.meetings.register.counting import Count, count
from angikar.offices.models import Body, Officer
from angikar.rules.duty import judge
from angikar.rules.plan import Plan
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.scoring.counted import body_in, measure_in


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The figure counted from a body's meetings; a POST saves it as the draft of the report, and what was chosen for the row."""
    by, day = officer(request), today()
    duty = duty_of(by, pk, "report")
    if duty.kind != "figure" or duty.line is None or not duty.paper.fiscal_year:
        raise NotYours
    bodies = list(Body.objects.on(day).filter(office=duty.paper.office_id))
    confirmed = Counted.objects.filter(line=duty.line).first()
    measure, body = _chosen(request, duty, bodies, confirmed)
    found = count(measure, body, *_period(duty)) if measure and body else None
    if request.method == "POST" and found is not None:
        if attempt(request, lambda: _take(duty, found, confirmed, by, day), _("খসড়ায় নেওয়া হয়েছে; দেখে প্রতিবেদন দিন।")):
            return redirect("desk:duty", pk)
        return redirect("desk:counted", pk)
    context = {
        "duty": duty,
        "bodies": bodies,
        "measures": Measure,
        "measure": measure,
        "body": body,
        "found": found,
        "confirmed": confirmed,
    }
    return page(request, "duties/counted", context)


def _chosen(
    request: HttpRequest, duty: Duty, bodies: list[Body], confirmed: Counted | None
) -> tuple[Measure | None, Body | None]:
    """What was chosen, else what a person confirmed for the row before, else what its words clearly name."""
    sent = request.POST if request.method == "POST" else request.GET
    if sent.get("measure") in Measure.values:
        return Measure(sent["measure"]), next((each for each in bodies if each.pk == number(sent, "body")), None)
    if confirmed is not None:
        return Measure(confirmed.measure), next((each for each in bodies if each.pk == confirmed.body_id), None)
    title, row = _words(duty)
    measure = measure_in(title)
    named = body_in(row, [(each.pk, each.name) for each in bodies])
    return Measure(measure) if measure else None, next((each for each in bodies if each.pk == named), None)


def _words(duty: Duty) -> tuple[str, str]:
    """The title of the duty's row, and the same with its activity before it, where the body is named."""
    title = duty.line.title if duty.line else ""
    plan = duty.paper.value()
    if isinstance(plan, Plan):
        for _path, area, activity, each in plan.indicators():
            if duty.line is not None and (area.part, each.code) == (duty.line.part, duty.line.code):
                return title, f"{activity.title} {title}"
    return title, title


def _period(duty: Duty) -> tuple[date, date]:
    """The first and last day the figure is asked for: its quarter, or the whole year."""
    year = FiscalYear.parse(duty.paper.fiscal_year)
    if duty.quarter is None:
        return year.start, year.end
    quarter = year.quarter(duty.quarter)
    return quarter.start, quarter.end


def _take(duty: Duty, found: Count, confirmed: Counted | None, by: Officer, day: date) -> None:
    """Save the figure as the draft, with how much of how many where the row is a mean."""
    of = found.denominator
    if of == 0:
        raise Refused(sentences.COUNT_EMPTY)
    form = (
        {"value": str(found.numerator)} if of is None else {"numerator": str(found.numerator), "denominator": str(of)}
    )
    answer = judge(duty.ask, form, day)
    if isinstance(answer, Doubt):
        raise refusal(answer)
    if answer.value is None:
        raise Refused(sentences.RATE_NOT_ASKED)
    if duty.line is not None and (
        confirmed is None or (confirmed.measure, confirmed.body_id) != (found.measure, found.body.pk)
    ):
        count_by(duty.line, found.measure, found.body, by=by, today=day)
    pair = Pair(answer.numerator, answer.denominator)
    words = "; ".join(f"{each.day.isoformat()} {each.text}" for each in found.proofs if each.counts)[:2_000]
    save_cell(duty, by=by, value=answer.value, version=duty.version, today=day, words=words, pair=pair)
