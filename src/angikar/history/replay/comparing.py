"""The rows compared with what the whole history claims of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, models

from angikar.history.models import Entry
from angikar.history.personal import REACHED_BY
from angikar.history.replay import remembered
from angikar.history.replay.claims import REPLAYS, Replay, RowDifference, unnamed

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
    yield from _unlike_remembered()


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


_Digests = dict[str, tuple[str, int]]


def _unlike_remembered() -> Iterator[RowDifference]:
    """Every remembered row that is not what the last entry about it left, and every one without an entry that should have one."""
    laws = {each._meta.label_lower: each for each in apps.get_models() if remembered.remembered(each)}
    entries = Entry.objects.filter(kind__in=list(laws)).order_by("pk")
    last: dict[str, dict[int, _Digests]] = {kind: defaultdict(dict) for kind in laws}
    for pk, kind, row, after in entries.values_list("pk", "kind", "object_id", "left").iterator(chunk_size=2000):
        last[kind][row].update({part: (digest, pk) for part, digest in (after or {}).items()})
    for kind, model in laws.items():
        law = remembered.remembered(model)
        if law is not None and law.always:
            yield from unnamed(model._default_manager.all(), last[kind])
        numbers = sorted(row for row, digests in last[kind].items() if digests)
        for at in range(0, len(numbers), _CHUNK):
            chunk = numbers[at : at + _CHUNK]
            stored = remembered.now(model, chunk, DEFAULT_DB_ALIAS)
            for row in chunk:
                yield from _unlike(model, row, stored.get(row), last[kind][row])


def _unlike(
    model: type[models.Model], row: int, stored: remembered.Left | None, said: _Digests
) -> Iterator[RowDifference]:
    for part, (digest, entry) in said.items():
        if stored is None or stored.get(part) != digest:
            yield RowDifference(model._meta.label, row, part, entry)


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
