"""Who may do what with the quarters of a plan: its office files, the office that looks the plan over verifies."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from angikar.duties.models import Duty, DutyState, Filing, FilingState, Reopening
from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Post
from angikar.offices.prepared import PreparedLists
from angikar.papers import access as papers
from angikar.papers.access import reviewers
from angikar.papers.models import Paper

Part = Literal["file", "answer", "review"]
_T = TypeVar("_T")


def parts(held: Mandate, paper: Paper) -> frozenset[Part]:
    """What the holder of a mandate does in the cycle of a plan he may read: the head files, head and focal post
    `answer` for the office, head and focal post of the office above review.
    """
    given: set[Part] = set()
    if paper.office_id in held.headed:
        given.add("file")
    if paper.office_id in held.led:
        given.add("answer")
    if held.verifies_in & reviewers(paper):
        given.add("review")
    return frozenset(given)


def superior_post(paper: Paper, user: User, day: date) -> Post:
    """The post as which `user` looks a plan over; `NotYours` for all but head and focal post of the office above."""
    held = mandate(user, day)
    for office in sorted(held.verifies_in & reviewers(paper)):
        post = held.verifier_in(office)
        if post is not None:
            return post
    raise NotYours


def filing(user: User, paper: int, quarter: int) -> Filing:
    """The filing of a quarter of a paper one may read; else `NotYours`."""
    found = Filing.objects.filter(paper=papers.paper(user, paper), quarter=quarter)
    return _the(found.select_related("paper__office", "by", "post", "reviewer").first())


def filings_for(user: User, day: date) -> list[Filing]:
    """The filings on which one has something to do, the oldest first: those that wait for the offices one leads to verify
    them, also sent back ones that have an answer, and those sent back to the offices whose head one is.
    """
    held = mandate(user, day)
    return _FILINGS(held.led, held.headed)


def _filings(led: Collection[int], headed: Collection[int]) -> QuerySet[Filing]:
    above = Q(paper__counterpart__in=led) | Q(paper__counterpart=None, paper__office__parent__in=led)
    answered = Duty.objects.filter(
        paper=OuterRef("paper"), quarter=OuterRef("quarter"), line__isnull=False, state=DutyState.SUBMITTED
    )
    returned = Q(state=FilingState.SENT_BACK)
    waiting = Q(state__in=(FilingState.SUBMITTED, FilingState.VERIFYING)) | (returned & Exists(answered))
    papers_of = (Q(counterpart__in=led), Q(counterpart=None, office__parent__in=led), Q(office__in=headed))
    first, *others = (Paper.objects.filter(each).order_by().values("pk") for each in papers_of)
    near = Filing.objects.filter(
        paper__in=first.union(*others)
    )  # else the database looks at every filing of the nation
    found = near.filter((above & waiting) | (returned & Q(paper__office__in=headed)))
    return found.select_related("paper__office").defer("paper__content", "paper__doubts").order_by("last_on", "pk")


_FILINGS = PreparedLists(_filings, 2)


def reopening(user: User, pk: int) -> Reopening:
    """What was asked of the office above for a paper one may read; else `NotYours`."""
    found = Reopening.objects.filter(pk=pk).select_related("paper").first()
    if found is not None:
        papers.paper(user, found.paper_id)
    return _the(found)


def _the(found: _T | None) -> _T:
    if found is None:
        raise NotYours
    return found
