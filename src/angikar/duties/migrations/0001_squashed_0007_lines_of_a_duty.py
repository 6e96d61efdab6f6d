"""All tables of the room as they stood in version 0.2.0, made at once in an empty database."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("duties", "0001_initial"),
        ("duties", "0002_evidence_name"),
        ("duties", "0003_the_cycle_of_the_year"),
        ("duties", "0004_times_bodies_and_moved_days"),
        ("duties", "0005_forms_and_incidents"),
        ("duties", "0006_quarters_excused_marks_and_doubts"),
        ("duties", "0007_lines_of_a_duty"),
    ]

    initial = True

    dependencies = [
        ("offices", "0006_officer_home"),
        ("papers", "0007_entered_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("due", models.DateField(null=True)),
                ("late", models.BooleanField(default=False)),
                ("words", models.TextField()),
                ("rows", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Filing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "ত্রৈমাসিক দাখিল হয়েছে"),
                            ("verifying", "যাচাই চলছে"),
                            ("sent_back", "ফেরত"),
                            ("accepted", "গৃহীত"),
                            ("excused", "দাখিল ছাড়াই বন্ধ"),
                        ],
                        default="submitted",
                        max_length=10,
                    ),
                ),
                ("due", models.DateField(null=True)),
                ("on", models.DateField(null=True)),
                ("late", models.BooleanField(default=False)),
                ("last_on", models.DateField(null=True)),
                ("words", models.TextField(blank=True)),
                ("missing", models.JSONField(default=list)),
                ("sample", models.JSONField(default=list)),
                ("marked", models.JSONField(default=dict)),
                ("reviewed_on", models.DateField(null=True)),
                ("review_words", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("paper_id", "quarter"),
                "constraints": [models.UniqueConstraint(fields=("paper", "quarter"), name="a_quarter_is_filed_once")],
            },
        ),
        migrations.CreateModel(
            name="Formation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="formations", to="offices.body"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="formations", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("paper_id", "name", "body__office__path", "pk"),
                "constraints": [models.UniqueConstraint(fields=("paper", "name", "body"), name="a_body_stands_once")],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_path", models.CharField(db_index=True, max_length=60)),
                ("fields", models.JSONField()),
                ("token", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="incidents", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["paper", "closed_at"], name="incidents_of_a_circular")],
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "post", "token"), name="an_incident_is_told_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.file"),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="duties.incident"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("incident", "file"), name="handed_in_once")],
            },
        ),
        migrations.CreateModel(
            name="IncidentStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("done", "ব্যবস্থা"),
                            ("correction", "সংশোধন"),
                            ("asked", "করণীয় দেওয়া হয়েছে"),
                            ("closed", "নিষ্পত্তি"),
                            ("reopened", "আবার খোলা"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="duties.incident"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("incident_id", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.CharField(max_length=12)),
                ("area", models.CharField(max_length=60)),
                ("code", models.CharField(max_length=60)),
                ("title", models.TextField()),
                ("unit", models.CharField(max_length=10, null=True)),
                ("unit_text", models.TextField(null=True)),
                ("counting", models.CharField(max_length=10, null=True)),
                ("weight", models.CharField(max_length=60, null=True)),
                ("target", models.JSONField(default=list)),
                ("criteria", models.JSONField(default=list)),
                ("order", models.PositiveSmallIntegerField()),
                ("office_path", models.CharField(db_index=True, max_length=60)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("paper_id", "order"),
                "constraints": [models.UniqueConstraint(fields=("paper", "part", "code"), name="one_line_of_a_code")],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12)),
                ("key", models.TextField()),
                ("text", models.TextField()),
                ("asked", models.JSONField()),
                ("named", models.BooleanField(default=True)),
                ("lines", models.JSONField(default=list)),
                ("quarter", models.PositiveSmallIntegerField(null=True)),
                ("opens", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("due_at", models.TimeField(null=True)),
                ("due_on_issue", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "জবাবের অপেক্ষায়"),
                            ("submitted", "প্রতিবেদন দেওয়া হয়েছে"),
                            ("accepted", "গৃহীত"),
                            ("sent_back", "ফেরত"),
                            ("excused", "প্রযোজ্য নয়"),
                            ("withdrawn", "প্রত্যাহার"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="offices.body"
                    ),
                ),
                (
                    "owed_to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="owed", to="offices.office"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="offices.post"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="duties.line"
                    ),
                ),
            ],
            options={
                "ordering": ("due", "pk"),
                "indexes": [
                    models.Index(fields=["post", "state", "due"], name="duties_of_a_post"),
                    models.Index(fields=["owed_to", "state", "due"], name="duties_owed_to"),
                ],
                "constraints": [models.UniqueConstraint(fields=("paper", "key", "post"), name="asked_once")],
            },
        ),
        migrations.CreateModel(
            name="MovedDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was", models.DateField(null=True)),
                ("day", models.DateField()),
                ("on", models.DateField()),
                ("words", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moved_days", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("paper_id", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Reopening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.PositiveSmallIntegerField()),
                ("asked_on", models.DateField()),
                ("reason", models.TextField()),
                ("answered_on", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "answered_as",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_as",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reopenings", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "খসড়া"),
                            ("submitted", "প্রতিবেদন"),
                            ("accepted", "গৃহীত"),
                            ("sent_back", "ফেরত"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("value", models.TextField(null=True)),
                ("numerator", models.TextField(null=True)),
                ("denominator", models.TextField(null=True)),
                ("words", models.TextField(blank=True)),
                ("choice", models.TextField(null=True)),
                ("not_applicable", models.BooleanField(default=False)),
                ("fields", models.JSONField(default=dict)),
                ("token", models.CharField(max_length=64, null=True)),
                ("doubts", models.JSONField(default=list)),
                ("on", models.DateField(null=True)),
                ("at", models.DateTimeField(auto_now=True)),
                ("late", models.BooleanField(default=False)),
                ("accepted_value", models.TextField(null=True)),
                ("reviewed_on", models.DateField(null=True)),
                ("review_words", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="duties.duty"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("duty_id", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")), fields=("duty",), name="one_draft_of_a_duty"
                    ),
                    models.UniqueConstraint(fields=("duty", "token"), name="a_report_is_sent_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state", "draft"), ("on__isnull", False), _connector="OR"),
                        name="a_report_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=255)),
                ("kind", models.TextField(blank=True)),
                ("date", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "carried_from",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="duties.evidence"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.file"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="duties.report"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "file"), name="proven_once")],
            },
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("words", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="duties.filing"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="duties.report"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("filing", "report"), name="checked_once")],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("due", models.DateField(null=True)),
                ("late", models.BooleanField(default=False)),
                ("claimed", models.CharField(max_length=20, null=True)),
                ("accepted", models.CharField(max_length=20, null=True)),
                ("card", models.JSONField()),
                ("words", models.TextField()),
                ("published_on", models.DateField(null=True)),
                ("taken_back_on", models.DateField(null=True)),
                ("taken_back_words", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evaluations", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_back_as",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_on", None)), fields=("paper",), name="a_year_is_fixed_once"
                    )
                ],
            },
        ),
    ]
