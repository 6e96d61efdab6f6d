"""Pictures of the pages of the file a paper came in: rendered once and cached in a folder that may be emptied."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from angikar.formats import Unreadable, confined
from angikar.formats.wire import Sizes
from angikar.history.disk import write_whole
from angikar.history.faults import reading
from angikar.papers import store
from angikar.papers.models import File


@lru_cache(maxsize=256)
def page_sizes(sha256: str) -> Sizes:
    """Width and height in points of every page of a stored file; none where it has no pages, or cannot be rendered.

    Raises `FileNotFoundError` or `ValueError` when the stored file is missing or was altered (`papers.store`).
    """
    try:
        return confined.page_sizes(store.get(sha256))
    except Unreadable:
        return ()


def page_picture(file: File, number: int) -> bytes:
    """One page, from 1, as PNG. Raises `Unreadable` when there is no such page, and the errors of `page_sizes`."""
    return _cached(
        Path(settings.PICTURES) / file.sha256[:2] / file.sha256[2:] / f"{number}.png",
        lambda: confined.page_picture(store.get(file.sha256), number),
    )


def _cached(path: Path, make: Callable[[], bytes]) -> bytes:
    if path.exists():
        return path.read_bytes()
    made = make()
    with reading():
        write_whole(path, made)
    return made
