"""The page of who may open what: `python -m tools.access` prints `docs/access.md` from the table that the tests of access walk; with
`write` it is written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "access.md"
_HEAD = """# Who may open what

Every address of the system with those who may open it. The tests in `tests/access/` try each of them by each method as each role below: to others it does
not exist (404), visitors are led to the sign-in page, and nothing is written for others. An address that is missing here fails the tests.
The table is `tests/access/addresses.py` and `tests/access/doors.py`; this page is written by `python -m tools.access write`.

The scene: a department under a ministry, with papers, duties, meetings and a register of its own. The address is that of the department's rows.
What a row says of the state of a paper (in intake, in hand of the head, issued) is in `tests/access/scene.py`.
"""
_AUDIENCES = """## Audiences

A closed account is treated as a visitor, a departed officer as one without a post. An officer whose post asks for a second factor gets every page but
those of his account only after it is set up. Before the first password there is no session, so there is nothing to try.
"""
_PROGRAMS = """A token stands for its officer as he is on that day, and opens what it was made for alone. Without a valid one (visitors, closed accounts, who lacks a
second step that is demanded of him) every operation answers 401; a session of a browser opens none."""
_OPENINGS = """
## What opens where something is so before

In the scene above these are only refused: a first page needs an empty house, a second step a telephone, a public plan its published year. `tests/access/openings.py` makes
what each needs, sends it, and looks at what has come of it.

| name | method | what is needed |
|---|---|---|"""
_SHUT = """
## What opens nowhere

Addresses of the library for sign-in that this house does not use. Whoever comes with all that would be needed is led away.

| name | method | why |
|---|---|---|"""


def page() -> str:
    """The whole page."""
    from tests.access.addresses import DESK
    from tests.access.doors import DOORS

    lines = [_HEAD, *_audiences()]
    for title, part in {**DESK, **DOORS}.items():
        lines += [f"\n## {title}\n", "| address | name | opens to | takes from |", "|---|---|---|---|"]
        space = "desk:" if title in DESK else ""
        for name, address in part.items():
            opens, takes = (each.name if each else "–" for each in (address.read, address.write))
            known = "–" if name.endswith("/") else f"`{space}{name}`"
            lines.append(f"| `{_routes()[f'{space}{name}']}` | {known} | {opens} | {takes} |")
    return "\n".join([*lines, *_programs(), *_elsewhere()]) + "\n"


def _programs() -> Iterator[str]:
    """The operations of the API, which a token opens."""
    from tests.access.programs import PROGRAMS

    yield from ("\n## Programs\n", _PROGRAMS, "", "| address | name | opens to | takes from |", "|---|---|---|---|")
    for name, address in PROGRAMS.items():
        opens, takes = (each.name if each else "–" for each in (address.read, address.write))
        yield f"| `{_routes()[name]}` | `{name}` | {opens} | {takes} |"


def _elsewhere() -> Iterator[str]:
    """What opens in a state of its own, and what opens nowhere."""
    from tests.access.reasons import ELSEWHERE, SHUT

    for head, part in ((_OPENINGS, ELSEWHERE), (_SHUT, SHUT)):
        yield head
        yield from (f"| `{name}` | {method.upper()} | {why} |" for (name, method), why in part.items())


def _audiences() -> Iterator[str]:
    """The grid of audiences and roles."""
    from tests.access.audiences import AUDIENCES
    from tests.access.people import Role

    yield _AUDIENCES
    yield f"| audience | {' | '.join(Role)} |"
    yield f"|---{'|---' * len(Role)}|"
    for audience in AUDIENCES:
        yield f"| {audience.name} | {' | '.join('✓' if role in audience else '' for role in Role)} |"


def _routes() -> dict[str, str]:
    from django.urls import get_resolver

    return {name: f"/{route}" for name, route in named(get_resolver().url_patterns)}


def named(patterns: Iterable[object], before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """The name of each address, or its route where it has none, and the route."""
    from django.urls import URLPattern, URLResolver

    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{each.namespace}:" if each.namespace else space
            yield from named(each.url_patterns, f"{before}{each.pattern}", inner)
        elif isinstance(each, URLPattern):
            route = f"{before}{each.pattern}".replace("^", "").replace("$", "")
            yield (f"{space}{each.name}" if each.name else route), route


def main() -> None:
    """Print the page, or write it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    if sys.argv[1:] == ["write"]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")


if __name__ == "__main__":
    main()
