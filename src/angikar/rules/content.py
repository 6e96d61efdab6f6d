"""Content: the base of every frozen, typed value that a paper is stored as."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


class Content(BaseModel):
    """The base of every content value: frozen, no unknown fields, absent is `None`, an empty list is `()`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Kept:
    """Marks a field that the system alone enters (`Annotated[str | None, FILE]`): no form and no file from outside changes it.
    A `reference` names a row or file of this house; a content that comes from outside loses it.
    """

    reference: bool = False


FILE = Kept(reference=True)
"""The digest of a stored file."""
READ = Kept()
"""What the reader notes of itself: the lines a row was read from, the version of the form."""
