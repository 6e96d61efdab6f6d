"""Sending a letter: its memo number and dates written in, and what stands against sending it."""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.history.refusal import Refused
from angikar.offices.addressing import Register
from angikar.papers.models import FROZEN, Paper
from angikar.rules.bangla.calendar import to_bangla_date
from angikar.rules.bangla.digits import to_bangla


def dated(content: dict[str, Any], memo_number: str, day: date) -> dict[str, Any]:
    """The content with its memo number and, where none stands there yet, the day in both calendars."""
    letter = content["letter"]
    written = date.fromisoformat(letter["date"]) if letter["date"] else day
    bangla = letter["bangla_date"] or str(to_bangla_date(written))
    return {**content, "letter": {"memo_number": memo_number, "date": written.isoformat(), "bangla_date": bangla}}


def addressees_of(content: dict[str, Any]) -> list[str]:
    """To whom a letter goes for action, as it is written."""
    return [text for text in content.get("addressees", ()) if isinstance(text, str) and text.strip()]


def refuse_unsendable(paper: Paper, register: Register) -> None:
    """Raises `Refused` where a letter lacks its subject or whom it goes to, or an addressee leads to nobody and no person has
    said whom it means.
    """
    content = paper.content
    order = content.get("title") == "অফিস আদেশ"
    if not str(content.get("subject") or "").strip() and not order:
        raise Refused("বিষয় লেখা নেই।", "The subject is missing.")
    if not addressees_of(content) and not content.get("copies") and not paper.outsiders.exists():
        raise Refused("কাকে পাঠানো হবে তা লেখা নেই।", "It does not say to whom the letter goes.")
    lost = [found.text for found in register.expand_all(addressees_of(content)) if found.unmatched]
    if lost:
        raise Refused(
            f"“{lost[0]}” কোন পদ, তা পাওয়া যায়নি; পদ বেছে নিন বা বাইরের প্রাপক বলে রাখুন। ({to_bangla(str(len(lost)))}টি)",
            f"No post is found for “{lost[0]}”; name the post, or say that it goes outside. ({len(lost)})",
        )


def refuse_used(paper: Paper, memo_number: str) -> None:
    """Raises `Refused` where another letter of the office went out under that number; the one it replaces may have."""
    sent = Paper.objects.filter(office=paper.office_id, memo_number=memo_number, state__in=FROZEN, kind=paper.kind)
    if memo_number and sent.exclude(pk__in=[paper.pk, paper.supersedes_id or 0]).exists():
        raise Refused(
            f"{to_bangla(memo_number)} নম্বরে এই দপ্তরের আরেকটি পত্র জারি হয়ে গেছে।",
            f"Another letter of this office went out under {memo_number}.",
        )
