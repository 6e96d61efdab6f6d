"""Letters: an addressee is told of a paper as it is issued, and asked for his receipt again until he has given it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db.models import Min, Q

from angikar.duties.models import OWED, Duty
from angikar.notices.actions import Word, tell, tell_outsider
from angikar.notices.models import Delivery, Notice, NoticeKind
from angikar.offices.access import heads_of
from angikar.offices.models import Post
from angikar.papers.models import Addressee, Outsider, Paper, State
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.schedule.reminding import LATE, ReceiptStep, receipt_step

Asked = Mapping[tuple[int, int], int]
"""The duty by which a receipt is asked, by paper and post."""


def sent(paper: Paper, **_: object) -> None:
    """A paper was issued: tell every post it names or asks for a receipt, and everybody outside it goes to, at once."""
    duties = Duty.objects.filter(paper=paper, kind="acknowledge", state__in=OWED)
    asked = {(paper.pk, post): pk for post, pk in duties.values_list("post", "pk")}
    named = Addressee.objects.filter(paper=paper).exclude(text="").values("post")
    posts = Post.objects.filter(Q(pk__in=named) | Q(pk__in=duties.values("post")))
    tell([(_letter(paper, asked.get((paper.pk, post.pk))), post) for post in posts.only("pk")], day=day_of(paper))
    for outsider in Outsider.objects.filter(paper=paper, revoked_at=None):
        write_to(outsider, day=day_of(paper))


def sent_on(paper: Paper, posts: Iterable[int], on: date, **_: object) -> None:
    """A letter was led to more posts after it was issued: tell those."""
    duties = Duty.objects.filter(paper=paper, kind="acknowledge", state__in=OWED, post__in=posts)
    asked = dict(duties.values_list("post", "pk"))
    tell([(_letter(paper, asked.get(post.pk)), post) for post in Post.objects.filter(pk__in=posts).only("pk")], day=on)


def day_of(paper: Paper) -> date:
    """The day an issued paper was issued on."""
    if paper.issued_at is None:
        raise ValueError(f"paper {paper.pk} was never issued")
    return paper.issued_at


def write_to(outsider: Outsider, *, day: date, again: str = "") -> Notice | None:
    """Write to somebody outside that a paper has come for him; his link is made while the notice leaves. `again` names a
    sending after the first; `None` where that one was written before.
    """
    word = _letter(outsider.paper, None, key=f"letter:{outsider.paper_id}{again}", outsider=outsider)
    return tell_outsider(word, outsider.reach, day=day)


def write_again(outsider: Outsider, *, day: date) -> Notice | None:
    """Write to somebody outside once more, with a new link."""
    before = Notice.objects.filter(outsider=outsider).count()
    return write_to(outsider, day=day, again=f":{before + 1}")


def channels_of(outsiders: Iterable[Outsider]) -> dict[int, list[Delivery]]:
    """By what and when somebody outside was written to, by his number, the oldest first."""
    found: dict[int, list[Delivery]] = defaultdict(list)
    for way in Delivery.objects.filter(notice__outsider__in=list(outsiders)).select_related("notice"):
        found[way.notice.outsider_id or 0].append(way)
    return dict(found)


def sent_at(paper: Paper) -> dict[int, datetime]:
    """When each post was first told of a paper."""
    told = Notice.objects.filter(paper=paper, post__isnull=False, key__startswith="letter:")
    return dict(told.order_by().values_list("post").annotate(first=Min("at")))


def _letter(paper: Paper, duty: int | None, key: str = "", outsider: Outsider | None = None) -> Word:
    """What an addressee is told of a paper; where a receipt is asked he is led to where it is given."""
    asks = duty is not None or outsider is not None
    text = f"নতুন কাগজ এসেছে: {paper.title}" + ("। প্রাপ্তি স্বীকার করুন।" if asks else "")
    text_en = f"A paper has come: {paper.title}" + (". Please acknowledge its receipt." if asks else "")
    page = f"/duties/{duty}/" if duty else f"/papers/{paper.pk}/"
    return Word(
        key or f"letter:{paper.pk}", NoticeKind.WORD, text, text_en, "" if outsider else page, paper, outsider=outsider
    )


def chase(today: date) -> int:
    """Ask again for receipts that have no day of their own: after a day and after three; after a week tell the head of the
    office above, once for each paper. Those outside get their link again. Returns how many were told.
    """
    duties = Duty.objects.filter(
        kind="acknowledge", state__in=OWED, due=None, paper__state=State.ISSUED, paper__issued_at__lte=today - LATE
    )
    rows = duties.order_by("pk").values_list(
        "pk", "paper", "paper__issued_at", "paper__title", "post", "post__office__parent"
    )
    words: list[tuple[Word, Post]] = []
    above: dict[tuple[int, int, str], int] = defaultdict(int)
    for pk, paper, issued, title, post, parent in rows:
        reached = receipt_step(issued, today) if issued else None
        if reached == "escalated" and parent is not None:
            above[paper, parent, title] += 1
        elif reached is not None and reached != "escalated":
            words.append((_again(reached, paper, title, f"/duties/{pk}/"), Post(pk=post)))
    told = tell(words + _upwards(above), day=today)
    return told + _outside(today)


def _again(reached: ReceiptStep, paper: int, title: str, page: str) -> Word:
    kind = NoticeKind.REMINDER if reached == "first" else NoticeKind.LATE
    text, text_en = f"প্রাপ্তি স্বীকার বাকি: {title}", f"The receipt has not been acknowledged: {title}"
    return Word(f"receipt-{reached}:{paper}", kind, text, text_en, page, Paper(pk=paper))


def _upwards(above: Mapping[tuple[int, int, str], int]) -> list[tuple[Word, Post]]:
    """One word for the head of each office above, however many below it are silent."""
    heads = heads_of(office for _, office, _ in above)
    words = []
    for (paper, office, title), count in above.items():
        if office in heads:
            text = f"{to_bangla(str(count))}টি দপ্তর এক সপ্তাহেও প্রাপ্তি স্বীকার করেনি: {title}"
            text_en = f"{count} offices have not acknowledged the receipt within a week: {title}"
            key = f"receipt-escalated:{paper}"
            word = Word(key, NoticeKind.ESCALATION, text, text_en, f"/papers/{paper}/receipts/", Paper(pk=paper))
            words.append((word, heads[office]))
    return words


def _outside(today: date) -> int:
    """Write again to those outside; after a week tell the head of the office that issued the paper."""
    waiting = Outsider.objects.filter(
        revoked_at=None,
        acknowledged_at=None,
        role="action",
        paper__state=State.ISSUED,
        paper__issued_at__lte=today - LATE,
    )
    silent = list(waiting.select_related("paper").defer("paper__content", "paper__doubts"))
    reached = [(each, receipt_step(each.paper.issued_at, today)) for each in silent if each.paper.issued_at]
    written = [write_to(each, day=today, again=f":{step}") for each, step in reached if step in ("first", "second")]
    late = [each for each, step in reached if step == "escalated"]
    return sum(each is not None for each in written) + tell(_homewards(late), day=today)


def _homewards(late: Iterable[Outsider]) -> list[tuple[Word, Post]]:
    late = list(late)
    heads = heads_of(each.paper.office_id for each in late)
    words = []
    for each in late:
        if each.paper.office_id in heads:
            text = f"{each.name} এক সপ্তাহেও প্রাপ্তি স্বীকার করেননি: {each.paper.title}"
            text_en = f"{each.name} has not acknowledged the receipt within a week: {each.paper.title}"
            page = f"/papers/{each.paper_id}/receipts/"
            key = f"receipt-outside:{each.pk}"
            word = Word(key, NoticeKind.ESCALATION, text, text_en, page, each.paper)
            words.append((word, heads[each.paper.office_id]))
    return words
