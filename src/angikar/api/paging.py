"""Lists in pages: each answer holds some rows and the address of the next ones, however long the list."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from angikar.api import sentences
from angikar.api.problems import Stopped
from angikar.offices.keyset import KeysetPage

M = TypeVar("M", bound=Model)
Number = Annotated[int, Field(ge=1, le=2**53 - 1)]
"""The number of a row."""
Place = Annotated[str, Query("", description="The place of the page, as `next` gives it", max_length=600)]
Size = Annotated[int, Query(50, ge=1, le=100, description="Rows of a page")]
Words = Annotated[str, Query("", description="Words that are looked for", max_length=200)]
PaperNumber = Annotated[int, Query(0, ge=0, le=2**53 - 1, description="The number of a paper")]
NEXT: Any = Field(description="The address of the next page", examples=["https://example.org/api/v1/papers?page=…"])


def rows_of(page: KeysetPage[M]) -> list[M]:
    """The rows of a page. Raises `Stopped` where the place that was asked for is none of this list."""
    if page.is_lost:
        raise Stopped(404, sentences.PAGE_LOST)
    return page.rows


def following(request: HttpRequest, page: KeysetPage[Any]) -> str | None:
    """The whole address of the next page; none at the end."""
    if not page.after:
        return None
    asked = request.GET.copy()
    asked["page"] = page.after
    return request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")
