"""A letter before a word of it is written: its form, the lines of its office, who signs it; and a letter that replaces another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla

GOVERNMENT = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার"
LETTERS = frozenset({"circular", "plain_letter"})
"""The kinds that are written here; the others come from plans, meetings and reports."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a letter: what it is called, its kind, and the heading it bears."""

    name: str
    title: str
    title_en: str
    kind: str
    heading: str = ""


FORMS = {
    form.name: form
    for form in (
        Form("circular", "পরিপত্র", "Circular", "circular", "পরিপত্র"),
        Form("letter", "সরকারি পত্র", "Official letter", "plain_letter"),
        Form("order", "অফিস আদেশ", "Office order", "plain_letter", "অফিস আদেশ"),
        Form("notice", "নোটিশ", "Notice", "plain_letter", "নোটিশ"),
        Form("announcement", "বিজ্ঞপ্তি", "Announcement", "plain_letter", "বিজ্ঞপ্তি"),
    )
}


def begun(
    form: Form, *, office: str, above: Sequence[str], subject: str, marks: Sequence[str], signatory: dict[str, str]
) -> dict[str, Any]:
    """The content of a letter that has only its frame; `above` are the offices over its own, the highest first."""
    top = [GOVERNMENT, *above, office]
    head = {"letterhead": top} if form.kind == "circular" else {"masthead": top}
    signs = [{**signatory, "role": "body"}] if signatory else []
    whole = {"office": office, "title": form.heading, "subject": subject, "priority": list(marks), "signatories": signs}
    return {**whole, **head}


def replacing(content: dict[str, Any], said_before: str | None) -> dict[str, Any]:
    """The content of a letter that takes the place of an issued one: it says so before everything else, and bears no number and
    no date yet. `said_before` is what the replaced letter itself said of the one before it.
    """
    words = replaces(content)
    new = {**content, "letter": {"memo_number": None, "date": None, "bangla_date": None}}
    if "preamble" in content:
        before = str(content["preamble"])
        rest = before.removeprefix(said_before).strip() if said_before else before
        return {**new, "preamble": f"{words} {rest}".strip()}
    passages = [each for each in content["body"] if said_before is None or each["text"] != said_before]
    return {**new, "body": [{"label": "", "text": words, "rows": []}, *passages]}


def replaces(content: dict[str, Any]) -> str:
    """The sentence by which the successor of a letter names it, by number and date as far as it has them."""
    letter = content.get("letter") or {}
    number, day = letter.get("memo_number"), letter.get("date")
    when = f"{write_date(date.fromisoformat(day))} তারিখের " if day else ""
    which = f"{to_bangla(number)} নম্বর স্মারকে জারিকৃত " if number else ""
    return f"এ কার্যালয়ের {when}{which}“{content.get('subject') or content.get('title') or 'পত্র'}” এতদ্দ্বারা প্রতিস্থাপন করা হলো।"
