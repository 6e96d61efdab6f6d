"""Locking a paper for an action: the fresh row, in a state that allows the action, by a post that may do it."""

from __future__ import annotations

from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Office, Officer, Post
from angikar.papers import sentences
from angikar.papers.models import Paper


def own_post(by: Officer, office: Office) -> Post:
    """The post that `by` holds in an office, or drafts for there. Raises `NotYours` where there is none."""
    post = mandate(by).drafter_in(office.pk)
    if post is None:
        raise NotYours
    return post


def acting_post(by: Officer, paper: Paper) -> Post | None:
    """The post that `by` acts as on a paper: one of its office, else the highest he holds."""
    held = mandate(by)
    return held.post_in(paper.office_id) or next(iter(held.posts), None)


def locked(paper: Paper) -> Paper:
    """The current row of a paper, locked until the transaction ends."""
    return Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)


def bare_row(paper_id: int) -> Paper:
    """The row of a paper without its text, locked until the transaction ends; other rows may refer to it meanwhile."""
    rows = Paper.objects.select_for_update(of=("self",), no_key=True).defer("content", "doubts")
    return rows.get(pk=paper_id)


def in_state(paper: Paper, version: int, *states: str) -> Paper:
    """The row as `locked` gives it. Raises `Refused` in any other state, `Conflict` when it has changed since `version`."""
    fresh = locked(paper)
    if fresh.state not in states:
        raise Refused(sentences.IN_ANOTHER_STATE)
    if fresh.version != version:
        last = history_of(fresh).last()
        raise Conflict(mine=version, theirs=fresh.state, who=last.officer_name if last else "", version=fresh.version)
    return fresh
