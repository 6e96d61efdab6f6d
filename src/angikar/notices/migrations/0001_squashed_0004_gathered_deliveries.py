"""All tables of the room as they stood in version 0.2.0, made at once in an empty database."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("notices", "0001_initial"),
        ("notices", "0002_letters_to_outsiders"),
        ("notices", "0003_notice_labels"),
        ("notices", "0004_gathered_deliveries"),
    ]

    initial = True

    dependencies = [
        ("offices", "0006_officer_home"),
        ("papers", "0007_entered_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(auto_now=True)),
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feed", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reminder", "মনে করানো"),
                            ("late", "দেরি"),
                            ("escalation", "ঊর্ধ্বতনকে জানানো"),
                            ("alarm", "জরুরি বিজ্ঞপ্তি"),
                            ("invitation", "আমন্ত্রণ"),
                            ("urgent", "জরুরি কাগজ"),
                            ("word", "বিজ্ঞপ্তি"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reach", models.CharField(blank=True, max_length=254)),
                ("text", models.TextField()),
                ("text_en", models.TextField()),
                ("page", models.CharField(blank=True, max_length=300)),
                ("day", models.DateField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "outsider",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="papers.outsider",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="offices.post",
                    ),
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
            ],
            options={
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["post", "seen_at"], name="notices_of_a_post")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("post__isnull", False)), fields=("key", "post"), name="a_post_is_told_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("post", None)), fields=("key", "reach"), name="an_outsider_is_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("post__isnull", True), ("reach", ""), _connector="XOR"),
                        name="somebody_is_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(choices=[("email", "ই-মেইল"), ("sms", "এসএমএস")], max_length=10)),
                ("address", models.CharField(max_length=254)),
                ("gathered", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "অপেক্ষায়"), ("sent", "পাঠানো হয়েছে"), ("failed", "পাঠানো যায়নি")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("after", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("error", models.TextField(blank=True)),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="notices.notice"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [models.Index(fields=["state", "after"], name="deliveries_waiting")],
                "constraints": [models.UniqueConstraint(fields=("notice", "channel", "address"), name="sent_once")],
            },
        ),
    ]
