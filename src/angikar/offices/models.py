"""Office, Post, Officer and Tenure, Body and Member: who is who."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from angikar.offices import tree


class OfficeKind(models.TextChoices):
    """The level of an office."""

    MINISTRY = "ministry", "মন্ত্রণালয়/বিভাগ"
    DEPARTMENT = "department", "অধিদপ্তর/সংস্থা"
    COMMISSION = "commission", "কমিশন"
    DIVISION = "division", "বিভাগীয় কার্যালয়"
    REGION = "region", "আঞ্চলিক কার্যালয়"
    DISTRICT = "district", "জেলা কার্যালয়"
    UPAZILA = "upazila", "উপজেলা কার্যালয়"
    OTHER = "other", "অন্যান্য"


class OfficeQuerySet(models.QuerySet["Office"]):
    """Questions about the tree."""

    def under(self, path: str) -> OfficeQuerySet:
        """The office with that path and every office below it: one range of the index."""
        return self.filter(path__gte=path, path__lt=tree.following(path))

    def above(self, path: str) -> OfficeQuerySet:
        """Every office above that path, from the root down."""
        return self.filter(path__in=tree.ancestors(path)).order_by("path")


class Office(models.Model):
    """An office. `memo_prefix` is how its memo numbers begin, in Latin digits (`05.47.4900`)."""

    path = models.CharField(max_length=60, unique=True, editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, choices=OfficeKind.choices, default=OfficeKind.OTHER)
    memo_prefix = models.CharField(max_length=30, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ("path",)

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post of an office. Duties belong to it, not to its holder. `rank` orders the posts of an office, the head's
    first.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    is_head = models.BooleanField(default=False)
    is_focal = models.BooleanField(default=False)
    may_report = models.BooleanField(default=True)
    rank = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ("office__path", "rank", "pk")
        constraints = (
            models.UniqueConstraint(fields=("office", "title"), name="one_post_of_a_title"),
            models.UniqueConstraint(fields=("office",), condition=Q(is_head=True), name="one_head_of_an_office"),
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.office.name}"


class Officer(AbstractUser):
    """Somebody who signs in; `name` is the full name in Bangla, as papers write it."""

    name = models.CharField(max_length=200)
    mobile = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        """The name as papers write it."""
        return self.name


Lasting = TypeVar("Lasting", bound=models.Model)


class LastingQuerySet(models.QuerySet[Lasting]):
    """Questions about what lasts from the day `since` up to, but not on, the day `until`."""

    def on(self, day: date) -> LastingQuerySet[Lasting]:
        """What is in force on a day."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


class Tenure(models.Model):
    """An officer holds a post from the day `since` up to, but not on, the day `until`; `acting` is additional
    charge, `note` the words left for the next holder.
    """

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="tenures")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    acting = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    objects = LastingQuerySet["Tenure"].as_manager()

    class Meta:
        ordering = ("-since", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="tenure_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=("post",), condition=Q(until=None), name="one_holder_of_a_post"),
        )

    def __str__(self) -> str:
        return f"{self.officer.name}: {self.post.title}, {self.since} – {self.until or ''}"


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
