"""Renewed: which notes of the margin a step on the sheet has added, changed or taken away, so that only these are drawn and sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from angikar.desk.papers.review import Note, note_of
from angikar.desk.papers.sheet import in_order
from angikar.history.models import Entry
from angikar.papers.blocks.entering import differences
from angikar.papers.content import overlap
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper


@dataclass(frozen=True, slots=True)
class RenewedNotes:
    """How many doubts are open now; the keys of those that are gone, the notes that are another, and the new ones, each with the key of the
    doubt it comes behind, empty where it is the first. `version` is that of the paper whose notes are shown.
    """

    version: int
    count: int
    gone: Sequence[str]
    changed: Sequence[Note]
    new: Sequence[tuple[str, Note]]

    def later(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries of the history that made later versions."""
        return [each for each in entries if isinstance(each.now, dict) and each.now.get("version", 0) > self.version]


def renewed_notes(before: Paper, after: Paper) -> RenewedNotes | None:
    """What to do with the notes of a paper so that they are those of it after a step; `None` where they are to be drawn as a whole."""
    was, now = ({each.key: each for each in in_order(still_open(paper.doubts))} for paper in (before, after))
    kept = [key for key in now if key in was]
    twice = len(was) + len(now) != len(still_open(before.doubts)) + len(still_open(after.doubts))
    if not was or not now or twice or kept != [key for key in was if key in now]:
        return None
    places = [each.path for each in differences(before.content, after.content)]
    changed = [
        note_of(after, now[key])
        for key in kept
        if now[key] != was[key] or (now[key].path and any(overlap(now[key].path, path) for path in places))
    ]
    keys = list(now)
    new = [(keys[at - 1] if at else "", note_of(after, now[key])) for at, key in enumerate(keys) if key not in was]
    return RenewedNotes(before.version, len(now), [key for key in was if key not in now], changed, new)
