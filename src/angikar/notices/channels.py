"""The channels of notices: e-mail by the mail server, SMS by the office's gateway; a channel without settings is closed."""

from __future__ import annotations

import json
import re
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.mail import EmailMessage

from angikar.meetings.models import Meeting
from angikar.notices.calendar import invitation
from angikar.notices.models import Channel, Delivery, Notice

OF_A_MEETING = re.compile(r"meeting:(\d{1,18}):\d+")
"""The key of a notice about a meeting: its number and its version."""
_TIMEOUT = 15
"""Seconds the gateway may take to answer."""


class NotSent(Exception):
    """A delivery was not sent; the message holds the reason for the record."""


def is_open(channel: str) -> bool:
    """Whether a channel has settings."""
    return bool(settings.MAIL_FROM if channel == Channel.EMAIL else settings.SMS_GATEWAY)


def send(delivery: Delivery, link: str) -> None:
    """Send one delivery with the link on which the receiver acts. Raises `NotSent`."""
    notice = delivery.notice
    text = f"{notice.text}\n\n{notice.text_en}"
    if link:
        text += f"\n\n{settings.HOUSE_ADDRESS}{link}"
    if delivery.channel == Channel.EMAIL:
        _mail(delivery.address, notice.text, text, _appointment(notice))
    else:
        _message(delivery.address, text)


def _appointment(notice: Notice) -> bytes | None:
    """The calendar file of the meeting a notice is about, as the meeting is planned now."""
    of_meeting = OF_A_MEETING.fullmatch(notice.key)
    meeting = Meeting.objects.filter(pk=int(of_meeting[1]), date__isnull=False).first() if of_meeting else None
    return invitation(meeting, notice.at) if meeting else None


def _mail(address: str, subject: str, text: str, appointment: bytes | None) -> None:
    head = subject.splitlines()[0][:150] if subject else ""
    letter = EmailMessage(head, text, settings.MAIL_FROM, [address])
    if appointment is not None:
        letter.attach("meeting.ics", appointment.decode(), "text/calendar")
    try:
        letter.send()
    except (OSError, ValueError) as wrong:  # every fault of smtplib is an OSError
        raise NotSent(str(wrong)) from wrong


def _message(number: str, text: str) -> None:
    """SMS: the gateway takes a POST of `{"to": …, "text": …}`, with the office's key as bearer."""
    body = json.dumps({"to": number, "text": text}).encode()
    head = {"Content-Type": "application/json", "Authorization": f"Bearer {settings.SMS_KEY}"}
    call = Request(settings.SMS_GATEWAY, data=body, headers=head, method="POST")  # noqa: S310  (the settings allow http only)
    try:
        with urlopen(call, timeout=_TIMEOUT) as answer:  # noqa: S310
            answer.read()
    except (URLError, OSError, ValueError) as wrong:
        raise NotSent(str(wrong)) from wrong
