"""Decision and Share: what was decided, and what each office owes of it. Counted: which row of a plan is counted from here."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.duties.models import Duty, Line
from angikar.offices.models import Body, Office, Officer, Post
from angikar.papers.models import Paper


class Decision(models.Model):
    """A decision of issued minutes (of those that replaced them, where the decision stands in both); `key` is where it stands in them (item.number, both from 1). `continues` is the
    decision of an earlier meeting that it repeats, `repeated` how often its thread was decided before, `since` the day of
    the first of these. `folded` is the text as it is searched: one form of letters, digits and names.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="decisions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    office_path = models.CharField(max_length=60, db_index=True)
    key = models.CharField(max_length=20)
    title = models.TextField(blank=True)
    text = models.TextField()
    folded = models.TextField()
    held = models.DateField(null=True)
    issued = models.DateField()
    since = models.DateField(null=True)
    due = models.DateField(null=True)
    recurs = models.BooleanField(default=False)
    continues = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="continued_by")
    repeated = models.PositiveSmallIntegerField(default=0)

    class Meta:
        app_label = "meetings"
        ordering = ("-held", "paper_id", "pk")
        constraints = (models.UniqueConstraint(fields=("paper", "key"), name="decided_once"),)
        indexes = (
            models.Index(fields=("-issued", "-id"), name="decisions_newest_first"),
            models.Index(fields=("id",), condition=Q(recurs=True), name="decisions_that_recur"),
        )

    def __str__(self) -> str:
        return self.text


class ShareState(models.TextChoices):
    """How a decision stands with one implementing office."""

    NEW = "new", "নতুন"
    RUNNING = "running", "চলমান"
    DONE = "done", "বাস্তবায়িত"
    PARTLY = "partly", "আংশিক"
    CANNOT = "cannot", "বাস্তবায়নযোগ্য নয়"
    CARRIED = "carried", "স্থানান্তরিত"
    WITHDRAWN = "withdrawn", "প্রত্যাহার"


OPEN_SHARES = (ShareState.NEW, ShareState.RUNNING, ShareState.PARTLY)
"""In these states the decision still wants something of the office; so it does in `CANNOT` until the chair agrees."""

IS_OPEN = Q(settled_on=None)
"""The condition on shares that still want something of somebody."""


class Share(models.Model):
    """What one office owes of a decision, until `settled_on`: the day it was carried out, or taken up again by a later
    meeting, or agreed by the chair that it cannot be, or no longer asked by minutes that replaced these. `CANNOT` has a `reason`, and the chair's `word` once he agreed; `duty` is
    the duty it answers (the first one where it recurs). The path of the office that decided, the `body` and the day since
    which the thread goes are the decision's, repeated here so that one index answers who may see what is open.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="shares")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    office_path = models.CharField(max_length=60, db_index=True)
    decided_path = models.CharField(max_length=60, default="", db_index=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    named = models.BooleanField(default=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, null=True, blank=True, related_name="shares")
    state = models.CharField(max_length=10, choices=ShareState.choices, default=ShareState.NEW)
    since = models.DateField(null=True)
    due = models.DateField(null=True)
    reason = models.TextField(blank=True)
    word = models.TextField(blank=True)
    settled_on = models.DateField(null=True)

    class Meta:
        app_label = "meetings"
        ordering = ("decision_id", "office_path", "pk")
        constraints = (models.UniqueConstraint(fields=("decision", "post"), name="laid_once"),)
        indexes = (
            models.Index(fields=("office", "state", "due"), name="shares_of_an_office"),
            models.Index(fields=("office_path", "due", "since"), condition=IS_OPEN, name="open_shares_below"),
            models.Index(fields=("decided_path", "due", "since"), condition=IS_OPEN, name="open_shares_decided"),
            models.Index(fields=("due", "id"), condition=IS_OPEN, name="open_shares_by_day"),
        )

    def __str__(self) -> str:
        return f"{self.decision_id} → {self.post_id}"


class Measure(models.TextChoices):
    """What of a body's meetings a row of a plan may count."""

    HELD = "held", "অনুষ্ঠিত সভা"
    CARRIED_OUT = "carried_out", "বাস্তবায়িত সিদ্ধান্তের হার"
    ON_TIME = "on_time", "সময়মতো প্রতিবেদনের হার"


class Counted(models.Model):
    """Which measure of which body a row of a plan counts, as a person confirmed it once."""

    line = models.OneToOneField(Line, on_delete=models.PROTECT, related_name="counted")
    measure = models.CharField(max_length=12, choices=Measure.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        app_label = "meetings"
        ordering = ("line_id",)

    def __str__(self) -> str:
        return f"{self.line_id}: {self.measure}, {self.body_id}"
