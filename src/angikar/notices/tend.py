"""Tending: what the house does by itself as days go by, called every few minutes; calling it twice tells nobody twice."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from django.db.models import Q

from angikar.duties.models import OWED, Duty
from angikar.meetings.convening.actions import plan_ahead
from angikar.meetings.models import Series
from angikar.notices.actions import Word, note, tell
from angikar.notices.alarms import escalate
from angikar.notices.channels import NotSent, is_open, send
from angikar.notices.letters import chase
from angikar.notices.models import Channel, Delivery, DeliveryState, NoticeKind
from angikar.offices.access import heads_of
from angikar.offices.models import Post
from angikar.papers.receipts.actions import open_pass
from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.reminding import BEFORE, Step, step

BATCH = 200
"""Deliveries sent in one call."""


def remind(today: date) -> int:
    """Tell every post what it owes soon, today or is late with, and the office above what has been late for a week: one
    notice for one paper, day and step, however many duties it holds. Returns how many were told.
    """
    owed = Duty.objects.filter(Q(opens=None) | Q(opens__lte=today), state__in=OWED, due__lte=today + BEFORE)
    gathered: dict[tuple[int, int, Step, date], list[Duty]] = defaultdict(list)
    for duty in owed.select_related("post__office", "paper").defer("paper__content", "paper__doubts"):
        reached = step(duty.due, today) if duty.due else None
        if duty.due is not None and reached is not None:
            gathered[duty.paper_id, duty.post_id, reached, duty.due].append(duty)
    heads = heads_of(duties[0].post.office.parent_id for duties in gathered.values())
    return tell(
        [
            pair
            for (_, _, reached, due), duties in gathered.items()
            for pair in _words(duties, reached, due, heads.get(duties[0].post.office.parent_id))
        ],
        day=today,
    )


def _words(duties: list[Duty], reached: Step, due: date, head: Post | None) -> list[tuple[Word, Post]]:
    """What the post, or the head above it, is told of its duties that are due on one day."""
    first = duties[0]
    said, said_en = _owed(duties, due, late=reached in ("late", "escalated"))
    if reached == "escalated":
        key, kind, page = (
            f"escalated:{first.paper_id}:{first.post_id}:{due}",
            NoticeKind.ESCALATION,
            f"/papers/{first.paper_id}/",
        )
        word = Word(key, kind, f"{first.post}: {said}", f"{first.post}: {said_en}", page, first.paper)
        return word.to([head] if head else ())
    kind = NoticeKind.LATE if reached == "late" else NoticeKind.REMINDER
    page = f"/duties/{first.pk}/" if len(duties) == 1 else "/"
    return Word(f"{reached}:{first.paper_id}:{due}", kind, said, said_en, page, first.paper).to([first.post])


def _owed(duties: list[Duty], due: date, *, late: bool) -> tuple[str, str]:
    """What is owed by when, in Bangla and in English."""
    count, title = len(duties), duties[0].paper.title
    what, what_en = (
        (duties[0].text, duties[0].text) if count == 1 else (f"{to_bangla(str(count))}টি করণীয়", f"{count} duties")
    )
    ends, ends_en = ("সময় শেষ হয়েছে", "due") if late else ("শেষ দিন", "to be done by")
    return f"{what}: {ends} {write_date(due)} ({title})", f"{what_en}: {ends_en} {due.isoformat()} ({title})"


def deliver(now: datetime) -> tuple[int, int]:
    """Send what waits by every open channel. Returns how many left and how many did not."""
    channels = [channel for channel in Channel.values if is_open(channel)]
    idle = Q(notice__outsider__revoked_at__isnull=False) | Q(notice__outsider__acknowledged_at__isnull=False)
    waiting = Delivery.objects.filter(
        ~idle, Q(after=None) | Q(after__lte=now), state=DeliveryState.WAITING, channel__in=channels
    )
    sent = failed = 0
    for delivery in waiting.select_related("notice__outsider")[:BATCH]:
        try:
            send(delivery, _link(delivery, now))
        except NotSent as wrong:
            note(delivery, at=now, error=str(wrong) or type(wrong).__name__)
            failed += 1
        else:
            note(delivery, at=now)
            sent += 1
    return sent, failed


def _link(delivery: Delivery, now: datetime) -> str:
    """Where one acts on what is said; somebody outside gets a link that is made now and known to him alone."""
    outsider = delivery.notice.outsider
    return f"/letter/{open_pass(outsider, now=now)}/" if outsider else delivery.notice.page


def plan_meetings(today: date) -> int:
    """Let the next meetings of every series lie there planned. Returns how many were new."""
    return plan_ahead(list(Series.objects.on(today).select_related("body__office")), day=today)


CHORES = (plan_meetings, remind, chase)
"""What is done once a day has come; each takes the day and returns how much it did."""


def tend(now: datetime, today: date) -> dict[str, int]:
    """Do every chore of the day, then send what waits. Returns how much each did, by name."""
    done = {**{chore.__name__: chore(today) for chore in CHORES}, escalate.__name__: escalate(now)}
    sent, failed = deliver(now)
    return {**done, "sent": sent, "failed": failed}
