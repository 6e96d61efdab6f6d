"""Who keeps a copy of rows follows their verbs, inside the transaction of the action."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from django.db.models import Model

from angikar.history import following
from angikar.history.models import Entry
from angikar.offices.changes.actions import rename
from angikar.offices.models import Office
from tests.world import World


def test_a_follower_gets_the_rows_as_the_action_left_them(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_FOLLOWERS", {})
    seen: list[Sequence[Model]] = []
    following.follow(seen.append, "office.rename")
    following.follow(seen.append, "office.rename")  # twice counts once
    office = rename(world.offices["north"], "মেঘপুর", day=date(2022, 8, 1), by=world.officers["director"])
    assert [[str(row) for row in rows] for rows in seen] == [["মেঘপুর"]]
    assert office.name == "মেঘপুর"


def test_a_follower_that_fails_undoes_the_action(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(rows: Sequence[Model]) -> None:
        raise LookupError("the copy is full")

    monkeypatch.setattr(following, "_FOLLOWERS", {})
    following.follow(fail, "office.rename")
    entries = Entry.objects.count()
    with pytest.raises(LookupError):
        rename(world.offices["north"], "মেঘপুর", day=date(2022, 8, 1), by=world.officers["director"])
    assert Entry.objects.count() == entries
    assert not Office.objects.filter(name="মেঘপুর").exists()
