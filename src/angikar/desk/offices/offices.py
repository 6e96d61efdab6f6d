"""Offices: the tree below one's own office, with how many posts are filled and which are vacant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, signed_in, today
from angikar.offices.access import mandate, offices_under
from angikar.offices.models import Office
from angikar.offices.queries import counted


@dataclass(slots=True)
class OfficeBranch:
    """An office and the branches below it."""

    office: Office
    below: list[OfficeBranch] = field(default_factory=list)


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The tree, from the offices one serves in downwards."""
    offices = counted(offices_under(officer(request)), today())
    return page(
        request, "offices/offices", {"branches": _branches(offices), "manages": bool(mandate(officer(request)).kept)}
    )


def _branches(offices: Iterable[Office]) -> list[OfficeBranch]:
    """Branches out of offices in the order of their paths; one whose office above is not shown starts a tree."""
    roots: list[OfficeBranch] = []
    known: dict[int | None, OfficeBranch] = {}
    for office in offices:
        branch = known[office.pk] = OfficeBranch(office)
        above = known.get(office.parent_id)
        (above.below if above else roots).append(branch)
    return roots
