"""All tables of the room as they stood in version 0.2.0, made at once in an empty database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("standings", "0001_initial"),
        ("standings", "0002_scores_checked_by_their_tally"),
        ("standings", "0003_settled_lines"),
        ("standings", "0004_full_marks_of_a_linked_plan"),
        ("standings", "0005_plain_names"),
    ]

    initial = True

    dependencies = [
        ("duties", "0007_lines_of_a_duty"),
        ("offices", "0006_officer_home"),
        ("papers", "0007_entered_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="LineScore",
            fields=[
                (
                    "line",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="score",
                        serialize=False,
                        to="duties.line",
                    ),
                ),
                ("raw", models.IntegerField(null=True)),
                ("marks", models.IntegerField(null=True)),
                ("accepted_raw", models.IntegerField(null=True)),
                ("accepted_marks", models.IntegerField(null=True)),
                ("place", models.SmallIntegerField(default=-1)),
                (
                    "paper",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="line_scores",
                        to="papers.paper",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="tally",
                        serialize=False,
                        to="duties.line",
                    ),
                ),
                ("law", models.SmallIntegerField()),
                ("method", models.SmallIntegerField()),
                ("step", models.SmallIntegerField()),
                ("weight", models.BigIntegerField()),
                ("v1", models.BigIntegerField(null=True)),
                ("v2", models.BigIntegerField(null=True)),
                ("v3", models.BigIntegerField(null=True)),
                ("v4", models.BigIntegerField(null=True)),
                ("v5", models.BigIntegerField(null=True)),
                ("l1", models.SmallIntegerField(null=True)),
                ("l2", models.SmallIntegerField(null=True)),
                ("l3", models.SmallIntegerField(null=True)),
                ("l4", models.SmallIntegerField(null=True)),
                ("l5", models.SmallIntegerField(null=True)),
                ("l6", models.SmallIntegerField(null=True)),
                ("q1", models.BigIntegerField(null=True)),
                ("q2", models.BigIntegerField(null=True)),
                ("q3", models.BigIntegerField(null=True)),
                ("q4", models.BigIntegerField(null=True)),
                ("a1", models.BigIntegerField(null=True)),
                ("a2", models.BigIntegerField(null=True)),
                ("a3", models.BigIntegerField(null=True)),
                ("a4", models.BigIntegerField(null=True)),
                ("dates", models.BooleanField(default=False)),
                ("places", models.SmallIntegerField(default=0)),
                ("excused", models.SmallIntegerField(default=0)),
                ("unlike", models.SmallIntegerField(default=0)),
                ("linked_full", models.IntegerField(db_column="stands_full", null=True)),
                (
                    "linked_plan",
                    models.ForeignKey(
                        db_column="stands_for_id",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="linked_tallies",
                        to="papers.paper",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tallies", to="papers.paper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanScore",
            fields=[
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="score",
                        serialize=False,
                        to="papers.paper",
                    ),
                ),
                ("fiscal_year", models.CharField(max_length=7)),
                ("kind", models.CharField(max_length=40)),
                ("subject", models.CharField(blank=True, max_length=40)),
                ("office_path", models.CharField(db_index=True, max_length=60)),
                ("in_force", models.BooleanField(default=True)),
                ("claimed", models.IntegerField(null=True)),
                ("accepted", models.IntegerField(null=True)),
                ("full", models.IntegerField(default=0)),
                ("lines", models.PositiveIntegerField(default=0)),
                ("reported", models.PositiveIntegerField(default=0)),
                ("settled", models.PositiveIntegerField(default=0)),
                ("pending", models.PositiveIntegerField(default=0)),
                ("excused", models.PositiveIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="plan_scores", to="offices.office"
                    ),
                ),
                (
                    "superior",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["fiscal_year", "kind", "office_path"], name="scores_of_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Rank",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("scope", models.CharField(max_length=120)),
                ("rank", models.PositiveIntegerField()),
                ("tied", models.BooleanField()),
                ("score", models.IntegerField()),
                ("evaluated", models.BooleanField()),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ranks", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("day", "scope", "rank"),
                "constraints": [models.UniqueConstraint(fields=("day", "scope", "paper"), name="ranked_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Turnout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.PositiveSmallIntegerField()),
                ("due", models.DateField(null=True)),
                ("asked", models.PositiveIntegerField(default=0)),
                ("reported", models.PositiveIntegerField(db_column="told", default=0)),
                ("late", models.PositiveIntegerField(default=0)),
                ("excused", models.PositiveIntegerField(default=0)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turnouts", to="papers.paper"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("paper", "quarter"), name="one_turnout_of_a_quarter")],
            },
        ),
    ]
