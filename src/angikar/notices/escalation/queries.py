"""Reading escalations: which post's missing reports were escalated to which post, on which day."""

from __future__ import annotations

from collections import defaultdict

from angikar.notices.models import Notice, NoticeKind
from angikar.papers.models import Paper


def escalated(paper: Paper) -> dict[int, list[Notice]]:
    """The notices about each post's missing reports of a paper, by the post's number, the oldest first; sent by an officer or
    by the system itself.
    """
    found: dict[int, list[Notice]] = defaultdict(list)
    sent = Notice.objects.filter(paper=paper, kind=NoticeKind.ESCALATION, post__isnull=False)
    for notice in sent.select_related("post__office").order_by("at", "pk"):
        late = notice.key.split(":")[2:3]
        if late and late[0].isdecimal():
            found[int(late[0])].append(notice)
    return dict(found)
