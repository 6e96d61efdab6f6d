"""Several at once from the page of the day: answers accepted as they were claimed, papers acknowledged; what stays out is said with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from angikar.desk.base import either, officer, row_number, sentence, signed_in, today
from angikar.duties.owed.several import SeveralDone, accept_several, acknowledge_several
from angikar.history.refusal import Refused
from angikar.rules.bangla.digits import to_bangla

_LONG = 60  # letters of what is asked, where it only names a row


@signed_in
@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    """Accept the answers that are ticked (`report`)."""

    def done(count: int) -> str:
        return ngettext("%(count)sটি প্রতিবেদন গৃহীত হয়েছে।", "%(count)sটি প্রতিবেদন গৃহীত হয়েছে।", count)

    return _do(request, "report", lambda ticked: accept_several(ticked, by=officer(request), today=today()), done)


@signed_in
@require_POST
def acknowledge(request: HttpRequest) -> HttpResponse:
    """Acknowledge the receipt of the papers that are ticked (`duty`)."""

    def done(count: int) -> str:
        return ngettext("%(count)sটি নথির প্রাপ্তি স্বীকার করা হয়েছে।", "%(count)sটি নথির প্রাপ্তি স্বীকার করা হয়েছে।", count)

    return _do(request, "duty", lambda ticked: acknowledge_several(ticked, by=officer(request), today=today()), done)


def _do(
    request: HttpRequest, name: str, act: Callable[[Collection[int]], SeveralDone], done: Callable[[int], str]
) -> HttpResponse:
    try:
        outcome = act(_ticked(request, name))
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("desk:today")
    if outcome.done:
        messages.success(request, done(outcome.done) % {"count": _in_digits(outcome.done)})
    for why, rows in _by_reason(outcome).items():
        said = _("রয়ে গেছে %(count)sটি (%(rows)s)। %(why)s")
        messages.warning(request, said % {"count": _in_digits(len(rows)), "rows": "; ".join(rows), "why": why})
    return redirect("desk:today")


def _ticked(request: HttpRequest, name: str) -> list[int]:
    """The numbers that were ticked, each once; 0, which is the number of no row, for what is none."""
    sent = dict.fromkeys(request.POST.getlist(name))
    return list(map(row_number, sent))


def _by_reason(outcome: SeveralDone) -> dict[str, list[str]]:
    """What stayed out by the sentence that says why: many rows have the same reason."""
    found: dict[str, list[str]] = defaultdict(list)
    for duty, refused in outcome.left_out:
        found[sentence(refused)].append(duty.text if len(duty.text) <= _LONG else f"{duty.text[:_LONG].rstrip()}…")
    return found


def _in_digits(count: int) -> str:
    return either(to_bangla(str(count)), str(count))
