"""History is a chain: every entry in the transaction of its action, none changed, none removed unseen."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from angikar.history import triggers
from angikar.history.actions import Happening, NoTransaction, record, record_many
from angikar.history.chain import canonical, digest
from angikar.history.models import Entry
from angikar.history.queries import history_of, verify
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


def test_many_happenings_of_one_action_are_sealed_one_by_one(world: World) -> None:
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


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE history_entry SET officer_name = 'x' WHERE id = %s",
        'UPDATE history_entry SET now = \'{"name": "x"}\' WHERE id = %s',
        "UPDATE history_entry SET at = '2001-01-01 00:00:00+00:00' WHERE id = %s",
    ],
)
def test_whoever_gets_past_the_guards_is_found_out(world: World, tampering: str) -> None:
    third = Entry.objects.all()[2]
    triggers.remove_all()
    _run(tampering, third.pk)
    found = verify()
    triggers.install_all()
    assert found is not None
    assert found.pk == third.pk


def test_a_missing_entry_is_found_out(world: World) -> None:
    second, third = Entry.objects.all()[1:3]
    triggers.remove_all()
    _run("DELETE FROM history_entry WHERE id = %s", second.pk)
    found = verify()
    triggers.install_all()
    assert found is not None
    assert found.pk == third.pk


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
