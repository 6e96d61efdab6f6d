"""Telling of a moved day: every post whose duties changed by it hears of the old day, the new one and why, in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from angikar.duties.models import MovedDay
from angikar.notices.actions import Word, tell
from angikar.notices.models import NoticeKind
from angikar.offices.models import Post
from angikar.papers.models import Paper
from angikar.rules.bangla.dates import write_date


def tell_moved(paper: Paper, moved: MovedDay, posts: Sequence[int], **_: Any) -> None:
    """The day a circular counts from was moved."""
    was = f"{write_date(moved.was)} থেকে " if moved.was else ""
    was_en = f"from {moved.was.isoformat()} " if moved.was else ""
    word = Word(
        key=f"moved:{moved.pk}",
        kind=NoticeKind.WORD,
        text=f"{paper.title}: নির্ধারিত দিন {was}{write_date(moved.day)} তারিখে সরানো হয়েছে; আপনার করণীয়ের দিন বদলেছে। {moved.words}",
        text_en=f"{paper.title}: the anchor day was moved {was_en}to {moved.day.isoformat()}; the days of your duties changed. {moved.words}",
        page=f"/circulars/{paper.pk}/calendar/",
        paper=paper,
    )
    tell(word.to(Post.objects.filter(pk__in=posts).select_related("office")), day=moved.on, by=moved.by)
