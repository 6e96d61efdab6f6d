"""The sentence by which a printed plan says that its form is the office's own, and who finds it again in print."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.bangla.text import key
from angikar.rules.document import Block, Document, Paragraph
from angikar.rules.plan import Plan

OWN_FORM = "(এ অর্থবছরের নির্ধারিত ফরম জানা না থাকায় কার্যালয়ের নিজস্ব ফরমে প্রণীত)"


def own_form_line(plan: Plan) -> Iterator[Block]:
    """The sentence, where the plan is in a form of its office's own."""
    if plan.form == "own":
        yield Paragraph(OWN_FORM, align="center")


def says_own(document: Document) -> bool:
    """Whether a paper says that its form is its office's own."""
    return key(OWN_FORM) in key(document.text)
