"""One decision: its thread through the meetings, what each office reports, and the words of those who manage the register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.desk.versioned import versioned
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours
from angikar.meetings.models import Decision, ShareState
from angikar.meetings.register import access, actions, queries
from angikar.meetings.states import BY_HAND
from angikar.offices.access import mandate

_EARLIER = 60  # so many earlier decisions are offered for a thread


@signed_in
@versioned
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The thread, the first meeting first."""
    by, day = officer(request), today()
    decision = access.decision(by, pk, day)
    given = access.rights(mandate(by, day), decision, day)
    context = {
        "decision": decision,
        "thread": queries.thread(decision, access.shares_for(by, day)),
        "rights": given,
        "by_hand": [ShareState(state) for state in BY_HAND],
        "earlier": list(_earlier(decision)) if "keep" in given else [],
        "history": history_of(decision).order_by("-pk"),
        "is_late": queries.is_late,
        "day": day,
    }
    return page(request, "meetings/decision", context)


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says: `state` of a share, the chair's `word` on one, or `link` to an earlier decision (0 for none)."""
    by, day, sent = officer(request), today(), request.POST
    decision = access.decision(by, pk, day, "keep")
    do, words = sent.get("do", ""), sent.get("words", "")
    if do == "link":
        chosen = number(sent, "earlier")
        earlier = access.decision(by, chosen, day) if chosen else None
        attempt(request, lambda: actions.link(decision, earlier, by=by, today=day), _("লেখা হয়েছে।"))
        return redirect("desk:decision", pk)
    share = access.share(by, number(sent, "share"), day, "word" if do == "word" else "keep")
    if do == "word":
        attempt(request, lambda: actions.give_word(share, by=by, words=words, today=day), _("লেখা হয়েছে।"))
    elif do == "state":
        state = sent.get("state", "")
        attempt(request, lambda: actions.set_state(share, state, by=by, words=words, today=day), _("লেখা হয়েছে।"))
    else:
        raise NotYours
    return redirect("desk:decision", pk)


def _earlier(decision: Decision) -> list[Decision]:
    """The decisions of earlier meetings that this one may continue, the latest first."""
    same = Decision.objects.filter(body=decision.body_id, office_path=decision.office_path, continued_by=None)
    before = same.filter(issued__lte=decision.issued).exclude(paper=decision.paper_id).exclude(pk=decision.pk)
    return list(before.order_by("-issued", "-pk")[:_EARLIER])
