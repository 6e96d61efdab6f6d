"""Who learns that a comment on a draft or the consent to an amendment is asked, that a comment was made or answered, that a draft came back,
and that one was made from a template.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from angikar.notices import sentences
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.access import mandate
from angikar.offices.models import Post
from angikar.papers.comments.queries import asked_posts
from angikar.papers.events import CommentMade, CommentsAsked, ConsentAwaited, PaperMoved, PlanAssigned
from angikar.papers.models import Comment, Paper, State
from angikar.papers.queries import commenting_posts
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.difference import said as said_value
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
        posts = [*commenting_posts(paper), *(each.post for each in asked_posts(paper))]
    elif event.was == State.REVIEW and paper.state == State.DRAFT and paper.office_id not in held.office_ids:
        both = sentences.COMMENT_GIVEN.both(office=held.posts[0].office.name, **facts)
        posts = [paper.holder] if paper.holder else leading(paper.office_id)
    else:
        return
    key = f"comment:{paper.pk}:{paper.version}"
    message = Message(key, NoticeKind.WORD, *both, f"/papers/{paper.pk}/", paper)
    others = list({post.pk: post for post in posts if post.pk not in held.post_ids}.values())
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


def notify_asked(event: CommentsAsked) -> None:
    """Notify the further posts that are asked to comment."""
    paper = event.paper
    both = sentences.COMMENT_ASKED.both(office=paper.office.name, paper=_named(paper), words="")
    message = Message(f"asked:{paper.pk}:{paper.version}", NoticeKind.WORD, *both, f"/papers/{paper.pk}/", paper)
    others = [post for post in event.posts if post.pk not in mandate(event.by).post_ids]
    if others:
        notify(message.to(others), day=timezone.localdate(), by=event.by)


def notify_comment(event: CommentMade) -> None:
    """Notify the other side of a thread that something was said, accepted or settled in it, and the post that was mentioned."""
    made, paper = event.comment, event.comment.paper
    first = made.thread or made
    said = sentences.SUGGESTION_ACCEPTED if event.accepted else sentences.COMMENT_SETTLED if event.settled else None
    own = mandate(event.by)
    office = made.post.office.name if said is None else paper.office.name
    facts: dict[str, Fact] = {"office": office, "place": _place(first), "paper": _named(paper)}
    both = said.both(**facts) if said else sentences.COMMENT_MADE.both(words=_said(made), **facts)
    done = "accepted" if event.accepted else f"settled:{first.settled_at}" if event.settled else "made"
    page = f"/papers/{paper.pk}/#comment-{first.pk}"
    message = Message(f"thread:{made.pk}:{done}", NoticeKind.WORD, *both, page, paper)
    posts = {post.pk: post for post in _other_side(event, first)}
    if made.mentions is not None and said is None and _sees(paper, made.mentions):
        posts[made.mentions.pk] = made.mentions
    others = [post for post in posts.values() if post.pk not in own.post_ids]
    if others:
        notify(message.to(others), day=timezone.localdate(), by=event.by)


def _other_side(event: CommentMade, first: Comment) -> list[Post]:
    """Who has the draft, where a comment came from above; else the posts that comment in the thread, while they see the paper."""
    paper = first.paper
    by_office = mandate(event.by).drafter_in(paper.office_id) is not None
    if not by_office:
        return [paper.holder] if paper.holder else leading(paper.office_id)
    if paper.state != State.REVIEW:
        return []
    speaking = Comment.objects.filter(Q(pk=first.pk) | Q(thread=first), from_above=True).values("post")
    return list(Post.objects.filter(pk__in=speaking).select_related("office"))


def _sees(paper: Paper, post: Post) -> bool:
    """Whether a post that is mentioned may see the paper now: a draft is seen by its own office alone."""
    return paper.state == State.REVIEW or post.office_id == paper.office_id


def _place(first: Comment) -> Fact:
    bangla, english = [*first.place, "", ""][:2]
    return (bangla or "পুরো নথি", english or "the whole paper")


def _said(made: Comment) -> Fact:
    """The words of a comment, and what it suggests."""
    value = said_value(made.suggestion)
    if not value:
        return made.words
    return (f"{made.words} (প্রস্তাব: {to_bangla(value)})".strip(), f"{made.words} (suggests: {value})".strip())


def _named(paper: Paper) -> Fact:
    kind = kind_named(paper.kind)
    return paper.title or (kind.title, kind.title_en)


def leading(office: int) -> list[Post]:
    """The head and the focal post of an office."""
    return list(Post.objects.filter(Q(is_head=True) | Q(is_focal=True), office=office).select_related("office"))
