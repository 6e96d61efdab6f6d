"""The papers of the demo: each sample is taken in, its doubts are settled, and it is issued on its own day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from angikar.cli.demo.world import World
from angikar.duties.issue import issue
from angikar.offices.models import Officer
from angikar.papers import actions
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.papers.settling.actions import settle

SAMPLES = Path(__file__).parent / "samples"
POLLING_DAY = date(2023, 3, 20)
TEAM_FORMED = date(2023, 3, 3)


def issue_all(world: World) -> dict[str, Paper]:
    """Every paper of the demo by the name of its sample, once issued; the broken one waits in intake."""
    people, offices = world.officers, world.offices
    taken = {
        "integrity-plan-demo": _take_in(people["admin"], "integrity-plan-demo", world),
        "agreement-demo": _take_in(people["planning"], "agreement-demo", world),
        "plain-letter-demo": _take_in(people["planning"], "plain-letter-demo", world),
        "circular-demo": _take_in(people["elections"], "circular-demo", world, "election"),
        "minutes-demo": _take_in(people["ict"], "minutes-demo", world, "district"),
    }
    for name in ("integrity-plan-demo", "agreement-demo"):
        taken[name] = actions.name_counterpart(
            taken[name], offices["ministry"], by=people["planning"], version=taken[name].version
        )
    for path, day in (("anchor", POLLING_DAY), ("formation", TEAM_FORMED)):
        taken["circular-demo"] = _amend(taken["circular-demo"], path, day.isoformat(), people["elections"])
    heads = {
        "integrity-plan-demo": ("dg", date(2018, 7, 16)),
        "agreement-demo": ("dg", date(2022, 6, 26)),
        "plain-letter-demo": ("dg", date(2022, 11, 20)),
        "circular-demo": ("chief", date(2023, 3, 1)),
        "minutes-demo": ("dc", date(2023, 3, 27)),
    }
    issued = {name: issue_taken(taken[name], people[head], day) for name, (head, day) in heads.items()}
    _take_in(people["admin"], "broken-plan", world)
    return issued


def _take_in(by: Officer, name: str, world: World, office: str = "department") -> Paper:
    data = (SAMPLES / f"{name}.txt").read_bytes()
    return actions.take_in(by, f"{name}.txt", data, office=world.offices[office])


def _amend(paper: Paper, path: str, value: str, by: Officer) -> Paper:
    return actions.amend(paper, path, value, version=paper.version, by=by)


def issue_taken(paper: Paper, head: Officer, day: date) -> Paper:
    """The open doubts of the samples are no errors: the head keeps the text as printed, signs, and issues."""
    for doubt in still_open(paper.doubts):
        paper = settle(paper, doubt.key, "keep", version=paper.version, by=head)
    paper = actions.accept_intake(paper, by=head, version=paper.version)
    for state in (State.REVIEW, State.SIGNED):
        paper = actions.move(paper, state, by=head, version=paper.version)
    return issue(paper, by=head, day=day)
