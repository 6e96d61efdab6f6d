"""The real papers, where they are at hand, come in whole, are settled, and can be put in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from angikar.duties.issue import issue
from angikar.duties.models import Duty, Line
from angikar.duties.queries import scorecard
from angikar.history.chain.verifying import verify
from angikar.history.refusal import Refused
from angikar.offices.models import Officer
from angikar.papers.actions import accept_intake, amend, take_in
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.papers.settling.actions import settle
from tests.signed import ON_PAPER
from tests.world import FIRST_DAY, World

PAPERS = {
    "agreement-dip-2022-23": ("agreement", date(2022, 7, 1)),
    "integrity-plan-ec-2018-19": ("integrity_plan", date(2018, 9, 10)),
    "integrity-plan-cca-2017-18": ("integrity_plan", date(2017, 9, 1)),
    "circular-ec-2022": ("circular", date(2022, 10, 13)),
    "minutes-kurigram-2016": ("minutes", date(2016, 8, 17)),
}


def _settle_all(paper: Paper, by: Officer) -> Paper:
    """Take every suggestion that fits, keep the rest with a reason, as a patient officer would."""
    while open_ones := still_open(paper.doubts):
        first = open_ones[0]
        choice = "take" if first.suggestion is not None and first.path and first.severity == "error" else "keep"
        paper = settle(paper, first.key, choice, version=paper.version, by=by, words="মূল কাগজ যেমন আছে")  # type: ignore[arg-type]
    return paper


def _renumbered(paper: Paper, by: Officer) -> Paper:
    """Give the areas and all in them running codes where the paper uses some twice, each at its own place."""
    for path, code in _running_codes(paper):
        here: Any = paper.content
        for name in path.split("."):
            here = here[int(name) if name.isdigit() else name]
        if here != code:
            paper = amend(paper, path, code, version=paper.version, by=by)
    return paper


def _running_codes(paper: Paper) -> Iterator[tuple[str, str]]:
    for i, area in enumerate(paper.content["areas"]):
        yield f"areas.{i}.code", f"{i + 1}"
        for j, activity in enumerate(area["activities"]):
            yield f"areas.{i}.activities.{j}.code", f"{i + 1}.{j + 1}"
            for k in range(len(activity["indicators"])):
                yield f"areas.{i}.activities.{j}.indicators.{k}.code", f"{i + 1}.{j + 1}.{k + 1}"


@pytest.mark.parametrize("name", PAPERS)
def test_a_real_paper_goes_the_whole_way(seeds: Path, world: World, name: str) -> None:
    kind, day = PAPERS[name]
    director, office = world.officers["director"], world.offices["department"]
    paper = take_in(director, f"{name}.txt", (seeds / f"{name}.txt").read_bytes(), office=office)
    assert (paper.kind, paper.state) == (kind, State.INTAKE)
    assert paper.doubts, "none of the real papers is without a doubt"
    paper = _settle_all(paper, director)
    paper = accept_intake(paper, by=director, version=paper.version)
    if name == "integrity-plan-ec-2018-19":  # two areas of this paper carry the numbers of two others
        with pytest.raises(Refused, match="the same code"):
            issue(paper, by=director, day=FIRST_DAY, unsigned=ON_PAPER)
        paper = _settle_all(_renumbered(paper, director), director)
    paper = issue(paper, by=director, day=max(day, FIRST_DAY), focal=True, unsigned=ON_PAPER)
    assert paper.state == State.ISSUED
    assert Duty.objects.filter(paper=paper).exists()
    assert Line.objects.filter(paper=paper).exists() == (kind in ("agreement", "integrity_plan"))
    assert (scorecard(paper, date(2023, 7, 20)) is not None) == (kind in ("agreement", "integrity_plan"))
    assert verify() is None
