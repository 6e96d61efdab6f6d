"""The periodic work of the system, called every few minutes; a second call sends no notice twice."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import timezone

from angikar.duties.models import OWED, Duty
from angikar.history.chain.actions import checkpoint
from angikar.history.chain.anchors import anchor
from angikar.history.chain.verifying import verify
from angikar.history.queries import known_since
from angikar.history.received import forget
from angikar.meetings.convening.actions import plan_ahead
from angikar.meetings.models import Series
from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.alarms import escalate
from angikar.notices.delivering import deliver
from angikar.notices.kept import is_recent, keep, kept
from angikar.notices.letters import chase
from angikar.notices.models import NoticeKind
from angikar.notices.retention.daily import erase_old
from angikar.offices.access import heads_of
from angikar.offices.accounts.actions import end_codes
from angikar.offices.approvals.actions import expire
from angikar.offices.models import Post
from angikar.papers.receipts.actions import end_passes
from angikar.rules.schedule.reminding import BEFORE, Step, step
from angikar.rules.sentence import Both


def remind(today: date) -> int:
    """Notify every post of what it owes soon, today or is late with, and the office above of what has been late for a week: one
    notice for one paper, day and step, however many duties it holds. What was over before the system held its first entry
    is left alone. Returns how many notices were new.
    """
    owed = Duty.objects.filter(
        Q(opens=None) | Q(opens__lte=today), state__in=OWED, due__gte=known_since(today), due__lte=today + BEFORE
    )
    gathered: dict[tuple[int, int, Step, date], list[Duty]] = defaultdict(list)
    for duty in owed.select_related("post__office", "paper").defer("paper__content", "paper__doubts"):
        reached = step(duty.due, today) if duty.due else None
        if duty.due is not None and reached is not None:
            gathered[duty.paper_id, duty.post_id, reached, duty.due].append(duty)
    heads = heads_of(duties[0].post.office.parent_id for duties in gathered.values())
    return notify(
        [
            pair
            for (_, _, reached, due), duties in gathered.items()
            for pair in _messages(duties, reached, due, heads.get(duties[0].post.office.parent_id))
        ],
        day=today,
    )


def _messages(duties: list[Duty], reached: Step, due: date, head: Post | None) -> list[tuple[Message, Post]]:
    """The message to the post, or to the head above it, about its duties that are due on one day."""
    first = duties[0]
    owed = _owed(duties, due, late=reached in ("late", "escalated"))
    if reached == "escalated":
        key, page = f"escalated:{first.paper_id}:{first.post_id}:{due}", f"/papers/{first.paper_id}/"
        both = sentences.ABOUT_POST.both(post=str(first.post), notice=owed)
        return Message(key, NoticeKind.ESCALATION, *both, page, first.paper).to([head] if head else ())
    kind = NoticeKind.LATE if reached == "late" else NoticeKind.REMINDER
    page = f"/duties/{first.pk}/" if len(duties) == 1 else "/"
    return Message(f"{reached}:{first.paper_id}:{due}", kind, *owed, page, first.paper).to([first.post])


def _owed(duties: list[Duty], due: date, *, late: bool) -> Both:
    """What is owed by when, in Bangla and in English."""
    first = duties[0]
    what = (first.text, first.text) if len(duties) == 1 else sentences.SEVERAL_DUTIES.both(count=len(duties))
    sentence = sentences.DUTY_OVERDUE if late else sentences.DUTY_DUE
    return sentence.both(what=what, due=due.isoformat(), paper=first.paper.title)


def plan_meetings(today: date) -> int:
    """Plan the next meetings of every series. Returns how many were new."""
    return plan_ahead(list(Series.objects.on(today).select_related("body__office")), day=today)


_REMEMBERED = timedelta(days=3)
"""So long a form that is sent again is known."""
_DAILY = timedelta(hours=20)
"""After which what is done once a day is done again."""
ENDINGS = (end_codes, end_passes, expire)
"""What ends with its days, at each moment it is asked; each takes the moment and returns how much ended."""
CHORES = (plan_meetings, remind, chase)
"""The work of a day; each chore takes the day and returns how much it did."""


def verify_chain(now: datetime) -> int:
    """Write a checkpoint of the history and anchor it, and once a day walk along all of it and note what was found. Returns how many breaks were found."""
    checkpoint()
    _post(anchor(now), now)
    last, _ = kept("last-verify")
    if is_recent(last, now, _DAILY):
        return 0
    broken = verify()
    keep("last-verify", now, broken=broken.entry if broken else None)
    return int(broken is not None)


def _post(file: Path | None, now: datetime) -> None:
    """Send the first anchor of a day to the addresses of the settings; where it does not leave, the next one of the day goes."""
    sent, _ = kept("last-anchor-letter")
    if file is None or not settings.ANCHOR_TO or not settings.MAIL_FROM:
        return
    if sent is not None and timezone.localtime(sent).date() == timezone.localtime(now).date():
        return
    subject = sentences.ANCHOR_SUBJECT.both(day=file.stem)
    text = "\n".join(
        (*sentences.ANCHOR_LETTER.both(house=settings.HOUSE_ADDRESS), "", file.read_text(encoding="utf-8"))
    )
    with suppress(OSError):  # every fault of smtplib is an OSError
        EmailMessage(" / ".join(subject), text, settings.MAIL_FROM, settings.ANCHOR_TO).send()
        keep("last-anchor-letter", now)


def erase_daily(now: datetime) -> int:
    """Once a day erase how people are reached where it is kept longer than its period. Returns how many rows held it."""
    last, _ = kept("last-erase")
    if is_recent(last, now, _DAILY):
        return 0
    done = erase_old(now)
    keep("last-erase", now, **done)
    return sum(done.values())


def tend(now: datetime, today: date) -> dict[str, int]:
    """Do every chore of the day, then send the waiting deliveries. Returns how much each did, by name."""
    done = {**{chore.__name__: chore(today) for chore in CHORES}, escalate.__name__: escalate(now)}
    sent, failed = deliver(now)
    forget(now - _REMEMBERED)
    done["ended"] = sum(ending(now) for ending in ENDINGS)
    done |= {"sent": sent, "failed": failed, "erased": erase_daily(now), "broken": verify_chain(now)}
    keep("last-tend", now, **done)
    return done
