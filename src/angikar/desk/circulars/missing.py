"""Missing: who owes which report of a circular since when; the office above is notified, or a report is set aside with a sentence."""

from __future__ import annotations

from collections import defaultdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, sentence, signed_in, today
from angikar.desk.circulars.compliance import circular_of, now
from angikar.duties import access as duties
from angikar.duties.actions import excuse as set_aside
from angikar.duties.models import Duty
from angikar.history.refusal import NotYours, Refused
from angikar.notices.escalation.actions import escalate as notify_above
from angikar.notices.escalation.queries import escalated
from angikar.offices.access import mandate
from angikar.papers.models import Paper
from angikar.standings.missing import DistrictMissing, missing, owed


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The districts with what is missing in buckets of age; one of them opened post by post."""
    paper = circular_of(request, pk)
    folds, under = missing(paper, now()), number(request.GET, "under")
    leads = paper.office_id in mandate(officer(request)).led
    opened = next((fold for fold in folds if fold.office.pk == under), None)
    context = {
        "paper": paper,
        "folds": folds,
        "under": under,
        "day": today(),
        "escalated": escalated(paper) if opened else {},
        "owed": _owed(paper, opened),
        "may_escalate": leads,
        "may_excuse": leads,
    }
    return page(request, "circulars/missing", context)


@signed_in
@require_POST
def escalate(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the offices above what one post, or a whole district, owes."""
    paper, by = circular_of(request, pk, "amend"), officer(request)
    under, post = number(request.POST, "under"), number(request.POST, "post")
    fold = next((fold for fold in missing(paper, now()) if fold.office.pk == under), None)
    owing = [each for each in fold.owing if post in (0, each.post.pk)] if fold else []
    if not owing:
        messages.success(request, _("এর মধ্যে সব প্রতিবেদন এসে গেছে।"))
        return _back(pk, under)
    try:
        count = notify_above(paper, owing, by=by, day=today())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("ঊর্ধ্বতনকে জানানো হয়েছে।") if count else _("আজ এটি আগেই জানানো হয়েছে।"))
    return _back(pk, under)


@signed_in
@require_POST
def excuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Set one missing report aside with a sentence."""
    duty, by = duties.duty(officer(request), number(request.POST, "duty"), to="review"), officer(request)
    if duty.paper_id != pk:
        raise NotYours
    words, done = request.POST.get("words", ""), _("করণীয়টি প্রযোজ্য নয় বলে লেখা হয়েছে।")
    attempt(request, lambda: set_aside(duty, by=by, sentence=words, today=today()), done)
    return _back(pk, number(request.POST, "under"))


def _owed(paper: Paper, fold: DistrictMissing | None) -> dict[int, list[Duty]]:
    """What each post of the open district owes, the oldest first."""
    found: dict[int, list[Duty]] = defaultdict(list)
    if fold is not None:
        late = owed(paper, now()).filter(post__in=[each.post.pk for each in fold.owing])
        for duty in late.defer("asked").order_by("due", "due_at", "pk"):
            found[duty.post_id].append(duty)
    return dict(found)


def _back(pk: int, under: int) -> HttpResponse:
    return redirect(f"{reverse('desk:missing', args=[pk])}?under={under}#fold-{under}")
