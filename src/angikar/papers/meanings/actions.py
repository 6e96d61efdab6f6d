"""What is done about the words of a paper: a person says which posts they mean, for the paper and for those that follow."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.addressing import Register
from angikar.offices.models import Office, Officer
from angikar.papers import sentences
from angikar.papers.letters.queries import has_in_hand
from angikar.papers.locking import locked, own_post
from angikar.papers.meanings.queries import MeantPosts
from angikar.papers.models import Meant, Paper, Wording
from angikar.rules.bangla.text import key
from angikar.rules.kinds import kind_named

_LONGEST = 500


def mean(paper: Paper, said: Mapping[str, MeantPosts | None], *, by: Officer) -> None:
    """Name the posts that a paper means by each of several texts, or none of the register; `None` forgets what was named.

    The office remembers it for its next papers, except of words that lead to posts by themselves ("সংশ্লিষ্ট" means others in
    every letter). Raises `NotYours` unless one has the paper in hand, `Refused` for an issued one.
    """
    with transaction.atomic():
        fresh = locked(paper)
        if fresh.is_frozen:
            raise Refused(sentences.ADDRESSEES_FROZEN)
        if not has_in_hand(mandate(by), fresh):
            raise NotYours
        plain, is_plan = Register(fresh.office), kind_named(fresh.kind).is_plan
        was, now = {}, {}
        for text, meaning in said.items():
            rows = Meant.objects.filter(paper=fresh, text=text[:_LONGEST])
            was[text], now[text] = list(rows.values_list("post", flat=True)), _stored(meaning)
            rows.delete()
            if meaning is not None:
                meant = meaning.posts or (None,)
                Meant.objects.bulk_create([Meant(paper=fresh, text=text[:_LONGEST], post=post) for post in meant])
            if meaning is None or is_plan or plain.expand(text).unmatched is not None:
                _remember(fresh.office, text, meaning)
        record("paper.mean", fresh, by=by, post=own_post(by, fresh.office), was=was, now=now)


def _stored(meaning: MeantPosts | None) -> dict[str, object] | None:
    """A meaning as history stores it."""
    return None if meaning is None else {"posts": [post.pk for post in meaning.posts], "words": meaning.words}


def _remember(office: Office, text: str, meaning: MeantPosts | None) -> None:
    """Keep what an office means by words, in place of what it meant before."""
    folded = key(text, fold=True)[:_LONGEST]
    Wording.objects.filter(office=office, folded=folded).delete()
    if meaning is None:
        return
    row = {"office": office, "folded": folded, "text": text[:_LONGEST]}
    if meaning.words:
        Wording.objects.create(**row, words=meaning.words[:_LONGEST])
        return
    Wording.objects.bulk_create([Wording(**row, post=post) for post in meaning.posts or (None,)])
