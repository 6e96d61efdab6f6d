"""One post: who holds it and who held it before; the head hands it over, fills it when it is vacant, or relieves its holder."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, day_of, now, officer, page, sentence, signed_in, today
from angikar.desk.offices import sentences
from angikar.duties.queries import load
from angikar.history.refusal import Refused
from angikar.offices import access, actions
from angikar.offices.access import mandate
from angikar.offices.approvals.access import waiting_for
from angikar.offices.approvals.actions import settle
from angikar.offices.approvals.wishes import PostWish
from angikar.offices.models import Approval, ApprovalKind, Charge, Delegation, Officer, Post
from angikar.offices.queries import seats, tenures_of

_KINDS = (ApprovalKind.APPOINT, ApprovalKind.HAND_OVER, ApprovalKind.RELEASE, ApprovalKind.SUBSTITUTE)
_MOST = 300  # names offered for choosing; anybody else is found by the name he signs in with


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The post with its holders, and the forms for who may manage its office."""
    return screen(request, access.post(officer(request), pk))


@signed_in
@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the post to an officer from a day on (`do` is `hand_over` or `appoint`), leave it vacant (`release`), or let somebody stand in
    for its holder up to a day (`substitute`).
    """
    post, by, do = access.post(officer(request), pk, "manage"), officer(request), request.POST.get("do")

    made: list[object] = []

    def action() -> None:
        day, kind = day_of(request.POST.get("day", "")), do if do in _KINDS else ApprovalKind.HAND_OVER
        to = None if kind == ApprovalKind.RELEASE else _named(request, post)
        until = day_of(request.POST.get("until", "")) if kind == ApprovalKind.SUBSTITUTE else None
        made.append(settle(PostWish(kind, post, day, to, _charge(request), until), by=by, now=now()))

    return _done(request, post, action, made)


@signed_in
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Store the note that the holder leaves for the successor."""
    post, by, words = access.post(officer(request), pk), officer(request), request.POST.get("words", "")
    attempt(request, lambda: actions.leave_note(post, words, by=by, day=today()), _("উত্তরসূরির জন্য কথা রাখা হয়েছে।"))
    return redirect("desk:post", pk)


def _done(request: HttpRequest, post: Post, action: Callable[[], None], made: list[object]) -> HttpResponse:
    try:
        action()
    except Refused as refused:
        messages.error(request, sentence(refused))
        return screen(request, post, status=422)
    done = _("দায়িত্ব লেখা হয়েছে; সব করণীয় পদের সঙ্গেই থাকল।")
    if any(isinstance(each, Approval) for each in made):
        done = _("অনুরোধ করা হয়েছে; দ্বিতীয় একজন নিশ্চিত করলে কার্যকর হবে।")
    messages.success(request, done)
    return redirect("desk:post", post.pk)


def screen(request: HttpRequest, post: Post, *, status: int = 200) -> HttpResponse:
    """The page of a post, with the forms that its reader may use."""
    manages = access.may_manage(officer(request), post.office) and post.until is None
    seat, held = seats([post], today())[0], mandate(officer(request), today())
    within = manages or post.office_id in held.office_ids
    standing_in = [each for each in post.office.posts.order_by("-is_focal", "rank") if each.is_focal or each.is_head]
    context = {
        "own": post.pk in held.post_ids,
        "within": within,
        "load": load(post, today()) if within else {},
        "standing_in": [each for each in seats(standing_in, today()) if each.tenure and each.post.pk != post.pk],
        "post": post,
        "seat": seat,
        "tenures": tenures_of(post),
        "candidates": access.successors_for(officer(request), post.office)[:_MOST] if manages else (),
        "may_manage": manages,
        "writes_note": seat.tenure is not None and seat.tenure.officer_id == officer(request).pk,
        "given": Delegation.objects.filter(post=post, until__gt=today()).select_related("officer") if within else (),
        "may_entrust": manages and access.may_entrust(officer(request), post.office),
        "charges": [each for each in Charge.choices if each[0] != Charge.SUBSTITUTE],
        "typed": request.POST,
        "waiting": waiting_for(post, now()) if within else (),
        "day": today(),
    }
    return page(request, "offices/post", context, status=status)


def _charge(request: HttpRequest) -> str:
    """How the post is to be held: regularly, unless the form says otherwise."""
    said = request.POST.get("charge", "")
    return said if said in Charge.values else Charge.REGULAR


def _named(request: HttpRequest, post: Post) -> Officer:
    """The officer of that sign-in name to whose hands this post could go. Raises `Refused` when there is none."""
    name = request.POST.get("officer", "").strip()
    found = access.successors_for(officer(request), post.office).filter(username=name).first()
    if found is None:
        raise Refused(sentences.OFFICER_UNKNOWN, name=name)
    return found
