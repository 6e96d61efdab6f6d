"""Who may read the comments on a paper, who may comment, and who speaks for its office."""

from __future__ import annotations

from angikar.offices import tree
from angikar.offices.access import Mandate, User, mandate
from angikar.offices.models import Post
from angikar.papers import access
from angikar.papers.comments.queries import commenting_offices
from angikar.papers.models import AskedPost, Comment, Paper, State


def reads_comments(held: Mandate, paper: Paper) -> bool:
    """Whether the holder of a mandate, who may read the paper, reads what is said beside it: its office, those above, and who comments;
    not a mere addressee.
    """
    own = held.office_ids | held.drafts_in
    if paper.office_id in own or held.office_ids & commenting_offices(paper):
        return True
    return any(tree.is_under(paper.office_path, path) for path in held.paths) or asked_as(held, paper) is not None


def commenting_post(held: Mandate, paper: Paper) -> Post | None:
    """The post by which the holder of a mandate comments on a paper that was sent for comment; `None` where he may not."""
    if paper.state != State.REVIEW:
        return None
    for office in sorted(held.led & commenting_offices(paper)):
        if (post := held.post_in(office)) is not None:
            return post
    return asked_as(held, paper)


def asked_as(held: Mandate, paper: Paper) -> Post | None:
    """The post of a mandate that was asked to comment besides."""
    asked = AskedPost.objects.filter(paper=paper, post__in=held.post_ids).values_list("post", flat=True).first()
    return next((post for post in held.posts if post.pk == asked), None)


def answering_post(held: Mandate, paper: Paper) -> Post | None:
    """The post by which the holder of a mandate answers for the office of a paper that is still argued over."""
    open_ = paper.state in (State.DRAFT, State.REVIEW)
    return held.drafter_in(paper.office_id) if open_ and "amend" in access.rights(held, paper) else None


def may_ask(held: Mandate, paper: Paper) -> Post | None:
    """The post by which the holder of a mandate asks others for their comment: of the office that looks the paper over, or of its own."""
    if paper.state != State.REVIEW:
        return None
    if "amend" in access.rights(held, paper):
        return held.drafter_in(paper.office_id)
    led = held.led & commenting_offices(paper)
    return held.post_in(min(led)) if led else None


def comment_of(user: User, pk: int, number: int) -> Comment | None:
    """The comment with which a thread of a paper begins, for who may read it."""
    paper = access.paper(user, pk)
    if not reads_comments(mandate(user), paper):
        return None
    return Comment.objects.filter(paper=paper, pk=number, thread=None).select_related("paper", "by").first()
