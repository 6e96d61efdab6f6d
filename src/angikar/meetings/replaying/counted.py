"""Rows of plans that are counted from the meetings of a body: which measure of which body, as a person confirmed it last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference
from angikar.meetings.models import Counted

_LABEL = Counted._meta.label


class CountedReplay:
    """Follows what was confirmed of each row; the entry is about the row of the plan."""

    verbs = frozenset({"line.count"})

    def __init__(self) -> None:
        self._said: dict[int, tuple[str, int, int]] = {}

    def follow(self, entry: Entry) -> Iterator[Claim]:
        """Take in what was confirmed; the rows are looked at in the end."""
        now: dict[str, Any] = entry.now if isinstance(entry.now, dict) else {}
        self._said[entry.object_id] = (now["measure"], now["body"], entry.pk)
        yield from ()

    def unnamed(self) -> Iterator[RowDifference]:
        """Rows that count something else than was confirmed, and what was confirmed without a row."""
        left = dict(self._said)
        for pk, line, measure, body in Counted.objects.values_list("pk", "line_id", "measure", "body_id"):
            said = left.pop(line, ("", 0, 0))
            if measure != said[0]:
                yield RowDifference(_LABEL, pk, "measure", said[2])
            if body != said[1]:
                yield RowDifference(_LABEL, pk, "body", said[2])
        yield from (RowDifference(_LABEL, line, "", entry) for line, (_, _, entry) in left.items())
