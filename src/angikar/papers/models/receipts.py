"""Outsider and Pass: an addressee outside the register, and the links by which he opens the paper."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from angikar.history.replay.remembered import Remembered
from angikar.history.triggers import Guard, guard
from angikar.offices.models import Officer


class Outsider(models.Model):
    """An addressee without a post, for action or for a copy, by e-mail or mobile number (`reach`); `note` is printed in
    brackets after the name. `acknowledged_hash` is the hash of the paper as it was acknowledged.
    """

    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="outsiders")
    name = models.CharField(max_length=200)
    reach = models.CharField(max_length=254)
    role = models.CharField(max_length=10, choices=(("action", "কার্যার্থে"), ("copy", "অনুলিপি")))
    note = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_hash = models.CharField(max_length=64, blank=True)
    revoked_at = models.DateTimeField(null=True)

    remembered = Remembered(
        (
            "paper_id",
            "name",
            "role",
            "note",
            "added_by_id",
            "added_at",
            "acknowledged_at",
            "acknowledged_hash",
            "revoked_at",
        ),
        {"passes": ("digest", "made_at", "until", "revoked_at")},
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("paper", "reach"), name="an_outsider_is_addressed_once"),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True) ^ ~Q(acknowledged_hash=""),
                name="what_was_acknowledged_is_kept",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.note})" if self.note else self.name


class Pass(models.Model):
    """A link that was sent to an outsider: only the SHA-256 of its secret is stored. It opens one paper for one person, until
    a moment, or until it is revoked.
    """

    outsider = models.ForeignKey(Outsider, on_delete=models.PROTECT, related_name="passes")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.outsider_id}: {self.made_at}"

    def is_good(self, now: datetime) -> bool:
        """Whether it still opens anything."""
        return self.revoked_at is None and now < self.until


guard(
    Guard("papers_outsider", "DELETE"),
    Guard("papers_outsider", "UPDATE", "OLD.acknowledged_at IS NOT NULL", ("acknowledged_at", "acknowledged_hash")),
    Guard("papers_pass", "DELETE"),
    Guard("papers_pass", "UPDATE", "", ("outsider_id", "digest")),
)
