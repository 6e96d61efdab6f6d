"""Notifies every post whose duties changed with a moved anchor day: the old day, the new one and why, in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.duties.models import MovedDay
from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.models import Post
from angikar.papers.models import Paper


def notify_moved(paper: Paper, moved: MovedDay, posts: Sequence[int]) -> None:
    """Notify the posts, given by number, that the day a circular counts from was moved."""
    facts = {"paper": paper.title, "day": moved.day.isoformat(), "words": moved.words}
    both = (
        sentences.ANCHOR_DAY_MOVED.both(**facts, was=moved.was.isoformat())
        if moved.was
        else sentences.ANCHOR_DAY_SET.both(**facts)
    )
    message = Message(f"moved:{moved.pk}", NoticeKind.WORD, *both, f"/circulars/{paper.pk}/calendar/", paper)
    notify(message.to(Post.objects.filter(pk__in=posts).select_related("office")), day=moved.on, by=moved.by)
