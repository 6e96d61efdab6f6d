"""Editable: which places of a content a person may change, and what of a content only the system enters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from angikar.rules.content import Content, Kept

_INDEX = re.compile(r"[0-9]{1,5}")
_NAME = re.compile(r"[0-9]{4}(-[0-9]{2})?")
"""The name of a new value in a mapping: a year. All other names are there already."""
ContentT = TypeVar("ContentT", bound=Content)


def is_editable(model: type[Content], content: object, path: str) -> bool:
    """Whether a person may put a value at a path: it leads through fields of the model to a value, and neither on the way nor
    below it lies a field that the system keeps (`Kept`).

    >>> from angikar.rules.letters.values import Enclosure
    >>> [is_editable(Enclosure, {"title": "ক"}, path) for path in ("title", "file", "", "no", "title.0")]
    [True, False, False, False, False]
    """
    here, kind = content, _bare(model)
    if not path:
        return False
    for name in path.split("."):
        kind = _step(kind, here, name)
        here = within(here, name)
        if kind is None:
            return False
    return not any(True for _ in _kept(kind, (), ""))


def places(model: type[Content], *, kept: bool = False) -> frozenset[str]:
    """Every place of a content by its pattern (`areas.#.weight`; `#` an item, `*` a name): those a person may change, or those
    that the system keeps.
    """
    if kept:
        return frozenset(pattern for pattern, _mark in _kept(model, (), ""))
    return frozenset(_open(model, ""))


def references(content: Content) -> Iterator[str]:
    """The paths of the references to rows and files of this house that a content holds."""
    for name, field in type(content).model_fields.items():
        value = getattr(content, name)
        if any(mark.reference for mark in field.metadata if isinstance(mark, Kept)):
            if value is not None:
                yield field.alias or name
        else:
            yield from (f"{field.alias or name}{path}" for path in _references(value))


def without_references(content: ContentT) -> ContentT:
    """The content without its references to files of this house: what comes from outside can have none."""
    changed = {name: _without(getattr(content, name), field.metadata) for name, field in _fields(type(content))}
    return content.model_copy(update=changed)


def _references(value: object) -> Iterator[str]:
    if isinstance(value, Content):
        yield from (f".{path}" for path in references(value))
    elif isinstance(value, tuple):
        yield from (f".{index}{path}" for index, each in enumerate(value) for path in _references(each))
    elif isinstance(value, Mapping):
        yield from (f".{name}{path}" for name, each in value.items() for path in _references(each))


def _without(value: Any, marks: list[Any]) -> Any:
    if any(mark.reference for mark in marks if isinstance(mark, Kept)):
        return None
    if isinstance(value, Content):
        return without_references(value)
    if isinstance(value, tuple):
        return tuple(_without(each, []) for each in value)
    if isinstance(value, Mapping):
        return {name: _without(each, []) for name, each in value.items()}
    return value


def _fields(model: type[Content]) -> Iterator[tuple[str, Any]]:
    yield from model.model_fields.items()


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Content)


def _step(kind: Any, here: object, name: str) -> Any:
    """The type one name further down; `None` where there is none, or where the system keeps it."""
    if _is_model(kind):
        field = next((each for own, each in _fields(kind) if name == (each.alias or own)), None)
        return None if field is None or _marked(field) else _bare(field.annotation)
    if get_origin(kind) is tuple and _INDEX.fullmatch(name):
        return _bare(get_args(kind)[0])
    if get_origin(kind) is dict and ((isinstance(here, Mapping) and name in here) or _NAME.fullmatch(name)):
        return _bare(get_args(kind)[1])
    return None


def within(here: object, name: str) -> object:
    """The value one name further down in a stored content; `None` where there is none."""
    if isinstance(here, Mapping):
        return here.get(name)
    if isinstance(here, list) and name.isdecimal() and int(name) < len(here):
        return here[int(name)]
    return None


def _marked(field: Any) -> bool:
    return any(isinstance(mark, Kept) for mark in field.metadata)


def _bare(kind: Any) -> Any:
    """The type without `| None`."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _below(kind: Any, at: str) -> Iterator[tuple[Any, str, bool]]:
    """The types below a type, each with its pattern and whether the system keeps it."""
    kind = _bare(kind)
    if _is_model(kind):
        for name, field in _fields(kind):
            yield field.annotation, f"{at}.{field.alias or name}".lstrip("."), _marked(field)
    elif get_origin(kind) is tuple:
        yield get_args(kind)[0], f"{at}.#", False
    elif get_origin(kind) is dict:
        yield get_args(kind)[1], f"{at}.*", False


def _kept(kind: Any, above: tuple[Any, ...], at: str) -> Iterator[tuple[str, Any]]:
    for inner, pattern, kept in _below(kind, at):
        if kept:
            yield pattern, inner
        elif inner not in above:
            yield from _kept(inner, (*above, inner), pattern)


def _open(kind: Any, at: str, above: tuple[Any, ...] = ()) -> Iterator[str]:
    for inner, pattern, kept in _below(kind, at):
        if not kept and inner not in above:
            further = tuple(_below(inner, pattern))
            yield from _open(inner, pattern, (*above, inner)) if further else (pattern,)
