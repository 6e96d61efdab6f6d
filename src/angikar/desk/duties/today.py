"""Today: everything one owes by paper and by what is asked, the late first, and what others owe one's office, the worst first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import clock, officer, page, signed_in, today
from angikar.desk.versioned import made_of, true_until, versioned
from angikar.duties.cycle.access import filings_for
from angikar.duties.owed.access import first_of, first_owed_to
from angikar.duties.owed.groups import by_office, by_urgency
from angikar.duties.owed.rows import latest_answers
from angikar.duties.owed.several import AT_ONCE
from angikar.offices.access import Mandate, mandate, may_manage, offices_of
from angikar.offices.models import Officer
from angikar.papers.access import reads_any, to_comment
from angikar.papers.letters.queries import in_hand
from angikar.search.access import saved_by

_MOST = 200  # of each list: more than anybody does in a day
_SHOWN = 12
"""So many rows of a group are listed one by one; the rest stand together where all of it is seen, in the grid or on the paper."""


@signed_in
@versioned
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Receipts, late, today, this week, later; then the answers that wait for one's office, and who has not answered it."""
    by, day = officer(request), today()
    mine = first_of(by, day, _MOST)
    receipts = [duty for duty in mine if duty.kind == "acknowledge"]
    waiting, silent = first_owed_to(by, day, _MOST)
    drafts, comments = in_hand(by, day)[:_MOST], to_comment(by, day)[:_MOST]
    true_until(request, (duty.due_at for duty in mine if duty.due == day))
    made_of(request, papers=(paper.pk for paper in (*drafts, *comments)), offices=_offices(mandate(by, day)))
    return page(
        request,
        "duties/today",
        {
            "day": day,
            "drafts": drafts,
            "comments": comments,
            "filings": filings_for(by, day),
            "receipts": receipts,
            "groups": by_urgency((duty for duty in mine if duty.kind != "acknowledge"), day, clock()),
            "begins": not mine and _begins(by),
            "waiting": by_office(waiting),
            "answers": latest_answers(waiting),
            "silent": by_office(silent),
            "at_once": AT_ONCE,
            "shown": _SHOWN,
            "searches": saved_by(by),
            "days": {duty.due for duty in (*mine, *waiting, *silent) if duty.due},
            "most": _MOST if _MOST in map(len, (mine, waiting, silent)) else None,
        },
    )


def _offices(held: Mandate) -> set[int]:
    """The offices whose doings are seen in the lists: those of one's posts and of those one acts for, and those one looks answers over for."""
    given = {each.post.office_id for each in held.deputies}
    return {*held.office_ids, *held.led, *held.verifies_in, *given}


def _begins(person: Officer) -> bool:
    """Whether one manages an office that has no paper yet: then the first steps lead on."""
    return any(may_manage(person, each) for each in offices_of(person)) and not reads_any(person)
