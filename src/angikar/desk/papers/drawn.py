"""Drawn: the sheet of a paper that never changes again, drawn once by each process for its content, its doubts and the language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.http import HttpRequest
from django.utils.translation import get_language
from markupsafe import Markup

from angikar.desk.papers.sheet import sheet_of
from angikar.desk.parts_kept import KeptParts, drawn_by
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt

KEPT: Final = KeptParts[Markup](32)
"""One of a plan of sixty indicators has some 100 kB."""


def drawn(request: HttpRequest, paper: Paper, doubts: Sequence[StoredDoubt]) -> Markup:
    """The sheet of a frozen paper in which nothing opens for change. Whoever asks for it has been given the paper; the digest covers its kind
    and content, so a sheet is shown for no other paper and no other content.
    """
    key = (paper.pk, paper.hash, get_language(), tuple((each.key, each.path, each.severity) for each in doubts))
    known = KEPT.get(key)
    if known is not None:
        return known
    made = drawn_by("papers/drawn", {"paper": paper, "sheet": sheet_of(paper, doubts)}, request)
    KEPT.keep(key, made)
    return made
