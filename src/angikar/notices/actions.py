"""The actions on notices: notify, see, note the result of a delivery, open a calendar feed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from angikar.history.actions import record
from angikar.history.faults import reading
from angikar.history.refusal import NotYours
from angikar.notices.access import keeps_system
from angikar.notices.channels import is_open
from angikar.notices.models import Channel, Delivery, DeliveryState, Feed, Notice
from angikar.offices.access import holders_of
from angikar.offices.models import Officer, Post
from angikar.offices.preferences import way_of
from angikar.papers.models import Outsider, Paper

MOST_TRIES = 6
"""How often a delivery is tried before it counts as failed."""
_KEYS_AT_ONCE = 5_000
"""Keys that one query asks for."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text in both languages, its subject (`key`), its reason (`kind`, a `NoticeKind`), and where the receiver acts on it:
    `page`, or for an `outsider` a link of its own. One that is `at_once` waits for no letter of the day.
    """

    key: str
    kind: str
    text: str
    text_en: str
    page: str = ""
    paper: Paper | None = None
    outsider: Outsider | None = None
    at_once: bool = False

    def to(self, posts: Iterable[Post]) -> list[tuple[Message, Post]]:
        """The same message for each of several posts."""
        return [(self, post) for post in posts]


def notify(messages: Sequence[tuple[Message, Post]], *, day: date, by: Officer | None = None) -> int:
    """Notify each post of its message, on its page and by every open channel that reaches its holder; a post that has a notice
    with the same `key` gets no second one. Returns how many notices were new.
    """
    wanted = {(message.key, post.pk): (message, post) for message, post in messages}
    with transaction.atomic():
        for known in _known(wanted):
            wanted.pop(known, None)
        if not wanted:
            return 0
        made = Notice.objects.bulk_create(
            [_notice(message, day, post=post) for message, post in wanted.values()], batch_size=500
        )
        holders = holders_of([post for _, post in wanted.values()], day)
        deliveries = [
            delivery
            for notice, (message, post) in zip(made, wanted.values(), strict=True)
            if (holder := holders.get(post.pk))
            for delivery in _deliveries(notice, holder, at_once=message.at_once)
        ]
        Delivery.objects.bulk_create(deliveries, batch_size=500)
        record("notice.tell", made[0], by=by, now={"told": [[key, post] for key, post in wanted]})
    return len(made)


def _known(wanted: Mapping[tuple[str, int], object]) -> list[tuple[str, int]]:
    """The pairs of key and post that have a notice already."""
    keys = sorted({key for key, _ in wanted})
    found = []
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        sent = Notice.objects.filter(key__in=keys[start : start + _KEYS_AT_ONCE], post__isnull=False)
        found += [(key, post) for key, post in sent.values_list("key", "post_id") if post is not None]
    return found


def notify_outsider(message: Message, reach: str, *, day: date, by: Officer | None = None) -> Notice | None:
    """Notify somebody outside by e-mail or mobile number (`reach`); `None` where that `key` was sent to it before. The delivery
    waits until the channel is open.
    """
    with transaction.atomic():
        if Notice.objects.filter(key=message.key, post=None, officer=None, reach=reach).exists():
            return None
        notice = _notice(message, day, reach=reach)
        notice.save()
        channel = Channel.EMAIL if "@" in reach else Channel.SMS
        Delivery.objects.create(notice=notice, channel=channel, address=reach)
        record("notice.tell", notice, by=by, now={"key": message.key, "kind": message.kind, "channel": channel})
    return notice


def notify_officer(
    message: Message, officer: Officer, *, day: date, by: Officer | None = None, also: Sequence[str] = ()
) -> Notice | None:
    """Notify somebody himself, whichever posts he holds, at once, by every channel that reaches him whatever he chose, and at the addresses
    at which he was reached before (`also`); `None` where that `key` was sent to him before.
    """
    with transaction.atomic():
        if Notice.objects.filter(key=message.key, officer=officer).exists():
            return None
        notice = _notice(message, day)
        notice.officer = officer
        notice.save()
        addresses = dict.fromkeys(filter(None, (officer.email, officer.mobile, *also)))
        channels = {each: Channel.EMAIL if "@" in each else Channel.SMS for each in addresses}
        Delivery.objects.bulk_create(
            Delivery(notice=notice, channel=channel, address=address, officer=officer)
            for address, channel in channels.items()
            if is_open(channel)
        )
        record("notice.tell", notice, by=by, now={"key": message.key, "officer": officer.pk})
    return notice


def see(notices: Sequence[Notice], *, by: Officer, at: datetime) -> int:
    """Mark notices of one's posts as seen. Returns how many were new."""
    count = 0
    with reading(), transaction.atomic():
        fresh = Notice.objects.filter(pk__in=[each.pk for each in notices], seen_at=None)
        first = fresh.first()
        if first is None:
            return 0
        count = fresh.update(seen_at=at, seen_by=by)
        record("notice.see", first, by=by, now={"count": count})
    return count


def note(deliveries: Sequence[Delivery], *, at: datetime, error: str = "") -> list[Delivery]:
    """Note that the deliveries of one letter were sent, or why not; then they are tried again after 1, 2, 4 … hours, at most
    `MOST_TRIES` times.
    """
    with transaction.atomic():
        wanted = [each.pk for each in deliveries]
        fresh = list(Delivery.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
        for each in fresh:
            _try_counted(each, at, error)
        Delivery.objects.bulk_update(fresh, ["tries", "error", "state", "sent_at", "after"], batch_size=500)
        said = [{"delivery": each.pk, "state": each.state, "tries": each.tries} for each in fresh]
        record("notice.note", fresh[0], by=None, now={"deliveries": said, "error": error[:1000]})
    return fresh


def _try_counted(delivery: Delivery, at: datetime, error: str) -> None:
    delivery.tries += 1
    delivery.error = error[:1000]
    if not error:
        delivery.state, delivery.sent_at = DeliveryState.SENT, at
    elif delivery.tries >= MOST_TRIES:
        delivery.state = DeliveryState.FAILED
    else:
        delivery.after = at + timedelta(hours=2 ** (delivery.tries - 1))


def send_again(deliveries: Sequence[Delivery], *, by: Officer) -> int:
    """Let deliveries that were given up, or wait for a later try, be tried at once, to the address the officer has now. Only an
    administrator may. Returns how many; raises `NotYours`.
    """
    if not keeps_system(by):
        raise NotYours
    with transaction.atomic():
        wanted = Delivery.objects.select_for_update(of=("self",)).filter(pk__in=[each.pk for each in deliveries])
        fresh = list(wanted.exclude(state=DeliveryState.SENT).exclude(error="").select_related("officer"))
        if not fresh:
            return 0
        for each in fresh:
            current = _address_of(each)
            each.state, each.tries, each.after, each.address = DeliveryState.WAITING, 0, None, current
        Delivery.objects.bulk_update(fresh, ["state", "tries", "after", "address"], batch_size=500)
        record("notice.send_again", fresh[0], by=by, now={"deliveries": [each.pk for each in fresh]})
    return len(fresh)


def _address_of(delivery: Delivery) -> str:
    if delivery.officer is None:
        return delivery.address
    now = delivery.officer.email if delivery.channel == Channel.EMAIL else delivery.officer.mobile
    return now or delivery.address


def open_feed(officer: Officer) -> Feed:
    """Give an officer a new calendar address and close the old one."""
    with transaction.atomic():
        feed, _ = Feed.objects.update_or_create(officer=officer, defaults={"token": secrets.token_urlsafe(32)})
        record("notice.open_feed", feed, by=officer)
    return feed


def _notice(message: Message, day: date, *, post: Post | None = None, reach: str = "") -> Notice:
    return Notice(
        key=message.key,
        kind=message.kind,
        text=message.text,
        text_en=message.text_en,
        page=message.page,
        paper=message.paper,
        outsider=message.outsider,
        day=day,
        post=post,
        reach=reach,
    )


def _deliveries(notice: Notice, holder: Officer, *, at_once: bool) -> list[Delivery]:
    """The deliveries of a notice to the holder of its post, by the ways the holder chose for its kind."""
    way = way_of(holder, notice.kind)
    wanted = {Channel.EMAIL: holder.email if way.email else "", Channel.SMS: holder.mobile if way.sms else ""}
    return [
        Delivery(notice=notice, channel=channel, address=address, officer=holder, gathered=not (way.at_once or at_once))
        for channel, address in wanted.items()
        if address and is_open(channel)
    ]
