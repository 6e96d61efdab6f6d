"""History is a chain: every entry in the transaction of its action, none changed, none removed unseen."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, connections, transaction

from angikar.history import triggers
from angikar.history.actions import Happening, NoTransaction, record, record_many
from angikar.history.chain import actions, sentences
from angikar.history.chain.actions import _write, checkpoint
from angikar.history.chain.digests import GENESIS, canonical, digest
from angikar.history.chain.settled import is_settled, mark
from angikar.history.chain.verifying import Break, verify
from angikar.history.models import Checkpoint, Entry
from angikar.history.queries import history_of
from angikar.offices.models import Office
from tests.world import World


def _run(sql: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_the_chain_of_a_whole_world_is_whole(world: World) -> None:
    assert Entry.objects.count() > 20
    assert verify() is None


def test_an_entry_records_who_did_what_as_which_post(world: World) -> None:
    department, director, post = world.offices["department"], world.officers["director"], world.posts["director"]
    with transaction.atomic():
        record("office.rename", department, by=director, post=post, was="ক", now={"name": "খ"})
    entry = history_of(department).get(verb="office.rename")
    assert (entry.officer_name, entry.post_title, entry.was, entry.now) == (
        director.name,
        post.title,
        "ক",
        {"name": "খ"},
    )
    assert verify() is None


def test_many_happenings_of_one_action_have_an_entry_each(world: World) -> None:
    offices = list(world.offices.values())
    with transaction.atomic():
        record_many((Happening("office.list", office, now={"name": office.name}) for office in offices), by=None)
        record("office.rename", offices[0], by=None)
    assert [history_of(office).filter(verb="office.list").count() for office in offices] == [1] * len(offices)
    assert verify() is None


@pytest.mark.parametrize("sql", ["UPDATE history_entry SET officer_name = 'x'", "DELETE FROM history_entry"])
def test_the_database_refuses_to_change_history(world: World, sql: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        _run(sql)
    assert verify() is None


def _entries(*numbers: int) -> list[int]:
    """The keys of some entries by their place, negative ones from the end."""
    keys = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    return [keys[number] for number in numbers]


_FORGED = """
INSERT INTO history_entry (at, officer_id, officer_name, post_id, post_title, verb, kind, object_id, was, now, previous, hash{more})
SELECT at, officer_id, officer_name, post_id, post_title, verb, kind, object_id, was, now, previous, hash{same} FROM history_entry WHERE id = {of}
"""
_DAMAGE: dict[str, tuple[str, str]] = {
    "a name": ("UPDATE history_entry SET officer_name = 'x' WHERE id = {third}", "entry-altered"),
    "a value": ("""UPDATE history_entry SET now = '{{"name": "x"}}' WHERE id = {third}""", "entry-altered"),
    "a moment": ("UPDATE history_entry SET at = '2001-01-01 00:00:00+00:00' WHERE id = {third}", "entry-altered"),
    "a whole entry by another": (
        "UPDATE history_entry SET hash = (SELECT hash FROM history_entry WHERE id = {fifth}) WHERE id = {third}",
        "entry-altered",
    ),
    "one removed": ("DELETE FROM history_entry WHERE id = {third}", "entries-missing"),
    "one put in": (_FORGED.format(more=", id", same=", {gap}", of="{fifth}"), "entries-added"),
    "two in another order": (
        "UPDATE history_entry SET id = CASE id WHEN {third} THEN -{fifth} ELSE -{third} END WHERE id IN ({third}, {fifth});"
        "UPDATE history_entry SET id = -id WHERE id < 0",
        "entries-replaced",
    ),
    "the last twenty cut off": ("DELETE FROM history_entry WHERE id > {cut}", "entries-missing"),
    "the last twenty cut off with their checkpoint": (
        "DELETE FROM history_entry WHERE id > {cut}; DELETE FROM history_checkpoint WHERE number = 2",
        "history-cut",
    ),
    "a checkpoint removed": ("DELETE FROM history_checkpoint WHERE number = 1", "checkpoint-missing"),
    "a checkpoint altered": ("UPDATE history_checkpoint SET upto = upto - 1 WHERE number = 1", "entries-missing"),
    "an entry after the last checkpoint": ("UPDATE history_entry SET verb = 'x' WHERE id = {last}", "entry-altered"),
}


@pytest.fixture
def tied(world: World) -> Iterator[dict[str, int]]:
    """A history of two checkpoints with a gap before the first and one entry after them, without its guards; entries by name."""
    triggers.remove_all()
    (gap,) = _entries(3)
    _run("DELETE FROM history_entry WHERE id = %s", gap)  # what is rolled back leaves gaps on PostgreSQL
    cut = _entries(-21)[0]
    assert _write(cut, "default", wait=True)
    assert checkpoint() == 20
    with transaction.atomic():
        record("office.rename", world.offices["department"], by=None)
    third, fifth, last = _entries(2, 4, -1)
    yield {"third": third, "fifth": fifth, "cut": cut, "last": last, "gap": gap}
    triggers.install_all()


@pytest.mark.parametrize(("damage", "code"), _DAMAGE.values(), ids=_DAMAGE)
def test_whoever_gets_past_the_guards_is_found_out(tied: dict[str, int], damage: str, code: str) -> None:
    if "history-cut" in code and connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL the anchors outside the database tell it")
    assert verify() is None
    for sql in damage.format(**tied).split(";"):
        _run(sql)
    found = verify()
    assert found is not None
    assert found.sentence.code == code
    assert all(found.both)


def test_a_look_at_the_newest_entries_begins_at_a_checkpoint(tied: dict[str, int]) -> None:
    _run("UPDATE history_entry SET verb = 'x' WHERE id = %s", tied["third"])
    assert verify(newest=5) is None
    assert verify(newest=10_000) is not None
    _run("UPDATE history_entry SET verb = 'x' WHERE id = %s", tied["cut"] + 1)
    assert verify(newest=5) == Break(tied["cut"] + 1, sentences.ENTRY_ALTERED, {"entry": tied["cut"] + 1})


def test_a_chain_from_before_there_were_checkpoints_is_still_whole_and_found_out(world: World) -> None:
    triggers.remove_all()
    previous = GENESIS
    for entry in Entry.objects.order_by("pk"):
        entry.previous = previous
        previous = entry.hash = entry.digest()
        entry.save()
    with transaction.atomic():
        record("office.rename", world.offices["department"], by=None)
    assert verify() is None
    third, fourth = _entries(2, 3)
    with transaction.atomic():
        _run("DELETE FROM history_entry WHERE id = %s", third)
        found = verify()
        transaction.set_rollback(True)
    assert found is not None
    assert found.entry == fourth
    assert checkpoint() == Entry.objects.count()
    assert verify() is None
    triggers.install_all()


def test_a_checkpoint_ties_a_thousand_entries_at_most_and_none_twice(world: World) -> None:
    checkpoint()
    office = world.offices["department"]
    with transaction.atomic():
        record_many((Happening("office.list", office, now=number) for number in range(2001)), by=None)
    assert (checkpoint(), checkpoint()) == (2001, 0)
    assert list(Checkpoint.objects.values_list("count", flat=True))[1:] == [1000, 1000, 1]
    assert verify() is None


@pytest.mark.django_db(transaction=True)
def test_no_entry_is_recorded_outside_a_transaction() -> None:
    with transaction.atomic():
        office = Office.objects.create(path="001", name="ক")
    with pytest.raises(NoTransaction):
        record("office.found", office, by=None)
    assert not Entry.objects.exists()


class Stop(Exception):
    """Something goes wrong after the entry was written."""


def _found_and_stop() -> None:
    with transaction.atomic():
        record("office.found", Office.objects.create(path="001", name="ক"), by=None)
        raise Stop


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_no_entry() -> None:
    with pytest.raises(Stop):
        _found_and_stop()
    assert not Entry.objects.exists()
    assert not Office.objects.exists()


def test_one_value_has_one_canonical_text() -> None:
    assert canonical({"খ": 1, "ক": [None, "২"]}) == '{"ক":[null,"২"],"খ":1}'
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    with pytest.raises(TypeError):
        canonical({"a": object()})


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_an_entry_that_is_committed_late_is_left_out_of_no_checkpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_PAUSE", float("inf"))  # no commit ties by itself what is counted here
    with transaction.atomic():
        office = Office.objects.create(path="001", name="ক")
    written, go = threading.Event(), threading.Event()

    def late() -> None:
        with transaction.atomic():
            record("office.late", office, by=None)
            written.set()
            go.wait(30)
        connections.close_all()

    with ThreadPoolExecutor(1) as beside:
        ended = beside.submit(late)
        written.wait(30)
        with transaction.atomic():
            record("office.soon", office, by=None)
        seen = mark("default")
        assert (seen.upto, is_settled(seen, "default")) == (Entry.objects.get().pk, False)
        go.set()
        ended.result()
        assert is_settled(seen, "default")
    for _ in range(600):  # a transaction of another database of the same server may be under way, and is waited for
        if tied := checkpoint():
            break
        time.sleep(0.05)
    assert tied == 2
    assert [entry.verb for entry in Entry.objects.order_by("pk")] == ["office.late", "office.soon"]
    assert verify() is None


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_is_tied_soon_without_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_PAUSE", 0.0)
    monkeypatch.setattr(actions, "_SEEN", {})
    for number in range(3):
        with transaction.atomic():
            record("office.found", Office.objects.create(path=f"00{number}", name="ক"), by=None)
    assert [each.count for each in Checkpoint.objects.all()] == [1, 1], "each ties what was there at the commit before"
    assert verify() is None
