"""The index knows by which rules it was made: the doctor says when these have changed, and it is built again by those of today."""

from __future__ import annotations

import pytest

from angikar.cli.checking.rows import indexed
from angikar.cli.running.index import fill
from angikar.rules.bangla.asking import tokens
from angikar.search import made
from angikar.search.models import Indexed, IndexMade
from angikar.search.receivers import begin
from tests.desk.samples import circular
from tests.world import World


def test_an_index_made_by_other_rules_is_noticed_and_an_upgrade_builds_it_again(world: World) -> None:
    circular(world)
    assert fill() == 0
    IndexMade.objects.update(rules="those of last year")
    begin()
    assert [found.well for found in indexed()] == [False, True]
    assert "earlier rules of spelling" in next(indexed()).said[1]
    assert fill() == Indexed.objects.count() > 0
    assert [found.well for found in indexed()] == [True]


@pytest.mark.django_db
def test_an_index_without_rows_is_made_by_the_rules_of_today() -> None:
    IndexMade.objects.all().delete()
    assert not made.is_of_today()
    begin()
    assert made.is_of_today()


def test_other_sounds_are_other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made.rules()
    monkeypatch.setattr(made, "tokens", lambda word: [each.replace("_prskn", "_prsk") for each in tokens(word)])
    assert made.rules.__wrapped__() != before
