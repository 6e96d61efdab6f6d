"""Who keeps the system hears of a fault by mail, past the database and the disk: once while it lasts, whatever number of requests and
processes meet it, and once when it is over.
"""

from __future__ import annotations

import fcntl
import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import override

from angikar.history.faults import Fault, is_over
from angikar.rules.sentence import Both
from angikar.site import sentences

GLANCE = 2.0
"""Seconds between two looks whether a fault is over."""
_AGAIN = 60.0
"""Seconds after which a mail that did not leave is tried again."""
_log = logging.getLogger("angikar.faults")
_watched: set[Fault] = set()


def alarm(fault: Fault) -> threading.Thread | None:
    """Let a mail be sent of a fault, beside the request that met it, and another one when it is over; where settings name a receiver
    and no process of this server has done so. Returns the thread that does.
    """
    if fault == "busy" or fault in _watched or not settings.ALARM_MAIL or not settings.MAIL_FROM:
        return None
    held = _take(fault)
    if held is None:
        return None
    _watched.add(fault)
    watching = threading.Thread(target=_watch, args=(fault, held), daemon=True)
    watching.start()
    return watching


def _take(fault: Fault) -> int | None:
    """Take the lock of a fault for this process; none where another one has it. It lies in memory, beside the counts of requests."""
    if not settings.METRICS_FOLDER:
        return os.open(os.devnull, os.O_RDONLY)
    held = None
    try:
        held = os.open(Path(settings.METRICS_FOLDER) / f"alarm-{fault}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if held is not None:
            os.close(held)
        return None
    return held


def _watch(fault: Fault, held: int) -> None:
    pause = threading.Event()
    try:
        said = _Letter(sentences.FAULTS[fault].both)
        said.send()
        while not is_over(fault):
            pause.wait(GLANCE)
            said.send()
        if said.is_sent:
            _Letter(sentences.FAULT_OVER.both).send()
    finally:
        _watched.discard(fault)
        os.close(held)


class _Letter:
    """A mail that is sent once, and tried again where it does not leave."""

    def __init__(self, words: Callable[[], Both]) -> None:
        self._words, self._tried, self.is_sent = words, -_AGAIN, False

    def send(self) -> None:
        """Send it, unless it was sent or has just been tried."""
        if self.is_sent or monotonic() - self._tried < _AGAIN:
            return
        self._tried = monotonic()
        bangla, english = self._words()
        with override("bn"):
            subject = f"অঙ্গীকার: {settings.HOUSE_ADDRESS}"
        letter = EmailMessage(subject, f"{bangla}\n\n{english}\n", settings.MAIL_FROM, settings.ALARM_MAIL)
        try:
            letter.send()
        except OSError as wrong:
            _log.error("the alarm could not be sent: %s", wrong)
        else:
            self.is_sent = True
