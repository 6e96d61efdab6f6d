"""Cached: what a law has found in a row or in a text is kept for those asked last, for a paper is checked after every cell and few of its rows have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

AskedT = ParamSpec("AskedT")
FoundT = TypeVar("FoundT")

_LONG = 600
"""Letters of a text of which nothing is kept: what is found in it may hold it many times over."""
KEPT_ROWS = 2048
"""Rows of plans of which a law keeps what it found: those of some dozens of large plans."""
_CACHES: list[Any] = []


def cached(most: int) -> Callable[[Callable[AskedT, Iterable[FoundT]]], Callable[AskedT, tuple[FoundT, ...]]]:
    """Keep what a function of frozen values gives, for so many of its latest arguments.

    >>> @cached(most=8)
    ... def letters(text: str) -> Iterable[str]:
    ...     yield from text
    >>> letters("কখ"), letters("কখ") is letters("কখ"), letters("ক" * 700) is letters("ক" * 700)
    (('ক', 'খ'), True, False)
    """

    def around(law: Callable[AskedT, Iterable[FoundT]]) -> Callable[AskedT, tuple[FoundT, ...]]:
        def whole(*asked: AskedT.args, **named: AskedT.kwargs) -> tuple[FoundT, ...]:
            return tuple(law(*asked, **named))

        kept = lru_cache(maxsize=most)(whole)
        _CACHES.append(kept)

        @wraps(law)
        def found(*asked: AskedT.args, **named: AskedT.kwargs) -> tuple[FoundT, ...]:
            long = any(isinstance(each, str) and len(each) > _LONG for each in asked)
            return whole(*asked, **named) if long else kept(*asked, **named)  # type: ignore[arg-type]  # all are frozen

        return found

    return around


def forget() -> None:
    """Empty every cache, so that all is found again."""
    for each in _CACHES:
        each.cache_clear()
