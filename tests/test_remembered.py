"""Rows that are put back fit their columns by name: a test of migrations leaves a table with its columns in another order."""

from __future__ import annotations

import pytest
from django.db import connection

from angikar.offices.models import Office
from tests.remembered import remembered


def a_ministry() -> int:
    """One office, as the tests that begin with it make it."""
    return Office.objects.create(path="001", name="নক্ষত্র মন্ত্রণালয়", name_en="Ministry of Stars").pk


@pytest.mark.skipif(connection.vendor != "sqlite", reason="rows are remembered on SQLite alone")
def test_rows_are_put_back_by_the_names_of_their_columns(db: None) -> None:
    made = remembered(a_ministry)
    Office.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE offices_office DROP COLUMN name_en")
        cursor.execute("ALTER TABLE offices_office ADD COLUMN name_en varchar(300) NOT NULL DEFAULT ''")
    assert remembered(a_ministry) == made
    assert list(Office.objects.values_list("pk", "name", "name_en")) == [(made, "নক্ষত্র মন্ত্রণালয়", "Ministry of Stars")]
