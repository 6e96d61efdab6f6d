"""Anchors: where the history ended on each day, signed by the house and kept outside the database. Whoever cuts off or rewrites what an anchor
covers would have to rewrite the anchors, and the letters that carry them, too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.utils import timezone

from angikar.history.chain.digests import GENESIS, canonical, digest
from angikar.history.disk import write_whole
from angikar.history.models import Checkpoint
from angikar.history.signing import keys

Json = dict[str, Any]
_USE = b"angikar anchor\n"


@dataclass(frozen=True, slots=True)
class Anchored:
    """The days whose anchor does not agree with the history, those whose anchor is not the house's own, and the last day there is."""

    wrong: tuple[str, ...]
    foreign: tuple[str, ...]
    last: date | None


def folder() -> Path:
    """The folder of anchors, one file a day."""
    return Path(settings.VAR) / "anchors"


def anchor(now: datetime) -> Path | None:
    """Write the anchor of the day again where the history has grown. Returns its file, `None` where there was no news."""
    head = Checkpoint.objects.order_by("-number").first()
    known = _known()
    newest = known[-1] if known else None
    if head is None or (newest is not None and newest.number == head.number):
        return None
    file = _file(f"{timezone.localtime(now):%Y-%m-%d}", known)
    earlier = [each for each in known if each.file != file]
    before = earlier[-1].said if earlier else None
    said = {
        "at": now.astimezone(UTC).isoformat(),
        "checkpoint": head.number,
        "hash": head.hash,
        "entries": head.upto,
        "before": digest(before) if before else GENESIS,
    }
    signed = {"anchor": said, "by": keys.public(), "signature": keys.sign(_signed(said))}
    write_whole(file, json.dumps(signed, indent=1).encode())
    return file


def last_day() -> date | None:
    """The day of the last anchor."""
    known = _known()
    return _day(known[-1].file) if known else None


def compare() -> Anchored:
    """Hold every anchor against its checkpoint, its signature and the anchor before."""
    wrong, last, before = [], None, GENESIS
    known = _known()
    for file, said, _ in known:
        tied = Checkpoint.objects.filter(number=_number(said) or 0, hash=said["hash"], upto=said["entries"])
        if not tied.exists() or (before != GENESIS and said["before"] != before):
            wrong.append(file.stem)
        before, last = digest(said), _day(file)
    own = {each.file for each in known}
    return Anchored(tuple(wrong), tuple(file.stem for file in _files() if file not in own), last)


class _Known(NamedTuple):
    """An anchor that the house has signed: its file, what it says, and the number of its checkpoint."""

    file: Path
    said: Json
    number: int


def _known() -> list[_Known]:
    """The house's own anchors in the order of what they tie: the clock may have been set back between two of them."""
    found = []
    for file in _files():
        read = _read(file)
        if read is not None and keys.is_own(_signed(read["anchor"]), str(read.get("signature"))):
            found.append(_Known(file, read["anchor"], _number(read["anchor"]) or 0))
    return sorted(found, key=lambda each: each.number)


def _file(day: str, known: list[_Known]) -> Path:
    """The file of the anchor of a day: that day's own while it is the last, else another one beside it."""
    for turn in count(1):
        file = folder() / (f"{day}.json" if turn == 1 else f"{day}-{turn}.json")
        if not file.exists() or (known and known[-1].file == file):
            break
    return file


def _day(file: Path) -> date:
    return date.fromisoformat(file.stem[:10])


def _number(said: Json) -> int | None:
    """The number of the checkpoint; anchors of before call it a seal."""
    number: int | None = said.get("checkpoint", said.get("seal"))
    return number


def _signed(said: Json) -> bytes:
    return _USE + canonical(said).encode()


def _files() -> list[Path]:
    return sorted(folder().glob("[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*.json"))


def _read(file: Path) -> Json | None:
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return read if isinstance(read, dict) and isinstance(read.get("anchor"), dict) else None
