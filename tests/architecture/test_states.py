"""The machines are whole: every state is reached, none is a dead end, every verb is an action's, the page shows them."""

from __future__ import annotations

import re

import pytest

from angikar.rules.states import Machine
from tests.architecture.house import SOURCE, modules, text
from tools.states import PAGE, WHO, machines, page

RECORDED = re.compile(r'(?:record|Happening)\(\s*"([a-z_.]+)"')


@pytest.mark.parametrize("machine", machines(), ids=lambda machine: machine.name)
def test_every_state_is_reached_and_none_is_a_dead_end(machine: Machine) -> None:
    assert machine.reachable() == frozenset(machine.states)
    assert machine.dead_ends() == frozenset()
    assert {state for move in machine.moves for state in (move.source, move.to)} <= {"", *machine.states}
    assert machine.ends <= frozenset(machine.states)


def test_every_verb_is_one_that_an_action_records() -> None:
    known = {verb for path in modules(SOURCE) for verb in RECORDED.findall(text(path))}
    assert {move.verb for machine in machines() for move in machine.moves} <= known


def test_everybody_who_acts_is_named() -> None:
    assert {move.who for machine in machines() for move in machine.moves} == set(WHO)


def test_the_page_shows_the_machines_as_they_are() -> None:
    assert text(PAGE) == page(), "write it anew with `python -m tools.states write`"
