"""What is done with notices: tell, see, note what became of a delivery, open a calendar feed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from angikar.history.actions import record
from angikar.notices.channels import is_open
from angikar.notices.models import Channel, Delivery, DeliveryState, Feed, Notice
from angikar.offices.access import holders_of
from angikar.offices.models import Officer, Post
from angikar.papers.models import Outsider, Paper

MOST_TRIES = 6


@dataclass(frozen=True, slots=True)
class Word:
    """What is said, of what (`key`), why (`kind`), and where one acts on it (`page`, or a link
    of his own for the `outsider` it is said to)."""

    key: str
    kind: str
    text: str
    text_en: str
    page: str = ""
    paper: Paper | None = None
    outsider: Outsider | None = None

    def to(self, posts: Iterable[Post]) -> list[tuple[Word, Post]]:
        """The same word to each of several posts."""
        return [(self, post) for post in posts]


def tell(words: Sequence[tuple[Word, Post]], *, day: date, by: Officer | None = None) -> int:
    """Tell posts what is said to each, on their page and by every open channel their holders can be reached by; who was
    told of a `key` before is not told again. Returns how many notices were made.
    """
    wanted = {(word.key, post.pk): (word, post) for word, post in words}
    with transaction.atomic():
        for known in _known(wanted):
            wanted.pop(known, None)
        if not wanted:
            return 0
        made = Notice.objects.bulk_create(
            [_notice(word, day, post=post) for word, post in wanted.values()], batch_size=500
        )
        holders = holders_of([post for _, post in wanted.values()], day)
        ways = [each for notice in made if (held := holders.get(notice.post_id or 0)) for each in _ways(notice, held)]
        Delivery.objects.bulk_create(ways, batch_size=500)
        record("notice.tell", made[0], by=by, now={"told": [[key, post] for key, post in wanted]})
    return len(made)


def _known(wanted: Mapping[tuple[str, int], object]) -> list[tuple[str, int]]:
    """Of what is to be told, what was told before."""
    keys = sorted({key for key, _ in wanted})
    found = []
    for start in range(0, len(keys), 5_000):
        told = Notice.objects.filter(key__in=keys[start : start + 5_000], post__isnull=False)
        found += [(key, post) for key, post in told.values_list("key", "post_id") if post is not None]
    return found


def tell_outsider(word: Word, reach: str, *, day: date, by: Officer | None = None) -> Notice | None:
    """Tell somebody outside by e-mail or mobile number; `None` when he was told that `key` before. What was written waits
    until the channel is open.
    """
    with transaction.atomic():
        if Notice.objects.filter(key=word.key, post=None, reach=reach).exists():
            return None
        notice = _notice(word, day, reach=reach)
        notice.save()
        channel = Channel.EMAIL if "@" in reach else Channel.SMS
        Delivery.objects.create(notice=notice, channel=channel, address=reach)
        record("notice.tell", notice, by=by, now={"key": word.key, "kind": word.kind, "reach": reach})
    return notice


def see(notices: Sequence[Notice], *, by: Officer, at: datetime) -> int:
    """Remember that notices of one's posts were seen. Returns how many were new."""
    with transaction.atomic():
        fresh = Notice.objects.filter(pk__in=[each.pk for each in notices], seen_at=None)
        first = fresh.first()
        if first is None:
            return 0
        count = fresh.update(seen_at=at, seen_by=by)
        record("notice.see", first, by=by, now={"count": count})
    return count


def note(delivery: Delivery, *, at: datetime, error: str = "") -> Delivery:
    """Note that a delivery left, or why not; then it is tried again after an hour, two, four …, at most `MOST_TRIES` times."""
    with transaction.atomic():
        fresh = Delivery.objects.select_for_update().get(pk=delivery.pk)
        fresh.tries += 1
        fresh.error = error[:1000]
        if not error:
            fresh.state, fresh.sent_at = DeliveryState.SENT, at
        elif fresh.tries >= MOST_TRIES:
            fresh.state = DeliveryState.FAILED
        else:
            fresh.after = at + timedelta(hours=2 ** (fresh.tries - 1))
        fresh.save()
        record("notice.note", fresh, by=None, now={"state": fresh.state, "tries": fresh.tries, "error": fresh.error})
    return fresh


def open_feed(officer: Officer) -> Feed:
    """Give an officer a new calendar address; the old one ends."""
    with transaction.atomic():
        feed, _ = Feed.objects.update_or_create(officer=officer, defaults={"token": secrets.token_urlsafe(32)})
        record("notice.open_feed", feed, by=officer)
    return feed


def _notice(word: Word, day: date, *, post: Post | None = None, reach: str = "") -> Notice:
    return Notice(
        key=word.key, kind=word.kind, text=word.text, text_en=word.text_en, page=word.page, paper=word.paper,
        outsider=word.outsider, day=day, post=post, reach=reach,
    )  # fmt: skip


def _ways(notice: Notice, holder: Officer) -> list[Delivery]:
    """By which channels a notice goes to the holder of its post; SMS is for what cannot wait."""
    ways = []
    if holder.email and is_open(Channel.EMAIL):
        ways.append(Delivery(notice=notice, channel=Channel.EMAIL, address=holder.email))
    if holder.mobile and notice.kind in ("alarm", "late", "escalation") and is_open(Channel.SMS):
        ways.append(Delivery(notice=notice, channel=Channel.SMS, address=holder.mobile))
    return ways
