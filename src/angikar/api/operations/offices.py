"""Offices: the register, as far as an officer sees it, and the posts of one office with who holds them."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import READ, officer
from angikar.api.paging import NEXT, Number, Place, Size, Words, following, rows_of
from angikar.offices import access
from angikar.offices.access import holders_of, offices_for
from angikar.offices.finding import found_by
from angikar.offices.keyset import Keyset
from angikar.offices.models import Office, Post

router = Router(tags=["Offices"])
_BY_PATH: Final = Keyset("api offices", "path")


class OfficeName(Schema):
    """An office by its number, its lasting code and its names."""

    id: int
    code: str = Field(examples=["7KQ2M0XA4C"])
    name: str = Field(examples=["নক্ষত্র অধিদপ্তর"])
    name_en: str = Field(examples=["Department of Stars"])


class OfficeRow(OfficeName):
    """An office as the register has it."""

    kind: str = Field(examples=["department"])
    path: str
    parent: int | None
    geo_code: str
    since: date | None
    until: date | None


class OfficePage(Schema):
    """Some offices, in the order of the tree."""

    items: list[OfficeRow]
    next: str | None = NEXT


class PostRow(Schema):
    """A post of an office and who holds it today."""

    id: int
    title: str
    title_en: str
    is_head: bool
    is_focal: bool
    holder: str | None


class OfficeWhole(OfficeRow):
    """An office with its posts."""

    posts: list[PostRow]


def office_name(office: Office) -> OfficeName:
    """An office by its names."""
    return OfficeName(id=office.pk, code=office.code, name=office.name, name_en=office.name_en)


def _row(office: Office) -> OfficeRow:
    return OfficeRow(
        **office_name(office).model_dump(),
        kind=office.kind,
        path=office.path,
        parent=office.parent_id,
        geo_code=office.geo_code,
        since=office.since,
        until=office.until,
    )


@router.get("/offices", auth=READ, response=OfficePage, summary="The register of offices")
def offices(
    request: HttpRequest,
    page: Place = "",
    limit: Size = 50,
    q: Words = "",
) -> OfficePage:
    """The offices of the register that the officer may see, in the order of the tree."""
    seen = offices_for(officer(request))
    found = _BY_PATH.page(found_by(seen, q) if q.strip() else seen, page, limit)
    return OfficePage(items=[_row(each) for each in rows_of(found)], next=following(request, found))


@router.get("/offices/{int:pk}", auth=READ, response=OfficeWhole, summary="One office with its posts")
def office(request: HttpRequest, pk: Number) -> OfficeWhole:
    """The office, its posts, and who holds them today."""
    found = access.office(officer(request), pk)
    posts = list(Post.objects.open().filter(office=found).order_by("rank", "pk"))
    held = holders_of(posts, today())
    rows = [
        PostRow(
            id=post.pk,
            title=post.title,
            title_en=post.title_en,
            is_head=post.is_head,
            is_focal=post.is_focal,
            holder=held[post.pk].name if post.pk in held else None,
        )
        for post in posts
    ]
    return OfficeWhole(**_row(found).model_dump(), posts=rows)
