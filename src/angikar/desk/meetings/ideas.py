"""Ideas: those of one's offices and teams by year, state and office, found by their words; and the form that submits one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.history.refusal import NotYours
from angikar.meetings.access import ideas_for
from angikar.meetings.ideas import queries
from angikar.meetings.ideas.actions import submit
from angikar.meetings.models import Idea, IdeaState
from angikar.offices.access import offices_under, posts_of
from angikar.offices.keyset import Keyset
from angikar.rules.schedule.fiscal import FiscalYear

_ON_A_PAGE = 30
_ORDER = Keyset("ideas", "-since", "-pk")
_SILENT = 100


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The list; a POST submits an idea for the office of one of one's posts."""
    if request.method == "POST":
        return _submitted(request)
    return _screen(request)


def _submitted(request: HttpRequest) -> HttpResponse:
    by, sent = officer(request), request.POST
    post = next((each for each in posts_of(by) if each.pk == number(sent, "post")), None)
    if post is None:
        raise NotYours
    team = queries.teams(post.office).filter(pk=number(sent, "body")).first()
    made: list[Idea] = []

    def action() -> None:
        made.append(submit(post, sent.get("title", ""), sent.get("text", ""), body=team, day=today(), by=by))

    if attempt(request, action, _("ধারণাটি জমা হয়েছে।")):
        return redirect("desk:idea", made[0].pk)
    return _screen(request, status=422)


def _screen(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    person, asked = officer(request), request.GET
    this_year = FiscalYear.of(today())
    year = asked.get("year") or str(this_year)
    of_year = ideas_for(person).filter(fiscal_year=year)
    state = asked.get("state", "") if asked.get("state") in IdeaState.values else ""
    shown = queries.found(of_year.filter(state=state) if state else of_year, asked.get("q", ""))
    posts = posts_of(person)
    context = {
        "ideas": _ORDER.page(shown, asked.get("page", ""), _ON_A_PAGE),
        "count": shown.count(),
        "states": queries.states(of_year),
        "silent": queries.silent(of_year, offices_under(person))[: _SILENT + 1],
        "most": _SILENT,
        "year": year,
        "years": [str(this_year.shifted(-back)) for back in range(5)],
        "state": state,
        "question": asked.get("q", ""),
        "posts": posts,
        "teams": queries.teams(posts[0].office) if posts else (),
        "typed": request.POST,
    }
    return page(request, "meetings/ideas", context, status=status)
