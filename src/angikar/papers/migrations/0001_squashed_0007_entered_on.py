"""All tables of the room as they stood in version 0.2.0, made at once in an empty database."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("papers", "0001_initial"),
        ("papers", "0002_amendment"),
        ("papers", "0003_letters_on_their_way"),
        ("papers", "0004_receipts_and_outsiders"),
        ("papers", "0005_doubts_by_sentence"),
        ("papers", "0006_wordings"),
        ("papers", "0007_entered_on"),
    ]

    initial = True

    dependencies = [
        ("offices", "0006_officer_home"),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=255)),
                ("mime", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=300)),
                ("opened", models.DateField()),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossiers", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("number", "pk"),
                "constraints": [models.UniqueConstraint(fields=("office", "number"), name="one_dossier_of_a_number")],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("framework", models.CharField(blank=True, max_length=60, null=True)),
                ("title", models.CharField(blank=True, max_length=500)),
                ("office_path", models.CharField(db_index=True, editable=False, max_length=60)),
                ("fiscal_year", models.CharField(blank=True, max_length=7)),
                ("content", models.JSONField()),
                ("doubts", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("intake", "আনা হয়েছে"),
                            ("draft", "খসড়া"),
                            ("review", "মতামতের জন্য"),
                            ("signed", "স্বাক্ষরিত"),
                            ("issued", "জারি"),
                            ("superseded", "প্রতিস্থাপিত"),
                        ],
                        default="draft",
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("hash", models.CharField(blank=True, max_length=64)),
                ("issued_at", models.DateField(blank=True, null=True)),
                ("memo_number", models.CharField(blank=True, max_length=60)),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("entered_on", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="papers.dossier",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts_in_hand",
                        to="offices.post",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="offices.office"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="papers.file",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="papers.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("-changed_at",),
                "indexes": [
                    models.Index(fields=["fiscal_year", "kind", "office_path"], name="papers_of_a_year"),
                    models.Index(fields=["office", "state"], name="papers_of_an_office"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outsider",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("reach", models.CharField(max_length=254)),
                ("role", models.CharField(choices=[("action", "কার্যার্থে"), ("copy", "অনুলিপি")], max_length=10)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("acknowledged_at", models.DateTimeField(null=True)),
                ("acknowledged_hash", models.CharField(blank=True, max_length=64)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="outsiders", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "reach"), name="an_outsider_is_addressed_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("acknowledged_at__isnull", True),
                            models.Q(("acknowledged_hash", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="what_was_acknowledged_is_kept",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500)),
                (
                    "post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meant", to="papers.paper"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("paper", "text", "post"), name="meant_once")],
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.CharField(max_length=60)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="papers.paper"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="linked_from", to="papers.paper"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("paper", "line"), name="one_plan_in_a_line")],
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("day", models.DateField()),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dispatched", to="offices.office"
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dispatch", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("-year", "-number"),
                "constraints": [models.UniqueConstraint(fields=("office", "year", "number"), name="dispatched_once")],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("began", models.DateField()),
                ("due", models.DateField(null=True)),
                ("late", models.BooleanField(default=False)),
                ("reasons", models.JSONField(default=dict)),
                ("agreed_on", models.DateField(null=True)),
                ("agreed_version", models.PositiveIntegerField(null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "agreed_as",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="amendment", to="papers.paper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Addressee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[("action", "কার্যার্থে"), ("copy", "অনুলিপি")], max_length=10)),
                ("text", models.CharField(blank=True, max_length=500)),
                ("gone", models.DateField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
                (
                    "seen_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="addressees", to="papers.paper"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("paper", "post", "role"), name="addressed_once")],
            },
        ),
        migrations.CreateModel(
            name="Pass",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "outsider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passes", to="papers.outsider"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("down", models.BooleanField(default=False)),
                ("words", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="papers.paper"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("paper_id", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500)),
                ("folded", models.CharField(max_length=500)),
                ("words", models.CharField(blank=True, max_length=500)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="wordings", to="offices.office"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"
                    ),
                ),
            ],
            options={
                "ordering": ("office_id", "folded", "pk"),
                "constraints": [models.UniqueConstraint(fields=("office", "folded", "post"), name="worded_once")],
            },
        ),
    ]
