"""Looks: whether the letters in an element of a page are seen, from what is declared of it and of those around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tinycss2.color3 import RGBA, parse_color

from angikar.formats.readers.style_sheets import Declared
from angikar.rules.document import Way

_AS_PIXELS = {
    "px": 1.0,
    "pt": 1.33,
    "pc": 16.0,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
}
_TINY = 1.4
"""Pixels of the largest letters that nobody sees."""
_FAR = -500.0
"""Pixels beyond the edge from which letters are off the page."""
_FAINT = 0.06
"""By how much the parts of two colours differ at most where nobody tells one from the other."""
_SIDES = ("left", "top", "right", "bottom", "margin-left", "margin-top", "text-indent")
_WHITE, _BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands on to those in it; `ground` is None where a picture or a play of colours may be behind it."""

    is_hidden: bool = False
    is_invisible: bool = False
    is_tiny: bool = False
    colour: Colour = _BLACK
    ground: Colour | None = _WHITE

    @property
    def way(self) -> Way | None:
        """How letters are kept from sight; None where they are seen."""
        if self.is_hidden or self.is_invisible:
            return "hidden"
        if self.is_tiny:
            return "tiny"
        pale = (
            self.ground is not None and max(abs(a - b) for a, b in zip(self.colour, self.ground, strict=True)) <= _FAINT
        )
        return "pale" if pale else None

    def within(self, said: Declared, attributes: Mapping[str, str | None]) -> Look:
        """The look of an element in this one, by what is declared of it, and by the attributes that once did that."""
        old = {"color": attributes.get("color"), "background-color": attributes.get("bgcolor")}
        colour = _colour(said, "color", old["color"])
        ground, is_known = _ground(said, old["background-color"])
        size = _pixels(said, "font-size")
        visibility = _word(said, "visibility")
        return replace(
            self,
            is_hidden=self.is_hidden or "hidden" in attributes or _is_away(said),
            is_invisible=visibility in ("hidden", "collapse") if visibility else self.is_invisible,
            is_tiny=self.is_tiny if size is None else size <= _TINY,
            colour=self.colour
            if colour is None
            else (self.ground or self.colour)
            if colour.alpha <= _FAINT
            else _rgb(colour),
            ground=ground if is_known else self.ground,
        )


def _is_away(said: Declared) -> bool:
    """Whether an element with all in it is not shown, or not on the page."""
    opacity = _number(said, "opacity")
    flat = any(_pixels(said, name) is not None and _pixels(said, name) <= 1 for name in _EXTENTS)  # type: ignore[operator]
    return (
        _word(said, "display") == "none"
        or _word(said, "content-visibility") == "hidden"
        or (opacity is not None and opacity <= _FAINT)
        or any((_pixels(said, name) or 0.0) <= _FAR for name in _SIDES)
        or (flat and _word(said, "overflow") in ("hidden", "clip"))
        or _is_clipped(said)
        or _is_moved(said)
    )


_EXTENTS = ("width", "height", "max-width", "max-height")


def _is_clipped(said: Declared) -> bool:
    """Whether nothing of an element is left: `rect(0 0 0 0)`, `inset(50%)`, `circle(0)`."""
    parts = (part for name in ("clip", "clip-path") for part in _value(said, name) if part.type == "function")
    return any(
        (numbers := [each for each in part.arguments if each.type in ("number", "dimension", "percentage")])
        and all(each.value >= 50 if part.lower_name == "inset" else each.value <= 1 for each in numbers)
        for part in parts
    )


def _is_moved(said: Declared) -> bool:
    """Whether an element is moved off the page, or made smaller than can be seen."""
    for part in _value(said, "transform"):
        numbers = [
            each.value
            for each in getattr(part, "arguments", ())
            if hasattr(each, "value") and isinstance(each.value, float | int)
        ]
        name = getattr(part, "lower_name", "")
        if (name.startswith("scale") and numbers and min(map(abs, numbers)) <= _FAINT) or (
            name.startswith("translate") and numbers and min(numbers) <= _FAR
        ):
            return True
    return False


def _value(said: Declared, name: str) -> list[Any]:
    return said.get(name, (False, []))[1]


def _word(said: Declared, name: str) -> str:
    return next((each.lower_value for each in _value(said, name) if each.type == "ident"), "")


def _number(said: Declared, name: str) -> float | None:
    for each in _value(said, name):
        if each.type in ("number", "percentage"):
            return float(each.value) / (100 if each.type == "percentage" else 1)
    return None


def _pixels(said: Declared, name: str) -> float | None:
    """A length; shares count as those of common letters."""
    for each in _value(said, name) or ():
        if each.type == "number" and each.value == 0:
            return 0.0
        if each.type == "percentage":
            return float(each.value) * 0.16
        if each.type == "dimension":
            return float(each.value) * _AS_PIXELS.get(each.lower_unit, 16.0)
    return None


def _colour(said: Declared, name: str, old: str | None) -> RGBA | None:
    """The colour declared, or given as an attribute; None for none, and for what is handed on."""
    found = next(filter(None, (_parsed(each) for each in _value(said, name))), None)
    return found or (_parsed(old) if old else None)


def _parsed(value: Any) -> RGBA | None:
    colour = parse_color(value)
    return colour if isinstance(colour, RGBA) else None


def _ground(said: Declared, old: str | None) -> tuple[Colour | None, bool]:
    """The colour behind an element, and whether anything is said of it."""
    for name in ("background", "background-image", "background-color"):
        value = _value(said, name)
        if any(part.type in ("function", "url") and _parsed(part) is None for part in value):
            return None, True
        colour = next(filter(None, map(_parsed, value)), None)
        if colour is not None and colour.alpha > _FAINT:
            return _rgb(colour), True
    given = _parsed(old) if old else None
    return (_rgb(given), True) if given is not None else (None, False)


def _rgb(colour: RGBA) -> Colour:
    return colour.red, colour.green, colour.blue
