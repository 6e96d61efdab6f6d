"""The lists that stand beside the table of a plan (outcomes, words, offices one depends on, who signs): an item added, moved, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from angikar.rules.content import Content
from angikar.rules.letters.arranging import shifted
from angikar.rules.plan import Plan
from angikar.rules.plan_table.making.shaping import Shape
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

LISTS = ("outcomes", "acronyms", "dependencies", "signatories")
"""The lists by name; those that a kind does not have are not offered."""
_INNER = "indicators"


def listed(plan: Plan, path: str, how: Shape) -> Plan:
    """A plan with a list changed: the path of the list adds an empty item at its end, that of an item (or of what lies in it) moves it,
    takes it away or adds one below. What cannot be done changes nothing.
    """
    name, *rest = path.split(".")
    if name not in LISTS or name not in type(plan).model_fields:
        return plan
    numbers = _numbers(rest)
    items: Sequence[Any] = getattr(plan, name)
    made = type(plan).model_fields[name].annotation
    return plan.model_copy(update={name: _changed(items, numbers, how, _empty(get_args(made)[0], plan))})


def item_at(path: str) -> str:
    """The path of the item of a list that a path leads to or into; empty for none.

    >>> item_at("outcomes.0.indicators.1.title"), item_at("acronyms.2.short"), item_at("vision")
    ('outcomes.0.indicators.1', 'acronyms.2', '')
    """
    name, *rest = path.split(".")
    numbers = _numbers(rest) if name in LISTS else ()
    inner = f".{_INNER}.{numbers[1]}" if len(numbers) > 1 else ""
    return f"{name}.{numbers[0]}{inner}" if numbers else ""


def _numbers(rest: Sequence[str]) -> tuple[int, ...]:
    if not rest or not rest[0].isdecimal():
        return ()
    inner = len(rest) > 2 and rest[1] == _INNER and rest[2].isdecimal()
    return (int(rest[0]), int(rest[2])) if inner else (int(rest[0]),)


def _changed(items: Sequence[Any], numbers: Sequence[int], how: Shape, empty: Any) -> tuple[Any, ...]:
    if not numbers:
        return (*items, empty) if how == "add" else tuple(items)
    index = numbers[0]
    if index >= len(items):
        return tuple(items)
    if len(numbers) > 1:
        children = _changed(getattr(items[index], _INNER), numbers[1:], how, getattr(empty, _INNER)[0])
        return (*items[:index], items[index].model_copy(update={_INNER: children}), *items[index + 1 :])
    if how in ("add", "copy"):
        return (*items[: index + 1], empty if how == "add" else items[index], *items[index + 1 :])
    return shifted(items, index, how) if how in ("up", "down", "remove") else tuple(items)


def _empty(made: type[Content], plan: Plan) -> Any:
    """An item with nothing in it but the years it has a figure for."""
    needed: dict[str, Any] = {name: "" for name, field in made.model_fields.items() if field.is_required()}
    year = canonical_year(plan.fiscal_year or "")
    if "baselines" in made.model_fields and year:
        own = FiscalYear.parse(year)
        needed["baselines"] = dict.fromkeys(str(own.shifted(by)) for by in (-2, -1))
        needed["projections"] = dict.fromkeys(str(own.shifted(by)) for by in (1, 2))
    if _INNER in made.model_fields:
        inner = get_args(made.model_fields[_INNER].annotation)[0]
        needed[_INNER] = (_empty(inner, plan),)
    return made.model_validate(needed)
