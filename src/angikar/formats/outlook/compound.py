"""Compound: the storages and streams of a compound file (MS-CFB), the container of .msg and of the old Office."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_NONE = 0xFFFFFFFA
"""Numbers from here on are no sector and no entry: the end of a chain, a free sector, nothing."""
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_DEEPEST = 8
_MOST = 20_000
"""Entries of a file at most."""


class Broken(ValueError):
    """A compound file that is cut short or whose chains lead nowhere."""


@dataclass(slots=True)
class Storage:
    """A storage: its streams and the storages in it, by their names."""

    streams: dict[str, bytes] = field(default_factory=dict)
    storages: dict[str, Storage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    sort: int
    left: int
    right: int
    child: int
    start: int
    size: int


def compound(data: bytes, most: int) -> Storage:
    """The root storage of a compound file with everything in it. Raises `Broken`, also where its streams hold more than `most` bytes."""
    if len(data) < _HEADER or not data.startswith(MAGIC):
        raise Broken
    return _File(data, most).root()


class _File:
    """A compound file: its sectors, the chains they form, and the small sectors inside the stream of the root."""

    def __init__(self, data: bytes, most: int) -> None:
        self._data = data
        self._left = most
        (shift, small) = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small != 6:
            raise Broken
        self._size, self._small = 1 << shift, 1 << small
        self._wide = shift == 12
        (directory,) = struct.unpack_from("<I", data, 48)
        (self._cutoff, first_small) = struct.unpack_from("<II", data, 56)
        self._next = self._numbers(self._table_sectors())
        self._next_small = self._numbers(self._chain(first_small, self._next))
        self._entries = list(self._read_entries(directory))
        if not self._entries or self._entries[0].sort != _ROOT:
            raise Broken
        root = self._entries[0]
        self._mini = b"".join(map(self._sector, self._chain(root.start, self._next)))

    def root(self) -> Storage:
        """The root storage."""
        return self._storage(self._entries[0], 0)

    def _storage(self, entry: _Entry, depth: int) -> Storage:
        if depth > _DEEPEST:
            raise Broken
        found = Storage()
        for each in self._below(entry):
            if each.sort == _STREAM:
                found.streams[each.name] = self._stream(each)
            elif each.sort == _STORAGE:
                found.storages[each.name] = self._storage(each, depth + 1)
        return found

    def _below(self, entry: _Entry) -> Iterator[_Entry]:
        """The entries of a storage: a tree by left and right; one that leads back to itself is broken."""
        waiting, seen = [entry.child], set()
        while waiting:
            number = waiting.pop()
            if number >= _NONE:
                continue
            if number in seen or number >= len(self._entries):
                raise Broken
            seen.add(number)
            each = self._entries[number]
            waiting += (each.left, each.right)
            yield each

    def _stream(self, entry: _Entry) -> bytes:
        self._left -= entry.size
        if self._left < 0:
            raise Broken
        if entry.size < self._cutoff:
            chain = self._chain(entry.start, self._next_small) if entry.size else ()
            parts = (self._mini[number * self._small : (number + 1) * self._small] for number in chain)
        else:
            parts = map(self._sector, self._chain(entry.start, self._next))  # type: ignore[assignment]
        found = b"".join(parts)[: entry.size]
        if len(found) < entry.size:
            raise Broken
        return found

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        if begin >= len(self._data):
            raise Broken
        return self._data[begin : begin + self._size]

    def _table_sectors(self) -> Iterator[int]:
        """The sectors that hold the table of chains: the first 109 are named in the header, the others in sectors of their own."""
        yield from (each for each in struct.unpack_from("<109I", self._data, 76) if each < _NONE)
        (further,) = struct.unpack_from("<I", self._data, 68)
        seen = set()
        while further < _NONE:
            if further in seen:
                raise Broken
            seen.add(further)
            *numbers, further = self._numbers([further])
            yield from (each for each in numbers if each < _NONE)

    def _numbers(self, sectors: Iterator[int] | Sequence[int]) -> list[int]:
        found: list[int] = []
        for sector in sectors:
            part = self._sector(sector)
            found += struct.unpack(f"<{len(part) // 4}I", part[: len(part) // 4 * 4])
        return found

    def _chain(self, start: int, following: Sequence[int]) -> Iterator[int]:
        number, passed = start, 0
        while number < _NONE:
            if number >= len(following) or passed > len(following):
                raise Broken
            yield number
            number, passed = following[number], passed + 1

    def _read_entries(self, start: int) -> Iterator[_Entry]:
        whole = b"".join(map(self._sector, self._chain(start, self._next)))
        if len(whole) // _ENTRY > _MOST:
            raise Broken
        for begin in range(0, len(whole) - _ENTRY + 1, _ENTRY):
            (length, sort) = struct.unpack_from("<HB", whole, begin + 64)
            (left, right, child) = struct.unpack_from("<III", whole, begin + 68)
            (start_, low, high) = struct.unpack_from("<III", whole, begin + 116)
            name = whole[begin : begin + max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
            yield _Entry(name, sort, left, right, child, start_, low + (high << 32 if self._wide else 0))
