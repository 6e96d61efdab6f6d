"""Filing, Check, Reopening, Feedback and Evaluation: the quarters of a plan as wholes, and the superior office's word on them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.replay.remembered import Remembered
from angikar.history.triggers import Guard, guard
from angikar.history.versions import Shows
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper


class FilingState(models.TextChoices):
    """What has become of a quarter that was filed; one that was not has no row."""

    SUBMITTED = "submitted", "ত্রৈমাসিক দাখিল হয়েছে"
    VERIFYING = "verifying", "যাচাই চলছে"
    SENT_BACK = "sent_back", "ফেরত"
    ACCEPTED = "accepted", "গৃহীত"
    EXCUSED = "excused", "দাখিল ছাড়াই বন্ধ"


CLOSED_FILINGS = (FilingState.ACCEPTED, FilingState.EXCUSED)
"""In these states a quarter takes no more reports, unless it is opened for a while."""


class Filing(models.Model):
    """One quarter (1-4) of a plan, filed by the head of its office. `on` is the day it was first filed, `due` the last
    day, `late` whether that was over: all three are remembered. `missing` names the lines (`part:code`) without a report
    when it was last filed, `sample` the duties that must be looked at again before the whole can be accepted, `marked` what
    is wrong with the reports (by number) that are to be sent back together. A quarter that the office above excused
    before it was filed has nobody who filed it and no day.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="filings")
    quarter = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=FilingState.choices, default=FilingState.SUBMITTED)
    due = models.DateField(null=True)
    on = models.DateField(null=True)
    late = models.BooleanField(default=False)
    last_on = models.DateField(null=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField(blank=True)
    missing = models.JSONField(default=list)
    sample = models.JSONField(default=list)
    marked = models.JSONField(default=dict)
    reviewer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_on = models.DateField(null=True)
    review_words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("paper_id", "quarter")
        constraints = (models.UniqueConstraint(fields=("paper", "quarter"), name="a_quarter_is_filed_once"),)

    def __str__(self) -> str:
        return f"{self.paper_id} q{self.quarter}: {self.state}"

    def shows_in(self, verb: str) -> Shows:
        """Where an entry about the filing shows."""
        return self.paper.shows_to_offices()


class Check(models.Model):
    """One report of the sample that somebody of the superior office looked at again, and in which words."""

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="checks")
    report = models.ForeignKey("duties.Report", on_delete=models.PROTECT, related_name="checks")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("filing", "report"), name="checked_once"),)

    def __str__(self) -> str:
        return f"{self.report_id}: {self.on}"


class Reopening(models.Model):
    """A closed quarter opened again for a while: who asked and why, who granted it until which day (that day included),
    or declined it. It ends by itself.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="reopenings")
    quarter = models.PositiveSmallIntegerField()
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_as = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    reason = models.TextField()
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    answered_as = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    until = models.DateField(null=True)
    words = models.TextField(blank=True)

    remembered = Remembered(
        (
            "quarter",
            "asked_by_id",
            "asked_as_id",
            "asked_on",
            "reason",
            "answered_by_id",
            "answered_as_id",
            "answered_on",
            "until",
            "words",
        )
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("paper", "quarter"), condition=Q(answered_on=None), name="asked_to_reopen_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} q{self.quarter}: {self.until or self.asked_on}"


class Feedback(models.Model):
    """The feedback of the superior office on the first half of a plan's year: of the whole, and by line (`rows`, words by
    `part:code`). `due` is the framework's day, `late` is remembered.
    """

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="feedback")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    due = models.DateField(null=True)
    late = models.BooleanField(default=False)
    words = models.TextField()
    rows = models.JSONField(default=dict)

    remembered = Remembered(("by_id", "post_id", "on", "due", "late", "words", "rows"))

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.on}"


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Evaluations, and those of them that hold."""

    def in_force(self) -> EvaluationQuerySet:
        """Those that were not taken back."""
        return self.filter(taken_back_on=None)


class Evaluation(models.Model):
    """The year of a plan as the superior office fixed it: marks claimed and accepted of the full ones, as exact texts
    of two places (NULL where the form gives none), with the whole scorecard they come from; and since when it is public.
    One that was taken back stays on record with the reason; the year is open again.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="evaluations")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    due = models.DateField(null=True)
    late = models.BooleanField(default=False)
    claimed = models.CharField(max_length=20, null=True)
    accepted = models.CharField(max_length=20, null=True)
    card = models.JSONField()
    words = models.TextField()
    published_on = models.DateField(null=True)
    published_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_on = models.DateField(null=True)
    taken_back_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_as = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_words = models.TextField(blank=True)

    objects = EvaluationQuerySet.as_manager()

    remembered = Remembered(
        (
            "paper_id",
            "by_id",
            "post_id",
            "on",
            "due",
            "late",
            "claimed",
            "accepted",
            "card",
            "words",
            "published_on",
            "published_by_id",
            "taken_back_on",
            "taken_back_by_id",
            "taken_back_as_id",
            "taken_back_words",
        )
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("paper",), condition=Q(taken_back_on=None), name="a_year_is_fixed_once"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.accepted}"

    @property
    def state(self) -> str:
        """Whether it is `fixed`, `published` or `taken_back`."""
        if self.taken_back_on is not None:
            return "taken_back"
        return "fixed" if self.published_on is None else "published"

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state == "published"


guard(
    Guard("duties_filing", "UPDATE", 'OLD."on" IS NOT NULL', ("quarter", "due", "on", "late")),
    Guard("duties_filing", "DELETE"),
    Guard("duties_check", "UPDATE"),
    Guard("duties_check", "DELETE"),
    Guard("duties_reopening", "UPDATE", "", ("quarter", "asked_by_id", "asked_as_id", "asked_on", "reason")),
    Guard("duties_reopening", "DELETE"),
    Guard("duties_feedback", "UPDATE", "", ("on", "late", "words", "rows")),
    Guard("duties_feedback", "DELETE"),
    Guard("duties_evaluation", "UPDATE", "", ("on", "late", "claimed", "accepted", "card", "words")),
    Guard("duties_evaluation", "DELETE"),
)
