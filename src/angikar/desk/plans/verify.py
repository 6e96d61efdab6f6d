"""Verifying a filed quarter: taken up, its sample looked at again, rows accepted or sent back, and the whole accepted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from angikar.desk.base import either, number, officer, refusal, signed_in, today
from angikar.desk.plans.filing import onward, screen
from angikar.duties import access as duties
from angikar.duties import actions
from angikar.duties.cycle import access
from angikar.duties.cycle.actions import accept, accept_rest, check, send_back, take_up
from angikar.duties.models import Filing
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.duty import figure
from angikar.rules.reading import Doubt

ROWS = ("check", "accept_row", "send_back_row")
"""What is done with one row; everything else is done with the whole."""


@signed_in
@require_POST
def show(request: HttpRequest, pk: int, quarter: int) -> HttpResponse:
    """Do what the button says, with one row (`report`) or with the whole, and go on to the next row that waits."""
    filing = access.filing(officer(request), pk, quarter)
    if "review" not in access.parts(mandate(officer(request)), filing.paper):
        raise NotYours
    do, at = request.POST.get("do", ""), 0
    try:
        if do in ROWS:
            found = duties.report(officer(request), number(request.POST, "report"), to="review")
            at = found.duty_id
            _row(request, filing, found.pk, do)
        else:
            _whole(request, filing, do)
    except Refused as refused:
        return screen(request, filing.paper, quarter, refused, at)
    return onward(filing.paper, quarter, at)


def _row(request: HttpRequest, filing: Filing, report: int, do: str) -> None:
    by, day, words = officer(request), today(), request.POST.get("words", "")
    found = duties.report(by, report, to="review")
    if (found.duty.paper_id, found.duty.quarter) != (filing.paper_id, filing.quarter):
        raise NotYours
    if do == "check":
        check(filing, found, by=by, today=day, words=words)
        messages.success(request, _("যাচাই করা হয়েছে বলে লেখা হয়েছে।"))
    elif do == "send_back_row":
        send_back(filing, by=by, sentence=words, today=day, duties=[found.duty_id])
        messages.success(request, _("সারিটি ফেরত পাঠানো হয়েছে।"))
    else:
        value = figure(found.duty.ask, request.POST.get("accepted", ""), day)
        if isinstance(value, Doubt):
            raise refusal(value)
        actions.accept(found, by=by, today=day, value=value, words=words)
        messages.success(request, _("গৃহীত হয়েছে।"))


def _whole(request: HttpRequest, filing: Filing, do: str) -> None:
    by, day, words = officer(request), today(), request.POST.get("words", "")
    if do == "take_up":
        take_up(filing, by=by, today=day)
        messages.success(request, _("যাচাই শুরু হয়েছে; নমুনার সারিগুলো চিহ্নিত আছে।"))
    elif do == "accept_rest":
        count = len(accept_rest(filing, by=by, today=day))
        done_text = ngettext("সন্দেহহীন %(count)sটি সারি গৃহীত হয়েছে।", "সন্দেহহীন %(count)sটি সারি গৃহীত হয়েছে।", count)
        messages.success(request, done_text % {"count": either(to_bangla(str(count)), str(count))})
    elif do == "send_back":
        send_back(filing, by=by, sentence=words, today=day)
        messages.success(request, _("ত্রৈমাসিকটি ফেরত পাঠানো হয়েছে।"))
    elif do == "accept":
        accept(filing, by=by, today=day, words=words)
        messages.success(request, _("ত্রৈমাসিকটি গৃহীত হয়ে বন্ধ হয়েছে।"))
    else:
        raise NotYours
