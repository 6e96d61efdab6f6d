"""The receipts of an issued paper: sent, seen, acknowledged and late by district, who outside has a link, and the printed list."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.desk.prints import AskedPrint, Print, asked_by, hand_out
from angikar.duties.receipts import actions
from angikar.duties.receipts.annex import annex
from angikar.duties.receipts.queries import ReceiptArea, by_area, outsiders_of, receipts
from angikar.formats import write_docx, write_pdf, write_xlsx
from angikar.notices import letters
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.models import FROZEN, Paper, State
from angikar.papers.receipts import access as links
from angikar.papers.receipts.actions import Role, address_outside, see
from angikar.rules.document import Document
from angikar.rules.kinds import kind_named

_SHORT = 60
"""So many addressees are shown at once; of more, those of the district that is opened."""
_COLUMNS = 6
_WRITERS: dict[str, Callable[[Document], bytes]] = {"pdf": write_pdf, "docx": write_docx, "xlsx": write_xlsx}


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The board; before the paper is issued it tells who outside it will go to."""
    by = officer(request)
    held, paper = mandate(by), access.paper(by, pk)
    see(paper, held, by=by, at=timezone.now())
    found = receipts(paper, today()) if paper.state in FROZEN else []
    areas = by_area(found)
    opened = number(request.GET, "area")
    owner = "amend" in access.rights(held, paper)
    outside = outsiders_of(paper)
    return page(
        request,
        "papers/receipts",
        {
            "paper": paper,
            "kind": kind_named(paper.kind),
            "issued": paper.state in FROZEN,
            "areas": areas,
            "whole": _whole(areas),
            "shown": {area.office.pk for area in areas if len(found) <= _SHORT or area.office.pk == opened},
            "opened": opened,
            "sent_on": letters.sent_at(paper),
            "outsiders": outside if owner else [],
            "outside": len([each for each in outside if each.revoked_at is None]),
            "outside_done": len([each for each in outside if each.acknowledged_at is not None]),
            "ways": letters.channels_of(outside) if owner else {},
            "owner": owner,
            "may_ask": owner and paper.state == State.ISSUED,
            "unasked": {each.role for each in found if each.text and not each.asked},
            "may_address": owner and paper.state not in (State.INTAKE, State.SUPERSEDED, State.DISCARDED),
        },
    )


def _whole(areas: list[ReceiptArea]) -> dict[str, int]:
    names = ("sent", "seen", "asked", "acknowledged", "missing", "late")
    return {name: sum(getattr(area, name) for area in areas) for name in names}


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for receipts that the words of the paper did not ask for, or address somebody outside."""
    by = officer(request)
    paper = access.paper(by, pk, to="amend")
    role: Role = "copy" if request.POST.get("role") == "copy" else "action"
    if request.POST.get("do") == "ask":
        done = _("প্রাপ্তি স্বীকার চাওয়া হয়েছে।")
        attempt(request, lambda: actions.ask(paper, by=by, role=role, today=today()), done)
    else:
        attempt(request, lambda: _address(request, paper, role), _("প্রাপক যোগ হয়েছে।"))
    return redirect("desk:receipts", pk)


def _address(request: HttpRequest, paper: Paper, role: Role) -> None:
    sent = {name: request.POST.get(name, "") for name in ("name", "reach", "note")}
    outsider = address_outside(paper, by=officer(request), role=role, **sent)
    if paper.state in FROZEN:
        letters.write_again(outsider, day=today())


@signed_in
@require_POST
def outsider(request: HttpRequest, pk: int) -> HttpResponse:
    """Send somebody outside another link, or revoke the earlier ones."""
    by = officer(request)
    found = links.outsider(by, pk)
    if request.POST.get("do") == "revoke":
        attempt(
            request,
            lambda: actions.revoke(found, by=by, at=timezone.now()),
            _("সংযোগ বাতিল হয়েছে; আগের ই-মেইল আর চলবে না।"),
        )
    elif found.revoked_at is None and found.paper.state in FROZEN:
        letters.write_again(found, day=today())
        messages.success(request, _("নতুন সংযোগসহ চিঠি আবার পাঠানোর সারিতে আছে।"))
    else:
        messages.error(request, _("এই প্রাপককে এখন চিঠি পাঠানো যায় না।"))
    return redirect("desk:receipts", found.paper_id)


@signed_in
@require_GET
def print_out(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The list of receipts of today, as PDF, DOCX or XLSX: the annex of the paper; one of many is made beside the pages."""
    if form not in _WRITERS:
        raise Http404
    asked = asked_by(request, form, pk)
    paper = _may_print(asked)
    cells = _COLUMNS * paper.addressees.count()
    title = _("প্রাপ্তির তালিকা: %(paper)s") % {"paper": paper.title}
    return hand_out(request, RECEIPTS, asked, cells=cells, title=title, back=reverse("desk:receipts", args=[pk]))


def _may_print(asked: AskedPrint) -> Paper:
    paper = access.paper(asked.by, asked.pk)
    if paper.state not in FROZEN:
        raise Http404
    return paper


def _print(asked: AskedPrint) -> tuple[bytes, str]:
    paper = _may_print(asked)
    owner = "amend" in access.rights(mandate(asked.by), paper)
    document = annex(paper, receipts(paper, today()), outsiders_of(paper) if owner else (), today())
    return _WRITERS[asked.form](document), f"receipts-{paper.pk}.{asked.form}"


RECEIPTS = Print("receipts", _may_print, _print)
