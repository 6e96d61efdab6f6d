"""Counts what the posts of every issued circular owe and have answered, as it is kept from now on."""

from __future__ import annotations

import django.db.models.deletion
from django.apps.registry import Apps as StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from angikar.rules.kinds import WITH_DIRECTIVES
from angikar.standings.circulars.queries import count


def keep(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill in the table."""
    duty, report, kept = (
        apps.get_model(*name) for name in (("duties", "Duty"), ("duties", "Report"), ("standings", "CircularCount"))
    )
    papers = apps.get_model("papers", "Paper").objects.filter(
        kind__in=WITH_DIRECTIVES, state__in=("issued", "superseded")
    )
    for paper in papers.values_list("pk", flat=True):
        counted = count(duty.objects.filter(paper=paper), report.objects.all())
        rows = [kept(paper_id=paper, post_id=post, **each._asdict()) for post, each in counted.items()]
        kept.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0009_owed_in_order"),
        ("offices", "0011_hashed_recovery_codes"),
        ("papers", "0010_one_plan_of_a_year"),
        ("standings", "0006_linked_tallies_alone"),
    ]

    operations = [
        migrations.CreateModel(
            name="CircularCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("counts", models.TextField()),
                ("days", models.TextField(blank=True)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="papers.paper",
                        db_index=False,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="offices.post",
                    ),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("paper", "post"), name="counted_once")]},
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
