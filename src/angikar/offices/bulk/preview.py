"""What a list would change, as its preview shows it: counts, and the lines of each kind, so many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from angikar.history.chain.digests import digest
from angikar.offices.bulk.columns import SHEETS
from angikar.offices.bulk.values import ListChange, ListComparison, Values, Verb, plain

MOST = 200
"""Lines of one kind that are shown; the counts are whole."""

VERBS: tuple[Verb, ...] = ("new", "changed", "closed", "reopened")


def seen(comparison: ListComparison) -> dict[str, object]:
    """The preview as JSON: `counts` by list and verb, `lines` by verb, `refused`, and how many are the `same`."""
    counts = Counter((change.sheet, change.verb) for change in comparison.changes)
    return {
        "counts": {sheet.name: {verb: counts[sheet.name, verb] for verb in VERBS} for sheet in SHEETS},
        "lines": {verb: _lines([each for each in comparison.changes if each.verb == verb]) for verb in VERBS},
        "refused": [
            {"sheet": each.sheet, "line": each.line, "bn": each.why.message, "en": each.why.message_en}
            for each in comparison.refused[: 5 * MOST]
        ],
        "refused_count": len(comparison.refused),
        "same": comparison.same,
    }


def _lines(changes: Sequence[ListChange]) -> list[dict[str, object]]:
    return [
        {
            "sheet": change.sheet,
            "line": change.line,
            "named": change.named,
            "was": _texts(change.was),
            "now": _texts(change.now) if change.pk else {},
        }
        for change in sorted(changes, key=lambda each: (each.sheet, each.line))[:MOST]
    ]


def _texts(values: Values) -> dict[str, str]:
    return {name: plain(value) for name, value in values.items()}


def compared_digest(comparison: ListComparison) -> str:
    """The digest of all that a list would change, by which a confirmation knows that it is still what was shown."""
    return digest(
        [
            [change.sheet, change.line, change.verb, change.pk, _texts(change.was), _texts(change.now)]
            for change in comparison.changes
        ]
    )
