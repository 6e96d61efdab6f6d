"""Approval: what somebody has asked to do that holds only once a second person has confirmed it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.replay.remembered import Remembered
from angikar.offices.models.officers import Officer
from angikar.offices.models.offices import Office
from angikar.offices.models.posts import Charge, Post


class ApprovalKind(models.TextChoices):
    """What is asked: four acts on a post, four on an account, four on an office."""

    APPOINT = "appoint", "পদায়ন"
    HAND_OVER = "hand_over", "দায়িত্ব হস্তান্তর"
    RELEASE = "release", "অব্যাহতি"
    SUBSTITUTE = "substitute", "ছুটিকালীন দায়িত্ব"
    CODE = "code", "পাসওয়ার্ডের নতুন কোড"
    CLOSE = "close", "হিসাব বন্ধ"
    ADMINISTRATOR = "administrator", "নিবন্ধের প্রশাসক করা"
    NO_ADMINISTRATOR = "no_administrator", "নিবন্ধের প্রশাসক আর নন"
    MOVE = "move_office", "দপ্তর স্থানান্তর"
    SPLIT = "split_office", "দপ্তর ভাগ"
    MERGE = "merge_office", "দপ্তর একীভূত"
    SHUT = "close_office", "দপ্তর বন্ধ"


class ApprovalState(models.TextChoices):
    """How far it has come."""

    WAITING = "waiting", "অপেক্ষায়"
    CONFIRMED = "confirmed", "নিশ্চিত"
    REFUSED = "refused", "নাকচ"
    WITHDRAWN = "withdrawn", "প্রত্যাহার"
    EXPIRED = "expired", "মেয়াদ শেষ"


class Approval(models.Model):
    """One act that waits for a second person up to the moment `expires`: on a `post` (with the days and the charge, and `officer`, who is to
    hold it; `holder` held it when that was asked), on the account of `officer`, or on an `office` (with the `other` one below which it is to
    stand or of which it becomes part, and the `names` into which it is split). `reason` says why it was refused.
    """

    kind = models.CharField(max_length=20, choices=ApprovalKind.choices)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="approvals")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="approvals")
    holder = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="approvals")
    other = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    names = models.TextField(blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    charge = models.CharField(max_length=10, choices=Charge.choices, default=Charge.REGULAR)
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ApprovalState.choices, default=ApprovalState.WAITING)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    remembered = Remembered(
        (
            "kind",
            "post_id",
            "officer_id",
            "holder_id",
            "office_id",
            "other_id",
            "names",
            "since",
            "until",
            "charge",
            "asked_by_id",
            "asked_at",
            "expires",
            "state",
            "answered_by_id",
            "answered_at",
            "reason",
        )
    )

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(post__isnull=False) | Q(officer__isnull=False) | Q(office__isnull=False),
                name="approval_concerns_somebody",
            ),
            models.UniqueConstraint(
                fields=("post",), condition=Q(state="waiting", post__isnull=False), name="one_open_approval_of_a_post"
            ),
            models.UniqueConstraint(
                fields=("officer",), condition=Q(state="waiting", post=None), name="one_open_approval_of_an_account"
            ),
            models.UniqueConstraint(
                fields=("office",),
                condition=Q(state="waiting", office__isnull=False),
                name="one_open_approval_of_an_office",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.post or self.office or self.officer}, {self.asked_by}"
