"""Body and Member: committees, teams and cells, and who sits in them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from angikar.history.replay.remembered import Remembered
from angikar.offices.models.lasting import LastingQuerySet
from angikar.offices.models.offices import Office
from angikar.offices.models.posts import Post


class BodyKind(models.TextChoices):
    """What a body calls itself."""

    COMMITTEE = "committee", "কমিটি"
    TEAM = "team", "টিম"
    CELL = "cell", "সেল"


class Body(models.Model):
    """A committee, team or cell that an office forms on the day `since` and that is no more from the day `until`.
    Where an area is so large that there are several of one name, `area` distinguishes them. `tasks` are sentences.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=BodyKind.choices, default=BodyKind.COMMITTEE)
    area = models.CharField(max_length=300, blank=True)
    tasks = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = LastingQuerySet["Body"].as_manager()

    remembered = Remembered(
        ("office_id", "name", "name_en", "kind", "area", "tasks", "since", "until"),
        {"members": ("post_id", "role", "rank", "since", "until")},
    )

    class Meta:
        ordering = ("office__path", "name", "area", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="body_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=("office", "name", "area"), condition=Q(until=None), name="one_body_of_a_name"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.area})" if self.area else self.name


class Role(models.TextChoices):
    """What a member is in a body."""

    CHAIR = "chair", "সভাপতি"
    SECRETARY = "secretary", "সদস্যসচিব"
    MEMBER = "member", "সদস্য"


class Member(models.Model):
    """A seat in a body: a post (with any holder), or an outsider by `name` with what he is (`title`) and how to reach
    him. `rank` is the order in which members are listed.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="members")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="seats")
    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300, blank=True)
    mobile = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MEMBER)
    rank = models.PositiveSmallIntegerField(default=100)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = LastingQuerySet["Member"].as_manager()

    class Meta:
        ordering = ("rank", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(post__isnull=True) ^ Q(name=""), name="member_is_a_post_or_a_name"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="seat_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=("body", "post"), condition=Q(until=None), name="a_post_sits_once"),
            models.UniqueConstraint(
                fields=("body", "role"), condition=Q(until=None, role__in=("chair", "secretary")), name="one_of_a_role"
            ),
        )

    def __str__(self) -> str:
        return str(self.post) if self.post else f"{self.name}, {self.title}".rstrip(", ")
