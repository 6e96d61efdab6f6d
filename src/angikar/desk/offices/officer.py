"""An officer's card: names, how to reach him, by which channel notices come, his posts, and for his keeper the account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, now, number, page, signed_in, today
from angikar.desk.base import officer as reader
from angikar.desk.door.guard import tries, was_right
from angikar.history.refusal import NotYours
from angikar.notices.models import NoticeKind
from angikar.notices.retention.actions import erase_officer
from angikar.offices.accounts import actions
from angikar.offices.accounts.access import may_keep, officer
from angikar.offices.accounts.card import Card
from angikar.offices.accounts.queries import Slip
from angikar.offices.accounts.sessions import seen_sessions, session
from angikar.offices.approvals.actions import settle_account
from angikar.offices.guessing.limits import Door
from angikar.offices.models import Approval, ApprovalKind, FaceLanguage, Officer, Tenure
from angikar.offices.preferences import NoticeWay, way_of
from angikar.offices.tokens.access import token, tokens_of
from angikar.offices.tokens.actions import revoke_token

_KINDS = (ApprovalKind.CODE, ApprovalKind.CLOSE, ApprovalKind.ADMINISTRATOR, ApprovalKind.NO_ADMINISTRATOR)


@never_cache
@sensitive_post_parameters("password")
@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The card; a POST does what `do` says."""
    found = officer(reader(request), pk)
    if request.method != "POST":
        return _screen(request, found)
    keeps, by, slips = may_keep(reader(request), found), reader(request), list[Slip]()
    verbs: dict[str, Callable[[], object]] = {
        "card": lambda: actions.edit_card(found, _card(request, found, keeps), by=by, password=_password(request)),
        "ways": lambda: actions.choose_ways(found, _ways(request), by=by),
    }
    if keeps:
        verbs |= {
            "end_session": lambda: actions.end_session(session(by, number(request.POST, "session"), found), by=by),
            "revoke_token": lambda: revoke_token(token(by, number(request.POST, "token")), by=by, now=now()),
            "end_sessions": lambda: actions.end_sessions(found, now=now(), by=by),
            "erase": lambda: erase_officer(found, by=by),
            "open": lambda: actions.open_account(found, by=by),
            **{kind: lambda kind=kind: _settled(request, found, kind, slips) for kind in _KINDS},  # type: ignore[misc]
        }
    do = verbs.get(request.POST.get("do", ""))
    if do is None:
        raise NotYours
    done = attempt(request, do, _("লেখা হয়েছে।"))
    if done and not slips:
        return redirect("desk:officer", pk)
    return _screen(request, found, slips[0] if slips else None, status=200 if done else 422)


def _password(request: HttpRequest) -> str:
    """The password that proves who changes his own card; wrong ones are counted like those at every door."""
    typed, person = request.POST.get("password", ""), reader(request)
    if typed:
        guess = tries(request, Door.OWN_PASSWORD, person.username)
        if person.check_password(typed):
            was_right(guess)
    return typed


def _settled(request: HttpRequest, found: Officer, kind: str, slips: list[Slip]) -> None:
    """Do it, or ask for the second person that it takes; a code is shown once."""
    said = settle_account(kind, found, by=reader(request), now=now())
    if isinstance(said, Approval):
        messages.info(request, _("অনুরোধ করা হয়েছে; দ্বিতীয় একজন নিশ্চিত করলে কার্যকর হবে।"))
    elif said:
        slips.append(Slip(found, said))


def _card(request: HttpRequest, found: Officer, keeps: bool) -> Card:
    """What was typed; the official name and the employee id are the keeper's to write."""
    sent = request.POST
    typed = Card(
        **{name: sent.get(name, "") for name in ("name", "name_en", "employee_id", "email", "mobile", "language")}
    )
    return typed if keeps else replace(typed, name=found.name, employee_id=found.employee_id)


def _ways(request: HttpRequest) -> dict[str, NoticeWay]:
    sent = request.POST
    return {
        kind: NoticeWay(
            email=bool(sent.get(f"{kind}-email")),
            sms=bool(sent.get(f"{kind}-sms")),
            at_once=sent.get(f"{kind}-when") != "digest",
        )
        for kind in NoticeKind.values
    }


def _screen(request: HttpRequest, found: Officer, slip: Slip | None = None, *, status: int = 200) -> HttpResponse:
    fresh = Officer.objects.get(pk=found.pk)
    keeps = may_keep(reader(request), fresh)
    context = {
        "officer": fresh,
        "slip": slip,
        "keeps": keeps,
        "is_self": fresh.pk == reader(request).pk,
        "administers": reader(request).is_staff,
        "languages": FaceLanguage.choices,
        "ways": [(kind, way_of(fresh, kind)) for kind in NoticeKind.values],
        "tenures": Tenure.objects.filter(officer=fresh).select_related("post__office"),
        "sessions": seen_sessions(fresh, now()) if keeps else (),
        "tokens": tokens_of(reader(request), fresh) if keeps else (),
        "typed": request.POST if request.POST.get("do") == "card" else {},
        "serves": Tenure.objects.filter(officer=fresh).exclude(until__lte=today()).exists(),
        "day": today(),
    }
    return page(request, "offices/officer", context, status=status)
