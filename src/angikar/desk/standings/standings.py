"""Standings: plans ranked in a scope, and who has reported in which quarter; the same as a workbook, and stored for a day."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk import pictures
from angikar.desk.base import attempt, either, number, officer, page, signed_in, today
from angikar.desk.prints import AskedPrint, Print, asked_by, hand_out
from angikar.formats import write_xlsx
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.offices.models import Office, OfficeKind, Officer
from angikar.rules.frameworks import for_paper
from angikar.rules.kinds import FIRST_PLAN, KINDS
from angikar.rules.scoring.figures import marks_text
from angikar.rules.scoring.ranks import Ranked, position
from angikar.rules.scoring.whole.marks import BASES, BY_DEFAULT, Basis
from angikar.rules.scoring.whole.marks import WORDS as MARK_WORDS
from angikar.standings import access, actions, export, queries
from angikar.standings.models import PlanScore
from angikar.standings.paging import page_of, tally
from angikar.standings.queries import Scope

_ON_A_PAGE = 50
_COLUMNS = 12
_MOST = 200
"""Offices that are offered for choosing, those of the upper levels first; the one that is looked at is always among them."""


def position_of(place: Ranked[PlanScore]) -> str:
    """A place in words, in the language of the page."""
    return either(*position(place.rank, place.tied))


WORDS = {"position_of": position_of, "marks_text": marks_text, "marks_of": queries.marks_of, "words_of": MARK_WORDS}
"""How the templates of standings say places and marks."""


@dataclass(frozen=True, slots=True)
class StandingsChoice:
    """What the form of the screen offers and what was chosen in it."""

    scope: Scope
    years: list[str]
    kinds: list[tuple[str, str]]
    offices: list[Office]

    @property
    def kind(self) -> str:
        """The kind of plan as the form sends it: a reform plan with its subject."""
        return ":".join(filter(None, (self.scope.kind, self.scope.subject)))

    @property
    def plan(self) -> str:
        """What the plans are called."""
        return dict(self.kinds).get(self.kind, "")

    @property
    def chosen(self) -> dict[str, object]:
        """The choice as the form sends it."""
        under = self.scope.under.pk if self.scope.under else 0
        choice = {"year": self.scope.fiscal_year, "kind": self.kind, "under": under}
        return {**choice, "reach": self.scope.reach, "level": self.scope.level, "basis": self.scope.basis}

    @property
    def address(self) -> str:
        """The choice as the query of an address, so that it can be bookmarked and passed on."""
        return urlencode(self.chosen)


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The plans of a scope by rank of one basis, each with its quarters; the place of the own office among its peers."""
    asked, day = _asked(request), today()
    mine, held = access.scores_for(officer(request)), mandate(officer(request))
    rows = page_of(mine, asked.scope, day, asked=request.GET.get("page", ""), size=_ON_A_PAGE)
    own = queries.own_places(access.peers_of(officer(request)), held.office_ids, asked.scope)
    context = {
        "asked": asked,
        "levels": OfficeKind.choices,
        "bases": BASES,
        "rows": rows,
        "tally": tally(mine, asked.scope, day),
        "own": own,
        "own_finals": queries.finals(each.what.pk for each, _ in own),
        "may_keep": asked.scope.under is not None and asked.scope.under.pk in held.led,
        "states": {name: either(*title) for name, title in export.STATES.items()},
        "day": day,
        "bar_of": pictures.ranked,
        **WORDS,
    }
    return page(request, "standings/standings", context)


@signed_in
@require_GET
def workbook(request: HttpRequest) -> HttpResponse:
    """The same standings, all of them, as XLSX; those of many plans are made beside the pages."""
    asked = _asked(request)
    cells = _COLUMNS * access.scores_for(officer(request)).filter(fiscal_year=asked.scope.fiscal_year).count()
    title, back = f"{asked.plan}, {asked.scope.fiscal_year}", f"{reverse('desk:standings')}?{asked.address}"
    return hand_out(request, STANDINGS, asked_by(request, "xlsx"), cells=cells, title=title, back=back)


def _print(asked: AskedPrint) -> tuple[bytes, str]:
    scope = _asked_of(asked.by, asked.choice).scope
    rows = queries.standings(access.scores_for(asked.by), scope, today())
    return write_xlsx(export.sheet(scope, rows, today())), f"standings-{scope.fiscal_year}.xlsx"


STANDINGS = Print("standings", lambda asked: access.scores_for(asked.by), _print)


@signed_in
@require_POST
def store(request: HttpRequest) -> HttpResponse:
    """Store the places of a scope as of today; the leaders of an office may store its scope."""
    asked = _asked(request)
    under = asked.scope.under
    if under is None or under.pk not in mandate(officer(request)).led:
        raise NotYours
    attempt(
        request,
        lambda: actions.keep_ranks(asked.scope, by=officer(request), day=today()),
        _("আজকের অবস্থান রাখা হয়েছে।"),
    )
    return redirect(f"{reverse('desk:standings')}?{asked.address}")


def _asked(request: HttpRequest) -> StandingsChoice:
    """The choice, with what is there to choose from; what was not chosen is the latest year, the agreement, and the
    offices that the own office looks over where there are any.
    """
    return _asked_of(officer(request), request.POST if request.method == "POST" else request.GET)


def _asked_of(by: Officer, given: QueryDict) -> StandingsChoice:
    mine = access.scores_for(by)
    there = sorted(mine.order_by().values_list("fiscal_year", "kind", "subject").distinct(), reverse=True)
    years = list(dict.fromkeys(year for year, _, _ in there)) or [given.get("year", "")]
    year = given.get("year", "") if given.get("year", "") in years else years[0]
    kinds = sorted({(kind, subject) for each, kind, subject in there if each == year})
    kind, _colon, subject = given.get("kind", "").partition(":")
    if (kind, subject) not in kinds:
        kind, subject = kinds[0] if kinds else (FIRST_PLAN, "")
    above = mine.order_by().filter(superior__isnull=False).values("superior")
    over = Office.objects.filter(pk__in=above)
    under, reach = _chosen(by, given, over)
    offices = sorted({*over.order_by(Length("path"), "path")[:_MOST], *filter(None, (under,))}, key=attrgetter("path"))
    level = given.get("level", "") if given.get("level", "") in OfficeKind.values else ""
    basis: Basis = next((each for each in BASES if each == given.get("basis")), BY_DEFAULT)
    scope = Scope(year, kind, subject, under, reach, level, basis)
    return StandingsChoice(
        scope, years, [(":".join(filter(None, each)), plan_name(*each, year)) for each in kinds], offices
    )


def _chosen(by: Officer, given: QueryDict, offices: QuerySet[Office]) -> tuple[Office | None, queries.Reach]:
    if "under" in given:
        under = offices.filter(pk=number(given, "under")).first()
        return under, "direct" if given.get("reach") == "direct" else "below"
    under = offices.filter(pk__in=mandate(by).office_ids).order_by("path").first()
    return under, "direct" if under else "below"


def plan_name(kind: str, subject: str, year: str) -> str:
    """What plans of a kind, and of a reform, are called in a year."""
    form = for_paper(kind, year, subject) if subject else None
    known = KINDS.get(kind)
    if form is not None:
        return either(form.title, form.title_en)
    return either(known.title, known.title_en) if known else kind
