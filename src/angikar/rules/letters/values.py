"""What all papers share as letters: memo number and dates, signatories, enclosures, addressees, copies."""

from __future__ import annotations

from typing import Annotated

from angikar.rules.content import DAY, FILE, Content


class Letter(Content):
    """The head of a letter. `memo_number` in Latin digits, `date` ISO, `bangla_date` as `1429-06-28` (year, month 1-12, day)."""

    memo_number: str | None = None
    date: Annotated[str | None, DAY] = None
    bangla_date: str | None = None


class Signatory(Content):
    """Who signs; `role` says what: `body`, `copies`, `first_party`, `second_party`, `chair` …; `contact` holds phone and e-mail lines."""

    name: str | None = None
    post: str | None = None
    role: str | None = None
    office: str | None = None
    signed_on: Annotated[str | None, DAY] = None
    contact: tuple[str, ...] = ()


class Enclosure(Content):
    """One thing that goes with a letter: what it is, how many pages it has, the SHA-256 of the file where one is attached."""

    title: str
    pages: str | None = None
    file: Annotated[str | None, FILE] = None


class Copy(Content):
    """One line of অনুলিপি: who gets the copy, and the bracketed instruction that goes with it."""

    to: str
    note: str | None = None
