"""Offices: the tree below one's own offices, opened branch by branch, and offices found by words; also where there are many thousands."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from angikar.desk.base import number, officer, page, signed_in, today
from angikar.history.refusal import NotYours
from angikar.offices import tree
from angikar.offices.access import mandate, offices_under
from angikar.offices.finding import found_by
from angikar.offices.models import Office, OfficeKind, Officer
from angikar.offices.queries import counted

WHOLE = 100
"""Up to so many offices the tree is open from top to bottom."""

MOST = 200
"""Offices of one branch, or found by words, that are shown; the page of an office shows all below it."""


@dataclass(slots=True)
class OfficeBranch:
    """An office and, where it is open, the branches below it; `more` is how many of them are not shown."""

    office: Office
    has_below: bool = False
    is_open: bool = False
    below: list[OfficeBranch] = field(default_factory=list)
    more: int = 0


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The tree from the offices one serves in, with the way to the office `open` opened; or the offices that `q` means."""
    person, words = officer(request), request.GET.get("q", "").strip()
    mine = offices_under(person).filter(until=None)
    found = _known(found_by(mine, words), MOST) if words else []
    branches = [] if words else _whole(mine) or _roots(person, mine, number(request.GET, "open"))
    manages = person.is_staff or bool(mandate(person).kept)
    context = {
        "administers": person.is_staff,
        "levels": OfficeKind.values,
        "q": words,
        "found": found,
        "branches": branches,
        "most": MOST,
        "manages": manages,
    }
    return page(request, "offices/offices", context)


@signed_in
@require_GET
def branch(request: HttpRequest, pk: int) -> HttpResponse:
    """What is directly below an office, for a branch that opens in its place; without a script the whole tree with it open."""
    found = offices_under(officer(request)).filter(pk=pk).first()
    if found is None:
        raise NotYours
    if "HX-Request" not in request.headers:
        return redirect(f"{reverse('desk:offices')}?open={pk}#office-{pk}")
    return page(request, "offices/branch", {"branch": _opened(found, frozenset())})


def _whole(mine: QuerySet[Office]) -> list[OfficeBranch]:
    """The whole tree, where it is small; one whose office above is not shown starts a tree."""
    numbers = list(mine.filter(until=None).values_list("pk", flat=True)[: WHOLE + 1])
    if len(numbers) > WHOLE:
        return []
    roots: list[OfficeBranch] = []
    known: dict[int | None, OfficeBranch] = {}
    for office in counted(Office.objects.filter(pk__in=numbers), today()):
        branch = known[office.pk] = OfficeBranch(office)
        above = known.get(office.parent_id)
        (above.below if above else roots).append(branch)
        if above:
            above.has_below = above.is_open = True
    return roots


def _roots(person: Officer, mine: QuerySet[Office], wanted: int) -> list[OfficeBranch]:
    """The offices at the top of what one sees, each open as far as the way to one's own offices and to the wanted one leads."""
    own = mandate(person)
    chosen = mine.filter(pk=wanted).first()
    ways = [*own.paths, *([chosen.path] if chosen else [])]
    opened = frozenset(path for way in ways for path in (*tree.ancestors(way), way))
    if person.is_staff:
        tops = mine.filter(parent=None)
    else:
        paths = [
            path for path in own.paths if not any(tree.is_under(path, other) for other in own.paths if other != path)
        ]
        tops = mine.filter(path__in=paths)
    return [_branch(top, opened) for top in _known(tops, MOST)]


def _branch(office: Office, opened: frozenset[str]) -> OfficeBranch:
    if office.path in opened:
        return _opened(office, opened)
    return OfficeBranch(office, has_below=bool(getattr(office, "has_below", False)))


def _opened(office: Office, opened: frozenset[str]) -> OfficeBranch:
    below = Office.objects.open().filter(parent=office)
    shown = [_branch(each, opened) for each in _known(below, MOST + 1)]
    more = below.count() - MOST if len(shown) > MOST else 0
    return OfficeBranch(office, has_below=bool(shown), is_open=True, below=shown[:MOST], more=more)


def _known(offices: QuerySet[Office], most: int) -> list[Office]:
    """The first of some offices with their posts counted, and whether there are open ones below. They are chosen first, so that
    nothing is counted for the others.
    """
    numbers = list(offices.order_by("path").values_list("pk", flat=True)[:most])
    below = Office.objects.open().filter(parent=OuterRef("pk"))
    return list(counted(Office.objects.filter(pk__in=numbers), today()).annotate(has_below=Exists(below)))
