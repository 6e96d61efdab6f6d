"""The register of decisions: what an office or a body still owes, how old it is, found by its words over the years; printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from angikar.desk import pictures
from angikar.desk.base import either, number, officer, page, signed_in, today
from angikar.desk.meetings import sentences
from angikar.desk.prints import AskedPrint, Print, asked_by, hand_out
from angikar.desk.versioned import versioned
from angikar.formats import write_docx, write_pdf, write_xlsx
from angikar.meetings.access import bodies_for
from angikar.meetings.models import Decision, ShareState
from angikar.meetings.register import queries
from angikar.meetings.register.access import shares_for
from angikar.meetings.register.action_taken import action_taken
from angikar.meetings.register.queries import AGES, DecisionFilter
from angikar.offices.access import mandate, offices_for
from angikar.offices.models import Body, Office, Officer
from angikar.rules.document import Document

_ON_A_PAGE = 40
MOST = 1_000
"""So many rows an action-taken report holds at most; who wants more narrows the choice."""
_COLUMNS = 8
_WRITERS: dict[str, Callable[[Document], bytes]] = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}
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
@versioned
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list of what was chosen, a page at a time, with the ages of what is open there."""
    asked, day = _asked(request), today()
    seen = shares_for(officer(request), day)
    rows = queries.page_of(seen, asked.wanted, day, asked=request.GET.get("page", ""), size=_ON_A_PAGE)
    ages = [] if asked.wanted.terms else queries.ages(queries.found(seen, _of_all_ages(asked.wanted), day), day)
    context = {
        "asked": asked,
        "rows": rows,
        "ages": ages,
        "bars": _bars(ages),
        "states": STATES,
        "buckets": queries.BUCKETS,
        "is_late": queries.is_late,
        "day": day,
    }
    return page(request, "meetings/decisions", context)


def _bars(ages: Sequence[queries.Age]) -> list[pictures.Picture]:
    """How much is open of each age, and late of that; none where nothing is open."""
    most = max((each.shares for each in ages), default=0)
    return [pictures.compared(each.shares, each.late, most) for each in ages] if most else []


@signed_in
@require_GET
def print_out(request: HttpRequest, form: str) -> HttpResponse:
    """The action-taken report of what was chosen; a long one is made beside the pages."""
    if form not in _WRITERS:
        raise Http404
    asked, day = _asked(request), today()
    count = queries.found(shares_for(officer(request), day), asked.wanted, day).order_by()[: MOST + 1].count()
    back = f"{reverse('desk:decisions')}?{asked.query}"
    if count > MOST:
        messages.error(request, either(*sentences.TOO_MANY_DECISIONS.both()))
        return redirect(back)
    title = _("সিদ্ধান্ত বাস্তবায়ন প্রতিবেদন")
    return hand_out(request, TAKEN, asked_by(request, form), cells=_COLUMNS * count, title=title, back=back)


def _print(asked: AskedPrint) -> tuple[bytes, str]:
    want, day = _asked_of(asked.by, asked.choice).wanted, today()
    rows = queries.last_reports(queries.whole(queries.found(shares_for(asked.by, day), want, day))[:MOST])
    whose = (str(want.body or ""), want.office.name if want.office else "", f"“{want.words}”" if want.words else "")
    return _WRITERS[asked.form](action_taken(rows, day, whose)), f"action-taken-{day.isoformat()}.{asked.form}"


TAKEN = Print("action-taken", lambda asked: shares_for(asked.by, today()), _print)


def _of_all_ages(wanted: DecisionFilter) -> DecisionFilter:
    """The same choice without words, of whatever age and open."""
    return DecisionFilter("", wanted.body, wanted.office, "open", None, wanted.year)


def _asked(request: HttpRequest) -> RegisterChoice:
    """The choice. Open decisions without a choice of state; any state where words are searched for."""
    return _asked_of(officer(request), request.GET)


def _asked_of(by: Officer, given: QueryDict) -> RegisterChoice:
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
