"""A clock that hardly moves: put in a folder of PYTHONPATH as `sitecustomize.py`, it gives every process the same minute.

The demo counts its days from today and screens show the hour; a record made tomorrow must equal one made today. A fiftieth of
the time since the record began does pass, so that what happens later is also later in the database.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from typing import Any

BEGAN = "BEHAVIOUR_BEGAN"
"""The variable that says when the record began, on the clock that counts since the machine was started."""
START = datetime(2026, 11, 21, 4, 0, 0, tzinfo=UTC).timestamp()
"""The moment every record begins: ten in the morning in Dhaka."""
SLOWNESS = 50


def moment(began: float) -> float:
    """The seconds since 1970 that this clock shows."""
    return START + max(0.0, time.monotonic() - began) / SLOWNESS


def stop(began: float) -> None:
    """Let this process see the slow clock wherever Python asks for the time."""
    real_local, real_utc = time.localtime, time.gmtime

    def now(cls: type[datetime], tz: tzinfo | None = None) -> datetime:
        return cls.fromtimestamp(moment(began), tz)

    def utcnow(cls: type[datetime]) -> datetime:
        return cls.fromtimestamp(moment(began), UTC).replace(tzinfo=None)

    def today(cls: type[date]) -> date:
        return cls.fromtimestamp(moment(began))

    replaced: dict[str, Callable[..., Any]] = {
        "time": lambda: moment(began),
        "time_ns": lambda: int(moment(began) * 10**9),
        "localtime": lambda seconds=None: real_local(moment(began) if seconds is None else seconds),
        "gmtime": lambda seconds=None: real_utc(moment(began) if seconds is None else seconds),
    }
    for name, function in replaced.items():
        setattr(time, name, function)
    # A built-in type takes no new attributes, and a subclass would not be what databases and validators know as a date.
    _names_of(datetime).update(now=classmethod(now), utcnow=classmethod(utcnow))
    _names_of(date).update(today=classmethod(today))


def _names_of(kind: type) -> dict[str, Any]:
    """The dictionary behind a type that shows only a read-only view of it."""
    found = gc.get_referents(kind.__dict__)[0]
    if not isinstance(found, dict):
        raise TypeError(f"{kind} keeps its names in no dictionary")
    return found


if __name__ == "sitecustomize" and BEGAN in os.environ:
    stop(float(os.environ[BEGAN]))
