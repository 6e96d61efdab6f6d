"""Commands that are killed at any moment: nothing is done by halves, and the same command runs through afterwards."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.e2e.server import ROOT, House

_SOUND = """
import json, django
django.setup()
from django.db import connection
from angikar.history.chain.verifying import verify
from angikar.offices.models import Office
from angikar.papers.models import Paper
from angikar.duties.models import Line
connection.check_constraints()
issued = [paper for paper in Paper.objects.filter(state="issued")]
print(json.dumps({
    "broken": str(verify()),
    "changed": [paper.pk for paper in issued if paper.hash != paper.fingerprint()],
    "without_lines": [paper.pk for paper in issued if "areas" in paper.content and not Line.objects.filter(paper=paper).exists()],
    "papers": len(issued),
    "offices": Office.objects.count(),
}))
"""
_ISSUE = "import django; django.setup(); from tests.e2e.register import build; build('agreement', 'নৌপথ অধিদপ্তর')"
_MODULE = ("-m", "angikar.cli.main")


class Command:
    """A command of the system over a copy of a house, for each round a new one."""

    def __init__(self, name: str, base: House, work: Path, *words: str) -> None:
        self.name = name
        self._base, self._work = base, work
        self._words = words
        self._turn = 0
        self.takes = self._measured()
        self._after = self._last

    def round(self, luck: Random) -> str:
        """Kill the command once; what was wrong afterwards, or nothing."""
        var = self._copy()
        before = _sound(self._base, var)
        running = self._started(var)
        time.sleep(luck.uniform(0.1, self.takes))
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        found = _sound(self._base, var)
        wrong = [name for name in ("changed", "without_lines") if found[name]]
        wrong += ["broken"] if found["broken"] != "None" else []
        wrong += [name for name in ("papers", "offices") if found[name] not in (before[name], self._after[name])]
        if self._started(var).wait() != 0 and found == before:
            wrong.append("it does not run again")
        shutil.rmtree(var)
        return ", ".join(wrong)

    def _measured(self) -> float:
        var = self._copy()
        began = time.monotonic()
        if self._started(var).wait() != 0:
            raise RuntimeError(f"{self.name} does not run: {(var / 'command.log').read_text()[-800:]}")
        took = time.monotonic() - began
        self._last = _sound(self._base, var)
        shutil.rmtree(var)
        return took

    def _copy(self) -> Path:
        self._turn += 1
        var = self._work / f"{self.name.replace(' ', '-')}-{self._turn}"
        shutil.copytree(self._base.var, var)
        return var

    def _started(self, var: Path) -> subprocess.Popen[bytes]:
        with (var / "command.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *self._words],
                cwd=ROOT,
                env={**self._base._environment(), "ANGIKAR_VAR": str(var)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def _sound(base: House, var: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", _SOUND],
        cwd=ROOT,
        env={**base._environment(), "ANGIKAR_VAR": str(var)},
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def commands(base: House, work: Path) -> list[Command]:
    """The commands that write, over a house that is closed."""
    places = work / "places.csv"
    head = [sys.executable, *_MODULE, "offices", "places", str(places), "--places", "রংপুর বিভাগ"]
    subprocess.run(head, cwd=ROOT, env=base._environment(), check=True, stdout=subprocess.DEVNULL)
    return [
        Command("tend", base, work, *_MODULE, "tend", "--once"),
        Command("backup", base, work, *_MODULE, "backup"),
        Command("issue", base, work, "-c", _ISSUE),
        Command("import of a list", base, work, *_MODULE, "offices", "import", str(places)),
    ]
