"""Commands that are killed at any moment: what was acknowledged is there, nothing is done by halves, and the same command, called
again, comes to the same end as one that was never killed.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tools.siege.forking import Begun
from tools.siege.places import Place
from tools.siege.scenes import SCENES
from tools.siege.tally import Tally

_LOOK = "from tools.siege.sound import look; look()"
_CHECKPOINTS = ("history_checkpoint", "django_session")
"""Tables that may hold more or less: checkpoints, by the moment."""
_TRIES = ("history_entry", "django_tasks_database_dbtaskresult")
"""Tables in which it stands how often a job was begun."""
_OFFERS = ("history_entry", "offices_registerimport")
"""Tables in which it stands how often a list was offered."""
Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """A command or a piece of code, the scene it is called in, and what may be found while it is not called again."""

    name: str
    scene: str
    words: tuple[str, ...] = ()
    code: str = ""
    meanwhile: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = _CHECKPOINTS
    again: int = 1


COMMANDS = (
    Command("tend", "year", ("tend", "--once")),
    Command("backup", "year", ("backup",)),
    Command("upgrade", "older", ("upgrade",), meanwhile=("tables", "guards")),
    Command("issue", "drafts", code="from tools.siege.scenes import issue_all; issue_all({acknowledged!r})"),
    Command("restore", "", ("restore", "{archive}")),
    Command("import of a list", "found", ("offices", "import", "{places}"), uncounted=(*_CHECKPOINTS, *_OFFERS)),
    Command("job", "jobs", ("jobs", "--once"), uncounted=(*_CHECKPOINTS, *_TRIES), again=3),
)


@dataclass(slots=True)
class Siege:
    """The siege of one place by one command: what it was before, and what a command that was never killed left."""

    place: Place
    command: Command
    before: Found = field(default_factory=dict)
    after: Found = field(default_factory=dict)
    takes: float = 0.0

    def rounds(self, tally: Tally, count: int, luck: Random) -> None:
        """So many rounds in which the command was killed; those in which it had ended before are none."""
        if not self.after:
            self.begin()
        until = tally.rounds + count
        while tally.rounds < until:
            came = self.round(luck)
            self.takes *= 1.02 if came else 0.9
            if came:
                tally.add(*came)

    def begin(self) -> None:
        """Build the scene where it is not there, and measure the command once."""
        scene = self.command.scene
        if scene:
            build(self.place, scene)
        elif not self._archive.exists():
            build(self.place, "year")
            self.place.fresh("year")
            _must(self.place, "backup", str(self._archive))
        if "{places}" in self.command.words and not self._places.exists():
            self.place.fresh("found")
            _must(self.place, "offices", "places", str(self._places), "--places", "রংপুর বিভাগ")
        self._reset()
        self.before = looked(self.place) if scene else {}
        began = time.monotonic()
        ended = self._begun().wait()
        self.takes = time.monotonic() - began
        if ended != 0:
            raise RuntimeError(f"{self.command.name} does not run: {self.place.forker.log.read_text()[-1500:]}")
        self.after = looked(self.place)
        if self.after["unwell"] or self.after["halves"] or self.after["left"]:
            raise RuntimeError(f"{self.command.name} is not well by itself: {self.after}")

    def round(self, luck: Random) -> tuple[int, list[str]] | None:
        """Kill the command once: how many acknowledged acts were lost, and what was wrong; None where it had ended before."""
        self._reset()
        fallen, wrong = self._blow(self._begun(), luck.uniform(0.0, self.takes))
        if not fallen:
            return None
        self.place.quiet()
        lost = 0
        is_done = not self.command.scene
        if self._can_be_looked_at():
            found = looked(self.place)
            lost = self._lost()
            wrong += self._wrong(found, self.command.meanwhile)
        else:
            is_done = False
        for _ in range(self.command.again):
            ended = self._begun().wait()
        if ended != 0 and not is_done:
            wrong.append(f"it does not run again: {self.place.forker.log.read_text()[-600:]}")
        found = looked(self.place)
        wrong += [f"afterwards {each}" for each in (*self._wrong(found, ()), *found["left"])]
        wrong += [
            f"afterwards {table}: {count} for {self.after['rows'][table]}"
            for table, count in found["rows"].items()
            if table not in self.command.uncounted and count != self.after["rows"].get(table)
        ]
        return lost, wrong

    def _blow(self, begun: Begun, after: float) -> tuple[bool, list[str]]:
        """Let the blow fall: whether it fell into the work, and what was wrong about it."""
        return begun.kill(after) < 0, []

    @property
    def _archive(self) -> Path:
        return self.place.work / "house.tar.gz"

    @property
    def _places(self) -> Path:
        return self.place.work / "places.csv"

    @property
    def _acknowledged(self) -> Path:
        return self.place.work / "acknowledged"

    def _reset(self) -> None:
        self._acknowledged.unlink(missing_ok=True)
        if self.command.scene:
            self.place.fresh(self.command.scene)
        else:
            self.place.empty()

    def _begun(self) -> Begun:
        facts = {"archive": self._archive, "places": self._places, "acknowledged": str(self._acknowledged)}
        words = [word.format(**facts) for word in self.command.words]
        return self.place.forker.begin(*words, code=self.command.code.format(**facts))

    def _can_be_looked_at(self) -> bool:
        """A folder in which a restore was cut off is opened by nothing but another restore."""
        if self.command.scene:
            return True
        if not any(self.place.var.iterdir()):
            return False
        ended, said = self.place.forker.do("doctor")
        if ended != 0 and "restore" not in said and "migrations behind" not in said:
            raise RuntimeError(f"what a restore left behind is opened: {said}")
        return ended == 0

    def _lost(self) -> int:
        """How many of the numbers that were written down are of papers that are not issued."""
        if not self._acknowledged.exists():
            return 0
        said = {int(line) for line in self._acknowledged.read_text().split("\n")[:-1]}
        issued = {int(str(pk)) for (pk,) in self.place.house.rows("SELECT id FROM papers_paper WHERE state = 'issued'")}
        return len(said - issued)

    @staticmethod
    def _wrong(found: Found, allowed: tuple[str, ...]) -> list[str]:
        unwell = [each for each in found["unwell"] if not each.startswith(allowed or ("-",))]
        return [*unwell, *found["halves"]]


def looked(place: Place) -> Found:
    """What is found in the house of a place."""
    ended, said = place.forker.do(code=_LOOK)
    if ended != 0:
        raise RuntimeError(f"the house cannot be looked at: {said[-1500:]}")
    found: Found = json.loads(said.strip().splitlines()[-1])
    return found


def build(place: Place, scene: str) -> None:
    """Build a scene, where it is not there."""
    if (place.work / scene).exists():
        return
    place.fresh("found")
    for step in SCENES[scene]:
        ended, said = place.forker.do(code=f"from tools.siege.scenes import {step.__name__}; {step.__name__}()")
        if ended != 0:
            raise RuntimeError(f"the scene {scene} could not be built: {said[-1500:]}")
    place.keep(scene)


def _must(place: Place, *words: str) -> None:
    ended, said = place.forker.do(*words)
    if ended != 0:
        raise RuntimeError(f"{words[0]} does not run: {said[-1500:]}")
