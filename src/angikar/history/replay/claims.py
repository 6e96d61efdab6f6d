"""What a room says its verbs leave behind in its rows: claims, made entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models

from angikar.history.models import Entry


@dataclass(frozen=True, slots=True)
class Claim:
    """What one row must hold, by column, as long as no later claim says otherwise: a value, or one of several in a frozenset."""

    model: type[models.Model]
    pk: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A row that is not what history says: the table and the number, the column or "" where it is the whole row, and the entry that
    says otherwise or 0 where no entry names the row.
    """

    table: str
    pk: int
    column: str
    entry: int


class Replay(Protocol):
    """What follows the entries of some verbs, from the first to the last."""

    verbs: frozenset[str]

    def follow(self, entry: Entry) -> Iterable[Claim]:
        """What this entry claims."""

    def unnamed(self) -> Iterable[RowDifference]:
        """After the last entry: rows that should be named by one, and are not."""


REPLAYS: list[Callable[[], Replay]] = []
"""Every room's replay; filled when the rooms are ready."""


def replayed(replay: Callable[[], Replay]) -> None:
    """Let a room's replay run whenever history is replayed; twice counts once."""
    if replay not in REPLAYS:
        REPLAYS.append(replay)


def unnamed(rows: models.QuerySet[Any], named: Collection[int]) -> Iterator[RowDifference]:
    """Those of some rows whose number is not named."""
    for pk in rows.values_list("pk", flat=True).iterator():
        if pk not in named:
            yield RowDifference(rows.model._meta.label, pk, "", 0)
