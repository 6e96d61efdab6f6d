"""Letters by e-mail: plain text, an appointment beside it where there is one, and how to leave."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from angikar.meetings.models import Meeting
from angikar.notices import sentences
from angikar.notices.calendar import invitation
from angikar.notices.channels import NotSent
from angikar.notices.channels.leaving import link as leaving_link
from angikar.notices.channels.wording import Words, in_language
from angikar.notices.models import Notice
from angikar.offices.models import Officer

OF_A_MEETING = re.compile(r"meeting:(\d{1,18}):\d+")
"""The key of a notice about a meeting: its number and its version."""
_SUBJECT = 150
"""Signs of a subject."""


def send_mail(
    to: str, words: Words, *, officer: Officer | None, notices: Iterable[Notice], line: BaseEmailBackend
) -> None:
    """Send a letter over an open line to the mail server. Raises `NotSent`."""
    listed = list(notices)
    kinds = {notice.kind for notice in listed}
    text = "\n\n".join(part for part in (words.text, words.link) if part)
    headers = {"Auto-Submitted": "auto-generated"}
    if officer is not None:
        leave = leaving_link(officer, kinds)
        text += f"\n\n-- \n{in_language(sentences.LEAVE.both(link=leave), officer)}"
        headers |= {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    subject = words.subject.splitlines()[0][:_SUBJECT] if words.subject else ""
    letter = EmailMessage(subject, text, settings.MAIL_FROM, [to], headers=headers, connection=line)
    for appointment in filter(None, map(_appointment, listed)):
        letter.attach("meeting.ics", appointment.decode(), "text/calendar")
    try:
        letter.send()
    except (OSError, ValueError) as wrong:  # every fault of smtplib is an OSError
        raise NotSent(str(wrong) or type(wrong).__name__) from wrong


def _appointment(notice: Notice) -> bytes | None:
    """The calendar file of the meeting a notice is about, as the meeting is planned now."""
    of_meeting = OF_A_MEETING.fullmatch(notice.key)
    meeting = Meeting.objects.filter(pk=int(of_meeting[1]), date__isnull=False).first() if of_meeting else None
    return invitation(meeting, notice.at) if meeting else None
