"""The notice to an officer that somebody has signed in under his name on a machine not seen before."""

from __future__ import annotations

from datetime import datetime

from angikar.desk.door import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.access import holders_of, mandate
from angikar.offices.models import Officer


def notify_of_machine(officer: Officer, at: datetime) -> None:
    """Say so on the page of his posts and by the channels he has chosen, at most once an hour."""
    posts = mandate(officer).posts
    holders = holders_of(posts, at.date())
    own = [post for post in posts if holders.get(post.pk) == officer][:1]
    said = sentences.NEW_MACHINE.both(name=officer.username, at=f"{at:%H:%M}")
    key = f"machine:{officer.pk}:{at:%Y-%m-%d-%H}"
    notify(Message(key, NoticeKind.WORD, *said, "/account/sessions/", at_once=True).to(own), day=at.date())
