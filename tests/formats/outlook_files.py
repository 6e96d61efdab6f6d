"""Messages of Outlook as tests need them: a compound file is written with the streams of a message and its attachments."""

from __future__ import annotations

import struct
from collections.abc import Mapping

Tree = Mapping[str, "bytes | Tree"]

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound_file(tree: Tree) -> bytes:
    """A compound file (MS-CFB, version 3) that holds a tree of storages and streams."""
    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, b""]]
    _add(entries, 0, tree)
    mini, chains_small = b"", []
    sectors: list[bytes] = []
    following: list[int] = []

    def stored(data: bytes) -> int:
        if not data:
            return _END
        start, count = len(sectors), -(-len(data) // _SECTOR)
        sectors.extend(data[n * _SECTOR : (n + 1) * _SECTOR].ljust(_SECTOR, b"\0") for n in range(count))
        following.extend([*range(start + 1, start + count), _END])
        return start

    starts = []
    for _, sort, _, _, data in entries:
        assert isinstance(data, bytes)
        if sort == 2 and len(data) < _CUTOFF:
            count = -(-len(data) // _SMALL)
            start = len(mini) // _SMALL
            starts.append(start if data else _END)
            chains_small += [*range(start + 1, start + count), _END] if count else []
            mini += data.ljust(count * _SMALL, b"\0")
        else:
            starts.append(stored(data) if sort == 2 else 0)
    starts[0] = stored(mini)
    small = (
        stored(struct.pack(f"<{len(chains_small)}I", *chains_small).ljust(_SECTOR, b"\xff")) if chains_small else _END
    )
    directory = b"".join(
        _entry(str(name), int(str(sort)), int(str(right)), int(str(child)), start, len(mini) if n == 0 else len(data))  # type: ignore[arg-type]
        for n, ((name, sort, right, child, data), start) in enumerate(zip(entries, starts, strict=True))
    )
    first = stored(directory)
    tables = 1
    while tables * (_SECTOR // 4) < len(sectors) + tables:
        tables += 1
    table = [*following, *[_FAT] * tables]
    table += [_FREE] * (tables * (_SECTOR // 4) - len(table))
    places = list(range(len(sectors), len(sectors) + tables))
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    ) + struct.pack("<IIIIIIIII", tables, first, 0, _CUTOFF, small, 1 if chains_small else 0, _END, 0, 0)[:-4]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - tables))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _add(entries: list[list[object]], parent: int, tree: Tree) -> None:
    """The entries of a storage, each the right neighbour of the one before."""
    before = None
    for name, content in tree.items():
        number = len(entries)
        entries.append([name, 2 if isinstance(content, bytes) else 1, _FREE, _FREE, b""])
        if before is None:
            entries[parent][3] = number
        else:
            entries[before][2] = number
        before = number
        if isinstance(content, bytes):
            entries[number][4] = content
        else:
            _add(entries, number, content)


def _entry(name: str, sort: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, sort, 1)
    return head + struct.pack("<III", _FREE, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def outlook(subject: str, text: str = "", *files: tuple[str, bytes], **further: bytes | Tree) -> bytes:
    """A message with attached files; `further` are other streams by the names of their properties, `_` for the rest."""
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": bytes(32) + struct.pack("<HHII", 3, 0x3FDE, 0, 65001) + bytes(4),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
    }
    if text:
        tree["__substg1.0_1000001F"] = text.encode("utf-16-le")
    for number, (name, data) in enumerate(files):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": data,
        }
    return compound_file({**tree, **further})
