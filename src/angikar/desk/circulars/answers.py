"""Answers: the duties of a cell of the compliance matrix, every duty of an office or a district under one directive."""

from __future__ import annotations

from datetime import date

from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import number, page, signed_in, today
from angikar.desk.circulars.compliance import asked_of, circular_of
from angikar.duties.models import Duty, DutyState
from angikar.duties.queries import cells
from angikar.offices.keyset import Keyset
from angikar.offices.models import Office
from angikar.rules import duty_key
from angikar.standings.circulars.queries import RECEIPT

_ON_A_PAGE = 60
_ORDER = Keyset("answers", "post__office__path", "day", "pk")


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The duties of an `office`, with `below` of all offices under it, under one `directive`, each with its latest answer."""
    paper, asked = circular_of(request, pk), asked_of(request)
    office = Office.objects.filter(pk=number(request.GET, "office")).first()
    code = request.GET.get("directive", "")
    duties = Duty.objects.filter(paper=paper).exclude(state=DutyState.WITHDRAWN)
    duties = (
        duties.filter(kind="acknowledge")
        if code == RECEIPT
        else duties.filter(key__startswith=duty_key.beginning(code))
    )
    if office is not None:
        below = Office.objects.under(office.path) if request.GET.get("below") else Office.objects.filter(pk=office.pk)
        duties = duties.filter(post__office__in=below)
    if asked.due is not None and code != RECEIPT:
        duties = duties.filter(due=asked.due)
    listed = duties.select_related("post__office").defer("asked").annotate(day=Coalesce("due", date.max))
    pages = _ORDER.page(listed, request.GET.get("page", ""), _ON_A_PAGE)
    directive = next((each for each in paper.content["directives"] if each["code"] == code), None)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "paper": paper,
        "office": office,
        "code": code,
        "directive": directive,
        "pages": pages,
        "count": duties.count(),
        "day": today(),
        "cells": cells(pages.rows),
        "address": query.urlencode(),
        "asked": asked,
    }
    return page(request, "circulars/answers", context)
