"""Sending a letter: its memo number and dates are written in, and a letter that lacks something is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.history.refusal import Refused
from angikar.offices.addressing import Register
from angikar.papers import sentences
from angikar.papers.models import Paper
from angikar.rules.bangla.calendar import to_bangla_date
from angikar.rules.bangla.digits import to_latin


def dated(content: dict[str, Any], memo_number: str, day: date) -> dict[str, Any]:
    """The content with its memo number and, where it has none yet, the day in both calendars."""
    letter = content["letter"]
    written = date.fromisoformat(letter["date"]) if letter["date"] else day
    bangla = letter["bangla_date"] or str(to_bangla_date(written))
    return {**content, "letter": {"memo_number": memo_number, "date": written.isoformat(), "bangla_date": bangla}}


def addressees_of(content: dict[str, Any]) -> list[str]:
    """The addressees for action of a letter, as they are written."""
    return [text for text in content.get("addressees", ()) if isinstance(text, str) and text.strip()]


def refuse_unsendable(paper: Paper, register: Register) -> None:
    """Raises `Refused` where a letter lacks its subject or its addressees, or where an addressee matches no post and no person
    has named one for it.
    """
    content = paper.content
    order = content.get("title") == "অফিস আদেশ"
    if not str(content.get("subject") or "").strip() and not order:
        raise Refused(sentences.SENT_WITHOUT_SUBJECT)
    if not addressees_of(content) and not content.get("copies") and not paper.outsiders.exists():
        raise Refused(sentences.SENT_WITHOUT_ADDRESSEE)
    lost = [found.text for found in register.expand_all(addressees_of(content)) if found.unmatched]
    if lost:
        raise Refused(sentences.ADDRESSEE_NOT_FOUND, text=lost[0], count=len(lost))


def compared(kind: str, memo_number: str) -> str | None:
    """A memo number as two are compared, whatever its digits and blanks: once in an office among the letters of a kind. None
    for a letter without one.

    >>> compared("circular", "৮৮.০১.০০০০. ০১১-৪২") == compared("circular", "88.01.0000.011-42")
    True
    """
    plain = "".join(to_latin(memo_number).split())
    return f"{kind}:{plain}" if plain else None


def refuse_used(paper: Paper, memo_number: str) -> None:
    """Raises `Refused` where another letter of the office went out under that number; the one it replaces may have."""
    under = compared(paper.kind, memo_number)
    sent = Paper.objects.filter(office=paper.office_id, sent_under=under)
    if under and sent.exclude(pk__in=[paper.pk, paper.supersedes_id or 0]).exists():
        raise Refused(sentences.MEMO_NUMBER_USED, number=memo_number)
