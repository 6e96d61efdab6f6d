"""Causes: the doubts of a paper that one and the same thing has raised, so that a person may settle them together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from angikar.papers.stored_doubt import StoredDoubt

Cause = Literal["figures", "cells", "words", "carried"]
"""Misread figures and numbers of rows; cells that slipped or were lost; misread words; what a file carries besides its pages."""

_CODES: dict[Cause, tuple[str, ...]] = {
    "figures": (
        "area-weight-missing",
        "area-weight-sum",
        "code-duplicate",
        "code-parent",
        "code-sequence",
        "label-sequence",
        "marks-sum",
        "number-repeated",
        "part-weight-total",
        "plan-weight-total",
        "quarter-sum",
        "total-disagrees",
        "weight-missing",
    ),
    "cells": (
        "actual-in-plan",
        "cell-cut-off",
        "cell-lost",
        "cell-shifted",
        "cell-unreadable",
        "cells-merged",
        "date-outside-quarter",
        "indicator-title-missing",
        "quarter-targets-missing",
        "responsible-missing",
        "row-shifted",
        "row-swallowed",
        "target-missing",
        "unit-missing",
        "unit-value-mismatch",
        "value-smeared",
    ),
    "words": (
        "area-title-differs",
        "bracket-unbalanced",
        "heading-misread",
        "memo-unknown-pattern",
        "name-wordings-differ",
        "ocr-uncertain",
        "quote-unbalanced",
        "signatory-differs",
        "spelling",
        "text-misread",
        "word-misread",
    ),
    "carried": ("carried-differs",),
}
_CAUSES: dict[str, Cause] = {code: cause for cause, codes in _CODES.items() for code in codes}
_FEWEST = 2
"""So many doubts are worth settling together."""


def cause_named(name: str) -> Cause | None:
    """The cause of that name."""
    return next((each for each in get_args(Cause) if each == name), None)


def of_cause(doubts: Iterable[StoredDoubt], cause: Cause) -> list[StoredDoubt]:
    """The doubts of one cause."""
    return [each for each in doubts if _CAUSES.get(each.code) == cause]


def shared(doubts: Iterable[StoredDoubt]) -> dict[Cause, int]:
    """The causes that several doubts share, with how many these are."""
    listed = list(doubts)
    counts: dict[Cause, int] = {cause: len(of_cause(listed, cause)) for cause in _CODES}
    return {cause: count for cause, count in counts.items() if count >= _FEWEST}
