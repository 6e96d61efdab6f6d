"""Search: what holds some words, of everything one may see, by kind; or one kind page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.desk.search.hits import Hit, hits
from angikar.meetings.models import IdeaState
from angikar.offices.access import mandate, offices_for
from angikar.offices.keyset import KeysetPage
from angikar.offices.models import Office
from angikar.papers.models import State
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.search.access import saved, saved_by
from angikar.search.actions import remove_search, rename_search, save_search
from angikar.search.models import Indexed, IndexedKind
from angikar.search.queries import Question, SearchResult, found, page_of

_YEARS = 8
STATES = {IndexedKind.PAPER: State.values, IndexedKind.IDEA: IdeaState.values}
"""The states one may choose, of kinds that have any."""


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """What was chosen on the page, and what there is to choose from."""

    question: Question
    office: Office | None
    offices: list[Office]
    years: list[str]

    @property
    def query(self) -> str:
        """The choice as the query of an address, without its kind and its state."""
        wanted = self.question
        chosen = {"q": wanted.words, "office": self.office.pk if self.office else "", "year": wanted.year}
        return urlencode({name: value for name, value in chosen.items() if value})

    @property
    def of_one(self) -> str:
        """The same with the kind and the state, for the links of its pages."""
        more = {"kind": self.question.kind, "state": self.question.state}
        return "&".join(filter(None, (self.query, urlencode({name: value for name, value in more.items() if value}))))


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The form and what was found; the choice is in the address, so that it can be bookmarked and passed on."""
    return _screen(request, _chosen(request, request.GET))


@signed_in
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what is looked for under a name; it stands on one's first page from then on."""
    choice, name = _chosen(request, request.POST), request.POST.get("name", "")
    query = choice.of_one if choice.question.words else ""
    done = _("খোঁজাটি রাখা হয়েছে; “আজ” পাতায় পাওয়া যাবে।")
    if not attempt(request, lambda: save_search(officer(request), name, query), done):
        return _screen(request, choice, name, status=422)
    return redirect(f"{reverse('desk:search')}?{query}")


@signed_in
@require_POST
def change_saved(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a search of one's own another name, or remove it."""
    person = officer(request)
    known = saved(person, pk)
    if request.POST.get("do") == "remove":
        attempt(request, lambda: remove_search(known, by=person), _("খোঁজাটি সরানো হয়েছে।"))
        return redirect("desk:search")
    name = request.POST.get("name", "")
    if not attempt(request, lambda: rename_search(known, name, by=person), _("খোঁজাটির নাম বদলেছে।")):
        return _screen(request, _chosen(request, request.GET), renamed={pk: name}, status=422)
    return redirect("desk:search")


def _screen(
    request: HttpRequest,
    choice: SearchChoice,
    name: str = "",
    *,
    renamed: Mapping[int, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    person, day = officer(request), today()
    one: KeysetPage[Indexed] | None = None
    result = SearchResult()
    if choice.question.kind:
        one = page_of(person, choice.question, day, request.GET.get("page", ""))
    elif choice.question.words:
        result = found(person, choice.question, day)
    rows = [*(one.rows if one else ()), *(row for each in result.kinds for row in each.rows)]
    shown: dict[int, Hit] = hits(person, rows, choice.question.words, day)
    return page(
        request,
        "search/search",
        {
            "choice": choice,
            "one": one,
            "result": result,
            "hits": shown,
            "kinds": IndexedKind.values,
            "states": STATES.get(IndexedKind(choice.question.kind), []) if choice.question.kind else [],
            "saved": [(each, (renamed or {}).get(each.pk, each.name)) for each in saved_by(person)],
            "name": name,
        },
        status=status,
    )


def _chosen(request: HttpRequest, given: QueryDict) -> SearchChoice:
    person = officer(request)
    own = mandate(person, today()).office_ids
    offices = list(offices_for(person).filter(Q(pk__in=own) | Q(parent__in=own)).order_by("path"))
    office = next((each for each in offices if each.pk == number(given, "office")), None)
    kind = given.get("kind", "") if given.get("kind") in IndexedKind.values else ""
    states = STATES.get(IndexedKind(kind), []) if kind else []
    state = given.get("state", "") if given.get("state") in states else ""
    this_year = FiscalYear.of(today())
    years = [str(this_year.shifted(1 - back)) for back in range(_YEARS)]
    year = given.get("year", "") if given.get("year") in years else ""
    words = given.get("q", "").strip()[:500]
    return SearchChoice(Question(words, kind, office.path if office else "", year, state), office, offices, years)
