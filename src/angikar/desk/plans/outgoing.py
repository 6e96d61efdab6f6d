"""Outgoing: the papers that are made from reports, the progress report of a period and the evaluation sheet of the year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import officer, sentence, signed_in, today
from angikar.desk.papers.printing import MIME, file_of, written
from angikar.duties import queries
from angikar.formats import Unprintable
from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate, holders_of, mandate
from angikar.offices.models import Office, Post
from angikar.papers import access, actions
from angikar.papers.links.queries import law_of_paper
from angikar.papers.models import Paper
from angikar.rules.content import Content
from angikar.rules.kinds import evaluation_sheet, progress_report
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Plan
from angikar.rules.reading import Reading

PERIODS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "half": 2, "year": 4}
"""The periods a progress report may be of, and the quarter each ends with."""
EVALUATION = "evaluation"
OUTGOING = (*PERIODS, EVALUATION)


@signed_in
@require_GET
def print_out(request: HttpRequest, pk: int, what: str, form: str) -> HttpResponse:
    """One of `OUTGOING` as of today, as PDF (which carries its own content), DOCX or XLSX; no paper is stored."""
    paper = access.paper(officer(request), pk)
    if what not in OUTGOING or form not in MIME:
        raise Http404
    try:
        data = written(_made(paper, what, today()), form)
    except Unprintable as wrong:
        messages.error(request, sentence(wrong))
        return redirect("desk:results", pk)
    name = f"{what}-{paper.fiscal_year or paper.pk}.{form}"
    return file_of(data, name, MIME[form], inline=form == "pdf")


@signed_in
@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft from the reports of today: it is looked over, signed and issued as any other paper."""
    by, what = officer(request), request.POST.get("what", "")
    paper = access.paper(by, pk)
    home = home_of(mandate(by), paper, what)
    if what not in OUTGOING or home is None:
        raise NotYours
    reading = _made(paper, what, today())
    content = reading.content.model_dump(mode="json", by_alias=True)
    new = actions.draft(by, office=home, kind=reading.kind, framework=reading.framework, content=content)
    if paper.counterpart is not None and home == paper.office:
        new = actions.name_counterpart(new, paper.counterpart, by=by, version=new.version)
    messages.success(request, _("খসড়া তৈরি হয়েছে; দেখে নিয়ে স্বাক্ষর ও জারি করুন।"))
    return redirect("desk:paper", new.pk)


def home_of(held: Mandate, paper: Paper, what: str) -> Office | None:
    """The office whose paper it would be: that of the plan for its head and focal post; an evaluation sheet may also be made by
    the office that looks the plan over. `None` for whoever may make none.
    """
    given = access.rights(held, paper)
    if "amend" in given:
        return paper.office
    if "review" in given and what == EVALUATION:
        return Office.objects.get(pk=min(held.led & access.reviewers(paper)))
    return None


def _made(paper: Paper, what: str, day: date) -> Reading[Content]:
    """The content of one of `OUTGOING`, made from the reports of the days up to a day."""
    plan = paper.value()
    quarter = PERIODS.get(what, queries.YEAR_END)
    card = queries.scorecard(paper, day, through=quarter)
    law = law_of_paper(paper, plan) if isinstance(plan, Plan) else None
    if card is None or law is None or not isinstance(plan, Plan):
        raise NotYours
    plan = plan.model_copy(update={"office": plan.office or paper.office.name})
    if what == EVALUATION:
        sheet = evaluation_sheet.compose(plan, law, card, _proven(paper), _signers(_heads(paper), day))
        return Reading(evaluation_sheet.KIND, paper.framework, sheet)
    own = [
        post
        for post in paper.office.posts.select_related("office").order_by("is_head", "rank")
        if post.is_head or post.is_focal
    ]
    report = progress_report.compose(plan, card, quarter, _signers(own, day), what)
    return Reading(progress_report.KIND, None, report)


def _proven(paper: Paper) -> evaluation_sheet.Proven:
    """Whether any file proves a row; a row without a report is left out."""
    rows = ((row.line, [cell for cell in row.cells.values() if cell.report is not None]) for row in queries.grid(paper))
    return {
        ("governance" if line.part == "governance" else "own", line.code): any(cell.proofs for cell in reported)
        for line, reported in rows
        if reported
    }


def _heads(paper: Paper) -> list[Post]:
    """The heads of both parties: of the office of the plan, and of the office it is owed to."""
    above = paper.counterpart or paper.office.parent
    offices = [paper.office, *([above] if above is not None else [])]
    found = {
        post.office_id: post for post in Post.objects.filter(office__in=offices, is_head=True).select_related("office")
    }
    return [found[office.pk] for office in offices if office.pk in found]


def _signers(posts: Iterable[Post], day: date) -> list[Signatory]:
    """The posts that sign, with those who hold them on a day."""
    posts = list(posts)
    holders = holders_of(posts, day)
    return [
        Signatory(name=holders[post.pk].name if post.pk in holders else None, post=post.title, office=post.office.name)
        for post in posts
    ]
