"""Reading signatures: the parties of a paper, who has signed, whose turn it is, and whether nothing is wanting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from angikar.history.refusal import Refused
from angikar.offices.access import heads_of
from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, PaperSignature, SigningWay, State, Unsigned
from angikar.papers.queries import reviewing_office
from angikar.papers.signatures.sentences import UNSIGNED_NEEDS_REASON
from angikar.rules.kinds import kind_named


@dataclass(frozen=True, slots=True)
class PartyState:
    """A party of a paper in its place, from 0: the office, its head's post where the register has one, and his signature."""

    place: int
    office: int | None
    post: Post | None
    signature: PaperSignature | None


def parties(paper: Paper) -> tuple[PartyState, ...]:
    """Who signs a paper, in order: the head of its office; of an agreement and its like then the head of the office that looks it
    over. An office that looks its own papers over has no other party in the register.
    """
    offices: list[int | None] = [paper.office_id]
    if kind_named(paper.kind).two_parties:
        above = reviewing_office(paper)
        offices.append(None if above == paper.office_id else above)
    heads = heads_of(offices)
    signed = {each.place: each for each in signatures(paper)}
    return tuple(
        PartyState(place, office, heads.get(office), signed.get(place)) for place, office in enumerate(offices)
    )


def signatures(paper: Paper) -> list[PaperSignature]:
    """The signatures of a paper as it is now, in the order of the parties; a draft that changes has none."""
    if paper.state in (State.INTAKE, State.DRAFT, State.REVIEW):
        return []
    return _SIGNATURES(paper.pk)


def errors_left(paper: Paper) -> int:
    """How many errors of a paper are neither settled nor kept with a reason; a paper that is issued has none to settle."""
    return 0 if paper.is_frozen else len(still_open(paper.doubts, "error"))


def turn(found: tuple[PartyState, ...]) -> PartyState | None:
    """The party whose turn it is to sign; nobody's where all have signed on paper."""
    if any(each.signature is not None and each.signature.way == SigningWay.PAPER for each in found):
        return None
    return next((each for each in found if each.signature is None), None)


def is_signed_by_all(paper: Paper, found: Sequence[PaperSignature] | None = None) -> bool:
    """Whether every party has signed; a scan of the signed paper holds all their signatures. `found` are its signatures where they were read
    already.
    """
    found = signatures(paper) if found is None else found
    return any(each.way == SigningWay.PAPER for each in found) or (bool(found) and len(found) == len(parties(paper)))


def wants_signatures(paper: Paper, found: Sequence[PaperSignature] | None = None) -> bool:
    """Whether a paper cannot be issued as it is: both parties must sign it, and have not."""
    return kind_named(paper.kind).issued_signed and not is_signed_by_all(paper, found)


def unsigned_reason(paper: Paper, said: str) -> str:
    """Why a paper is to go out without the signatures of all; empty where it bears them or needs none. Raises `Refused` where it is not
    said.
    """
    if not wants_signatures(paper):
        return ""
    if not said.strip():
        raise Refused(UNSIGNED_NEEDS_REASON)
    return said.strip()


def signed_file(paper: Paper) -> PaperSignature | None:
    """The signature whose file holds all that were made by certificate."""
    return next((each for each in reversed(signatures(paper)) if each.way != SigningWay.PAPER), None)


def unsigned(paper: Paper) -> Unsigned | None:
    """Why it was issued without the signatures of both, where it was."""
    return next(iter(_UNSIGNED(paper.pk)), None)


_SIGNATURES = Prepared(
    lambda paper: (
        PaperSignature.objects.filter(paper=paper, ended=None).select_related("post__office", "file").order_by("place")
    ),
    NUMBERS[0],
)
_UNSIGNED = Prepared(lambda paper: Unsigned.objects.filter(paper=paper).select_related("by", "post"), NUMBERS[0])
