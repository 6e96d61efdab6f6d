"""Who a token stands for: its officer, what he may act for today, and what the token was made for."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from angikar.api.door import READ
from angikar.api.operations.offices import OfficeName, office_name
from angikar.offices.access import mandate
from angikar.offices.tokens.access import Bearer

router = Router(tags=["Account"])


class PostHeld(Schema):
    """A post that the officer holds, or for which he may report, draft or verify."""

    id: int
    title: str = Field(examples=["উপপরিচালক (পরিকল্পনা)"])
    office: OfficeName
    holds: bool
    is_head: bool
    is_focal: bool


class TokenFacts(Schema):
    """The token that was shown."""

    prefix: str = Field(examples=["k3x9v2ma"])
    name: str = Field(examples=["মাসিক ছক"])
    scopes: list[str] = Field(examples=[["read", "report"]])
    until: date
    office: OfficeName | None


class Me(Schema):
    """Who asks."""

    id: int
    username: str
    name: str
    posts: list[PostHeld]
    token: TokenFacts


@router.get("/me", auth=READ, response=Me, summary="Who the token stands for")
def me(request: HttpRequest) -> Me:
    """The officer, the posts he may act for today, and the token."""
    bearer: Bearer = request.auth  # type: ignore[attr-defined]  # set by the door
    held, token = mandate(bearer.officer), bearer.token
    posts = [(post, True) for post in held.posts] + [(each.post, False) for each in held.deputies]
    return Me(
        id=bearer.officer.pk,
        username=bearer.officer.username,
        name=bearer.officer.name,
        posts=[
            PostHeld(
                id=post.pk,
                title=post.title,
                office=office_name(post.office),
                holds=holds,
                is_head=post.is_head,
                is_focal=post.is_focal,
            )
            for post, holds in posts
        ],
        token=TokenFacts(
            prefix=token.prefix,
            name=token.name,
            scopes=token.scopes,
            until=token.until,
            office=office_name(token.office) if token.office else None,
        ),
    )
