"""The full run over real rows gives the marks that requests computed, finds wrong ones and corrects them."""

from __future__ import annotations

import subprocess
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from angikar.cli.figures.tally import tally as command
from angikar.duties.actions import accept, report
from angikar.duties.models import Duty
from angikar.history.refusal import Refused
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.actions import recount
from angikar.standings.engine import store
from angikar.standings.engine.launch import address, tally
from angikar.standings.engine.numbers import FIGURES, SCORED, packed
from angikar.standings.engine.run import NEEDED, carrier, look, missing, write
from angikar.standings.models import PlanScore, PlanTally
from angikar.standings.plan_tallies import scores_of
from tests.conftest import absent
from tests.pledge import issued
from tests.standings.conftest import CLERK
from tests.world import World, build

ROOT = Path(__file__).parents[2]
TODAY = date(2023, 7, 10)
REPORTED = {"own:1.1.1:q1": "20.5", "own:1.1.1:q2": "61", "own:1.1.2:q1": "17", "own:1.1.3:q1": "95.1234"}
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reported(pledge: None) -> tuple[World, Paper]:
    """A plan of four lines: one reported twice, one accepted, one untouched."""
    world = build()
    paper = issued(world, "4.5", "3", "1.5", "1", responsible=CLERK)
    for key, value in REPORTED.items():
        duty = Duty.objects.get(paper=paper, key=key)
        sent = report(duty, by=world.officers["clerk"], answer=Answer(value=value), today=TODAY)
    accept(sent, by=world.officers["secretary"], today=TODAY)
    return world, paper


@pytest.fixture(params=["plain", pytest.param("numba", marks=pytest.mark.nation)])
def engine(request: pytest.FixtureRequest) -> str:
    """Each carrier that needs no cluster."""
    if missing(request.param):
        absent("no numba, pyarrow or ADBC here (`make test-nation` installs them)")
    return str(request.param)


def _stored() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    plans, scores = PlanTally.objects.order_by("pk"), PlanScore.objects.order_by("pk")
    return [(plan.pk, *scores_of(plan)) for plan in plans], list(scores.values_list())


def test_the_full_run_gives_what_the_requests_computed(reported: tuple[World, Paper], engine: str) -> None:
    before = _stored()
    seen = tally(engine)
    assert (seen.plans, seen.lines, seen.differing, seen.sums) == (1, 4, {}, [])
    assert _stored() == before
    assert PlanScore.objects.get().claimed > 0


def test_a_mark_stored_otherwise_is_found_and_corrected(reported: tuple[World, Paper], engine: str) -> None:
    before, paper = _stored(), reported[1]
    scores = scores_of(PlanTally.objects.get(paper=paper))
    PlanTally.objects.update(scores=packed([scores[0]._replace(marks=1), *scores[1:3]], len(SCORED)))
    assert tally(engine).differing == {paper.pk: 2}, "one is another, one is not there"
    assert _stored() == before
    assert tally(engine).differing == {}


def test_a_sum_stored_otherwise_is_found_and_corrected_and_its_version_moves_on(
    reported: tuple[World, Paper], engine: str
) -> None:
    plan = PlanScore.objects.get()
    PlanScore.objects.update(accepted=9_999)
    seen = tally(engine)
    assert (seen.differing, seen.sums) == ({}, [plan.pk])
    mended = PlanScore.objects.get()
    assert (mended.claimed, mended.accepted, mended.version) == (plan.claimed, plan.accepted, plan.version + 1)


def test_quarters_kept_otherwise_are_mended_by_the_nightly_command(
    reported: tuple[World, Paper], capsys: pytest.CaptureFixture[str]
) -> None:
    before, nightly = PlanScore.objects.get().quarters, Namespace(engine="plain", rewrite=False, json=False)
    PlanScore.objects.update(quarters="r,r,r,r")
    assert command(nightly) == 1
    assert f"paper {reported[1].pk}: how far its quarters are reported" in capsys.readouterr().out
    assert PlanScore.objects.get().quarters == before == "2022-10-15,2023-01-15,2023-04-15,2023-07-15"
    assert command(nightly) == 0


def test_everything_can_be_stored_again(reported: tuple[World, Paper], engine: str) -> None:
    before = _stored()
    PlanTally.objects.update(scores=b"")
    assert (tally(engine, rewrite=True).lines, _stored()) == (4, before)


def test_a_plan_that_changes_after_it_was_read_is_marked_as_it_is_now(reported: tuple[World, Paper]) -> None:
    world, paper = reported
    ends = paper.pk, paper.pk
    with carrier("plain") as law, store.opened(address()) as db:
        seen = look(db, law, ends)
        duty = Duty.objects.get(paper=paper, key="own:1.1.3:q2")
        report(duty, by=world.officers["clerk"], answer=Answer(value="99"), today=TODAY)
        now = _stored()
        write(db, law, ends, seen, rewrite=True)
    assert _stored() == now
    assert seen.scored[0].scores != bytes(PlanTally.objects.get().scores)


def test_numbers_that_cannot_be_read_stop_no_run_and_are_counted_again(
    reported: tuple[World, Paper], engine: str
) -> None:
    world, paper = reported
    before, other = _stored(), issued(world, "10", whole="10", subject="other", responsible=CLERK)
    right = [bytes(each) for each in PlanTally.objects.values_list("law", "figures", "scores").get(paper=paper)]
    for damage in ({"law": right[0][:-1]}, {"figures": b""}, {"figures": packed([(0,) * len(FIGURES)], len(FIGURES))}):
        PlanTally.objects.filter(paper=paper).update(**damage)
        seen = tally(engine)
        assert (seen.plans, seen.damaged, seen.differing) == (2, [paper.pk], {})
        with pytest.raises(Refused, match="are damaged"):
            report(
                Duty.objects.get(paper=paper, key="own:1.1.3:q2"),
                by=world.officers["clerk"],
                answer=Answer(value="9"),
                today=TODAY,
            )
        assert recount(paper, by=None) > 0
        assert [
            bytes(each) for each in PlanTally.objects.values_list("law", "figures", "scores").get(paper=paper)
        ] == right
    assert tally(engine).damaged == []
    assert PlanTally.objects.filter(paper=other).exists()
    assert [row for row in _stored()[0] if row[0] == paper.pk] == before[0]


_WITHOUT = """
import sys
for name in sys.argv[2:]:
    sys.modules[name] = None
from angikar.standings.engine.run import missing, run
assert set(missing("numba")) == set(sys.argv[2:]), missing("numba")
seen = run(sys.argv[1], "plain")
print(seen.plans, seen.lines, seen.differing, seen.sums)
"""


def test_without_the_packages_of_the_nation_the_plain_carrier_does_it_all(reported: tuple[World, Paper]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, address(), *NEEDED], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "1 4 {} []"), done.stderr


def test_an_unknown_engine_or_one_that_is_not_installed_is_refused(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="no engine “abacus”"):
        tally("abacus")
    monkeypatch.setitem(sys.modules, "numba", None)
    with pytest.raises(Refused, match="packages that are not here: numba"):
        tally("numba")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps a block as it is; only PostgreSQL packs it")
def test_the_blocks_of_a_plan_are_packed_by_lz4_where_the_server_has_it(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'")
        way = "l" if cursor.fetchone() == (True,) else ""
        cursor.execute(
            "SELECT attname, attcompression::text FROM pg_attribute "
            "WHERE attrelid = 'standings_plantally'::regclass AND atttypid = 'bytea'::regtype"
        )
        assert dict(cursor.fetchall()) == dict.fromkeys(("law", "figures", "scores"), way)
