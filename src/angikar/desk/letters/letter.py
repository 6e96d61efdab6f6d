"""What is shown with the sheet of a letter: who has it in hand, its file, its parts; passing it on, filing it, adding to it, its enclosures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, signed_in, today
from angikar.desk.letters import sentences
from angikar.desk.papers.printing import file_of
from angikar.desk.papers.transitions import move
from angikar.formats import SIZE_LIMIT
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import Mandate, holders_of, mandate
from angikar.papers import access, store
from angikar.papers.letters import actions
from angikar.papers.letters.queries import dossiers, has_in_hand, next_posts, way
from angikar.papers.models import Paper, State
from angikar.rules.kinds import kind_named
from angikar.rules.letters.arranging import LISTS, How
from angikar.rules.letters.urgency import MARKS

HOWS: tuple[How, ...] = ("add", "under", "up", "down", "number", "remove")
_MEGABYTE = 1024 * 1024
_OPEN = (State.DRAFT, State.REVIEW)


def margin_of(paper: Paper, held: Mandate) -> dict[str, Any]:
    """What the margin and the foot of the sheet show of a letter; `None` for other kinds."""
    kind = kind_named(paper.kind)
    if not kind.is_letter or paper.is_frozen:
        return {"letter": None}
    mine = has_in_hand(held, paper)
    heads = [post for post in held.posts if post.is_head and post.office_id == paper.office_id]
    posts = list(next_posts(paper)) if mine and paper.state in _OPEN else heads if not mine else []
    steps = way(paper)
    return {
        "letter": {
            "mine": mine,
            "steps": steps,
            "since": steps[-1].at if steps else None,
            "posts": [(post, holders_of(posts, today()).get(post.pk)) for post in posts] if posts else [],
            "calls": not mine and bool(heads),
            "dossiers": dossiers(paper.office) if mine else (),
            "section": kind.numbered[0],
            "understood": kind.has_directives,
            "marks": [mark for mark in MARKS if mark not in paper.content["priority"]],
        }
    }


def tools(paper: Paper, path: str) -> tuple[How, ...]:
    """What may be done with the part of a letter at a path besides changing its words."""
    name, _dot, which = path.partition(".")
    kind = kind_named(paper.kind)
    if not kind.is_letter or not which or not which.partition(".")[0].isdecimal():
        return ()
    if name in LISTS:
        return ("up", "down", "remove")
    if name in kind.numbered:
        return HOWS
    return ()


@signed_in
@require_POST
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a paragraph or an item, or move and take away one; an enclosure may have a file."""
    paper = access.paper(officer(request), pk, to="amend")
    sent = request.POST
    path, how, file = sent.get("path", ""), sent.get("how", "add"), request.FILES.get("file")
    version, text = number(sent, "version"), sent.get("text", "")
    chosen = next((each for each in HOWS if each == how), None)
    if chosen is None:
        raise NotYours

    def action() -> Paper:
        if path == "enclosures" and chosen == "add":
            name, data = _attached(file)
            return actions.enclose(paper, text, version=version, by=officer(request), name=name, data=data)
        if chosen == "add" and path in LISTS and not text.strip():
            raise Refused(sentences.ITEM_EMPTY)
        return actions.arrange(paper, path, chosen, version=version, by=officer(request), text=text)

    attempt(request, action, _("যোগ করা হয়েছে।") if chosen in ("add", "under") else _("সাজানো হয়েছে।"))
    return redirect(f"{reverse('desk:paper', args=[pk])}?sheet=1#parts")


def _attached(file: UploadedFile[bytes] | None) -> tuple[str, bytes]:
    """The name and bytes of a file. Raises `Refused` for one that is too large."""
    if file is None:
        return "", b""
    if (file.size or 0) > SIZE_LIMIT:
        raise Refused(sentences.ENCLOSURE_TOO_LARGE, most=SIZE_LIMIT // _MEGABYTE)
    return file.name or "", file.read()


@signed_in
@require_POST
def pass_on(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send the draft to another post with a note, or call it in; or ask the office that looks it over for its comment."""
    paper = access.paper(officer(request), pk)
    if request.POST.get("to") == State.REVIEW:
        return move(request, pk=pk)
    to = paper.office.posts.filter(pk=number(request.POST, "to")).first()
    held = mandate(officer(request))
    if to is None or not (has_in_hand(held, paper) or to.pk in held.post_ids):
        raise NotYours
    version, words = number(request.POST, "version"), request.POST.get("words", "")
    return _done(
        request,
        paper,
        lambda: actions.pass_on(paper, to, version=version, by=officer(request), today=today(), words=words),
        _("খসড়াটি এখন “%(post)s” পদের হাতে।") % {"post": to.title},
    )


@signed_in
@require_POST
def file_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """File the letter under a dossier of the office, opening it where it is new."""
    paper = access.paper(officer(request), pk, to="amend")
    fresh, subject = request.POST.get("number", "").strip(), request.POST.get("subject", "")
    chosen = dossiers(paper.office).filter(pk=number(request.POST, "dossier")).first()
    version = number(request.POST, "version")

    def action() -> None:
        by = officer(request)
        file = actions.open_dossier(paper.office, fresh, subject, by=by, day=today()) if fresh else chosen
        actions.file_under(paper, file, version=version, by=by)

    return _done(request, paper, action, _("নথি নম্বর ঠিক করা হয়েছে; জারির সময় স্মারক নম্বর যুক্ত হবে।"))


@signed_in
@require_GET
def enclosure(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """The file of one enclosure, always to be saved."""
    enclosed = access.enclosed(access.paper(officer(request), pk), index)
    if enclosed is None:
        raise Http404
    return file_of(store.get(enclosed.file.sha256), enclosed.name, "application/octet-stream")


def _done(request: HttpRequest, paper: Paper, action: Callable[[], object], done: str) -> HttpResponse:
    attempt(request, action, done)
    return redirect("desk:paper", paper.pk)
