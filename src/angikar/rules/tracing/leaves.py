"""Leaves: every text and figure a content holds, with the path that leads to it and the lines it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value. `lines` are those of the nearest value around it that knows its lines; empty where none does."""

    path: str
    value: str
    lines: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The field the value stands in: `weight` of `areas.1.weight`, `criteria` of `….criteria.3`."""
        return next((part for part in reversed(self.path.split(".")) if not part.isdecimal()), "")


def leaves(content: BaseModel) -> Iterator[Leaf]:
    """Every text of a content in its order; numbers of lines, flags and versions are no texts.

    >>> from angikar.rules.letter import Letter
    >>> [(leaf.path, leaf.value) for leaf in leaves(Letter(memo_number="17", date=None))]
    [('memo_number', '17')]
    """
    return _below(content, "", ())


def _below(value: object, path: str, lines: tuple[int, ...]) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(path, value, lines)
    elif isinstance(value, BaseModel):
        own = tuple(getattr(value, "lines", ())) or lines
        for name in type(value).model_fields:
            yield from _below(getattr(value, name), _joined(path, name), own)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _below(each, _joined(path, str(name)), lines)
    elif isinstance(value, Sequence):
        for index, each in enumerate(value):
            yield from _below(each, _joined(path, str(index)), lines)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
