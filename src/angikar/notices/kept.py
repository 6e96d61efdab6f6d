"""What the machine notes for itself beside the data: when it last tended, backed up, verified and was looked over, each a small JSON file."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from django.conf import settings

Name = Literal["last-tend", "last-backup", "last-verify", "last-doctor", "last-anchor-letter", "last-erase"]
"""The files, by name, in the folder of the data."""

_SLACK = timedelta(minutes=5)
"""By how much two clocks may differ."""


def keep(name: Name, at: datetime, **facts: object) -> None:
    """Note what happened at a moment; the note before is replaced as a whole."""
    path = _path(name)
    part = path.with_suffix(".part")
    part.write_text(json.dumps({"at": at.isoformat(timespec="seconds"), **facts}), encoding="utf-8")
    part.replace(path)


def kept(name: Name) -> tuple[datetime | None, dict[str, object]]:
    """When it last happened, `None` where it never did, and what was noted."""
    try:
        facts = json.loads(_path(name).read_text(encoding="utf-8"))
        return datetime.fromisoformat(facts["at"]), facts
    except (OSError, ValueError, KeyError, TypeError):
        return None, {}


def is_recent(at: datetime | None, now: datetime, within: timedelta) -> bool:
    """Whether a moment lies within a time before now. One that is still to come was noted before the clock was set back: it is not."""
    return at is not None and now - within < at <= now + _SLACK


def _path(name: Name) -> Path:
    return Path(settings.VAR) / f"{name}.json"
