"""Notice, Delivery and Feed: a message to a receiver, the channel it is sent by, and the calendar an officer subscribes to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.versions import NOWHERE, Shows
from angikar.offices.models import Officer, Post
from angikar.papers.models import Outsider, Paper


class NoticeKind(models.TextChoices):
    """The reason of a notice."""

    REMINDER = "reminder", "মনে করানো"
    LATE = "late", "দেরি"
    ESCALATION = "escalation", "ঊর্ধ্বতনকে জানানো"
    ALARM = "alarm", "জরুরি বিজ্ঞপ্তি"
    INVITATION = "invitation", "আমন্ত্রণ"
    URGENT = "urgent", "জরুরি কাগজ"
    WORD = "word", "বিজ্ঞপ্তি"


class Notice(models.Model):
    """One message to a post, to an officer himself, or to an outsider by e-mail or mobile (`reach`). `key` names its subject, so that a receiver gets it
    once; `page` is the address on which the receiver acts. An `outsider` who gets a paper acts on a link of its own, which is
    made when the notice is sent and is not stored.
    """

    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=NoticeKind.choices)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="notices")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="notices")
    reach = models.CharField(max_length=254, blank=True)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    outsider = models.ForeignKey(Outsider, on_delete=models.PROTECT, null=True, related_name="notices")
    text = models.TextField()
    text_en = models.TextField()
    page = models.CharField(max_length=300, blank=True)
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("key", "post"), condition=Q(post__isnull=False), name="a_post_is_told_once"
            ),
            models.UniqueConstraint(
                fields=("key", "officer"), condition=Q(officer__isnull=False), name="an_officer_is_told_once"
            ),
            models.UniqueConstraint(
                fields=("key", "reach"), condition=Q(post=None, officer=None), name="an_outsider_is_told_once"
            ),
            models.CheckConstraint(
                condition=Q(post__isnull=False, officer=None, reach="")
                | Q(post=None, officer__isnull=False, reach="")
                | Q(post=None, officer=None) & ~Q(reach=""),
                name="somebody_is_told",
            ),
        )
        indexes = (models.Index(fields=("post", "seen_at"), name="notices_of_a_post"),)

    def __str__(self) -> str:
        return self.text

    def shows_in(self, verb: str) -> Shows:
        """On no page with a version."""
        return NOWHERE


class Channel(models.TextChoices):
    """How a notice is sent; the page shows it in any case."""

    EMAIL = "email", "ই-মেইল"
    SMS = "sms", "এসএমএস"


class DeliveryState(models.TextChoices):
    """How far a delivery has come."""

    WAITING = "waiting", "অপেক্ষায়"
    SENT = "sent", "পাঠানো হয়েছে"
    FAILED = "failed", "পাঠানো যায়নি"


class Delivery(models.Model):
    """One notice by one channel to one `address`, which is an `officer`'s or somebody's outside. One that is `gathered` goes with
    the others of the officer in one letter a day. Tried again from the moment `after`; `error` holds the reason.
    """

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    address = models.CharField(max_length=254)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    gathered = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    after = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("notice", "channel", "address"), name="sent_once"),)
        indexes = (models.Index(fields=("state", "after"), name="deliveries_waiting"),)

    def __str__(self) -> str:
        return f"{self.channel} → {self.address}"

    def shows_in(self, verb: str) -> Shows:
        """On no page with a version."""
        return NOWHERE


class Feed(models.Model):
    """The calendar an officer subscribes to; whoever knows the `token` reads it, so a new one closes the old."""

    officer = models.OneToOneField(Officer, on_delete=models.PROTECT, related_name="feed")
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.officer)

    def shows_in(self, verb: str) -> Shows:
        """On no page with a version."""
        return NOWHERE
