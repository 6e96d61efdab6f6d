"""The register of decisions: what an office or a body still owes, how old it is, found by its words over the years; printed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from angikar.desk.base import either, number, officer, page, sentence, signed_in, today
from angikar.desk.meetings import sentences
from angikar.desk.papers.printing import MIME, file_of
from angikar.formats import Unprintable, write_docx, write_pdf, write_xlsx
from angikar.meetings.access import bodies_for
from angikar.meetings.models import Decision, ShareState
from angikar.meetings.register import queries
from angikar.meetings.register.access import shares_for
from angikar.meetings.register.action_taken import action_taken
from angikar.meetings.register.queries import AGES, DecisionFilter
from angikar.offices.access import mandate, offices_for
from angikar.offices.models import Body, Office

_ON_A_PAGE = 40
MOST = 1_000
"""So many rows an action-taken report holds at most; who wants more narrows the choice."""
STATES = ("open", "late", *ShareState.values)


@dataclass(frozen=True, slots=True)
class RegisterChoice:
    """What was chosen on the page, and what there is to choose from."""

    wanted: DecisionFilter
    bodies: list[Body]
    offices: list[Office]
    years: list[int]

    @property
    def chosen(self) -> dict[str, str | int]:
        """The choice as the form sends it."""
        want = self.wanted
        choice: dict[str, str | int | None] = {
            "q": want.words,
            "body": want.body.pk if want.body else None,
            "office": want.office.pk if want.office else None,
            "state": want.state or "any",
            "age": want.age,
            "year": want.year,
        }
        return {name: value for name, value in choice.items() if value not in ("", None)}

    @property
    def query(self) -> str:
        """The choice as the query of an address, so that it can be bookmarked and passed on."""
        return urlencode(self.chosen)

    def but(self, **other: object) -> str:
        """The same choice with something else in it."""
        return urlencode({**self.chosen, **other})


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list of what was chosen, a page at a time, with the ages of what is open there."""
    asked, day = _asked(request), today()
    seen = shares_for(officer(request), day)
    place = max(1, number(request.GET, "page"))
    start = (place - 1) * _ON_A_PAGE
    rows = list(queries.whole(queries.found(seen, asked.wanted, day))[start : start + _ON_A_PAGE + 1])
    ages = [] if asked.wanted.terms else queries.ages(queries.found(seen, _of_all_ages(asked.wanted), day), day)
    context = {
        "asked": asked,
        "rows": rows[:_ON_A_PAGE],
        "more": len(rows) > _ON_A_PAGE,
        "place": place,
        "ages": ages,
        "most": max((each.shares for each in ages), default=0),
        "states": STATES,
        "buckets": queries.BUCKETS,
        "is_late": queries.is_late,
        "day": day,
    }
    return page(request, "meetings/decisions", context)


@signed_in
@require_GET
def print_out(request: HttpRequest, form: str) -> HttpResponse:
    """The action-taken report of what was chosen."""
    if form not in ("pdf", "docx", "xlsx"):
        raise Http404
    asked, day = _asked(request), today()
    rows = queries.last_reports(
        queries.whole(queries.found(shares_for(officer(request), day), asked.wanted, day))[: MOST + 1]
    )
    back = f"{reverse('desk:decisions')}?{asked.query}"
    if len(rows) > MOST:
        messages.error(request, either(*sentences.TOO_MANY_DECISIONS.both()))
        return redirect(back)
    want = asked.wanted
    whose = (str(want.body or ""), want.office.name if want.office else "", f"“{want.words}”" if want.words else "")
    document = action_taken(rows, day, whose)
    writers = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}
    try:
        data = writers[form](document)
    except Unprintable as wrong:
        messages.error(request, sentence(wrong))
        return redirect(back)
    return file_of(data, f"action-taken-{day.isoformat()}.{form}", MIME[form], inline=form == "pdf")


def _of_all_ages(wanted: DecisionFilter) -> DecisionFilter:
    """The same choice without words, of whatever age and open."""
    return DecisionFilter("", wanted.body, wanted.office, "open", None, wanted.year)


def _asked(request: HttpRequest) -> RegisterChoice:
    """The choice. Open decisions without a choice of state; any state where words are searched for."""
    given, by = request.GET, officer(request)
    own = mandate(by, today()).office_ids
    bodies = list(_with_decisions(bodies_for(by)))
    offices = list(offices_for(by).filter(Q(pk__in=own) | Q(parent__in=own)).order_by("path"))
    years, words = queries.years(), given.get("q", "").strip()
    state = given.get("state", "any" if words else "open")
    age = given.get("age", "")
    return RegisterChoice(
        DecisionFilter(
            words,
            next((body for body in bodies if body.pk == number(given, "body")), None),
            next((office for office in offices if office.pk == number(given, "office")), None),
            state if state in STATES else "" if state == "any" else "open",
            int(age) if age in map(str, range(len(AGES) + 1)) else None,
            number(given, "year") if number(given, "year") in years else None,
        ),
        bodies,
        offices,
        years,
    )


def _with_decisions(bodies: QuerySet[Body]) -> QuerySet[Body]:
    return bodies.filter(Exists(Decision.objects.filter(body=OuterRef("pk"))))
