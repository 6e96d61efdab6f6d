"""A mail server of the tests' own: what was sent to it, in the order in which it came."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler

from tests.e2e.server import free_port


class Letters(Handler):  # type: ignore[misc]  # aiosmtpd carries no types
    """What was sent; `environment` tells a house of it, as the address its keeper reads."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.environment = {
            "ANGIKAR_ALARM_MAIL": "keeper@example.org",
            "ANGIKAR_MAIL_FROM": "house@example.org",
            "ANGIKAR_MAIL_HOST": "127.0.0.1",
            "ANGIKAR_MAIL_PORT": str(port),
        }

    def handle_message(self, message: Message) -> None:
        """Keep the text of a mail."""
        text = message.get_payload(decode=True)
        self.texts.append(text.decode() if isinstance(text, bytes) else "")

    def wait_for(self, count: int) -> list[str]:
        """The texts, as soon as there are so many."""
        latest = time.monotonic() + 60
        while len(self.texts) < count and time.monotonic() < latest:
            time.sleep(0.05)
        return self.texts


@contextmanager
def letters() -> Iterator[Letters]:
    """A mail server while the block runs."""
    port = free_port()
    kept = Letters(port)
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield kept
    finally:
        controller.stop()
