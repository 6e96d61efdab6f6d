"""Settling a doubt: take what is suggested, confirm what is printed, or write another value; then go on to the next one."""

from __future__ import annotations

from typing import cast, get_args
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, number, officer, signed_in
from angikar.desk.papers import sentences
from angikar.desk.papers.fields import fields_at
from angikar.desk.papers.sheet import in_order
from angikar.history.refusal import Refused
from angikar.papers import access
from angikar.papers.doubts import find, still_open
from angikar.papers.models import Paper, State
from angikar.papers.settling.actions import settle as settle_doubt
from angikar.papers.settling.risks import by_risk
from angikar.papers.stored_doubt import Choice, StoredDoubt
from angikar.rules.kinds import kind_named


@signed_in
@require_POST
def settle(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Settle one doubt of a paper and go back to the next one."""
    paper = access.paper(officer(request), pk, to="amend")
    choice = request.POST.get("choice", "")
    if choice not in get_args(Choice):
        return HttpResponseBadRequest(_("এমন কোনো বাছাই নেই।"))
    only = request.POST.get("only") or None
    listed = in_order(still_open(paper.doubts, only))
    order = [doubt.key for doubt in (by_risk(listed) if paper.state == State.INTAKE else listed)]

    def action() -> Paper:
        doubt = find(paper.doubts, key)
        value = _value(paper, doubt, request.POST.get("value", "")) if choice == "value" else None
        return settle_doubt(
            paper,
            key,
            cast(Choice, choice),
            version=number(request.POST, "version"),
            by=officer(request),
            value=value,
            words=request.POST.get("words", ""),
        )

    done = attempt(request, action, _("মীমাংসা হয়েছে।"))
    return redirect(f"{_back(request, paper)}#doubt-{_next(order, key) if done else key}")


@signed_in
@require_POST
def settle_infos(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm as printed every doubt that is only information; errors and warnings are looked at one by one."""
    paper = access.paper(officer(request), pk, to="amend")
    version = number(request.POST, "version")
    for doubt in still_open(paper.doubts, "info"):
        try:
            paper = settle_doubt(paper, doubt.key, "keep", version=version, by=officer(request))
        except Refused:  # somebody else settled it meanwhile
            continue
    messages.success(request, _("যা শুধু জানার জন্য ছিল, দেখা হয়েছে বলে রাখা হলো।"))
    return redirect(_back(request, paper))


def _value(paper: Paper, doubt: StoredDoubt, typed: str) -> object:
    fields = fields_at(kind_named(paper.kind).content, paper.content, doubt.path)
    if len(fields) != 1:
        raise Refused(sentences.NOT_ONE_VALUE)
    return fields[0].value(typed)


def _back(request: HttpRequest, paper: Paper) -> str:
    """The page one was on, with what it showed of the doubts and of the source."""
    page = reverse("desk:review" if paper.state == State.INTAKE else "desk:paper", args=[paper.pk])
    shown = {name: request.POST[name] for name in ("only", "source", "turn") if request.POST.get(name)}
    return f"{page}?{urlencode(shown)}" if shown else page


def _next(order: list[str], key: str) -> str:
    """The doubt after this one, or the one before where it was the last."""
    after = order.index(key) + 1 if key in order else 0
    return (order[after:] or order[: after - 1] or [""])[0 if order[after:] else -1]
