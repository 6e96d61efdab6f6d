"""Posts and officers: who was put on which post, and who keeps the register or may no longer sign in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from angikar.history.models import Entry
from angikar.history.replay.claims import Claim, RowDifference, unnamed
from angikar.offices import tree
from angikar.offices.models import Office, Officer, Tenure

_OFFICER: dict[str, tuple[str, str, bool | None]] = {
    "officer.enrol": ("is_staff", "administrator", None),
    "officer.make_administrator": ("is_staff", "is_staff", None),
    "officer.close_account": ("is_active", "is_active", False),
    "officer.open_account": ("is_active", "is_active", True),
    "officer.deactivate": ("is_active", "is_active", False),
    "officer.reactivate": ("is_active", "is_active", True),
}
"""What each verb leaves: in which column, under which name its entry says it, and what it is where the entry does not."""
_POST = frozenset({"post.appoint", "post.hand_over", "post.recharge", "post.release"})


class TenuresReplay:
    """Follows posts and accounts."""

    verbs = frozenset({*_OFFICER, *_POST})

    def __init__(self) -> None:
        self._named: set[tuple[int, int, str]] = set()
        self._known: set[int] = set()

    def follow(self, entry: Entry) -> Iterator[Claim]:
        """What an entry about an account claims; of a post it is remembered who came to it on which day."""
        now: dict[str, Any] = entry.now if isinstance(entry.now, dict) else {}
        if law := _OFFICER.get(entry.verb):
            column, name, plain = law
            left = now.get(name, plain)
            enrolled = {"is_active": True} if entry.verb == "officer.enrol" else {}
            self._known.update({entry.object_id} if enrolled else ())
            yield Claim(Officer, entry.object_id, {**enrolled, **({} if left is None else {column: left})})
        elif "officer" in now:
            self._named.add((entry.object_id, now["officer"], now["since"]))

    def unnamed(self) -> Iterator[RowDifference]:
        """Accounts that no entry made, officers on a post that none put there, and offices whose place in the tree is not below their office above."""
        yield from unnamed(Officer.objects.all(), self._known)
        for pk, post, officer, since in Tenure.objects.values_list("pk", "post_id", "officer_id", "since").iterator():
            if (post, officer, since.isoformat()) not in self._named:
                yield RowDifference(Tenure._meta.label, pk, "officer", 0)
        below = Office.objects.exclude(parent=None).values_list("pk", "path", "parent__path")
        for pk, path, above in below.iterator():
            if path[: -tree.STEP] != above:
                yield RowDifference(Office._meta.label, pk, "path", 0)
