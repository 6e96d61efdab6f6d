"""Assigning a template: to which offices below, which targets are shared out and how; and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import either, number, officer, page, sentence, signed_in, today
from angikar.desk.jobs import handed_over
from angikar.duties.later.assigning import Sharing, assign_later, assign_now, is_being_assigned
from angikar.history.refusal import NotYours, Refused
from angikar.offices.models import Office, OfficeKind
from angikar.papers import access, sentences
from angikar.papers.assigning.making import shared_rows
from angikar.papers.assigning.queries import assignments, below, how_shared, levels_below, on_their_own, weights_in
from angikar.papers.models import Paper
from angikar.rules.bangla.digits import to_bangla, to_latin

AT_ONCE = 5
"""Offices that get their drafts while somebody waits."""


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The choice, and the offices that have their drafts; a POST assigns the template. What was typed stays where it is refused."""
    paper = access.paper(officer(request), pk, to="amend")
    if not paper.is_template:
        raise NotYours
    if is_being_assigned(paper):
        messages.info(request, _("নমুনাটি এখন দপ্তরগুলোতে যাচ্ছে; শেষ হলে বিজ্ঞপ্তিতে জানানো হবে।"))
        return redirect("desk:jobs")
    wrong = ""
    if request.method == "POST":
        try:
            return _assign(request, paper)
        except Refused as refused:
            wrong = sentence(refused)
    context = {**_context(paper), "typed": request.POST, "wrong": wrong}
    return page(request, "plans/assign", context, status=422 if wrong else 200)


def _context(paper: Paper) -> dict[str, Any]:
    return {
        "paper": paper,
        "levels": [(kind, OfficeKind(kind).label, count) for kind, count in levels_below(paper)],
        "rows": list(shared_rows(paper)),
        "given": assignments(paper),
        "own": on_their_own(paper),
        "shared": how_shared(paper),
    }


def _assign(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Assign it, to many offices beside the pages. Raises `Refused`."""
    by, level, version = officer(request), request.POST.get("level", ""), number(request.POST, "version")
    offices = below(paper, level)
    if not offices:
        raise Refused(sentences.LEVEL_EMPTY)
    sharing = _sharing(request, paper, offices)
    if settings.JOB_WORKERS and len(offices) > AT_ONCE:
        messages.success(request, handed_over(assign_later(paper, level, sharing, by=by, version=version)))
        return redirect("desk:jobs")
    done = assign_now(paper, level, sharing, by=by, version=version)
    messages.success(request, _("%(count)sটি দপ্তর খসড়া পেয়েছে।") % {"count": _shown(done.given)})
    if done.offered:
        messages.success(request, _("%(count)sটি দপ্তরকে নমুনার বদল জানানো হয়েছে।") % {"count": _shown(done.offered)})
    return redirect("desk:assign", paper.pk)


def _shown(count: int) -> str:
    return either(to_bangla(str(count)), str(count))


def _sharing(request: HttpRequest, paper: Paper, offices: Sequence[Office]) -> Sharing:
    """How each target is to be shared, as the form says."""
    weights, last, table = dict[str, Sequence[Decimal]](), list[str](), dict[str, list[Decimal]]()
    shared = dict[str, str]()
    for path, row in shared_rows(paper):
        how = shared[row.title] = request.POST.get(f"by-{path}", "")
        if how == "equal":
            weights[path] = [Decimal(1)] * len(offices)
        elif how == "last":
            last.append(path)
        elif how == "table":
            table = table or {
                to_latin(title).strip("[] "): figures
                for title, figures in weights_in(request.POST.get("table", ""), offices).items()
            }
            if row.code not in table:
                raise Refused(sentences.SHARES_COLUMN_MISSING, code=row.code)
            weights[path] = table[row.code]
    return Sharing(weights, last, today(), shared)
