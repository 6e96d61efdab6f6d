"""Content values: every text and figure a content holds, with the path that leads to it and the lines it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from angikar.rules.cached import KEPT_ROWS, cached
from angikar.rules.content import Content


@dataclass(frozen=True, slots=True)
class ContentValue:
    """One value. `lines` are the lines of the row it belongs to, of the rows below it, or of what holds it; empty where none is known."""

    path: str
    text: str
    lines: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The name of its field: `weight` of `areas.1.weight`, `criteria` of `….criteria.3`."""
        above, _, last = self.path.rpartition(".")
        while last.isdecimal():
            above, _, last = above.rpartition(".")
        return last


def content_values(content: BaseModel) -> Iterator[ContentValue]:
    """Every text of a content in its order; lines, flags, versions and words of a closed list of ours are no texts.

    >>> from angikar.rules.letters.values import Letter
    >>> [(value.path, value.text) for value in content_values(Letter(memo_number="17", date=None))]
    [('memo_number', '17')]
    """
    found = list[ContentValue]()
    _add_below(content, "", (), found)
    return iter(found)


def _add_below(value: object, path: str, lines: tuple[int, ...], found: list[ContentValue]) -> None:
    """Add the texts below a value to a list: handing each of thousands up through every level of a plan takes longer than finding them."""
    if isinstance(value, str):
        found.append(ContentValue(path, value, lines))
    elif isinstance(value, Content) and _is_row(type(value)):
        found += _of_row(value, path, _lines(value) or lines)
    elif isinstance(value, BaseModel):
        own = _lines(value) or (_gathered(value) if lines else ()) or lines
        for name in _open_fields(type(value)):
            if (each := getattr(value, name)) is not None:
                _add_below(each, _joined(path, name), own, found)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            _add_below(each, _joined(path, str(name)), lines, found)
    elif isinstance(value, Sequence):
        for index, each in enumerate(value):
            _add_below(each, _joined(path, str(index)), lines, found)


@cached(most=KEPT_ROWS)
def _of_row(row: Content, path: str, lines: tuple[int, ...]) -> list[ContentValue]:
    """The texts of one row, which is mostly as it was when it was asked before."""
    found = list[ContentValue]()
    for name in _open_fields(type(row)):
        if (each := getattr(row, name)) is not None:
            _add_below(each, _joined(path, name), lines, found)
    return found


@cache
def _is_row(model: type[BaseModel]) -> bool:
    """Whether values of a model are rows read from one place, with no rows below them."""
    fields = model.model_fields
    return "lines" in fields and not any(_holds_models(field.annotation) for field in fields.values())


def _holds_models(annotation: object) -> bool:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return is_model or any(_holds_models(each) for each in get_args(annotation))


@cache
def _open_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a content that may hold words of the paper."""
    return tuple(name for name, field in model.model_fields.items() if not _closed(field.annotation))


def _closed(annotation: object) -> bool:
    """Whether a field holds words of a closed list (`Literal`), which are ours and not the paper's."""
    return get_origin(annotation) is Literal or any(_closed(each) for each in get_args(annotation))


def _lines(value: BaseModel) -> tuple[int, ...]:
    return tuple(getattr(value, "lines", ()))


def _gathered(value: BaseModel) -> tuple[int, ...]:
    """The lines of the rows of a value that stores none itself, as an activity between its area and its indicators."""
    rows = (each for name in type(value).model_fields for each in _models(getattr(value, name)))
    return tuple(sorted({line for row in rows for line in _lines(row)}))


def _models(value: object) -> Iterator[BaseModel]:
    if isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, BaseModel))


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
