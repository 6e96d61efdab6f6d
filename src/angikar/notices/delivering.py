"""Sending what waits: what cannot wait at once, the rest gathered into one letter a day for each person and channel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet
from django.utils import timezone

from angikar.notices.actions import note
from angikar.notices.channels import NotSent, is_open
from angikar.notices.channels.gateway import send_sms
from angikar.notices.channels.mail import send_mail
from angikar.notices.channels.wording import Words, digest, single
from angikar.notices.models import Channel, Delivery, DeliveryState
from angikar.papers.receipts.actions import open_pass

BATCH = 200
"""Letters sent in one call."""
_GATHERED = 5_000
"""Notices that one call gathers into digests."""


def deliver(now: datetime) -> tuple[int, int]:
    """Send the waiting deliveries by every open channel. Returns how many were sent and how many failed. Where a channel itself
    does not work, the rest of it waits for the next call.
    """
    sent = failed = 0
    for channel in (channel for channel in Channel.values if is_open(channel)):
        with _Line(channel) as line:
            for deliveries in _letters(channel, now):
                reason, closed = line.send(deliveries, now)
                note(deliveries, at=now, error=reason)
                sent, failed = (sent, failed + len(deliveries)) if reason else (sent + len(deliveries), failed)
                if closed:
                    break
    return sent, failed


def _letters(channel: str, now: datetime) -> Iterator[list[Delivery]]:
    """The letters of a channel that are due, each as the deliveries it answers."""
    waiting = _waiting(channel, now)
    yield from ([each] for each in waiting.filter(gathered=False)[:BATCH])
    here = timezone.localtime(now)
    if here.time() < time(settings.DIGEST_HOUR):
        return
    morning = datetime.combine(here.date(), time(), here.tzinfo)
    had = Delivery.objects.filter(channel=channel, gathered=True, officer__isnull=False, sent_at__gte=morning).values(
        "officer"
    )
    persons: dict[tuple[int, str], list[Delivery]] = defaultdict(list)
    for delivery in waiting.filter(gathered=True).exclude(officer__in=had)[:_GATHERED]:
        persons[delivery.officer_id or 0, delivery.address].append(delivery)
    yield from list(persons.values())[:BATCH]


def _waiting(channel: str, now: datetime) -> QuerySet[Delivery]:
    idle = Q(notice__outsider__revoked_at__isnull=False) | Q(notice__outsider__acknowledged_at__isnull=False)
    found = Delivery.objects.filter(
        ~idle, Q(after=None) | Q(after__lte=now), state=DeliveryState.WAITING, channel=channel
    )
    return found.select_related("notice__outsider", "officer")


class _Line:
    """A channel while letters are sent by it: one connection to the mail server for all of them."""

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self._mail: BaseEmailBackend | None = None

    def __enter__(self) -> _Line:
        return self

    def __exit__(self, *_wrong: object) -> None:
        if self._mail is not None:
            self._mail.close()

    def send(self, deliveries: Sequence[Delivery], now: datetime) -> tuple[str, bool]:
        """Send one letter. Returns why it was not sent, empty where it was, and whether the channel itself does not work."""
        try:
            self._send(deliveries, now)
        except NotSent as wrong:
            return str(wrong) or "?", wrong.closed
        return "", False

    def _send(self, deliveries: Sequence[Delivery], now: datetime) -> None:
        first = deliveries[0]
        words = _words(deliveries, now)
        if self._channel == Channel.SMS:
            send_sms(first.address, words.subject, words.link, number_of=first.pk, at=now)
            return
        notices = [each.notice for each in deliveries]
        send_mail(first.address, words, officer=first.officer, notices=notices, line=self._opened())

    def _opened(self) -> BaseEmailBackend:
        if self._mail is None:
            line = get_connection()
            try:
                line.open()
            except (OSError, ValueError) as wrong:
                raise NotSent(str(wrong) or type(wrong).__name__, closed=True) from wrong
            self._mail = line
        return self._mail


def _words(deliveries: Sequence[Delivery], now: datetime) -> Words:
    first = deliveries[0]
    if first.gathered and first.officer is not None:
        return digest(deliveries, first.officer)
    return single(first.notice, _link(first, now), first.officer)


def _link(delivery: Delivery, now: datetime) -> str:
    """The address on which the receiver acts; an addressee outside gets a link that is made now and stored nowhere."""
    outsider = delivery.notice.outsider
    return f"/letter/{open_pass(outsider, now=now)}/" if outsider else delivery.notice.page
