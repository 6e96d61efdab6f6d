"""`angikar tend`: what the house does by itself, once or every few minutes."""

from __future__ import annotations

import time
from argparse import Namespace

from angikar.cli.refusal import two_sentences
from angikar.cli.setup import open_house

_PAUSE = 300  # seconds between two rounds


@two_sentences
def tend(call: Namespace) -> int:
    """`angikar tend [--once]`: remind, tell the office above, send what waits; then again every five minutes."""
    open_house()
    from django.db import close_old_connections
    from django.utils import timezone

    from angikar.notices.tend import tend as round_of

    while True:
        done = round_of(timezone.now(), timezone.localdate())
        said = ", ".join(f"{name} {count}" for name, count in done.items() if count)
        if said or call.once:
            print(f"{timezone.localtime():%Y-%m-%d %H:%M} {said or '-'}", flush=True)
        if call.once:
            return 0
        close_old_connections()
        time.sleep(_PAUSE)
