"""Events: the page names every event, who announces it and who follows it, in the order in which the receivers run."""

from __future__ import annotations

import ast
import importlib
import inspect
import re

from angikar.history.publishing import Event, subscribers
from tests.architecture.house import ROOT, SOURCE, called, calls, modules, text, tree

PAGE = ROOT / "docs" / "architecture.md"
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", re.MULTILINE)


def _events() -> dict[str, type[Event]]:
    found = {}
    for path in modules(SOURCE):
        if path.name == "events.py":
            name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
            for each in vars(importlib.import_module(name)).values():
                if inspect.isclass(each) and issubclass(each, Event) and each.__module__ == name:
                    found[each.__name__] = each
    return found


def _announced() -> dict[str, list[str]]:
    """The modules that publish each event, as the page names them."""
    found: dict[str, set[str]] = {}
    for path in modules(SOURCE):
        for call in calls(tree(path)):
            if called(call) == "publish" and call.args and isinstance(call.args[0], ast.Call):
                found.setdefault(called(call.args[0]), set()).add(f"`{path.relative_to(SOURCE)}`")
    return {name: sorted(places) for name, places in found.items()}


def _followed() -> dict[str, list[str]]:
    """The receivers of each event in the order in which they run, as the page names them."""
    return {
        event.__name__: [f"`{each.__module__.removeprefix('angikar.')}.{each.__name__}`" for each in receivers]
        for event, receivers in subscribers().items()
    }


def table() -> str:
    """The table of events as it belongs on the page."""
    announced, followed = _announced(), _followed()
    rows = [
        f"| `{name}` | {', '.join(announced.get(name, []))} | {', '.join(followed.get(name, []))} |"
        for name in sorted(_events())
    ]
    return "\n".join(rows)


def test_the_page_lists_every_event_with_its_receivers_in_order() -> None:
    written = "\n".join(match.group() for match in ROW.finditer(text(PAGE)))
    print(table())
    assert written == table()


def test_every_event_is_announced_and_followed() -> None:
    assert set(_events()) == set(_announced()) == set(_followed())


def test_a_receiver_is_in_a_file_of_receivers_and_takes_the_event_alone() -> None:
    for event, receivers in subscribers().items():
        for each in receivers:
            assert each.__module__.rpartition(".")[2] == "receivers", each
            (argument,) = inspect.signature(each, eval_str=True).parameters.values()
            assert argument.annotation is event, each
            assert inspect.getdoc(each), each


def test_an_event_is_a_frozen_value_that_says_what_happened() -> None:
    for event in _events().values():
        assert event.__dataclass_params__.frozen, event  # type: ignore[attr-defined]
        assert "__slots__" in vars(event), event
        assert len((inspect.getdoc(event) or "").split()) >= 4, event
