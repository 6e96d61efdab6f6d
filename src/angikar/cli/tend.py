"""`angikar tend`: the periodic work of the system, once or every few minutes."""

from __future__ import annotations

import time
from argparse import Namespace

from angikar.cli.refusal import two_sentences
from angikar.cli.setup import open_data

_PAUSE = 300
"""Seconds between two rounds."""


@two_sentences
def tend(call: Namespace) -> int:
    """`angikar tend [--once]`: remind, notify the office above, send what waits; then again every five minutes."""
    open_data()
    from django.db import close_old_connections
    from django.utils import timezone

    from angikar.notices.tend import tend as round_of

    while True:
        done = round_of(timezone.now(), timezone.localdate())
        text = ", ".join(f"{name} {count}" for name, count in done.items() if count)
        if text or call.once:
            print(f"{timezone.localtime():%Y-%m-%d %H:%M} {text or '-'}", flush=True)
        if call.once:
            return 0
        close_old_connections()
        time.sleep(_PAUSE)
