"""A letter before a word of it is written: its form, the lines of its office, who signs it; and a letter that replaces another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kind import Kind, LetterForm
from angikar.rules.kinds import KINDS

GOVERNMENT = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার"
FORMS: dict[str, LetterForm] = {form.name: form for kind in KINDS.values() for form in kind.forms}
"""The forms in which a letter may be begun, by name."""


def kind_of(form: LetterForm) -> Kind:
    """The kind of which a letter of that form is."""
    return next(kind for kind in KINDS.values() if form in kind.forms)


def begun(
    form: LetterForm,
    *,
    office: str,
    above: Sequence[str],
    subject: str,
    marks: Sequence[str],
    signatory: dict[str, str],
) -> dict[str, Any]:
    """The content of a letter that has only its frame; `above` are the offices over its own, the highest first."""
    top = [GOVERNMENT, *above, office]
    signs = [{**signatory, "role": "body"}] if signatory else []
    whole = {"office": office, "title": form.heading, "subject": subject, "priority": list(marks), "signatories": signs}
    return {**whole, form.head: top}


def replacing(content: dict[str, Any], said_before: str | None) -> dict[str, Any]:
    """The content of a letter that takes the place of an issued one: it begins with the sentence that says so, and has no number
    and no date yet. `said_before` is that sentence of the replaced letter itself, where it has one.
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
