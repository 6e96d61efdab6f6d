"""Comments in the margin of a draft: begun at a place of the sheet, answered, accepted, settled and opened again; who else is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, either, number, officer, page, sentence, signed_in, today
from angikar.desk.papers.fields import ContentField, fields_at
from angikar.desk.papers.sheet import SheetBlock, first_below, nearest, spots_of
from angikar.duties.softness.queries import SoftPlace, softness
from angikar.history.refusal import NotYours, Refused
from angikar.offices import tree
from angikar.offices.access import Mandate, mandate
from angikar.papers import access
from angikar.papers.comments import actions
from angikar.papers.comments.access import answering_post, comment_of, commenting_post, may_ask, reads_comments
from angikar.papers.comments.queries import (
    CommentThread,
    asked_posts,
    bodies_to_ask,
    held_in,
    mentionable,
    returned,
    rounds_of,
    threads_of,
)
from angikar.papers.models import Comment, Paper, State
from angikar.papers.naming import place_in_words
from angikar.rules.difference import said
from angikar.rules.kinds import kind_named

_ARGUED = (State.DRAFT, State.REVIEW)
_TYPED = ("words", "suggestion", "field", "mention")


@dataclass(frozen=True, slots=True)
class ThreadShown:
    """A thread as the margin shows it: what its place is called, its value then, the suggestion that may be accepted, and whether
    another value may be suggested for its place.
    """

    thread: CommentThread
    place: str
    was: str
    suggested: Comment | None
    takes_value: bool

    def value(self, comment: Comment) -> str:
        """What a comment suggests, as a text."""
        return said(comment.suggestion)


def comments_of(paper: Paper, held: Mandate, at: str | None = None) -> dict[str, Any]:
    """What the margin shows of comments to the holder of a mandate: threads, what he may do, the rounds, why a draft came back."""
    blank: dict[str, Any] = {
        **dict.fromkeys(("may_comment", "may_answer", "may_ask", "comment_form", "returned"), None),
        **dict.fromkeys(
            ("threads", "asked_besides", "bodies", "mentionable", "rounds", "threads_at", "soft", "soft_at"), ()
        ),
        "comment_wrong": "",
        "comment_typed": {},
        "untyped": dict.fromkeys(_TYPED, ""),
    }
    if not reads_comments(held, paper):
        return blank
    argued = paper.state in _ARGUED
    may_comment = commenting_post(held, paper) if argued else None
    may_answer = answering_post(held, paper) if argued else None
    rounds, asking = rounds_of(paper), may_ask(held, paper)
    threads = threads_of(paper) if rounds or paper.state == State.REVIEW else []
    speaks = may_comment is not None or (may_answer is not None and bool(threads))
    return {
        **blank,
        "threads": [_shown(paper, each) for each in threads],
        "may_comment": may_comment,
        "may_answer": may_answer,
        "may_ask": asking,
        "comment_form": _form(paper, at or "") if may_comment else None,
        "soft": _soft(paper, held) if may_comment else (),
        "asked_besides": asked_posts(paper) if paper.state == State.REVIEW else (),
        "bodies": bodies_to_ask(paper, today()) if asking else (),
        "mentionable": mentionable(paper) if speaks else (),
        "rounds": list(zip(rounds, _holding(paper, rounds), strict=True)),
        "returned": returned(paper) if paper.state == State.DRAFT and rounds else None,
    }


def comments_at(sheet: Sequence[SheetBlock], threads: Iterable[ThreadShown]) -> dict[str, int]:
    """By the path of a text on the sheet the first open thread that is about it."""
    begun = [each.thread.comment for each in threads if not each.thread.is_settled]
    return _placed(sheet, ((each.path, each.pk) for each in begun if each.path and not each.gone))


def soft_at(sheet: Sequence[SheetBlock], soft: Iterable[SoftPlace]) -> dict[str, int]:
    """By the path of a text on the sheet the first thing that is soft there, by its number in the list."""
    return _placed(sheet, ((each.path, number) for number, each in enumerate(soft, start=1)))


def _placed(sheet: Sequence[SheetBlock], places: Iterable[tuple[str, int]]) -> dict[str, int]:
    paths = {spot.path: None for block in sheet for spot in spots_of(block) if spot.path}
    below = first_below(paths)
    found: dict[str, int] = {}
    for place, number_ in places:
        if path := nearest(place, paths, below):
            found.setdefault(path, number_)
    return found


def _soft(paper: Paper, held: Mandate) -> tuple[SoftPlace, ...]:
    """What is soft of a draft, compared below the offices of who asks, or below the one that looks it over."""
    over = paper.counterpart or paper.office.parent or paper.office
    own = [path for path in held.paths if tree.is_under(paper.office_path, path)]
    return softness([paper], own or [over.path]).get(paper.pk, ())


@signed_in
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a thread at a place of the sheet; what is refused stays in the form."""
    paper, held = access.paper(officer(request), pk), mandate(officer(request))
    if commenting_post(held, paper) is None:
        raise NotYours
    path, by, version = (
        request.POST.get("field") or request.POST.get("path", ""),
        officer(request),
        number(request.POST, "version"),
    )
    try:
        made = actions.comment(paper, path, _typed(request, paper, path), version=version, by=by)
    except Refused as refused:
        return _refused(request, paper, refused, at=request.POST.get("path", ""), key="new")
    messages.success(request, _("মতামত রাখা হয়েছে; দপ্তর বিজ্ঞপ্তি পেয়েছে।"))
    return redirect(f"{reverse('desk:paper', args=[pk])}#comment-{made.pk}")


@signed_in
@require_POST
def change(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Answer in a thread, accept what it suggests, settle it or open it again, as the button says."""
    thread = comment_of(officer(request), pk, number)
    if thread is None:
        raise NotYours
    paper, held = thread.paper, mandate(officer(request))
    if answering_post(held, paper) is None and commenting_post(held, paper) is None:
        raise NotYours
    act = _act(request, thread)
    try:
        act()
    except Refused as refused:
        return _refused(request, access.paper(officer(request), pk), refused, at=None, key=str(number))
    messages.success(request, _done(request.POST.get("do", "")))
    return redirect(f"{reverse('desk:paper', args=[pk])}#comment-{number}")


@signed_in
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the members of a body for their comment."""
    paper, held = access.paper(officer(request), pk), mandate(officer(request))
    body = bodies_to_ask(paper).filter(pk=number(request.POST, "body")).first()
    if may_ask(held, paper) is None or body is None:
        raise NotYours
    attempt(
        request,
        lambda: actions.ask_body(paper, body, by=officer(request), today=today()),
        _("মতামত চাওয়া হয়েছে; সদস্যরা বিজ্ঞপ্তি পেয়েছেন।"),
    )
    return redirect("desk:paper", pk)


def _act(request: HttpRequest, thread: Comment) -> Callable[[], object]:
    """The action of the button; `NotYours` for none."""
    by, words = officer(request), request.POST.get("words", "")
    acts: dict[str, Callable[[], object]] = {
        "answer": lambda: actions.answer(thread, _typed(request, thread.paper, thread.path), by=by),
        "accept": lambda: actions.accept_suggestion(
            _suggestion(request, thread), version=number(request.POST, "version"), by=by
        ),
        "settle": lambda: actions.settle_comment(thread, by=by, words=words),
        "reopen": lambda: actions.reopen_comment(thread, by=by, words=words),
    }
    act = acts.get(request.POST.get("do", ""))
    if act is None:
        raise NotYours
    return act


def _suggestion(request: HttpRequest, thread: Comment) -> Comment:
    """The comment of the thread whose suggestion is to be accepted."""
    wanted = number(request.POST, "suggestion")
    found = next((each for each in (thread, *thread.answers.all()) if each.pk == wanted), None)
    if found is None:
        raise NotYours
    found.paper = thread.paper
    return found


def _typed(request: HttpRequest, paper: Paper, path: str) -> actions.Remark:
    """What the form says: words, a value for the place, a post that is mentioned."""
    field = next((each for each in _fields(paper, path) if each.path == path), None)
    typed = request.POST.get("suggestion", "")
    value = field.value(typed) if field is not None and typed.strip() else None
    mentioned = number(request.POST, "mention")
    post = next((each for each in mentionable(paper) if each.pk == mentioned), None) if mentioned else None
    if mentioned and post is None:
        raise NotYours
    return actions.Remark(request.POST.get("words", ""), value, post)


def _fields(paper: Paper, path: str) -> list[ContentField]:
    return fields_at(kind_named(paper.kind).content, paper.content, path) if path else []


def _form(paper: Paper, at: str) -> dict[str, Any]:
    """The form that begins a thread: what it is about, and the fields of the place for which a value may be suggested."""
    fields = _fields(paper, at)
    return {
        "path": at if fields else "",
        "place": _place(paper, at) if fields else "",
        "fields": fields,
        "opened": bool(fields),
    }


def _refused(request: HttpRequest, paper: Paper, refused: Refused, *, at: str | None, key: str) -> HttpResponse:
    """The paper again, with what was typed and why it was not taken."""
    from angikar.desk.papers.paper import context

    typed = {name: request.POST.get(name, "") for name in _TYPED}
    shown = context(paper, mandate(officer(request)), at=at)
    wrong = {"comment_wrong": sentence(refused), "comment_typed": {key: typed}}
    return page(request, "papers/paper", {**shown, **wrong, "steps": (), "step": ""}, status=422)


def _done(do: str) -> str:
    return {
        "answer": _("জবাব রাখা হয়েছে।"),
        "accept": _("প্রস্তাবিত মান ঘরে বসেছে, মতামতটি মীমাংসা হয়েছে।"),
        "settle": _("মতামতটি মীমাংসা হয়েছে।"),
        "reopen": _("মতামতটি আবার খোলা হয়েছে।"),
    }[do]


def _shown(paper: Paper, thread: CommentThread) -> ThreadShown:
    first = thread.comment
    stored = either(*[*first.place, "", ""][:2])
    place = stored if first.gone or not first.path else _place(paper, first.path)
    at = "" if first.gone or thread.is_settled else first.path
    takes_value = any(each.path == at for each in _fields(paper, at))
    return ThreadShown(thread, place, said(first.was), thread.suggested, takes_value)


def _place(paper: Paper, path: str) -> str:
    return either(*place_in_words(paper.content, path))


def _holding(paper: Paper, rounds: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Round by round how long the office above had the draft, and how long its own office after it, until it was issued."""
    held = list(held_in(rounds, paper.issued_at or today()))
    above = [each for each in held if each.above]
    own = [each for each in held if not each.above]
    return [(each, own[index] if index < len(own) else None) for index, each in enumerate(above)]
