"""Who learns that a paper was signed: the party whose turn it is, or, when all have signed, the office of the paper."""

from __future__ import annotations

from django.utils import timezone

from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.comments import leading
from angikar.notices.models import NoticeKind
from angikar.offices.access import mandate
from angikar.papers.events import PaperSigned
from angikar.papers.signatures.queries import is_signed_by_all, parties, turn
from angikar.rules.kinds import kind_named
from angikar.rules.sentence import Fact


def notify_signed(event: PaperSigned) -> None:
    """Notify the next party, or the head and focal post of the paper's office that nothing is wanting."""
    paper, kind = event.paper, kind_named(event.paper.kind)
    name: Fact = paper.title or (kind.title, kind.title_en)
    if is_signed_by_all(paper):
        both, posts = sentences.SIGNED_BY_ALL.both(paper=name), leading(paper.office_id)
    else:
        party = turn(parties(paper))
        both = sentences.SIGNATURE_ASKED.both(name=event.signature.name, paper=name)
        posts = [party.post] if party is not None and party.post is not None else []
    others = [post for post in posts if post.pk not in mandate(event.by).post_ids]
    message = Message(f"signed:{event.signature.pk}", NoticeKind.WORD, *both, f"/papers/{paper.pk}/signing/", paper)
    if others:
        notify(message.to(others), day=timezone.localdate(), by=event.by)
