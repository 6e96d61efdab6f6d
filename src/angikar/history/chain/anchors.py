"""Anchors: where the history ended on each day, signed by the house and kept outside the database. Whoever cuts off or rewrites what an anchor
covers would have to rewrite the anchors, and the letters that carry them, too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

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
    file = folder() / f"{timezone.localtime(now):%Y-%m-%d}.json"
    known = _read(file)
    if head is None or (known is not None and _number(known["anchor"]) == head.number):
        return None
    earlier = [path for path in _files() if path.name < file.name]
    before = _read(earlier[-1]) if earlier else None
    said = {
        "at": now.astimezone(UTC).isoformat(),
        "checkpoint": head.number,
        "hash": head.hash,
        "entries": head.upto,
        "before": digest(before["anchor"]) if before else GENESIS,
    }
    signed = {"anchor": said, "by": keys.public(), "signature": keys.sign(_signed(said))}
    write_whole(file, json.dumps(signed, indent=1).encode())
    return file


def last_day() -> date | None:
    """The day of the last anchor."""
    files = _files()
    return date.fromisoformat(files[-1].stem) if files else None


def compare() -> Anchored:
    """Hold every anchor against its checkpoint, its signature and the anchor before."""
    wrong, foreign, last, before = [], [], None, GENESIS
    for file in _files():
        read = _read(file)
        if read is None or not keys.is_own(_signed(read["anchor"]), str(read.get("signature"))):
            foreign.append(file.stem)
            continue
        said = read["anchor"]
        tied = Checkpoint.objects.filter(number=_number(said) or 0, hash=said["hash"], upto=said["entries"])
        if not tied.exists() or (before != GENESIS and said["before"] != before):
            wrong.append(file.stem)
        before, last = digest(said), date.fromisoformat(file.stem)
    return Anchored(tuple(wrong), tuple(foreign), last)


def _number(said: Json) -> int | None:
    """The number of the checkpoint; anchors of before call it a seal."""
    number: int | None = said.get("checkpoint", said.get("seal"))
    return number


def _signed(said: Json) -> bytes:
    return _USE + canonical(said).encode()


def _files() -> list[Path]:
    return sorted(folder().glob("[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].json"))


def _read(file: Path) -> Json | None:
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return read if isinstance(read, dict) and isinstance(read.get("anchor"), dict) else None
