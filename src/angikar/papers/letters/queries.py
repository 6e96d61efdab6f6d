"""Reading letters for the screens: the steps of a draft, who has it, the files of an office, its dispatch register."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery

from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Office, Post
from angikar.offices.prepared import PreparedLists
from angikar.papers.models import FROZEN, Addressee, Dispatch, Dossier, Paper, State, Step


def way(paper: Paper) -> list[Step]:
    """The steps of a draft, oldest first."""
    return list(paper.steps.select_related("source", "to", "by").order_by("pk"))


def in_hand(user: User, on: date) -> list[Any]:
    """The drafts in hand of the posts of a user, the longest waiting first: each with `since` and with the `note` of its last
    step.
    """
    return _IN_HAND(mandate(user, on).post_ids)


def _held_by(posts: Collection[int]) -> QuerySet[Paper]:
    last = Step.objects.filter(paper=OuterRef("pk")).order_by("-pk")
    mine = Paper.objects.filter(holder__in=posts).exclude(state__in=(*FROZEN, State.DISCARDED))
    drafts = mine.annotate(since=Subquery(last.values("at")[:1]), note=Subquery(last.values("words")[:1]))
    return drafts.select_related("office", "holder").defer("content", "doubts").order_by("since", "pk")


_IN_HAND = PreparedLists(_held_by, 1)


def next_posts(paper: Paper) -> QuerySet[Post]:
    """The posts that a draft can go to: those of its office but the one that has it."""
    return Post.objects.open().filter(office=paper.office_id).exclude(pk=paper.holder_id or 0).order_by("rank", "pk")


def dossiers(office: Office) -> QuerySet[Dossier]:
    """The files of an office."""
    return Dossier.objects.filter(office=office)


def dispatched(office: Office, year: int) -> QuerySet[Dispatch]:
    """What an office sent in a calendar year, by number."""
    sent = Dispatch.objects.filter(office=office, year=year).select_related("paper")
    return sent.defer("paper__content", "paper__doubts").order_by("number")


def sent_to(papers: Iterable[int]) -> dict[int, list[str]]:
    """The addressees for action of papers, in the words of each paper, by the paper's number."""
    found: dict[int, list[str]] = {}
    rows = Addressee.objects.filter(paper__in=list(papers), role="action").exclude(text="")
    for paper, text in rows.order_by("pk").values_list("paper", "text"):
        if text not in (words := found.setdefault(paper, [])):
            words.append(text)
    return found


def years_of(office: Office) -> list[int]:
    """The calendar years in which an office sent anything, the latest first."""
    years = Dispatch.objects.filter(office=office).order_by().values_list("year", flat=True)
    return sorted(set(years), reverse=True)


def next_number(office: Office, year: int) -> int:
    """The dispatch number that follows in a year. It is given once only inside a transaction that locks the office's row."""
    last = Dispatch.objects.filter(office=office, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def has_in_hand(held: Mandate, paper: Paper) -> bool:
    """Whether a post of this mandate has a draft in hand; where no post has it, whether the mandate leads its office."""
    if paper.holder_id is None:
        return paper.office_id in held.drafts_in
    return paper.holder_id in held.drafts_for
