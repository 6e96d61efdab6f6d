"""Today: everything one owes in one list, the late first, and what others owe one's office."""

from __future__ import annotations

from datetime import date, time

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import clock, officer, page, signed_in, today
from angikar.desk.versioned import made_of, true_until, versioned
from angikar.duties.cycle.access import filings_for
from angikar.duties.owed.access import first_of, first_owed_to
from angikar.duties.owed.rows import OwedDuty
from angikar.offices.access import Mandate, mandate, may_manage, offices_of
from angikar.offices.models import Officer
from angikar.papers.access import reads_any, to_comment
from angikar.papers.letters.queries import in_hand
from angikar.search.access import saved_by

_MOST = 200  # of each list: more than anybody does in a day


@signed_in
@versioned
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Late, this week, later; then the answers that wait for one's office, and who has not answered it."""
    day = today()
    mine = first_of(officer(request), day, _MOST)
    figures = [duty.paper for duty in mine if duty.line_id]
    waiting, silent = first_owed_to(officer(request), day, _MOST)
    drafts, comments = in_hand(officer(request), day)[:_MOST], to_comment(officer(request), day)[:_MOST]
    true_until(request, (duty.due_at for duty in mine if duty.due == day))
    made_of(
        request, papers=(paper.pk for paper in (*drafts, *comments)), offices=_offices(mandate(officer(request), day))
    )
    return page(
        request,
        "duties/today",
        {
            "day": day,
            "drafts": drafts,
            "comments": comments,
            "filings": filings_for(officer(request), day),
            "grids": {paper.pk: paper for paper in figures}.values(),
            "groups": _by_standing(mine, day, clock()),
            "begins": not mine and _begins(officer(request)),
            "waiting": waiting,
            "silent": silent,
            "searches": saved_by(officer(request)),
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


def _by_standing(duties: list[OwedDuty], day: date, now: time) -> dict[str, list[OwedDuty]]:
    groups: dict[str, list[OwedDuty]] = {"late": [], "soon": [], "later": []}
    for duty in duties:
        groups[duty.standing(day, now)].append(duty)
    return {name: group for name, group in groups.items() if group}
