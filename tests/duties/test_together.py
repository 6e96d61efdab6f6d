"""Many at once: threads that save the same cell, and a process that is killed in the middle of its action."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, connections

from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, Report
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.refusal import Conflict
from tests.pledge import issued
from tests.world import World, build

ROOT = Path(__file__).parents[2]
TODAY = date(2022, 10, 10)
WRITERS, ROUNDS = 4, 6


def _save(world: World, duty: Duty, number: int) -> int:
    """Save one value after another, looking again after every conflict; how many conflicts there were."""
    conflicts = 0
    try:
        for turn in range(ROUNDS):
            version = Duty.objects.get(pk=duty.pk).version
            while True:
                try:
                    save_cell(duty, by=world.officers["clerk"], value=f"{number}{turn}", version=version, today=TODAY)
                    break
                except Conflict as conflict:
                    conflicts, version = conflicts + 1, conflict.version
    finally:
        connections.close_all()
    return conflicts


@pytest.mark.django_db(transaction=True)
def test_no_save_is_lost_when_many_save_one_cell(pledge: None) -> None:
    world = build()
    paper = issued(world, "10", responsible="সহকারী পরিচালক (প্রশাসন)")
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(lambda number: _save(world, duty, number), range(1, WRITERS + 1)))
    duty.refresh_from_db()
    saves = list(Entry.objects.filter(verb="duty.save_cell"))
    assert duty.version == 1 + WRITERS * ROUNDS == 1 + len(saves)
    assert Report.objects.get().value == saves[-1].now["value"]
    assert [entry.was["value"] for entry in saves[1:]] == [entry.now["value"] for entry in saves[:-1]]
    assert verify() is None


_KILLED = """
import os, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from angikar.offices import actions
from angikar.offices.models import Office
actions.found_office("ক দপ্তর", by=None)
actions.record = lambda *_, **__: os._exit(9)  # the row is written, the power goes before the entry
actions.found_office("খ দপ্তর", by=None)
"""

_AFTERWARDS = """
import django
django.setup()
from angikar.history.chain.verifying import verify
from angikar.offices.actions import found_office
from angikar.offices.models import Office
found_office("গ দপ্তর", by=None)
assert verify() is None
print(*Office.objects.values_list("name", flat=True), sep="|")
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a killed process needs a database file of its own")
def test_a_killed_process_leaves_no_action_half_done(tmp_path: Path) -> None:
    surroundings = {
        **os.environ,
        "ANGIKAR_VAR": str(tmp_path),
        "ANGIKAR_DEBUG": "1",
        "DJANGO_SETTINGS_MODULE": "angikar.site.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }
    killed = subprocess.run([sys.executable, "-c", _KILLED], env=surroundings, check=False, capture_output=True)
    assert killed.returncode == 9, killed.stderr.decode()
    after = subprocess.run([sys.executable, "-c", _AFTERWARDS], env=surroundings, check=True, capture_output=True)
    assert after.stdout.decode().strip() == "ক দপ্তর|গ দপ্তর"
