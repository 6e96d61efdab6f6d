"""Content: the base of every frozen, typed value that a paper is stored as."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Content(BaseModel):
    """The base of every content value: frozen, no unknown fields, absent is `None`, an empty list is `()`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
