"""Posts and officers: who was put on which post, and who keeps the register or may no longer sign in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference
from angikar.offices import tree
from angikar.offices.models import Office, Officer, Tenure

_OFFICER = {
    "officer.make_administrator": "is_staff",
    "officer.close_account": "is_active",
    "officer.open_account": "is_active",
}
_POST = frozenset({"post.appoint", "post.hand_over", "post.recharge", "post.release"})


class TenuresReplay:
    """Follows posts and accounts."""

    verbs = frozenset({*_OFFICER, *_POST})

    def __init__(self) -> None:
        self._named: set[tuple[int, int, str]] = set()

    def follow(self, entry: Entry) -> Iterator[Claim]:
        """What an entry about an account claims; of a post it is remembered who came to it on which day."""
        now: dict[str, Any] = entry.now if isinstance(entry.now, dict) else {}
        if column := _OFFICER.get(entry.verb):
            yield Claim(Officer, entry.object_id, {column: now[column]})
        elif "officer" in now:
            self._named.add((entry.object_id, now["officer"], now["since"]))

    def unnamed(self) -> Iterator[RowDifference]:
        """Officers on a post that no entry put there, and offices whose place in the tree is not below their office above."""
        for pk, post, officer, since in Tenure.objects.values_list("pk", "post_id", "officer_id", "since").iterator():
            if (post, officer, since.isoformat()) not in self._named:
                yield RowDifference(Tenure._meta.label, pk, "officer", 0)
        below = Office.objects.exclude(parent=None).values_list("pk", "path", "parent__path")
        for pk, path, above in below.iterator():
            if path[: -tree.STEP] != above:
                yield RowDifference(Office._meta.label, pk, "path", 0)
