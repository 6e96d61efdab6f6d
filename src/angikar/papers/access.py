"""Which papers a person may see, and what may be done with one: the only way from a person to a paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from angikar.history.refusal import NotYours
from angikar.offices import tree
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.prepared import NUMBERS, PreparedLists
from angikar.papers.letters.queries import has_in_hand
from angikar.papers.models import SHOWN, Addressee, AskedPost, EnclosedFile, Paper, Right, State
from angikar.papers.queries import reviewing_office
from angikar.papers.states import MOVES
from angikar.rules.kinds import kind_named


def papers_for(user: User, on: date | None = None) -> QuerySet[Paper]:
    """Every paper `user` may read: those of one's own offices; once they leave the draft also those of the offices
    below, those that name one's office as counterpart, and those that are addressed to a post of one's office or on which one was asked
    to comment.
    """
    return Paper.objects.filter(readable(mandate(user, on))).select_related("office", "counterpart")


def reads_any(user: User, on: date | None = None) -> bool:
    """Whether there is any paper that `user` may read. Each way to one is looked along by itself, for together they have no index."""
    held = mandate(user, on)
    addressed = Addressee.objects.filter(post__office__in=held.office_ids).values("paper")
    own = Paper.objects.filter(office__in=(*held.office_ids, *held.drafts_in))
    shown = Paper.objects.filter(state__in=SHOWN)
    named = Q(counterpart__in=held.office_ids)
    outside = (tree.within(*tree.ranges(held.paths)), named, Q(pk__in=addressed), _asked(held.office_ids))
    return own.exists() or any(shown.filter(way).exists() for way in outside)


def readable(held: Mandate) -> Q:
    """The condition of `papers_for` for a mandate."""
    return readable_by(held.office_ids, held.drafts_in, *tree.ranges(held.paths))


def readable_by(offices: Collection[int], amended: Collection[int], begins: Iterable[str], ends: Iterable[str]) -> Q:
    """The same for one's offices, those whose papers one may amend, and the ranges of the paths below."""
    addressed = Addressee.objects.filter(post__office__in=offices).values("paper")
    outside = tree.within(begins, ends) | Q(counterpart__in=offices) | Q(pk__in=addressed) | _asked(offices)
    return Q(office__in=(*offices, *amended)) | (Q(state__in=SHOWN) & outside)


def _asked(offices: Collection[int]) -> Q:
    """The papers on which a post of some offices was asked to comment, as long as comments are wanted."""
    return Q(pk__in=AskedPost.objects.filter(post__office__in=offices).values("paper"), state=State.REVIEW)


def _one(
    offices: Collection[int], amended: Collection[int], begins: Iterable[str], ends: Iterable[str], pk: int
) -> QuerySet[Paper]:
    found = Paper.objects.filter(readable_by(offices, amended, begins, ends), pk=pk)
    return found.select_related("office", "counterpart", "source").order_by()


_ONE = PreparedLists(_one, 2, NUMBERS[0], bounds=2)


def paper(user: User, pk: int, to: Right = "read", on: date | None = None) -> Paper:
    """The paper, if `user` may do `to` with it; else `NotYours`, whether or not it exists."""
    held = mandate(user, on)
    found = next(iter(_ONE(held.office_ids, held.drafts_in, *tree.ranges(held.paths), pk)), None)
    if found is None or to not in rights(held, found):
        raise NotYours
    return found


def rights(held: Mandate, found: Paper) -> frozenset[Right]:
    """What the holder of a mandate may do with a paper that he may read: amend and issue belong to the head and
    the focal post of its office (issuing to the head alone), review to those of the office above it or of the
    counterpart. A draft that a post has in hand is amended by its holder alone, and issued when the head has it.
    """
    given: set[Right] = {"read"}
    in_hand = found.office_id in held.drafts_in if found.is_frozen else has_in_hand(held, found)
    if in_hand:
        given.add("amend")
    if in_hand and found.office_id in held.headed and not found.is_template:
        given.add("issue")
    if held.led & reviewers(found):
        given.add("review")
    return frozenset(given)


def enclosed(found: Paper, number: int) -> EnclosedFile | None:
    """The file of the enclosure with that number, of a paper that one may read; what the content names is given only where a
    file was enclosed with this very paper.
    """
    listed = found.content.get("enclosures") or []
    sha256 = listed[number - 1].get("file") if 0 < number <= len(listed) else None
    return found.enclosed.filter(file__sha256=sha256).select_related("file").first() if sha256 else None


def reviewers(found: Paper) -> set[int]:
    """The offices that look a paper over."""
    return {reviewing_office(found)}


def to_comment(user: User, on: date | None = None) -> list[Paper]:
    """The papers on which one is asked to comment, the longest waiting first."""
    held = mandate(user, on)
    return _TO_COMMENT(held.led, held.post_ids)


def _commented_by(led: Collection[int], posts: Collection[int]) -> QuerySet[Paper]:
    own = Q(counterpart=None, office__parent=None, office__in=led)
    above = Q(counterpart=None, office__parent__in=led)
    asked = Q(pk__in=AskedPost.objects.filter(post__in=posts).values("paper"))
    waiting = Paper.objects.filter(Q(counterpart__in=led) | above | own | asked, state=State.REVIEW)
    return waiting.select_related("office").defer("content", "doubts").order_by("changed_at", "pk")


_TO_COMMENT = PreparedLists(_commented_by, 2)


def moves(held: Mandate, found: Paper) -> tuple[str, ...]:
    """Where the holder of a mandate may move a paper now: its own office sends it on and takes it back, who reviews it
    sends it back, and the head has it signed. A template stays where it is.
    """
    if found.is_template:
        return ()
    given = rights(held, found)
    who = {State.DRAFT: {"amend", "review"}, State.REVIEW: {"amend"}, State.SIGNED: {"issue"}}
    if kind_named(found.kind).issued_signed:
        del who[State.SIGNED]  # it is signed, not said to be
    return tuple(to for to in who if to in MOVES.get(found.state, ()) and given & who[to])
