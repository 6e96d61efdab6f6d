"""Progress: how many pages of a file are read, said to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Page = TypeVar("Page")
Report = Callable[[int, int], None]
"""Takes how many pages are read, and of how many."""


class _Waiting:
    """Who waits in this process: in a confined one, whoever gave the file."""

    report: Report | None = None


def report_to(report: Report) -> None:
    """Let pages be reported from now on."""
    _Waiting.report = report


def counted(pages: Iterable[Page], count: int) -> Iterator[Page]:
    """The same pages; each is reported once it has been worked on."""
    for done, page in enumerate(pages):
        if done and _Waiting.report is not None:
            _Waiting.report(done, count)
        yield page
