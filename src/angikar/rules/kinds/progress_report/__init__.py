"""The progress report of a plan for one quarter: what was promised and what was done, quarter by quarter, and its marks.

Ours is composed from a scorecard, never typed; those of other offices are read by the titles of their columns.
"""

from __future__ import annotations

from datetime import date

from angikar.rules.duty import Ask
from angikar.rules.kind import Kind
from angikar.rules.kinds.progress_report.check import check
from angikar.rules.kinds.progress_report.compose import compose
from angikar.rules.kinds.progress_report.content import KIND, ProgressArea, ProgressReport, ProgressRow
from angikar.rules.kinds.progress_report.read import read, recognise
from angikar.rules.kinds.progress_report.write import write


def asks(report: ProgressReport, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """A report answers and has no asks."""
    return ()


PROGRESS_REPORT = Kind(
    name=KIND,
    title="অগ্রগতি প্রতিবেদন",
    title_en="Progress report",
    content=ProgressReport,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
)

__all__ = [
    "KIND",
    "PROGRESS_REPORT",
    "ProgressArea",
    "ProgressReport",
    "ProgressRow",
    "asks",
    "check",
    "compose",
    "read",
    "write",
]
