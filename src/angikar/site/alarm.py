"""Who keeps the system hears of a fault by mail, past the database and the disk: at most once an hour from each process."""

from __future__ import annotations

import logging
import threading
import time

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import override

from angikar.history.faults import Fault
from angikar.site import sentences

_PAUSE = 60 * 60
_log = logging.getLogger("angikar.faults")
_last: dict[Fault, float] = {}


def alarm(fault: Fault) -> threading.Thread | None:
    """Send a mail of a fault, beside the request that met it, where settings name a receiver and none was sent lately."""
    now = time.monotonic()
    if fault == "busy" or not settings.ALARM_MAIL or not settings.MAIL_FROM or now - _last.get(fault, -_PAUSE) < _PAUSE:
        return None
    _last[fault] = now
    sending = threading.Thread(target=_send, args=(fault,), daemon=True)
    sending.start()
    return sending


def _send(fault: Fault) -> None:
    bangla, english = sentences.FAULTS[fault].both()
    with override("bn"):
        subject = f"অঙ্গীকার: {settings.HOUSE_ADDRESS}"
    letter = EmailMessage(subject, f"{bangla}\n\n{english}\n", settings.MAIL_FROM, settings.ALARM_MAIL)
    try:
        letter.send()
    except OSError as wrong:
        _log.error("the alarm could not be sent: %s", wrong)
