"""Office, its former names and its successors: where offices stand in the tree, and what became of them."""

from __future__ import annotations

import secrets
from datetime import date

from django.db import models
from django.db.models import F, Q

from angikar.history.replay.remembered import Remembered
from angikar.offices import tree
from angikar.offices.folded import FoldedField

_CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without I, L, O and U, which are misread."""


def new_code() -> str:
    """A code that no other office has, here or elsewhere."""
    return "".join(secrets.choice(_CODE_SIGNS) for _ in range(10))


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

    def open(self) -> OfficeQuerySet:
        """The offices that are not closed."""
        return self.filter(until=None)


class Office(models.Model):
    """An office. `memo_prefix` is how its memo numbers begin, in Latin digits (`05.47.4900`), `geo_code` the official code of
    the area it serves, `folded` its names as they are searched, `code` what lists call it by: it stays when the office is renamed, moved or carried to another house. It is open from the day `since`, where that is known, up to, but not on, the day `until`.
    """

    path = models.CharField(max_length=60, unique=True, editable=False)
    code = models.CharField(max_length=20, unique=True, default=new_code)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20, choices=OfficeKind.choices, default=OfficeKind.OTHER)
    memo_prefix = models.CharField(max_length=30, blank=True)
    geo_code = models.CharField(max_length=20, blank=True, db_index=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    folded = FoldedField("name", "name_en")

    objects = OfficeQuerySet.as_manager()

    remembered = Remembered(
        ("parent_id", "code", "name", "name_en", "kind", "memo_prefix", "geo_code", "since", "until"),
        {"former_names": ("name", "name_en", "until"), "successions": ("successor_id", "kind", "day")},
        often=frozenset({"office.found"}),
    )

    class Meta:
        ordering = ("path",)
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="office_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """The name it had on a day."""
        former = self.former_names.filter(until__gt=day).order_by("until").first()
        return former.name if former else self.name


class FormerName(models.Model):
    """A name an office had up to, but not on, the day `until`."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    until = models.DateField()

    class Meta:
        ordering = ("-until", "-pk")
        constraints = (models.UniqueConstraint(fields=("office", "until"), name="one_name_up_to_a_day"),)

    def __str__(self) -> str:
        return self.name


class SuccessionKind(models.TextChoices):
    """How an office became another."""

    SPLIT = "split", "বিভক্ত"
    MERGER = "merger", "একীভূত"


class Succession(models.Model):
    """From a day on `successor` does, whole or in part, what `office` did."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="predecessions")
    kind = models.CharField(max_length=10, choices=SuccessionKind.choices)
    day = models.DateField()

    class Meta:
        ordering = ("day", "pk")
        constraints = (models.UniqueConstraint(fields=("office", "successor"), name="one_succession_of_a_pair"),)

    def __str__(self) -> str:
        return f"{self.office.name} → {self.successor.name}, {self.day}"
