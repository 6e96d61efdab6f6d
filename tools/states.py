"""The page of the state machines: `python -m tools.states` prints `docs/states.md` from the machines that the actions obey; with
`write` it is written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from angikar.rules.states import BEGINNING, Machine

PAGE = Path(__file__).parents[1] / "docs" / "states.md"
_HEAD = """# States

What becomes of a paper, a comment on it, a duty, a quarter, a year, an incident, a decision, an idea and an approval. The machines are data (`states.py` of each room, `rules/states.py`);
the actions ask them, and tests walk them: from every state that is no end somebody has a button that leads on. This page is written by
`python -m tools.states write`.
"""
WHO = {
    "office": "the office itself",
    "head": "its head",
    "superior": "the office above",
    "holder": "the post that owes it",
    "house": "the system",
    "reporter": "who reports it",
    "follower": "who leads an office that sees it",
    "issuer": "the office that issued the circular",
    "keeper": "who keeps the register",
    "chair": "the chair",
    "second": "a second person",
}


def machines() -> tuple[Machine, ...]:
    """Every machine of the rooms, from below."""
    from angikar.duties.states import DUTY, EVALUATION, FILING, INCIDENT
    from angikar.meetings.states import IDEA, SHARE
    from angikar.offices.states import APPROVAL
    from angikar.papers.comments.states import COMMENT
    from angikar.papers.states import PAPER

    return PAPER, COMMENT, DUTY, FILING, EVALUATION, INCIDENT, SHARE, IDEA, APPROVAL


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for each in machines() for line in _section(each))]).rstrip() + "\n"


def _section(machine: Machine) -> Iterator[str]:
    yield f"## {machine.name.capitalize()}\n"
    yield "```mermaid\nstateDiagram-v2"
    for move in machine.moves:
        yield f"    {_node(move.source)} --> {_node(move.to)}: {move.verb}"
    for state in machine.states:
        if state in machine.ends:
            yield f"    {state} --> [*]"
    yield "```\n"
    yield "| from | verb | to | who | when |\n|---|---|---|---|---|"
    for move in machine.moves:
        yield f"| {move.source or '–'} | `{move.verb}` | {move.to} | {WHO[move.who]} | {move.only or '–'} |"
    yield ""


def _node(state: str) -> str:
    return "[*]" if state == BEGINNING else state


def main() -> None:
    """Print the page, or write it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "angikar.site.settings")
    import django

    django.setup()
    if sys.argv[1:] == ["write"]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")


if __name__ == "__main__":
    main()
