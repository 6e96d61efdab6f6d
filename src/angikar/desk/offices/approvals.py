"""What takes two people: what waits for one's word, what one has asked for, and how it was answered."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, now, officer, page, signed_in, today
from angikar.duties.extent.queries import extents
from angikar.history.refusal import NotYours
from angikar.offices.accounts.queries import Slip
from angikar.offices.approvals import access, actions
from angikar.offices.models import Approval, ApprovalState

_MOST = 200


@never_cache
@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list; what waits for one's own word comes first."""
    return _screen(request)


@never_cache
@signed_in
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm, refuse or withdraw, as `do` says; a code that was confirmed is shown once, to who confirmed it."""
    by, do, codes = officer(request), request.POST.get("do", ""), list[str]()
    right = "withdraw" if do == "withdraw" else "answer"
    found = access.approval(by, pk, now(), "withdraw" if right == "withdraw" else "answer")
    verbs: dict[str, Callable[[], object]] = {
        "confirm": lambda: codes.append(actions.confirm(found, by=by, now=now())),
        "refuse": lambda: actions.refuse(found, request.POST.get("reason", ""), by=by, now=now()),
        "withdraw": lambda: actions.withdraw(found, by=by, now=now()),
    }
    if do not in verbs:
        raise NotYours
    done = attempt(request, verbs[do], _("লেখা হয়েছে।"))
    if done and not any(codes):
        return redirect("desk:approvals")
    slip = Slip(found.officer, codes[0]) if done and found.officer is not None else None
    return _screen(request, slip, status=200 if done else 422)


def _screen(request: HttpRequest, slip: Slip | None = None, *, status: int = 200) -> HttpResponse:
    person, moment = officer(request), now()
    rows = access.approvals_for(person, moment)[:_MOST]
    waiting = [each for each in rows if each.state == ApprovalState.WAITING and each.expires > moment]
    mine = [each for each in waiting if access.may_answer(person, each)]
    context = {
        "slip": slip,
        "to_answer": mine,
        "extents": extents(waiting, today()),
        "waiting": [each for each in waiting if each not in mine],
        "answered": [(each, _state(each)) for each in rows if each not in waiting],
        "person": person,
        "typed": request.POST,
    }
    return page(request, "offices/approvals", context, status=status)


def _state(approval: Approval) -> str:
    """How it ended; what nobody answered in its days has expired."""
    return ApprovalState.EXPIRED if approval.state == ApprovalState.WAITING else approval.state
