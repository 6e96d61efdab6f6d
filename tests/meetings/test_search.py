"""The index of decisions: a word is found however it was spelt, and the index follows its table."""

from __future__ import annotations

import pytest
from django.db import connection

from angikar.meetings.models import Decision as Row
from angikar.meetings.models import Share
from angikar.meetings.register.index import holding, put_up
from angikar.offices.models import Body
from angikar.rules.bangla.search import asked, folded
from tests.meetings.conftest import Held
from tests.meetings.test_register import JULY, LIST, PICTURE


@pytest.fixture(autouse=True)
def as_history_says(db: None) -> None:
    """Here rows are changed past the actions, so history says something else."""


def test_words_are_found_however_they_were_spelt(held: Held, committee: Body) -> None:
    held(JULY, LIST, PICTURE)
    assert [holds(words) for words in ("দুরবিনের তালিকা", "হালনাগা", "উল্কার ছবী", "উল্কার তালিকা", "নাই")] == [1, 1, 1, 0, 0]


def holds(words: str) -> int:
    """How many decisions hold some words."""
    return Row.objects.filter(pk__in=holding(asked(words), connection.vendor)).count()


def test_the_index_follows_what_is_changed_and_what_is_deleted(held: Held) -> None:
    held(JULY, PICTURE)
    Row.objects.update(folded=folded("নতুন কথা ৮৮.০১"))
    assert [holds(words) for words in ("উল্কার", "নতুন", "88.01")] == [0, 1, 1]
    Share.objects.all().delete()
    Row.objects.all().delete()
    assert holds("নতুন") == 0


def test_the_index_is_built_again_where_a_table_lost_its_triggers(held: Held) -> None:
    held(JULY, PICTURE)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER meetings_decision_words_update")
    Row.objects.update(folded=folded("নতুন কথা"))
    put_up()
    assert [holds(words) for words in ("উল্কার", "নতুন")] == [0, 1]
