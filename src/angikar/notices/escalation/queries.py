"""Reading escalations: which post's silence was told to whom on which day."""

from __future__ import annotations

from collections import defaultdict

from angikar.notices.models import Notice, NoticeKind
from angikar.papers.models import Paper


def told(paper: Paper) -> dict[int, list[Notice]]:
    """Who was told of a post's missing reports of a paper, by the post's number, in order of time; told by an officer or by the
    house itself.
    """
    found: dict[int, list[Notice]] = defaultdict(list)
    sent = Notice.objects.filter(paper=paper, kind=NoticeKind.ESCALATION, post__isnull=False)
    for notice in sent.select_related("post__office").order_by("at", "pk"):
        late = notice.key.split(":")[2:3]
        if late and late[0].isdigit():
            found[int(late[0])].append(notice)
    return dict(found)
