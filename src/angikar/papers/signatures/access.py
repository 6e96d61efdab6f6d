"""Who may sign a paper: the head of the party whose turn it is, for himself alone."""

from __future__ import annotations

from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Post
from angikar.papers import access
from angikar.papers.models import Paper, PaperSignature, State
from angikar.papers.signatures.queries import PartyState, parties, turn
from angikar.rules.kinds import kind_named

_TAKING = (State.DRAFT, State.REVIEW, State.SIGNED, State.ISSUED)


def takes_signatures(paper: Paper) -> bool:
    """Whether a paper takes signatures in its state; a letter gets its number and its date when it is issued, and is signed after that."""
    return paper.state in ((State.ISSUED,) if kind_named(paper.kind).is_letter else _TAKING)


def signing_post(held: Mandate, paper: Paper, of: tuple[PartyState, ...]) -> tuple[PartyState, Post] | None:
    """The party for which the holder of a mandate may sign now, and the post he does it as. The first signs what he may issue; the
    second what the first has signed.
    """
    party = turn(of)
    if party is None or party.office is None or not takes_signatures(paper):
        return None
    if party.place == 0 and "issue" not in access.rights(held, paper):
        return None
    post = held.post_in(party.office)
    return (party, post) if post is not None and post.is_head else None


def signed_for_another(by: User, of: tuple[PartyState, ...]) -> bool:
    """Whether an officer has signed for a party of a paper already: who heads both offices does not agree with himself."""
    return any(each.signature is not None and each.signature.by_id == by.pk for each in of)


def to_sign(user: User, pk: int) -> tuple[Paper, PartyState, Post]:
    """The paper, the party and the post, for who may sign it now; else `NotYours`."""
    paper = access.paper(user, pk)
    found = signing_post(mandate(user), paper, parties(paper))
    if found is None:
        raise NotYours
    return paper, *found


def signature(user: User, pk: int, number: int) -> PaperSignature:
    """One signature of a paper that one may read. Raises `NotYours`."""
    paper = access.paper(user, pk)
    found = PaperSignature.objects.filter(paper=paper, pk=number).select_related("file", "paper").first()
    if found is None:
        raise NotYours
    return found
