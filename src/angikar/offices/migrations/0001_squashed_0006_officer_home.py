"""All tables of the room as they stood in version 0.2.0, made at once in an empty database."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import angikar.offices.models.offices


class Migration(migrations.Migration):
    replaces = [
        ("offices", "0001_initial"),
        ("offices", "0002_bodies"),
        ("offices", "0003_tenure_note"),
        ("offices", "0004_the_register"),
        ("offices", "0005_lists"),
        ("offices", "0006_officer_home"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(editable=False, max_length=60, unique=True)),
                ("code", models.CharField(default=angikar.offices.models.offices.new_code, max_length=20, unique=True)),
                ("name", models.CharField(max_length=300)),
                ("name_en", models.CharField(blank=True, max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ministry", "মন্ত্রণালয়/বিভাগ"),
                            ("department", "অধিদপ্তর/সংস্থা"),
                            ("commission", "কমিশন"),
                            ("division", "বিভাগীয় কার্যালয়"),
                            ("region", "আঞ্চলিক কার্যালয়"),
                            ("district", "জেলা কার্যালয়"),
                            ("upazila", "উপজেলা কার্যালয়"),
                            ("other", "অন্যান্য"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                ("memo_prefix", models.CharField(blank=True, max_length=30)),
                ("geo_code", models.CharField(blank=True, db_index=True, max_length=20)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "ordering": ("path",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("since", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="office_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("name_en", models.CharField(blank=True, max_length=300)),
                ("until", models.DateField()),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="former_names", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("-until", "-pk"),
                "constraints": [models.UniqueConstraint(fields=("office", "until"), name="one_name_up_to_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("name_en", models.CharField(blank=True, max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[("committee", "কমিটি"), ("team", "টিম"), ("cell", "সেল")],
                        default="committee",
                        max_length=12,
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=300)),
                ("tasks", models.JSONField(default=list)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bodies", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("office__path", "name", "area", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="body_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("office", "name", "area"),
                        name="one_body_of_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("name", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("employee_id", models.CharField(blank=True, max_length=30)),
                ("mobile", models.CharField(blank=True, max_length=20)),
                ("language", models.CharField(choices=[("bn", "বাংলা"), ("en", "English")], default="bn", max_length=2)),
                ("notice_ways", models.JSONField(blank=True, default=dict)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolled",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("employee_id", ""), _negated=True),
                        fields=("employee_id",),
                        name="one_officer_of_an_employee_id",
                    )
                ],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="PasswordLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("expires", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="password_links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("is_head", models.BooleanField(default=False)),
                ("is_focal", models.BooleanField(default=False)),
                ("keeps_register", models.BooleanField(default=False)),
                ("may_report", models.BooleanField(default=True)),
                ("second_factor", models.BooleanField(default=False)),
                ("rank", models.PositiveSmallIntegerField(default=100)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("office__path", "rank", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("office", "title"), name="one_post_of_a_title"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_head", True), ("until", None)),
                        fields=("office",),
                        name="one_head_of_an_office",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("mobile", models.CharField(blank=True, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "role",
                    models.CharField(
                        choices=[("chair", "সভাপতি"), ("secretary", "সদস্যসচিব"), ("member", "সদস্য")],
                        default="member",
                        max_length=10,
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=100)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="offices.body"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="offices.post",
                    ),
                ),
            ],
            options={
                "ordering": ("rank", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("post__isnull", True), ("name", ""), _connector="XOR"),
                        name="member_is_a_post_or_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="seat_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("body", "post"), name="a_post_sits_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role__in", ("chair", "secretary")), ("until", None)),
                        fields=("body", "role"),
                        name="one_of_a_role",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reports", models.BooleanField(default=False)),
                ("drafts", models.BooleanField(default=False)),
                ("verifies", models.BooleanField(default=False)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to="offices.post"
                    ),
                ),
            ],
            options={
                "ordering": ("-since", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))), name="delegation_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reports", True), ("drafts", True), ("verifies", True), _connector="OR"),
                        name="a_delegation_gives_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegisterImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("day", models.DateField()),
                ("file_name", models.CharField(max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("sheets", models.BinaryField()),
                ("compared", models.CharField(max_length=64)),
                ("seen", models.JSONField()),
                ("carried_out_at", models.DateTimeField(null=True)),
                ("counter", models.BinaryField(null=True)),
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
                    "under",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("split", "বিভক্ত"), ("merger", "একীভূত")], max_length=10)),
                ("day", models.DateField()),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="offices.office"
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="predecessions", to="offices.office"
                    ),
                ),
            ],
            options={
                "ordering": ("day", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("office", "successor"), name="one_succession_of_a_pair")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "charge",
                    models.CharField(
                        choices=[
                            ("regular", "নিয়মিত"),
                            ("current", "চলতি দায়িত্ব"),
                            ("additional", "অতিরিক্ত দায়িত্ব"),
                            ("substitute", "ছুটিকালীন দায়িত্ব"),
                        ],
                        default="regular",
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to="offices.post"
                    ),
                ),
            ],
            options={
                "ordering": ("-since", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="tenure_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("charge", "substitute"), _negated=True), ("until__isnull", False), _connector="OR"
                        ),
                        name="a_substitute_has_a_last_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("post",), name="one_holder_of_a_post"
                    ),
                ],
            },
        ),
    ]
