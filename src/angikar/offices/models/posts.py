"""Post, Tenure and Delegation: the posts of an office, who holds them, and who may do some of it for the holder."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from angikar.history.replay.remembered import Remembered
from angikar.offices.models.lasting import LastingQuerySet
from angikar.offices.models.officers import Officer
from angikar.offices.models.offices import Office


class PostQuerySet(models.QuerySet["Post"]):
    """Questions about posts."""

    def open(self) -> PostQuerySet:
        """The posts that are not closed, of offices that are not closed."""
        return self.filter(until=None, office__until=None)


class Post(models.Model):
    """A post of an office. Duties belong to it, not to its holder. `rank` orders the posts of an office, the head's
    first. `keeps_register` means that its holder keeps the register of the office and of all below it,
    `second_factor` that he must sign in with a second factor. A post is closed from the day `until`.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    is_head = models.BooleanField(default=False)
    is_focal = models.BooleanField(default=False)
    keeps_register = models.BooleanField(default=False)
    may_report = models.BooleanField(default=True)
    second_factor = models.BooleanField(default=False)
    rank = models.PositiveSmallIntegerField(default=100)
    until = models.DateField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    remembered = Remembered(
        (
            "office_id",
            "title",
            "title_en",
            "is_head",
            "is_focal",
            "keeps_register",
            "may_report",
            "second_factor",
            "rank",
            "until",
        ),
        {
            "tenures": ("officer_id", "since", "until", "charge"),
            "delegations": ("officer_id", "reports", "drafts", "verifies", "since", "until"),
        },
        often=frozenset({"post.create", "post.edit", "post.reopen", "post.leave_note"}),
    )

    class Meta:
        ordering = ("office__path", "rank", "pk")
        constraints = (
            models.UniqueConstraint(fields=("office", "title"), condition=Q(until=None), name="one_post_of_a_title"),
            models.UniqueConstraint(
                fields=("office",), condition=Q(is_head=True, until=None), name="one_head_of_an_office"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.office.name}"


class Charge(models.TextChoices):
    """How somebody holds a post."""

    REGULAR = "regular", "নিয়মিত"
    CURRENT = "current", "চলতি দায়িত্ব"
    ADDITIONAL = "additional", "অতিরিক্ত দায়িত্ব"
    SUBSTITUTE = "substitute", "ছুটিকালীন দায়িত্ব"


class Tenure(models.Model):
    """An officer holds a post from the day `since` up to, but not on, the day `until`; `charge` says how, `note` holds the
    words left for the next holder. A substitute stands in during a leave: beside the holder, and up to a day.
    """

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="tenures")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    charge = models.CharField(max_length=10, choices=Charge.choices, default=Charge.REGULAR)
    note = models.TextField(blank=True)

    objects = LastingQuerySet["Tenure"].as_manager()

    class Meta:
        ordering = ("-since", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="tenure_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(charge="substitute") | Q(until__isnull=False), name="a_substitute_has_a_last_day"
            ),
            models.UniqueConstraint(fields=("post",), condition=Q(until=None), name="one_holder_of_a_post"),
        )

    def __str__(self) -> str:
        return f"{self.officer.name}: {self.post.title}, {self.since} – {self.until or ''}"


class Delegation(models.Model):
    """What the holder of a post lets an officer do for it from the day `since` up to, but not on, the day `until`: report,
    draft or verify. Signing is never delegated.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="delegations")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="delegations")
    reports = models.BooleanField(default=False)
    drafts = models.BooleanField(default=False)
    verifies = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField()

    objects = LastingQuerySet["Delegation"].as_manager()

    class Meta:
        ordering = ("-since", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="delegation_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(reports=True) | Q(drafts=True) | Q(verifies=True), name="a_delegation_gives_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.post.title} → {self.officer.name}, {self.since} – {self.until}"
