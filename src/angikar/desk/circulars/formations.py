"""The bodies of a circular: which office has formed which, with which members and since when; each office forms its own here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, day_of, number, officer, page, signed_in, today
from angikar.desk.circulars import sentences
from angikar.desk.offices.bodies import seats_of
from angikar.duties.formations import access, actions
from angikar.duties.formations.letter import order_of
from angikar.duties.formations.queries import Expected, expected
from angikar.duties.formations.queries import seats_of as sitting
from angikar.duties.models import Formation
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import holders_of, may_manage
from angikar.offices.bodies.queries import Sitting, sittings
from angikar.offices.models import Body, Member, Post, Role
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.kinds.plain_letter import PLAIN_LETTER


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The board. A POST does what `do` says: `form` a body of an office, `adopt` one it has, or draft the `order`."""
    paper = access.circular(officer(request), pk)
    if request.method != "POST":
        return _screen(request, paper)
    verbs: dict[str, Callable[[HttpRequest, Paper], Paper | None]] = {"form": _form, "adopt": _adopt, "order": _order}
    action, made = verbs.get(request.POST.get("do", "")), []
    if action is None:
        raise NotYours
    done = {"order": _("গঠনের আদেশ খসড়া হয়েছে; দেখে জারি করুন।")}.get(request.POST["do"], _("গঠন লেখা হয়েছে।"))
    if not attempt(request, lambda: made.append(action(request, paper)), done):
        return _screen(request, paper, status=422)
    return redirect("desk:paper", made[0].pk) if made[0] else redirect("desk:formations", pk)


def _form(request: HttpRequest, paper: Paper) -> None:
    sent, by = request.POST, officer(request)
    each = access.to_form(by, paper, sent.get("name", ""), number(sent, "office"))
    seats = seats_of(sent.get("chair", ""), Role.CHAIR, each.office)
    seats += seats_of(sent.get("secretary", ""), Role.SECRETARY, each.office)
    seats += seats_of(sent.get("members", ""), Role.MEMBER, each.office)
    actions.form(
        paper,
        each.described.name,
        each.office,
        seats,
        day=day_of(sent.get("day", "")),
        by=by,
        today=today(),
        area=sent.get("area", ""),
    )


def _adopt(request: HttpRequest, paper: Paper) -> None:
    sent, by = request.POST, officer(request)
    each = access.to_form(by, paper, sent.get("name", ""), number(sent, "office"))
    body = Body.objects.filter(office=each.office, pk=number(sent, "body")).first()
    if body is None:
        raise Refused(sentences.BODY_NOT_CHOSEN)
    actions.adopt(paper, each.described.name, body, by=by, today=today())


def _order(request: HttpRequest, paper: Paper) -> Paper:
    by, day = officer(request), today()
    formation = access.formation(by, paper, number(request.POST, "formation"))
    if formation.order is not None:
        return formation.order
    office = formation.body.office
    head = Post.objects.filter(office=office, is_head=True).first()
    signs = Sitting(Member(post=head), holders_of([head], day).get(head.pk)) if head else None
    content = order_of(formation, paper, sittings(formation.body, day), signs)
    letter = draft(by, office=office, kind=PLAIN_LETTER.name, content=content)
    actions.order(formation, letter, by=by)
    return letter


def _screen(request: HttpRequest, paper: Paper, *, status: int = 200) -> HttpResponse:
    person, found = officer(request), expected(paper)
    formations = [formation for each in found for formation in each.formed]
    mine = {each.office.pk for each in found if may_manage(person, each.office)}
    context = {
        "paper": paper,
        "groups": [(asked, list(rows)) for asked, rows in groupby(found, key=lambda each: each.described)],
        "formed": sum(bool(each.formed) for each in found),
        "total": len(found),
        "seats": sitting(formations),
        "mine": mine,
        "others": _others(found, formations, mine),
        "typed": request.POST,
        "day": today(),
    }
    return page(request, "circulars/formations", context, status=status)


def _others(found: list[Expected], formations: list[Formation], mine: set[int]) -> dict[int, list[Body]]:
    """The bodies that the offices one may manage have already and that none of this circular's bodies is yet."""
    taken = [each.body_id for each in formations]
    rows = Body.objects.on(today()).filter(office__in=mine).exclude(pk__in=taken).select_related("office")
    others: dict[int, list[Body]] = {each.office.pk: [] for each in found}
    for body in rows:
        others[body.office_id].append(body)
    return others
