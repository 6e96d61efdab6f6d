"""One post: who holds it and who held it before; the head hands it over, fills it when it is vacant, or relieves its holder."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.front import attempt, day_of, officer, page, signed_in, today
from angikar.history.refusal import Refused
from angikar.offices import access, actions
from angikar.offices.models import Officer, Post
from angikar.offices.queries import seats, tenures_of

_MOST = 300  # names offered for choosing; anybody else is found by the name he signs in with


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The post with its holders, and the forms for who may manage its office."""
    return _screen(request, access.post(officer(request), pk))


@signed_in
@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the post to an officer from a day on (`do` is `hand_over` or `appoint`), or leave it vacant (`release`)."""
    post, by, do = access.post(officer(request), pk, "manage"), officer(request), request.POST.get("do")

    def deed() -> None:
        day, acting = day_of(request.POST.get("day", "")), bool(request.POST.get("acting"))
        if do == "release":
            actions.release(post, day=day, by=by)
        elif do == "appoint":
            actions.appoint(_named(request, post), post, since=day, by=by, acting=acting)
        else:
            actions.hand_over(post, _named(request, post), day=day, by=by, acting=acting)

    return _done(request, post, deed)


def _done(request: HttpRequest, post: Post, deed: Callable[[], None]) -> HttpResponse:
    if attempt(request, deed, _("দায়িত্ব লেখা হয়েছে; সব করণীয় পদের সঙ্গেই থাকল।")):
        return redirect("desk:post", post.pk)
    return _screen(request, post, status=422)


def _screen(request: HttpRequest, post: Post, *, status: int = 200) -> HttpResponse:
    manages = access.may_manage(officer(request), post.office)
    context = {
        "post": post,
        "seat": seats([post], today())[0],
        "tenures": tenures_of(post),
        "candidates": access.successors_for(officer(request), post.office)[:_MOST] if manages else (),
        "may_manage": manages,
        "typed": request.POST,
        "day": today(),
    }
    return page(request, "post", context, status=status)


def _named(request: HttpRequest, post: Post) -> Officer:
    """The officer of that sign-in name, whom this post could be handed to. Raises `Refused` when there is none."""
    name = request.POST.get("officer", "").strip()
    found = access.successors_for(officer(request), post.office).filter(username=name).first()
    if found is None:
        raise Refused(f"“{name}” নামে কাউকে পাওয়া গেল না।", f"There is nobody called “{name}” to hand it to.")
    return found
