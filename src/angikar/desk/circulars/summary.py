"""Summary: choosing directives and days of a circular, and the letter their answers make, on paper or as a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import officer, page, sentence, signed_in, today
from angikar.desk.circulars.compliance import circular_of, now
from angikar.desk.papers.printing import MIME, file_of, written
from angikar.duties.models import Duty
from angikar.formats import Unprintable
from angikar.offices.access import mandate
from angikar.papers import actions
from angikar.papers.models import Paper
from angikar.rules.bangla.dates import parse_date
from angikar.rules.kinds.plain_letter import KIND, PlainLetter
from angikar.rules.letters.values import Signatory
from angikar.rules.reading import Reading
from angikar.standings.compliance import code_of
from angikar.standings.summary_letter import Chosen, summary


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What may be chosen, and what is chosen as it would be printed now."""
    paper = circular_of(request, pk)
    asked = Duty.objects.filter(paper=paper).exclude(kind="acknowledge")
    codes = {code_of(key) for key in asked.values_list("key", flat=True).distinct()}
    days = asked.filter(due__isnull=False).order_by("due").values_list("due", flat=True).distinct()
    chosen = chosen_of(request.GET)
    context = {
        "paper": paper,
        "chosen": chosen,
        "days": list(days),
        "query": request.GET.urlencode(),
        "day": today(),
        "directives": [each for each in paper.content["directives"] if each["code"] in codes],
        "letter": letter_of(request, paper, chosen) if chosen.codes else None,
        "may_draft": paper.office_id in mandate(officer(request)).led,
    }
    return page(request, "circulars/summary", context)


@signed_in
@require_GET
def print_out(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The letter as of now, as PDF (which carries its content), DOCX or XLSX; no paper is stored."""
    paper, chosen = circular_of(request, pk), chosen_of(request.GET)
    if form not in MIME or not chosen.codes:
        raise Http404
    try:
        data = written(Reading(KIND, None, letter_of(request, paper, chosen)), form)
    except Unprintable as wrong:
        messages.error(request, sentence(wrong))
        return redirect("desk:summary", pk)
    return file_of(data, f"summary-{paper.pk}.{form}", MIME[form], inline=form == "pdf")


@signed_in
@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the letter as a paper of the office that issued the circular: it is edited, signed and issued as any other."""
    paper, chosen, by = circular_of(request, pk, "amend"), chosen_of(request.POST), officer(request)
    if not chosen.codes:
        messages.error(request, _("অন্তত একটি নির্দেশনা বেছে নিন।"))
        return redirect("desk:summary", pk)
    content = letter_of(request, paper, chosen).model_dump(mode="json", by_alias=True)
    new = actions.draft(by, office=paper.office, kind=KIND, content=content)
    messages.success(request, _("খসড়া তৈরি হয়েছে; দেখে নিয়ে স্বাক্ষর ও জারি করুন।"))
    return redirect("desk:paper", new.pk)


def chosen_of(sent: QueryDict) -> Chosen:
    """The directives and the days that were chosen."""
    days = sorted({day for text in sent.getlist("day") if (day := parse_date(text)) is not None})
    return Chosen(tuple(dict.fromkeys(sent.getlist("directive"))), tuple(days))


def letter_of(request: HttpRequest, paper: Paper, chosen: Chosen) -> PlainLetter:
    """The letter, signed by the officer who asks, if serving in the office of the circular."""
    by = officer(request)
    post = mandate(by).post_in(paper.office_id)
    signed = [Signatory(name=by.name, post=post.title, role="body", office=paper.office.name)] if post else []
    return summary(paper, chosen, now(), signed)
