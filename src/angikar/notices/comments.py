"""Who learns that a comment on a draft or the consent to an amendment is asked, that a draft came back with a comment, and that one was
made from a template.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.access import mandate
from angikar.offices.models import Post
from angikar.papers.events import ConsentAwaited, PaperMoved, PlanAssigned
from angikar.papers.models import State
from angikar.papers.queries import commenting_posts
from angikar.rules.kinds import kind_named
from angikar.rules.sentence import Fact


def notify_move(event: PaperMoved) -> None:
    """Notify the posts that are asked to comment; and, where one of them sends the paper back, who has the draft."""
    paper = event.paper
    kind = kind_named(paper.kind)
    facts: dict[str, Fact] = {"paper": paper.title or (kind.title, kind.title_en), "words": event.words}
    held = mandate(event.by)
    if paper.state == State.REVIEW:
        both = sentences.COMMENT_ASKED.both(office=paper.office.name, **facts)
        posts = commenting_posts(paper)
    elif event.was == State.REVIEW and paper.state == State.DRAFT and paper.office_id not in held.office_ids:
        both = sentences.COMMENT_GIVEN.both(office=held.posts[0].office.name, **facts)
        posts = [paper.holder] if paper.holder else leading(paper.office_id)
    else:
        return
    key = f"comment:{paper.pk}:{paper.version}"
    message = Message(key, NoticeKind.WORD, *both, f"/papers/{paper.pk}/", paper)
    others = [post for post in posts if post.pk not in held.post_ids]
    if others:
        notify(message.to(others), day=timezone.localdate(), by=event.by)


def notify_consent(event: ConsentAwaited) -> None:
    """Notify the head and the focal post of the office above that an amendment waits for its consent; once for each version of the draft."""
    paper = event.paper
    title: Fact = paper.title or (kind_named(paper.kind).title, kind_named(paper.kind).title_en)
    both = sentences.CONSENT_AWAITED.both(office=paper.office.name, paper=title)
    message = Message(f"consent:{paper.pk}:{paper.version}", NoticeKind.WORD, *both, f"/papers/{paper.pk}/", paper)
    own = mandate(event.by).post_ids
    others = [post for post in commenting_posts(paper) if post.pk not in own]
    if others:
        notify(message.to(others), day=timezone.localdate(), by=event.by)


def notify_assigned(event: PlanAssigned) -> None:
    """Notify head and focal post of each office that a draft made from a template waits there, or that what changed is offered to it."""
    template = event.template
    title: Fact = template.title or (kind_named(template.kind).title, kind_named(template.kind).title_en)
    both = sentences.PLAN_ASSIGNED.both(office=template.office.name, paper=title)
    page = f"/papers/?kind={template.kind}&year={template.fiscal_year}&state=draft"
    message = Message(f"assigned:{template.pk}:{template.version}", NoticeKind.WORD, *both, page)
    again = sentences.PLAN_OFFERED.both(office=template.office.name, paper=title)
    changed = Message(f"offered:{template.pk}:{template.version}", NoticeKind.WORD, *again, page)
    for each, offices in ((message, event.offices), (changed, event.offered)):
        heads = Post.objects.filter(Q(is_head=True) | Q(is_focal=True), office__in=offices)
        if posts := list(heads.select_related("office")):
            notify(each.to(posts), day=timezone.localdate(), by=event.by)


def leading(office: int) -> list[Post]:
    """The head and the focal post of an office."""
    return list(Post.objects.filter(Q(is_head=True) | Q(is_focal=True), office=office).select_related("office"))
