"""Papers: the digest, day and state of what was issued, what replaced what with all that went over to it, and to which day a circular was moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from angikar.duties.models import Duty, Feedback, Filing, MovedDay, Reopening
from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference, unnamed
from angikar.papers.models import FROZEN, Paper, State

_MOVED: dict[str, type[Model]] = {"duty": Duty, "filing": Filing, "reopening": Reopening, "feedback": Feedback}
"""What goes over to the paper that replaces another, as the entry of the issue names it."""


class PapersReplay:
    """Follows papers from their issue on."""

    verbs = frozenset({"paper.issue", "paper.close", "paper.move_day"})

    def __init__(self) -> None:
        self._issued: set[int] = set()
        self._closed: set[int] = set()
        self._moved: set[tuple[int, str | None, str]] = set()

    def follow(self, entry: Entry) -> Iterator[Claim]:
        """What the issue or the close of a paper claims."""
        now: dict[str, Any] = entry.now if isinstance(entry.now, dict) else {}
        if entry.verb == "paper.move_day":
            was = entry.was if isinstance(entry.was, dict) else {}
            self._moved.add((entry.object_id, was.get("day"), now["day"]))
            return
        if entry.verb == "paper.close":
            self._closed.add(entry.object_id)
            yield Claim(
                Paper, entry.object_id, {"closed_on": frozenset({now["on"], None})}
            )  # open again for a new addressee
            return
        self._issued.add(entry.object_id)
        facts = {"hash": now["hash"], "issued_at": now["day"], "entered_on": now.get("entered")}
        yield Claim(Paper, entry.object_id, {**facts, "state": State.ISSUED})
        if now.get("replaces"):
            yield Claim(Paper, now["replaces"], {"state": State.SUPERSEDED})
        for name, numbers in now.get("moved", {}).items():
            yield from (Claim(_MOVED[name], pk, {"paper": entry.object_id}) for pk in numbers)

    def unnamed(self) -> Iterator[RowDifference]:
        """Papers in force that no entry issued, those that none closed, and days to which none moved a circular."""
        yield from unnamed(Paper.objects.filter(state__in=FROZEN), self._issued)
        for pk in Paper.objects.exclude(closed_on=None).exclude(pk__in=self._closed).values_list("pk", flat=True):
            yield RowDifference(Paper._meta.label, pk, "closed_on", 0)
        for move in MovedDay.objects.iterator():
            if (move.paper_id, move.was.isoformat() if move.was else None, move.day.isoformat()) not in self._moved:
                yield RowDifference(MovedDay._meta.label, move.pk, "day", 0)
