"""The schedule of a directive: its sentences, typed or chosen, and the days they make, before anything is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, number, officer, page, refusal, sentence, signed_in, today
from angikar.history.refusal import Refused
from angikar.papers import access
from angikar.papers.actions import amend
from angikar.papers.models import FROZEN, Paper
from angikar.rules.schedule.parsing import parse_rule
from angikar.rules.schedule.recurrence import Occurrence, occurrences
from angikar.rules.schedule.rule import Rule, ScheduleError
from angikar.rules.schedule.wording import describe

_SHOWN = 10
COMMON = tuple(
    Rule.model_validate(each)
    for each in (
        {"rule": "every", "days": 7, "from": "formation", "until": "anchor-4"},
        {"rule": "daily", "from": "anchor-3", "until": "anchor"},
        {"rule": "every", "days": 2, "from": "anchor-6", "until": "anchor"},
        {"rule": "once", "on": "anchor-4"},
        {"rule": "hourly", "on": "anchor", "minutes": 120, "at": "08:00", "to": "16:00"},
        {"rule": "hourly", "on": "anchor", "minutes": 90, "at": "08:00", "to": "17:00"},
        {"rule": "weekly", "weekday": 7, "from": "issue", "until": "anchor"},
        {"rule": "monthly", "day": 10, "from": "issue", "until": "anchor"},
        {"rule": "once", "on": "issue+3"},
        {"rule": "immediate"},
    )
)
"""The schedules that circulars ask for again and again."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What the sentences make: the first days, how many more, or what is wrong with them."""

    days: tuple[Occurrence, ...] = ()
    more: int = 0
    wrong: str = ""


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """The sentences of one directive, by its place in the paper. A POST with `look` shows the days they make, one with `add`
    takes a common one in, any other writes them into the draft.
    """
    paper = access.paper(officer(request), pk, to="amend")
    directives = paper.content.get("directives", ())
    if place >= len(directives) or paper.state in FROZEN:
        raise Http404
    directive, sent = directives[place], request.POST
    if request.method != "POST":
        lines = [describe(Rule.model_validate(rule)) for rule in directive["schedule"]]
        return _screen(request, paper, place, "\n".join(lines))
    typed = sent.get("said", "")
    if "add" in sent or "look" in sent:
        return _screen(request, paper, place, "\n".join(filter(None, (typed.strip(), sent.get("add", "")))))

    def action() -> None:
        rules = [rule.model_dump(mode="json", by_alias=True) for rule in _read(typed)]
        amend(paper, f"directives.{place}.schedule", rules, version=number(sent, "version"), by=officer(request))

    if attempt(request, action, _("সময়সূচি নথিতে লেখা হয়েছে।")):
        return redirect("desk:paper", pk)
    return _screen(request, paper, place, typed, status=422)


def _read(typed: str) -> tuple[Rule, ...]:
    """The rules that the lines set. Raises `Refused` with the line that sets none."""
    try:
        return tuple(parse_rule(line) for line in typed.splitlines() if line.strip())
    except ScheduleError as wrong:
        raise refusal(wrong) from wrong


def _made(content: Mapping[str, Any], typed: str) -> _Made:
    """The days that the lines make, counted from the days the paper names; the day of issue is today."""
    day = today()
    anchor, formed = (
        date.fromisoformat(day_text) if (day_text := content.get(name)) else None for name in ("anchor", "formation")
    )
    try:
        found = occurrences(_read(typed), anchor=anchor, formation=formed or day, issued=day, end=anchor)
    except (ScheduleError, Refused) as wrong:
        return _Made(wrong=sentence(wrong))
    return _Made(found[:_SHOWN], max(len(found) - _SHOWN, 0))


def _screen(request: HttpRequest, paper: Paper, place: int, lines: str, *, status: int = 200) -> HttpResponse:
    context = {
        "paper": paper,
        "place": place,
        "directive": paper.content["directives"][place],
        "lines": lines,
        "made": _made(paper.content, lines),
        "common": [describe(rule) for rule in COMMON],
        "day": today(),
    }
    return page(request, "circulars/schedule", context, status=status)
