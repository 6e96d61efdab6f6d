"""All tables of the room as they stood in version 0.2.0, made at once in an empty database."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("meetings", "0001_initial"),
        ("meetings", "0002_corrections_and_tokens"),
        ("meetings", "0003_what_calls_a_meeting"),
        ("meetings", "0004_threads_and_counted_rows"),
        ("meetings", "0005_who_decided_a_share"),
    ]

    initial = True

    dependencies = [
        ("duties", "0007_lines_of_a_duty"),
        ("offices", "0006_officer_home"),
        ("papers", "0007_entered_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("held", "অনুষ্ঠিত সভা"),
                            ("carried_out", "বাস্তবায়িত সিদ্ধান্তের হার"),
                            ("on_time", "সময়মতো প্রতিবেদনের হার"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                (
                    "body",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.body"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="counted", to="duties.line"
                    ),
                ),
            ],
            options={
                "ordering": ("line_id",),
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_path", models.CharField(db_index=True, max_length=60)),
                ("key", models.CharField(max_length=20)),
                ("title", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("folded", models.TextField()),
                ("held", models.DateField(null=True)),
                ("issued", models.DateField()),
                ("since", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("recurs", models.BooleanField(default=False)),
                ("repeated", models.PositiveSmallIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="offices.body",
                    ),
                ),
                (
                    "continues",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="meetings.decision",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="papers.paper"
                    ),
                ),
            ],
            options={
                "ordering": ("-held", "paper_id", "pk"),
                "indexes": [models.Index(fields=["-issued", "-id"], name="decisions_newest_first")],
                "constraints": [models.UniqueConstraint(fields=("paper", "key"), name="decided_once")],
            },
        ),
        migrations.CreateModel(
            name="Idea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_path", models.CharField(db_index=True, max_length=60)),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("folded", models.TextField(default="")),
                ("fiscal_year", models.CharField(max_length=7)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "জমা"),
                            ("review", "যাচাই"),
                            ("pilot", "পাইলট"),
                            ("replicated", "সম্প্রসারণ"),
                            ("dropped", "বাদ"),
                        ],
                        default="submitted",
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("since", models.DateField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ideas",
                        to="offices.body",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ideas", to="offices.office"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("-since", "-pk"),
                "indexes": [models.Index(fields=["fiscal_year", "state"], name="ideas_of_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_path", models.CharField(db_index=True, editable=False, max_length=60)),
                ("title", models.CharField(max_length=300)),
                ("due", models.DateField(blank=True, null=True)),
                ("date", models.DateField(blank=True, null=True)),
                ("time", models.TimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=300)),
                ("chair", models.CharField(blank=True, max_length=300)),
                ("words", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "পরিকল্পিত"),
                            ("called", "নোটিশ জারি"),
                            ("held", "চলছে"),
                            ("closed", "সমাপ্ত"),
                            ("minuted", "কার্যবিবরণী জারি"),
                            ("confirmed", "দৃঢ়ীকৃত"),
                            ("cancelled", "বাতিল"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="offices.body"
                    ),
                ),
                (
                    "confirmed_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirms",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "minutes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting",
                        to="papers.paper",
                    ),
                ),
                (
                    "notice",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="called_meeting",
                        to="papers.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("-date", "-due", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("confirmation", "গত সভার কার্যবিবরণী দৃঢ়ীকরণ"),
                            ("open", "অবাস্তবায়িত সিদ্ধান্ত"),
                            ("standing", "নিয়মিত আলোচ্য"),
                            ("proposed", "প্রস্তাবিত"),
                            ("idea", "উদ্ভাবনী উদ্যোগ"),
                            ("misc", "বিবিধ"),
                        ],
                        default="standing",
                        max_length=12,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("title", models.TextField()),
                ("discussion", models.TextField(blank=True)),
                ("key", models.CharField(blank=True, max_length=340)),
                ("dropped", models.BooleanField(default=False)),
                ("words", models.TextField(blank=True)),
                ("token", models.CharField(blank=True, max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.decision",
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.idea",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.post",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ("meeting_id", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("token", ""), _negated=True),
                        fields=("meeting", "token"),
                        name="raised_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("meeting", "key"),
                        name="on_an_agenda_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("mobile", models.CharField(blank=True, max_length=20)),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                ("order", models.PositiveSmallIntegerField()),
                ("token", models.CharField(blank=True, max_length=40)),
                (
                    "instead_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.member",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.member",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.post",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ("meeting_id", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "member"), name="a_member_comes_once"),
                    models.UniqueConstraint(fields=("meeting", "post"), name="a_post_comes_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("token", ""), _negated=True),
                        fields=("meeting", "token"),
                        name="signed_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                ("on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "বিবেচনাধীন"), ("taken", "গৃহীত"), ("refused", "গৃহীত নয়")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="offices.body"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("-on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("implementers", models.JSONField(default=list)),
                ("when", models.CharField(blank=True, max_length=300)),
                ("dropped", models.BooleanField(default=False)),
                ("token", models.CharField(blank=True, max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "continues",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.decision",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="resolutions", to="meetings.item"
                    ),
                ),
            ],
            options={
                "ordering": ("item_id", "order", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("token", ""), _negated=True), fields=("item", "token"), name="written_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("rule", models.JSONField()),
                ("minutes_within", models.PositiveSmallIntegerField(default=7)),
                ("notice_days", models.PositiveSmallIntegerField(default=3)),
                ("time", models.TimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=300)),
                ("standing", models.JSONField(default=list)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="series", to="offices.body"
                    ),
                ),
            ],
            options={
                "ordering": ("body_id", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("body", "title"), name="one_series_of_a_title"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="meetings.series",
            ),
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_path", models.CharField(db_index=True, max_length=60)),
                ("decided_path", models.CharField(db_index=True, default="", max_length=60)),
                ("named", models.BooleanField(default=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "নতুন"),
                            ("running", "চলমান"),
                            ("done", "বাস্তবায়িত"),
                            ("partly", "আংশিক"),
                            ("cannot", "বাস্তবায়নযোগ্য নয়"),
                            ("carried", "স্থানান্তরিত"),
                            ("withdrawn", "প্রত্যাহার"),
                        ],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("since", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("word", models.TextField(blank=True)),
                ("settled_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.body",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="meetings.decision"
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="duties.duty",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("decision_id", "office_path", "pk"),
                "indexes": [
                    models.Index(fields=["office", "state", "due"], name="shares_of_an_office"),
                    models.Index(
                        condition=models.Q(("settled_on", None)),
                        fields=["office_path", "due", "since"],
                        name="open_shares_below",
                    ),
                    models.Index(
                        condition=models.Q(("settled_on", None)),
                        fields=["decided_path", "due", "since"],
                        name="open_shares_decided",
                    ),
                    models.Index(
                        condition=models.Q(("settled_on", None)), fields=["due", "id"], name="open_shares_by_day"
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("decision", "post"), name="laid_once")],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=60)),
                ("was", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                ("on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "প্রস্তাবিত"), ("taken", "গৃহীত"), ("refused", "গৃহীত নয়")],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("token", models.CharField(blank=True, max_length=40)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.post"),
                ),
            ],
            options={
                "ordering": ("paper_id", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("token", ""), _negated=True),
                        fields=("paper", "token"),
                        name="proposed_once",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["body", "date"], name="meetings_of_a_body"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "cancelled"), _negated=True),
                fields=("series", "due"),
                name="one_meeting_of_a_day",
            ),
        ),
    ]
