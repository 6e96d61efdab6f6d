"""Review: the source at the left, what was understood at the right, the doubts between; nothing enters unreviewed."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from angikar.desk.fields import fields_at
from angikar.desk.front import attempt, either, in_bangla, number, officer, page, signed_in
from angikar.desk.sheet import in_order
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.actions import accept_intake
from angikar.papers.doubts import Stored, still_open
from angikar.papers.models import Paper, State
from angikar.papers.source import source_lines
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kinds import kind_named
from angikar.rules.schedule.recurrence import Rule, describe, describe_en


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper that was taken in. A POST takes it over as a draft once no error is open."""
    if request.method == "POST":
        return _accept(request, access.paper(officer(request), pk, to="amend"))
    paper = access.paper(officer(request), pk)
    if paper.state != State.INTAKE:
        return redirect("desk:paper", pk)
    doubts = in_order(still_open(paper.doubts))
    return page(
        request,
        "review",
        {
            "paper": paper,
            "kind": kind_named(paper.kind),
            "lines": source_lines(paper),
            "doubts": [told(paper, doubt) for doubt in doubts],
            "settled": [each for each in paper.doubts if each["settled"]],
            "errors": len(still_open(paper.doubts, "error")),
            "by_line": _by_line(doubts),
            "may_amend": "amend" in access.rights(mandate(officer(request)), paper),
            "schedule": schedule_words,
        },
    )


def _accept(request: HttpRequest, paper: Paper) -> HttpResponse:
    errors = in_order(still_open(paper.doubts, "error"))
    if errors:
        count = len(errors)
        said = ngettext("আরও %(count)s টি ভুল মীমাংসা করা বাকি।", "আরও %(count)s টি ভুল মীমাংসা করা বাকি।", count)
        messages.error(request, said % {"count": either(to_bangla(str(count)), str(count))})
        return redirect(f"{request.path}#doubt-{errors[0]['key']}")
    done = attempt(
        request,
        lambda: accept_intake(paper, by=officer(request), version=number(request.POST, "version")),
        _("কাগজটি এখন খসড়া।"),
    )
    return redirect("desk:paper" if done else "desk:review", paper.pk)


def told(paper: Paper, doubt: Stored) -> Stored:
    """A doubt with what its screen needs besides: the sentence in the reader's language, and the field it is about."""
    fields = fields_at(kind_named(paper.kind).content, paper.content, doubt["path"]) if doubt["path"] else []
    one = fields[0] if len(fields) == 1 and fields[0].path == doubt["path"] else None
    return {**doubt, "sentence": doubt["message"] if in_bangla() else doubt["message_en"], "field": one}


def schedule_words(rules: list[Mapping[str, object]] | None) -> list[str]:
    """The rules of a schedule as sentences in the reader's language."""
    say = describe if in_bangla() else describe_en
    return [say(Rule.model_validate(rule)) for rule in rules or ()]


def _by_line(doubts: list[Stored]) -> dict[tuple[int | None, int | None], list[Stored]]:
    found: dict[tuple[int | None, int | None], list[Stored]] = {}
    for doubt in doubts:
        where = doubt["place"]
        found.setdefault((where["page"], where["line"]), []).append(doubt)
    return found
