"""What is changed on the page of a post: its facts by the keeper of its office, and by its holder the rights given for it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, day_of, now, number, officer, signed_in, today
from angikar.desk.offices import sentences
from angikar.desk.offices.post import screen
from angikar.history.refusal import NotYours, Refused
from angikar.offices import access
from angikar.offices.accounts.actions import end_sessions
from angikar.offices.models import Delegation, Officer, Post
from angikar.offices.posts import actions
from angikar.offices.posts.facts import PostFacts
from angikar.rules.bangla.digits import to_latin

_HIGHEST_RANK = 32_767


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the facts of a post (`do` is `edit`), or `close` it."""
    post, by = access.post(officer(request), pk, "manage"), officer(request)
    verbs: dict[str, Callable[[], object]] = {
        "edit": lambda: _edit(request, post),
        "close": lambda: actions.close_post(post, day=day_of(request.POST.get("day", "")), by=by),
    }
    return _done(request, post, verbs)


@signed_in
@require_POST
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an officer do some of it for the holder (`do` is `delegate`), or take that back (`withdraw`)."""
    post = access.post(officer(request), pk)
    verbs: dict[str, Callable[[], object]] = {
        "delegate": lambda: _delegate(request, post),
        "withdraw": lambda: actions.withdraw(_given(request, post), day=today(), by=officer(request)),
    }
    return _done(request, post, verbs)


def _done(request: HttpRequest, post: Post, verbs: dict[str, Callable[[], object]]) -> HttpResponse:
    do = verbs.get(request.POST.get("do", ""))
    if do is None:
        raise NotYours
    if attempt(request, do, _("লেখা হয়েছে।")):
        return redirect("desk:post", post.pk)
    return screen(request, post, status=422)


def _edit(request: HttpRequest, post: Post) -> None:
    """Write the facts; where a second factor is asked for from now on, the holder signs in again with one."""
    sent, rank = request.POST, to_latin(request.POST.get("rank", ""))
    flags = {name: bool(sent.get(name)) for name in ("is_focal", "may_report", "second_factor")}
    if access.may_entrust(officer(request), post.office):
        flags |= {name: bool(sent.get(name)) for name in ("is_head", "keeps_register")}
    facts = PostFacts.of(
        post,
        title=sent.get("title", ""),
        title_en=sent.get("title_en", "").strip(),
        rank=min(int(rank), _HIGHEST_RANK) if rank.isascii() and rank.isdecimal() else post.rank,
        **flags,
    )
    was = post.second_factor
    fresh = actions.edit_post(post, facts, by=officer(request))
    holder = access.holder_of(fresh, today())
    if fresh.second_factor and not was and holder is not None and holder.pk != officer(request).pk:
        end_sessions(holder, now=now(), by=officer(request))


def _delegate(request: HttpRequest, post: Post) -> None:
    sent = request.POST
    name = sent.get("officer", "").strip()
    to = Officer.objects.filter(username=name, is_active=True).first()
    if to is None:
        raise Refused(sentences.OFFICER_UNKNOWN, name=name)
    given = actions.Given(
        since=day_of(sent.get("since", "")),
        until=day_of(sent.get("until", "")),
        **{right: bool(sent.get(right)) for right in ("reports", "drafts", "verifies")},
    )
    actions.delegate(post, to, given, by=officer(request))


def _given(request: HttpRequest, post: Post) -> Delegation:
    """What was given for the post; only its holder, or who manages its office, takes it back."""
    held = post.pk in access.mandate(officer(request)).post_ids
    found = Delegation.objects.filter(post=post, pk=number(request.POST, "given")).first()
    if found is None or not (held or access.may_manage(officer(request), post.office)):
        raise NotYours
    return found
