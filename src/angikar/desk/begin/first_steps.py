"""The steps after the first office: who keeps the register, who is the focal officer, where the first paper goes."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, now, officer, page, signed_in, today
from angikar.history.refusal import NotYours
from angikar.offices import access
from angikar.offices.accounts.actions import give_code
from angikar.offices.accounts.queries import Slip
from angikar.offices.founding import NewSeat, seat
from angikar.offices.models import Office, Officer, Post
from angikar.offices.posts.actions import edit_post
from angikar.offices.posts.facts import PostFacts
from angikar.offices.queries import seats
from angikar.papers.access import papers_for


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The steps of one's own office, done and to do; `do` is `focal`, `keeper`, or `head_is_focal`."""
    office = _own(officer(request))
    if request.method != "POST":
        return _screen(request, office)
    slips: list[Slip] = []
    verbs: dict[str, Callable[[], object]] = {
        "focal": lambda: slips.append(_seated(request, office, focal=True)),
        "keeper": lambda: slips.append(_seated(request, office, focal=False)),
        "head_is_focal": lambda: _head_is_focal(request, office),
    }
    do = verbs.get(request.POST.get("do", ""))
    if do is None:
        raise NotYours
    done = attempt(request, do, _("লেখা হয়েছে।"))
    return _screen(request, office, slips[0] if slips else None, status=200 if done else 422)


def _own(person: Officer) -> Office:
    """The office one manages and serves in. Raises `NotYours`."""
    for each in access.offices_of(person):
        if access.may_manage(person, each):
            return each
    first = access.offices_under(person).filter(until=None).order_by("path").first() if person.is_staff else None
    if first is None:
        raise NotYours
    return first


def _seated(request: HttpRequest, office: Office, *, focal: bool) -> Slip:
    sent, by = request.POST, officer(request)
    wanted = NewSeat(
        sent.get("title", ""), sent.get("name", ""), sent.get("username", ""), is_focal=focal, keeps_register=not focal
    )
    _post, new = seat(office, wanted, day=today(), by=by, now=now())
    return Slip(new, give_code(new, now=now(), by=by))


def _head_is_focal(request: HttpRequest, office: Office) -> Post:
    post = office.posts.open().get(is_head=True)
    return edit_post(post, PostFacts.of(post, is_focal=True), by=officer(request))


def _screen(request: HttpRequest, office: Office, slip: Slip | None = None, *, status: int = 200) -> HttpResponse:
    held = seats(office.posts.open(), today())
    context = {
        "office": office,
        "slip": slip,
        "head": next((each for each in held if each.post.is_head), None),
        "keepers": [each for each in held if each.post.keeps_register],
        "focal": [each for each in held if each.post.is_focal],
        "papers": papers_for(officer(request)).exists(),
        "typed": request.POST,
    }
    return page(request, "begin/first_steps", context, status=status)
