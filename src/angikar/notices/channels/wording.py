"""What a letter says: one notice at once, or what gathered for one person in a day, in the receiver's own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings

from angikar.notices import sentences
from angikar.notices.models import Delivery, Notice, NoticeKind
from angikar.offices.models import Officer
from angikar.rules.sentence import Both, Sentence

MOST = 40
"""Notices that a digest names; of the others it says how many there are."""
_ORDER = (
    NoticeKind.ALARM,
    NoticeKind.LATE,
    NoticeKind.REMINDER,
    NoticeKind.ESCALATION,
    NoticeKind.INVITATION,
    NoticeKind.URGENT,
    NoticeKind.WORD,
)
_COUNTS: dict[str, Sentence] = {
    NoticeKind.ALARM: sentences.COUNT_ALARM,
    NoticeKind.LATE: sentences.COUNT_LATE,
    NoticeKind.REMINDER: sentences.COUNT_REMINDER,
    NoticeKind.ESCALATION: sentences.COUNT_ESCALATION,
    NoticeKind.INVITATION: sentences.COUNT_INVITATION,
    NoticeKind.URGENT: sentences.COUNT_URGENT,
    NoticeKind.WORD: sentences.COUNT_WORD,
}


class Words(NamedTuple):
    """A letter in words: its subject, which is all of a short message, its text, and the link on which the receiver acts."""

    subject: str
    text: str
    link: str


def in_language(both: Both, officer: Officer | None) -> str:
    """The words in the language an officer chose; both, one after the other, for somebody outside."""
    if officer is None:
        return "\n\n".join(dict.fromkeys(both))
    return both[officer.language == "en"]


def single(notice: Notice, link: str, officer: Officer | None) -> Words:
    """The words of one notice."""
    text = in_language((notice.text, notice.text_en), officer)
    subject = in_language((notice.text, notice.text_en), officer) if officer else notice.text
    return Words(subject, text, _whole(link))


def digest(deliveries: Sequence[Delivery], officer: Officer) -> Words:
    """The words of what gathered for an officer: how much of what, then each with its link."""
    ordered = sorted((each.notice for each in deliveries), key=lambda notice: (_rank(notice), notice.pk))
    named = [f"• {in_language((each.text, each.text_en), officer)}\n  {_whole(each.page)}" for each in ordered[:MOST]]
    rest = len(ordered) - MOST
    if rest > 0:
        named.append(in_language(sentences.DIGEST_MORE.both(count=rest), officer))
    return Words(counts(deliveries, officer), "\n\n".join(named), _whole("/"))


def counts(deliveries: Sequence[Delivery], officer: Officer) -> str:
    """How many notices of which kind there are, in one line."""
    found = Counter(each.notice.kind for each in deliveries)
    listed = [_COUNTS[kind].both(count=found[kind]) for kind in _ORDER if found[kind]]
    pair = tuple(", ".join(each[language] for each in listed) for language in (0, 1))
    return in_language(sentences.DIGEST.both(counts=(pair[0], pair[1])), officer)


def _rank(notice: Notice) -> int:
    return _ORDER.index(NoticeKind(notice.kind)) if notice.kind in NoticeKind.values else len(_ORDER)


def _whole(link: str) -> str:
    return f"{settings.HOUSE_ADDRESS}{link}" if link else ""
