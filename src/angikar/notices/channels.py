"""The ways out of the house: e-mail by the mail server, SMS by the office's gateway; a channel that is not set up is shut."""

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
"""The key of a notice that tells of a meeting: its number and its version."""
_PATIENCE = 15  # seconds an answer may take


class NotSent(Exception):
    """A delivery did not leave; the words say why, for the record."""


def is_open(channel: str) -> bool:
    """Whether the house can send by a channel."""
    return bool(settings.MAIL_FROM if channel == Channel.EMAIL else settings.SMS_GATEWAY)


def send(delivery: Delivery, link: str) -> None:
    """Send one delivery, with where one acts on it. Raises `NotSent`."""
    notice = delivery.notice
    words = f"{notice.text}\n\n{notice.text_en}"
    if link:
        words += f"\n\n{settings.HOUSE_ADDRESS}{link}"
    if delivery.channel == Channel.EMAIL:
        _mail(delivery.address, notice.text, words, _appointment(notice))
    else:
        _message(delivery.address, words)


def _appointment(notice: Notice) -> bytes | None:
    """The calendar file of the meeting a notice speaks of, as the meeting stands now."""
    of_meeting = OF_A_MEETING.fullmatch(notice.key)
    meeting = Meeting.objects.filter(pk=int(of_meeting[1]), date__isnull=False).first() if of_meeting else None
    return invitation(meeting, notice.at) if meeting else None


def _mail(address: str, subject: str, words: str, appointment: bytes | None) -> None:
    head = subject.splitlines()[0][:150] if subject else ""
    letter = EmailMessage(head, words, settings.MAIL_FROM, [address])
    if appointment is not None:
        letter.attach("meeting.ics", appointment.decode(), "text/calendar")
    try:
        letter.send()
    except (OSError, ValueError) as wrong:  # every fault of smtplib is an OSError
        raise NotSent(str(wrong)) from wrong


def _message(number: str, words: str) -> None:
    """SMS: the gateway takes a POST of `{"to": …, "text": …}`, with the office's key as bearer."""
    body = json.dumps({"to": number, "text": words}).encode()
    head = {"Content-Type": "application/json", "Authorization": f"Bearer {settings.SMS_KEY}"}
    call = Request(settings.SMS_GATEWAY, data=body, headers=head, method="POST")  # noqa: S310  (the settings allow http only)
    try:
        with urlopen(call, timeout=_PATIENCE) as answer:  # noqa: S310
            answer.read()
    except (URLError, OSError, ValueError) as wrong:
        raise NotSent(str(wrong)) from wrong
