"""Officers: who serves in the offices one manages, and a new account."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, now, number, officer, page, signed_in, today
from angikar.history.refusal import NotYours
from angikar.offices.access import office
from angikar.offices.accounts import card
from angikar.offices.accounts.access import managed, officers_for
from angikar.offices.accounts.actions import give_code
from angikar.offices.accounts.queries import Slip
from angikar.offices.actions import enrol
from angikar.offices.models import Officer, Tenure

_MOST = 200  # officers on the page; anybody else is found by a word of the name


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The list; a POST finds some of it, so that no number of a person stands in an address, or enrols an officer and shows the slip with
    the first code.
    """
    if not managed(officer(request)).exists():
        raise NotYours
    if request.method != "POST" or request.POST.get("do") == "find":
        return _screen(request)
    slips: list[Slip] = []
    done = attempt(request, lambda: slips.append(_enrolled(request)), _("লেখা হয়েছে।"))
    return _screen(request, slips[0] if slips else None, status=200 if done else 422)


def _enrolled(request: HttpRequest) -> Slip:
    sent, by = request.POST, officer(request)
    home = office(by, number(sent, "office"), "manage")
    name = card.written(card.Card(sent.get("name", ""))).name
    new = enrol(card.username(sent.get("username", "")), name, by=by, home=home)
    return Slip(new, give_code(new, now=now(), by=by))


def _found(request: HttpRequest) -> QuerySet[Officer]:
    rows = officers_for(officer(request))
    for word in request.POST.get("find", "").split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(name_en__icontains=word)
            | Q(username__icontains=word)
            | Q(employee_id=word)
            | Q(mobile__endswith=word)
        )
    serving = Tenure.objects.on(today()).select_related("post__office")
    return rows.prefetch_related(Prefetch("tenures", serving, to_attr="charges")).order_by("name", "pk")


def _screen(request: HttpRequest, slip: Slip | None = None, *, status: int = 200) -> HttpResponse:
    found = list(_found(request)[: _MOST + 1])
    context = {
        "slip": slip,
        "officers": found[:_MOST],
        "more": len(found) > _MOST,
        "find": request.POST.get("find", ""),
        "offices": managed(officer(request)).filter(until=None).order_by("path")[:_MOST],
        "typed": request.POST,
    }
    return page(request, "offices/officers", context, status=status)
