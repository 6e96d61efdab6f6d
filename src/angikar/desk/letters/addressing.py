"""Saying which posts the words of a paper mean: one line of addressees, or all words that lead to no post at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from angikar.desk.base import attempt, officer, sentence, signed_in
from angikar.desk.letters import sentences
from angikar.duties.preview import Foreseen
from angikar.history.refusal import Refused
from angikar.offices.addressing import Register
from angikar.offices.models import Post
from angikar.papers import access
from angikar.papers.meanings.actions import mean as name_posts
from angikar.papers.meanings.queries import MeantPosts, meaning_of, meant_by
from angikar.papers.models import Paper

OUTSIDE, FORGET = "outside", "anew"
_MOST_ROWS, _MOST_TITLES = 200, 400


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that ask something of somebody: how many duties, and the posts they lead to: by a person's word in this paper
    (`said`), as the office remembers (`remembered`), or, where to none, nobody (`unplaced`).
    """

    text: str
    count: int
    posts: tuple[Post, ...]
    how: Literal["unplaced", "said", "remembered"]


def wanted_of(paper: Paper, foreseen: Iterable[Foreseen], register: Register, shown: Sequence[str]) -> list[Wanted]:
    """The words of a paper for which a person must say or has said who is meant, those that lead to no post first. `shown` are
    the lines of addressees that have a place of their own on the screen.
    """
    here = meant_by(paper)
    counts = Counter(each.ask.addressee for each in foreseen)
    lost = {each.unmatched for each in foreseen if each.unmatched is not None}
    found = []
    for text, count in counts.items():
        if text in lost:
            found.append(Wanted(text, count, (), "unplaced"))
        elif text and text not in shown and (led := register.expand(text)).said:
            found.append(Wanted(text, count, led.posts, "said" if text in here else "remembered"))
    return sorted(found, key=lambda each: each.how != "unplaced")


def choices_of(paper: Paper) -> dict[str, Any]:
    """What a person may choose from: the posts of the office, and the titles there are, for families."""
    titles = Post.objects.order_by("title").values_list("title", flat=True).distinct()[:_MOST_TITLES]
    return {"own_posts": list(Post.objects.filter(office=paper.office_id)), "titles": list(titles)}


@signed_in
@require_POST
def mean(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which posts one of the addressees means: chosen posts, a post by its words, none in the register, or as the register finds."""
    paper = access.paper(officer(request), pk, to="amend")
    text, how = request.POST.get("text", ""), request.POST.get("how", "")

    def action() -> None:
        meaning: MeantPosts | None = None
        if how != FORGET:
            chosen, words = request.POST.getlist("post"), request.POST.get("words", "")
            meaning = MeantPosts() if how == OUTSIDE else meaning_of(paper, chosen, words)
            if how != OUTSIDE and not meaning.posts:
                raise Refused(sentences.POST_NOT_CHOSEN)
        name_posts(paper, {text: meaning}, by=officer(request))

    attempt(request, action, _("মনে রাখা হয়েছে; নিচের তালিকা সে অনুযায়ী।"))
    return redirect(f"{reverse('desk:issue', args=[pk])}#addressed")


@signed_in
@require_POST
def mean_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which posts each of several words means. A row whose words lead to no post is named and the others are taken."""
    paper = access.paper(officer(request), pk, to="amend")
    said: dict[str, MeantPosts | None] = {}
    for index in range(_MOST_ROWS):
        try:
            said |= _row(request, paper, index)
        except Refused as refused:
            messages.error(request, sentence(refused))
    if said:
        done = _("মনে রাখা হয়েছে; পরের নথিতেও এভাবেই মিলবে।")
        attempt(request, lambda: name_posts(paper, said, by=officer(request)), done)
    return redirect(f"{reverse('desk:issue', args=[pk])}#wanted")


def _row(request: HttpRequest, paper: Paper, index: int) -> dict[str, MeantPosts | None]:
    """What one row of the form says of its words: a meaning, or that it is forgotten (`None`); empty where it says nothing."""
    text = request.POST.get(f"text-{index}", "")
    chosen, words = request.POST.get(f"post-{index}", ""), request.POST.get(f"words-{index}", "")
    if not text or not (chosen or words.strip()):
        return {}
    if chosen in (OUTSIDE, FORGET):
        return {text: MeantPosts() if chosen == OUTSIDE else None}
    return {text: meaning_of(paper, [chosen], words)}
