"""One office: its place in the tree, its posts and who holds them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, signed_in, today
from angikar.offices import access
from angikar.offices.models import Office
from angikar.offices.queries import counted, seats


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The office, the way to it from the root, and the offices directly below."""
    office, day = access.office(officer(request), pk), today()
    context = {
        "office": office,
        "above": Office.objects.above(office.path),
        "below": counted(Office.objects.filter(parent=office), day),
        "seats": seats(office.posts.all(), day),
        "may_manage": access.may_manage(officer(request), office),
    }
    return page(request, "offices/office", context)
