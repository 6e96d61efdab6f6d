"""Notifies the addressees of a paper when it is issued, and asks for each receipt again until it is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db.models import Min, Q

from angikar.duties.models import OWED, Duty
from angikar.history.queries import known_since
from angikar.notices import sentences
from angikar.notices.actions import Message, notify, notify_outsider
from angikar.notices.models import Delivery, Notice, NoticeKind
from angikar.offices.access import heads_of
from angikar.offices.models import Post
from angikar.papers.models import Addressee, Outsider, Paper, State
from angikar.rules.letters.urgency import is_pressing
from angikar.rules.schedule.reminding import LATE, ReceiptStep, receipt_step

Asked = Mapping[tuple[int, int], int]
"""The number of the duty that asks for a receipt, by paper and post."""


def send_letters(paper: Paper) -> None:
    """A paper was issued: notify every post it names or asks for a receipt, and every addressee outside, at once. Of a paper of
    the past nobody is notified but who still owes something.
    """
    if paper.entered_on is not None:
        owing = Post.objects.filter(duties__paper=paper, duties__state__in=OWED).distinct()
        notify([(_letter(paper, None), post) for post in owing.only("pk")], day=paper.entered_on)
        return
    duties = Duty.objects.filter(paper=paper, kind="acknowledge", state__in=OWED)
    asked = {(paper.pk, post): pk for post, pk in duties.values_list("post", "pk")}
    named = Addressee.objects.filter(paper=paper).exclude(text="").values("post")
    posts = Post.objects.filter(Q(pk__in=named) | Q(pk__in=duties.values("post")))
    notify([(_letter(paper, asked.get((paper.pk, post.pk))), post) for post in posts.only("pk")], day=day_of(paper))
    for outsider in Outsider.objects.filter(paper=paper, revoked_at=None):
        write_to(outsider, day=day_of(paper))


def send_further_letters(paper: Paper, posts: Iterable[int], on: date) -> None:
    """A letter got more receivers after it was issued: notify those posts."""
    duties = Duty.objects.filter(paper=paper, kind="acknowledge", state__in=OWED, post__in=posts)
    asked = dict(duties.values_list("post", "pk"))
    receivers = Post.objects.filter(pk__in=posts).only("pk")
    notify([(_letter(paper, asked.get(post.pk)), post) for post in receivers], day=on)


def day_of(paper: Paper) -> date:
    """The day a paper was issued. Raises ValueError for a paper that was not."""
    if paper.issued_at is None:
        raise ValueError(f"paper {paper.pk} was never issued")
    return paper.issued_at


def write_to(outsider: Outsider, *, day: date, again: str = "") -> Notice | None:
    """Notify an addressee outside of its paper; the link is made when the notice is sent. `again` is the suffix of a sending
    after the first; `None` where that one exists already.
    """
    message = _letter(outsider.paper, None, key=f"letter:{outsider.paper_id}{again}", outsider=outsider)
    return notify_outsider(message, outsider.reach, day=day)


def write_again(outsider: Outsider, *, day: date) -> Notice | None:
    """Notify an addressee outside once more, with a new link."""
    before = Notice.objects.filter(outsider=outsider).count()
    return write_to(outsider, day=day, again=f":{before + 1}")


def channels_of(outsiders: Iterable[Outsider]) -> dict[int, list[Delivery]]:
    """The deliveries to addressees outside, by the number of the addressee, the oldest first."""
    found: dict[int, list[Delivery]] = defaultdict(list)
    for delivery in Delivery.objects.filter(notice__outsider__in=list(outsiders)).select_related("notice"):
        found[delivery.notice.outsider_id or 0].append(delivery)
    return dict(found)


def sent_at(paper: Paper) -> dict[int, datetime]:
    """When each post was first notified of a paper."""
    sent = Notice.objects.filter(paper=paper, post__isnull=False, key__startswith="letter:")
    return dict(sent.order_by().values_list("post").annotate(first=Min("at")))


def _letter(paper: Paper, duty: int | None, key: str = "", outsider: Outsider | None = None) -> Message:
    """The message about a new paper; where a receipt is asked its page is where the receipt is given."""
    asks = duty is not None or outsider is not None
    both = (sentences.PAPER_TO_ACKNOWLEDGE if asks else sentences.PAPER_ARRIVED).both(paper=paper.title)
    page = f"/duties/{duty}/" if duty else f"/papers/{paper.pk}/"
    key = key or f"letter:{paper.pk}"
    kind = NoticeKind.URGENT if outsider is None and is_pressing(paper.content.get("priority", ())) else NoticeKind.WORD
    return Message(key, kind, *both, "" if outsider else page, paper, outsider=outsider)


def chase(today: date) -> int:
    """Ask again for receipts without a day of their own: after one day and after three; after a week notify the head of the
    office above, once for each paper. Addressees outside get a new link. Returns how many notices were new.
    """
    duties = Duty.objects.filter(
        kind="acknowledge",
        state__in=OWED,
        due=None,
        paper__state=State.ISSUED,
        paper__issued_at__range=_asked_between(today),
    )
    rows = duties.order_by("pk").values_list(
        "pk", "paper", "paper__issued_at", "paper__title", "post", "post__office__parent"
    )
    messages: list[tuple[Message, Post]] = []
    above: dict[tuple[int, int, str], int] = defaultdict(int)
    for pk, paper, issued, title, post, parent in rows:
        reached = receipt_step(issued, today) if issued else None
        if reached == "escalated" and parent is not None:
            above[paper, parent, title] += 1
        elif reached is not None and reached != "escalated":
            messages.append((_again(reached, paper, title, f"/duties/{pk}/"), Post(pk=post)))
    return notify(messages + _to_offices_above(above), day=today) + _outside(today)


def _asked_between(today: date) -> tuple[date, date]:
    """The days of issue of the papers whose receipts are asked for again: none from before the system held its first entry."""
    return known_since(today), today - LATE


def _again(reached: ReceiptStep, paper: int, title: str, page: str) -> Message:
    kind = NoticeKind.REMINDER if reached == "first" else NoticeKind.LATE
    both = sentences.RECEIPT_OUTSTANDING.both(paper=title)
    return Message(f"receipt-{reached}:{paper}", kind, *both, page, Paper(pk=paper))


def _to_offices_above(above: Mapping[tuple[int, int, str], int]) -> list[tuple[Message, Post]]:
    """One message to the head of each office above, with the number of offices below it that gave no receipt."""
    heads = heads_of(office for _, office, _ in above)
    messages = []
    for (paper, office, title), count in above.items():
        if office in heads:
            both = sentences.OFFICES_WITHOUT_RECEIPT.both(count=count, paper=title)
            key, page = f"receipt-escalated:{paper}", f"/papers/{paper}/receipts/"
            messages.append((Message(key, NoticeKind.ESCALATION, *both, page, Paper(pk=paper)), heads[office]))
    return messages


def _outside(today: date) -> int:
    """Notify addressees outside again; after a week notify the head of the office that issued the paper."""
    waiting = Outsider.objects.filter(
        revoked_at=None,
        acknowledged_at=None,
        role="action",
        paper__state=State.ISSUED,
        paper__issued_at__range=_asked_between(today),
    )
    silent = list(waiting.select_related("paper").defer("paper__content", "paper__doubts"))
    reached = [(each, receipt_step(each.paper.issued_at, today)) for each in silent if each.paper.issued_at]
    sent = [write_to(each, day=today, again=f":{step}") for each, step in reached if step in ("first", "second")]
    late = [each for each, step in reached if step == "escalated"]
    return sum(each is not None for each in sent) + notify(_to_issuing_offices(late), day=today)


def _to_issuing_offices(late: Iterable[Outsider]) -> list[tuple[Message, Post]]:
    late = list(late)
    heads = heads_of(each.paper.office_id for each in late)
    messages = []
    for each in late:
        if each.paper.office_id in heads:
            both = sentences.OUTSIDER_WITHOUT_RECEIPT.both(name=each.name, paper=each.paper.title)
            key, page = f"receipt-outside:{each.pk}", f"/papers/{each.paper_id}/receipts/"
            message = Message(key, NoticeKind.ESCALATION, *both, page, each.paper)
            messages.append((message, heads[each.paper.office_id]))
    return messages
