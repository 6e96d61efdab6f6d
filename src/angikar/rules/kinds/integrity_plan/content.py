"""The content of an integrity work-plan: a Plan with the letter that sends it out."""

from __future__ import annotations

from angikar.rules.content import Content
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Plan


class Covering(Content):
    """The letter in front of the plan: the lines above its memo number, subject, body, what is enclosed, addressees, who signed it."""

    masthead: tuple[str, ...] = ()
    subject: str | None = None
    body: tuple[str, ...] = ()
    enclosure: str | None = None
    addressees: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()


class IntegrityPlan(Plan):
    """A National Integrity Strategy work-plan of one office; `signatories` sign the table, the covering letter has its own."""

    covering: Covering | None = None
