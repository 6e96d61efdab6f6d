"""The rows compared with what the whole history claims of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db import models

from angikar.history.models import Entry
from angikar.history.personal import REACHED_BY
from angikar.history.replay.claims import REPLAYS, Replay, RowDifference

_CHUNK = 500
_Said = dict[str, tuple[object, int]]


def differences() -> Iterator[RowDifference]:
    """Every row that is not what history says, table by table, and every row it says nothing of though it should."""
    replays = [make() for make in REPLAYS]
    for model, rows in _said(replays).items():
        numbers = sorted(rows)
        for at in range(0, len(numbers), _CHUNK):
            yield from _compared(model, {pk: rows[pk] for pk in numbers[at : at + _CHUNK]})
    for replay in replays:
        yield from replay.unnamed()


def _said(replays: Sequence[Replay]) -> dict[type[models.Model], dict[int, _Said]]:
    """By table, row and column the last value that was claimed, and the entry that claimed it."""
    by_verb: dict[str, list[Replay]] = defaultdict(list)
    for replay in replays:
        for verb in replay.verbs:
            by_verb[verb].append(replay)
    said: dict[type[models.Model], dict[int, _Said]] = defaultdict(lambda: defaultdict(dict))
    for entry in Entry.objects.filter(verb__in=list(by_verb)).order_by("pk").iterator(chunk_size=2000):
        for replay in by_verb[entry.verb]:
            for claim in replay.follow(entry):
                row = said[claim.model][claim.pk]
                row.setdefault("pk", (claim.pk, entry.pk))
                row.update({column: (value, entry.pk) for column, value in claim.values.items()})
    return said


def _compared(model: type[models.Model], rows: Mapping[int, _Said]) -> Iterator[RowDifference]:
    columns = sorted({column for said in rows.values() for column in said})
    stored = {row["pk"]: row for row in model._default_manager.filter(pk__in=list(rows)).values(*columns)}
    for pk, said in rows.items():
        row = stored.get(pk)
        if row is None:
            yield RowDifference(model._meta.label, pk, "", said["pk"][1])
            continue
        for column, (value, entry) in said.items():
            if not _is_same(_plain(row[column]), value):
                yield RowDifference(model._meta.label, pk, column, entry)


def _is_same(stored: object, said: object) -> bool:
    """Whether a row holds what was said; how somebody is reached may have been left empty in the entry."""
    if isinstance(said, frozenset):
        return stored in said
    if isinstance(stored, dict) and isinstance(said, dict):
        return stored.keys() == said.keys() and all(
            (name in REACHED_BY and said[name] == "") or _is_same(stored[name], said[name]) for name in said
        )
    return stored == said


def _plain(value: object) -> object:
    """A stored value as an entry holds it: days and moments as texts."""
    return value.isoformat() if isinstance(value, date | datetime) else value
