"""The channels of notices: e-mail by the mail server, SMS by the office's gateway; a channel without settings is closed."""

from __future__ import annotations

from django.conf import settings

from angikar.notices.models import Channel


class NotSent(Exception):
    """A letter was not sent; the message holds the reason for the record. `closed` where the channel itself does not work, so
    that the next letter need not be tried now.
    """

    def __init__(self, reason: str, *, closed: bool = False) -> None:
        self.closed = closed
        super().__init__(reason)


def is_open(channel: str) -> bool:
    """Whether a channel has settings."""
    return bool(settings.MAIL_FROM if channel == Channel.EMAIL else settings.SMS_GATEWAY)
