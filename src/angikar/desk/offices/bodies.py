"""Committees and teams: those one sits in and those of one's office, and the form that makes a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, day_of, number, officer, page, signed_in, today
from angikar.desk.offices import sentences
from angikar.history.refusal import Refused
from angikar.offices.access import may_manage, office, offices_of
from angikar.offices.addressing import Register
from angikar.offices.bodies.access import bodies_of
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.bodies.queries import counted
from angikar.offices.models import Body, BodyKind, Office, Role
from angikar.rules.bangla.digits import to_latin

_MOBILE = re.compile(r"[\s,]*((?:\+?88)?01\d{3}-?\d{6})\s*$")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The list; a POST forms a body from what was filled in."""
    if request.method == "POST":
        return _formed(request)
    return _screen(request)


def _formed(request: HttpRequest) -> HttpResponse:
    home = office(officer(request), number(request.POST, "office"), "manage")
    made: list[Body] = []

    def action() -> None:
        sent = request.POST
        seats = seats_of(sent.get("chair", ""), Role.CHAIR, home) + seats_of(
            sent.get("secretary", ""), Role.SECRETARY, home
        )
        seats += seats_of(sent.get("members", ""), Role.MEMBER, home)
        kind = sent.get("kind", "")
        made.append(
            form(
                home,
                sent.get("name", ""),
                seats,
                day=day_of(sent.get("day", "")),
                by=officer(request),
                kind=kind if kind in BodyKind.values else BodyKind.COMMITTEE,
                area=sent.get("area", ""),
                tasks=[line.strip() for line in sent.get("tasks", "").splitlines() if line.strip()],
            )
        )

    if attempt(request, action, _("গঠন করা হয়েছে।")):
        return redirect("desk:body", made[0].pk)
    return _screen(request, status=422)


def _screen(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    person = officer(request)
    context = {
        "bodies": counted(bodies_of(person), today()),
        "offices": [each for each in offices_of(person) if may_manage(person, each)],
        "kinds": BodyKind.choices,
        "typed": request.POST or request.GET,
        "day": today(),
    }
    return page(request, "offices/bodies", context, status=status)


def seats_of(text: str, role: str, home: Office) -> list[NewMember]:
    """Who is named in a text, one a line: a post of the register or a family of posts as papers write them, or, where a
    mobile number ends the line, an outsider (name, title, number). Raises `Refused` with the lines that name no post.
    """
    register, seats, lost = Register(home), [], []
    for line in filter(None, map(str.strip, text.splitlines())):
        outsider = _MOBILE.search(to_latin(line))
        if outsider is not None:
            name, _comma, title = line[: outsider.start()].partition(",")
            seats.append(NewMember(name=name.strip(), title=title.strip(), mobile=outsider[1], role=role))
            continue
        found = register.expand(line).posts
        seats += [NewMember(post=post, role=role) for post in found]
        lost += [] if found else [line]
    _refuse_lost(lost)
    return seats


def _refuse_lost(lines: Iterable[str]) -> None:
    if unknown := "; ".join(lines):
        raise Refused(sentences.POSTS_UNKNOWN, lines=unknown)
