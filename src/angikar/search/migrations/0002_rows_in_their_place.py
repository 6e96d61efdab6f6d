"""The number of a row is its place among the results from now on: all of them are made again, by `angikar upgrade` or `angikar index`."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    """Take away the rows that have other numbers."""

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunSQL("DELETE FROM search_indexed", migrations.RunSQL.noop)]
