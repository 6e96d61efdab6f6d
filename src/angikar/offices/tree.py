"""The tree of offices as text: every office has a path of fixed base-36 steps, so that all below it is one range."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

STEP = 3
"""Characters per level: room for 46,656 offices directly below one."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def step(number: int) -> str:
    """A number as one step: 0 is `000`, 35 is `00z`. Raises `ValueError` when it does not fit."""
    if not 0 <= number < len(_DIGITS) ** STEP:
        raise ValueError(f"{number} does not fit into one step of the tree")
    text = ""
    for _ in range(STEP):
        number, rest = divmod(number, len(_DIGITS))
        text = _DIGITS[rest] + text
    return text


def following(path: str) -> str:
    """The first path after everything below `path`: the end of its range. It holds base-36 digits only, so that every
    collation of a database orders it as we do. Raises `ValueError` for the last path there can be."""
    number = int(path[-STEP:], 36) + 1
    return path[:-STEP] + step(number)


def ancestors(path: str) -> list[str]:
    """The paths above, from the root down, without the path itself."""
    return [path[:end] for end in range(STEP, len(path), STEP)]


def ranges(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the ranges of these paths begin, and where they end."""
    known = tuple(paths)
    return known, tuple(following(path) for path in known)


def within(begins: Iterable[str], ends: Iterable[str], field: str = "office_path") -> Q:
    """A condition on rows that carry the path of their office: it lies in one of these ranges."""
    condition = Q(pk__in=())
    for first, end in zip(begins, ends, strict=True):
        condition |= Q(**{f"{field}__gte": first, f"{field}__lt": end})
    return condition


def is_under(path: str, above: str) -> bool:
    """Whether `path` is `above` itself or below it."""
    return path.startswith(above)
