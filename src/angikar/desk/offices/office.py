"""One office: its place in the tree, its posts and who holds them, and for its keeper what may be changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import now, officer, page, signed_in, today
from angikar.offices import access
from angikar.offices.accounts.queries import Slip
from angikar.offices.approvals.access import waiting_for
from angikar.offices.models import Charge, Office, OfficeKind
from angikar.offices.queries import counted, seats


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The office, the way to it from the root, and the offices directly below."""
    return screen(request, access.office(officer(request), pk))


def screen(request: HttpRequest, office: Office, *, slip: Slip | None = None, status: int = 200) -> HttpResponse:
    """The page of an office, with the slip of an officer who was just enrolled."""
    person, day = officer(request), today()
    manages = access.may_manage(person, office) and office.until is None
    context = {
        "office": office,
        "slip": slip,
        "above": Office.objects.above(office.path),
        "below": counted(Office.objects.open().filter(parent=office), day),
        "closed_below": Office.objects.filter(parent=office).exclude(until=None),
        "seats": seats(office.posts.filter(until=None), day),
        "closed_posts": office.posts.exclude(until=None),
        "former_names": office.former_names.all(),
        "successions": office.successions.select_related("successor"),
        "may_manage": manages,
        "may_entrust": manages and access.may_entrust(person, office),
        "levels": OfficeKind.values,
        "charges": [each for each in Charge.values if each != Charge.SUBSTITUTE],
        "waiting": waiting_for(office, now()),
        "typed": request.POST,
        "day": day,
    }
    return page(request, "offices/office", context, status=status)
