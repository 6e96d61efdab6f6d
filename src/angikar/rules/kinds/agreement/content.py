"""Agreement: the content of an annual performance agreement, a Plan with its own chapters and annexes."""

from __future__ import annotations

from typing import Annotated

from angikar.rules.content import READ, Content
from angikar.rules.plan import Plan


class Acronym(Content):
    """One row of annex 1."""

    short: str
    full: str


class EvidenceRow(Content):
    """One row of annex 2: who carries out an indicator and what proves it.

    `activity` and `title` are as the annex prints them; `lines` are 1-based lines of the source.
    """

    code: str
    activity: str = ""
    title: str = ""
    implementer: str | None = None
    evidence: str | None = None
    lines: Annotated[tuple[int, ...], READ] = ()


class Dependency(Content):
    """One row of annex 3: another office an indicator depends on, and how work is coordinated with it."""

    activity: str
    indicator: str
    office: str
    how: str
    lines: Annotated[tuple[int, ...], READ] = ()


class Agreement(Plan):
    """An agreement between an office and the office above it.

    `overview` maps each printed sub-title of the overview to its text, one item a line.
    """

    overview: dict[str, str] = {}
    vision: str | None = None
    mission: str | None = None
    functions: tuple[str, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
