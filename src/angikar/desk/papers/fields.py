"""Fields: the values of a paper's content as a person edits them, found at a path by the types of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from django.utils.translation import gettext_lazy as _

from angikar.desk.base import in_bangla
from angikar.papers.content import DAYS, FIGURES, NUMBERED
from angikar.papers.naming import CHOICES, label
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.content import Content
from angikar.rules.editable import is_editable
from angikar.rules.plan_table.write import figure_text

Shape = Literal["line", "text", "lines", "choice", "flag"]
_UNSEEN = frozenset({"version", "lines", "annexes"})
_TIES = frozenset({("directives", "code"), ("paragraphs", "codes")})
"""Values that tie the parts of a paper together; they are not changed alone."""

_LONG = 60  # letters, from which on a value gets more than one line to be typed in


@dataclass(frozen=True, slots=True)
class ContentField:
    """One value to edit: its path, what it is called, its text as a person reads it, and the choices where it has some."""

    path: str
    label: str
    shape: Shape
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    figures: int | None = None
    """Of several figures between commas how many there must be, 0 where any number will do; `None` for all else."""

    @property
    def shown(self) -> str:
        """The value in words: of a choice its name, of a flag yes or no."""
        if self.shape == "flag":
            return str(_("হ্যাঁ") if self.text else _("না"))
        return dict(self.choices).get(self.text, self.text)

    def value(self, typed: str) -> object:
        """What was typed, as the content holds it: a list for several lines, a bool for a flag, else the text.

        Several figures stay one text, which `papers.content.figure` parts at its commas; where none is typed, all are empty.
        """
        if self.figures is not None and not typed.strip(" -–—,\r\n"):
            return [None] * self.figures
        if self.shape == "lines":
            return [line.strip() for line in typed.splitlines() if line.strip()]
        if self.shape == "flag":
            return typed == "1"
        return typed.strip().replace("\r\n", "\n")


def fields_at(model: type[Content], content: object, path: str) -> list[ContentField]:
    """The fields a person may edit at a path: the value itself, or, for an object or a list of objects, their
    own values. Empty where the path leads nowhere, and to what the system keeps.
    """
    here: object = content
    kind: Any = model
    for name in path.split(".") if path else ():
        kind, known = _step(_bare(kind), name), here
        here = _within(known, name)
        if kind is None or (isinstance(known, list) and not (name.isdecimal() and int(name) < len(known))):
            return []
    return [each for each in _fields(_bare(kind), here, path) if is_editable(model, content, each.path)]


def _fields(kind: Any, here: object, path: str) -> Iterator[ContentField]:
    shape = _shape(kind)
    if shape is not None:
        yield _field(kind, shape, here, path)
    elif isinstance(kind, type) and issubclass(kind, Content) and isinstance(here, Mapping):
        for name, known in kind.model_fields.items():
            inner = _bare(known.annotation)
            tied = (path.partition(".")[0], name) in _TIES
            if name not in _UNSEEN and not tied and (found := _shape(inner)) is not None:
                yield _field(inner, found, here.get(name), f"{path}.{name}".lstrip("."))
    elif get_origin(kind) is tuple and isinstance(here, list):
        for index, each in enumerate(here):
            yield from _fields(_bare(get_args(kind)[0]), each, f"{path}.{index}")
    elif get_origin(kind) is dict and isinstance(here, Mapping) and _shape(_bare(get_args(kind)[1])) is not None:
        for name, each in here.items():
            yield _field(_bare(get_args(kind)[1]), "line", each, f"{path}.{name}")


def _field(kind: Any, shape: Shape, value: object, path: str) -> ContentField:
    figures = _figures(kind, path) if shape == "lines" else None
    shape = "line" if figures is not None else shape
    text = "1" if value is True else text_of(value, path)
    long = shape == "line" and (len(text) > _LONG or "\n" in text)
    choices = tuple((each, str(CHOICES.get(each, each))) for each in get_args(kind)) if shape == "choice" else ()
    text = str(value or "") if choices else text
    return ContentField(path, label(path), "text" if long else shape, text, choices, figures)


def text_of(value: object, path: str) -> str:
    """A value as the reader writes it: several figures between commas, with a dash for none; other lists line by line."""
    if not isinstance(value, list):
        return "" if value in (None, False) else _read(value, path)
    if FIGURES.intersection(path.split(".")):
        several = [_read(each, path) if each is not None else "-" for each in value]
        return "" if all(each == "-" for each in several) else ", ".join(several)
    return "\n".join("" if each in (None, False) else _read(each, path) for each in value)


def _figures(kind: Any, path: str) -> int | None:
    """How many figures a list of them must have, 0 for any number; `None` for a list of other things."""
    if not FIGURES.intersection(path.split(".")):
        return None
    parts = get_args(kind)
    return 0 if Ellipsis in parts else len(parts)


def _read(value: object, path: str) -> str:
    """A figure, day or number as the reader writes it; any other text unchanged."""
    names = path.split(".")
    if names[-1] not in NUMBERED | DAYS and not FIGURES.intersection(names):
        return str(value)
    if not in_bangla():
        return str(value)
    return to_bangla(str(value)) if names[-1] in NUMBERED else figure_text(str(value))


def _bare(kind: Any) -> Any:
    """The type without `| None`."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _shape(kind: Any) -> Shape | None:
    if kind is str:
        return "line"
    if kind is bool:
        return "flag"
    if get_origin(kind) is Literal:
        return "choice"
    if get_origin(kind) is tuple and _bare(get_args(kind)[0]) is str:
        return "lines"
    return None


def _step(kind: Any, name: str) -> Any:
    """The type one name further down, `None` where there is none."""
    if isinstance(kind, type) and issubclass(kind, Content) and name in kind.model_fields:
        return kind.model_fields[name].annotation
    if get_origin(kind) is tuple and name.isdecimal():
        return get_args(kind)[0]
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    return None


def _within(here: object, name: str) -> object:
    if isinstance(here, Mapping):
        return here.get(name)
    if isinstance(here, list) and name.isdecimal() and int(name) < len(here):
        return here[int(name)]
    return None
