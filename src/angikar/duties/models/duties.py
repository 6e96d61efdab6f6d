"""Line, Duty, Report and Evidence: the rows that are counted across offices."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db import models
from django.db.models import Q

from angikar.history.triggers import Guard, guard
from angikar.history.versions import Shows
from angikar.offices.models import Body, Office, Officer, Post
from angikar.papers.models import File, Paper
from angikar.rules import duty as rules
from angikar.rules.plan import IndicatorId


class DutyState(models.TextChoices):
    """What has become of a duty."""

    OPEN = "open", "জবাবের অপেক্ষায়"
    SUBMITTED = "submitted", "প্রতিবেদন দেওয়া হয়েছে"
    ACCEPTED = "accepted", "গৃহীত"
    SENT_BACK = "sent_back", "ফেরত"
    EXCUSED = "excused", "প্রযোজ্য নয়"
    WITHDRAWN = "withdrawn", "প্রত্যাহার"


OWED = (DutyState.OPEN, DutyState.SENT_BACK)
"""In these states the post still owes an answer."""

OF_THE_CYCLE = ("feedback", "evaluation")
"""What a superior office owes in the course of a plan's year: answered as a whole, not by a report of one's own."""


class ReportState(models.TextChoices):
    """What has become of a report."""

    DRAFT = "draft", "খসড়া"
    SUBMITTED = "submitted", "প্রতিবেদন"
    ACCEPTED = "accepted", "গৃহীত"
    SENT_BACK = "sent_back", "ফেরত"


class Line(models.Model):
    """One indicator of an issued plan, as a row; weights and targets are the canonical figures of the content."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="lines")
    part = models.CharField(max_length=12)
    area = models.CharField(max_length=60)
    code = models.CharField(max_length=60)
    title = models.TextField()
    unit = models.CharField(max_length=10, null=True)
    unit_text = models.TextField(null=True)
    counting = models.CharField(max_length=10, null=True)
    weight = models.CharField(max_length=60, null=True)
    target = models.JSONField(default=list)
    criteria = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField()
    office_path = models.CharField(max_length=60, db_index=True)

    class Meta:
        ordering = ("paper_id", "order")
        constraints = (models.UniqueConstraint(fields=("paper", "part", "code"), name="one_line_of_a_code"),)

    def __str__(self) -> str:
        return f"[{self.code}] {self.title}"

    @property
    def identity(self) -> IndicatorId:
        """What the line is known by in its plan."""
        return IndicatorId.of(self.part, self.code)


class Duty(models.Model):
    """What a post owes because of a paper. `asked` is the whole Ask as JSON, `key` (a `DutyKey`) names it in the paper,
    `owed_to` is the office that looks the answer over, `named` tells whether the paper's own words led to the post
    or the focal post takes its place, `lines` are the lines of the paper that name it where several do. Where a `body` owes it, the duty rests on the post that leads the body today. `due_at`
    is the time of the last day in Dhaka, where hours matter.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="duties")
    line = models.ForeignKey(Line, on_delete=models.PROTECT, null=True, related_name="duties")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="duties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="duties")
    owed_to = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="owed")
    kind = models.CharField(max_length=12)
    key = models.TextField()
    text = models.TextField()
    asked = models.JSONField()
    named = models.BooleanField(default=True)
    lines = models.JSONField(default=list)
    quarter = models.PositiveSmallIntegerField(null=True)
    opens = models.DateField(null=True)
    due = models.DateField(null=True)
    due_at = models.TimeField(null=True)
    due_on_issue = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=DutyState.choices, default=DutyState.OPEN)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("due", "pk")
        constraints = (models.UniqueConstraint(fields=("paper", "key", "post"), name="asked_once"),)
        indexes = (
            models.Index(fields=("post", "state", "due"), name="duties_of_a_post"),
            models.Index(fields=("owed_to", "state", "due", "id"), name="duties_owed_in_order"),
        )

    def __str__(self) -> str:
        return self.text

    def shows_in(self, verb: str) -> Shows | None:
        """Where an entry about the duty shows: on the pages of its paper, and in the lists of the office that owes it and of that which looks
        it over. A figure may move the filing of its plan too: where that concerns other offices it shows everywhere.
        """
        shows = Shows(self.paper_id, self.post.office_id, self.owed_to_id)
        return shows if self.line_id is None or shows == self.paper.shows_to_offices() else None

    @property
    def ask(self) -> rules.Ask:
        """The Ask as the rules know it."""
        return rules.Ask.model_validate(self.asked)

    @property
    def answered(self) -> bool:
        """Whether no answer is owed any more."""
        return self.state not in OWED

    @property
    def is_history(self) -> bool:
        """Whether its day was over long before its paper was entered, and nobody has asked for it since."""
        return self.state == DutyState.EXCUSED and self.paper.entered_on is not None

    def is_late(self, today: date, now: time | None = None) -> bool:
        """Whether an answer given on a day (and at a time in Dhaka) comes too late; what was due when the paper came has the
        day of its issue.
        """
        last = self.paper.issued_at if self.due_on_issue else self.due
        return rules.is_late(last, today, rules.Hour(self.due_at, now))

    def standing(self, today: date, now: time | None = None) -> rules.Standing:
        """How urgent the duty is on a day, and at a time in Dhaka."""
        hour = rules.Hour(self.due_at, now)
        return rules.standing(self.due, today, answered=self.answered, opens=self.opens, hour=hour)


class Report(models.Model):
    """One answer. A draft is what a cell holds while somebody types; once submitted its words never change, a
    later report takes its place. `value` is claimed, `accepted_value` is what the reviewer accepted; `late` is
    remembered. Where the row is a mean, `numerator` and `denominator` may give what and how many it is the mean of.
    `fields` are the answers to the ask's own form by name (`rules.form`); `token` names one sending, so that the same
    one twice is one report. `doubts` are the laws of value that the figure breaks (code and both sentences); `words` say
    why it is right all the same.
    """

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    value = models.TextField(null=True)
    numerator = models.TextField(null=True)
    denominator = models.TextField(null=True)
    words = models.TextField(blank=True)
    choice = models.TextField(null=True)
    not_applicable = models.BooleanField(default=False)
    fields = models.JSONField(default=dict)
    token = models.CharField(max_length=64, null=True)
    doubts = models.JSONField(default=list)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(null=True)
    at = models.DateTimeField(auto_now=True)
    late = models.BooleanField(default=False)
    accepted_value = models.TextField(null=True)
    reviewer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_on = models.DateField(null=True)
    review_words = models.TextField(blank=True)

    class Meta:
        ordering = ("duty_id", "pk")
        constraints = (
            models.UniqueConstraint(fields=("duty",), condition=Q(state="draft"), name="one_draft_of_a_duty"),
            models.UniqueConstraint(fields=("duty", "token"), name="a_report_is_sent_once"),
            models.CheckConstraint(condition=Q(state="draft") | Q(on__isnull=False), name="a_report_has_its_day"),
        )

    def __str__(self) -> str:
        return f"{self.duty_id}: {self.value or self.words}"

    def figures(self) -> dict[str, str | None]:
        """What a draft holds, as history stores it: the figure, and the pair where it is a mean."""
        pair = {"numerator": self.numerator, "denominator": self.denominator}
        return {"value": self.value, **(pair if self.numerator or self.denominator else {})}

    def answer(self) -> dict[str, Any]:
        """What was answered, as history stores it."""
        answered = {
            "value": self.value,
            "words": self.words,
            "choice": self.choice,
            "not_applicable": self.not_applicable,
        }
        parts = {"numerator": self.numerator, "denominator": self.denominator}
        form = {"fields": self.fields} if self.fields else {}
        return {**answered, **({} if self.numerator is None else parts), **form}


class Evidence(models.Model):
    """A file that proves a report: the name it was handed in under, what kind of thing it is, its own date, a note;
    `carried_from` is the earlier report's proof that was taken over.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="evidence")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255, blank=True)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.TextField(blank=True)
    date = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("report", "file"), name="proven_once"),)

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name it was handed in under; the name the same file first came under where none is stored."""
        return self.name or self.file.name


_SUBMITTED = "OLD.state <> 'draft'"
guard(
    Guard(
        "duties_report",
        "UPDATE",
        _SUBMITTED,
        (
            "duty_id",
            "value",
            "numerator",
            "denominator",
            "words",
            "choice",
            "not_applicable",
            "fields",
            "token",
            "doubts",
            "by_id",
            "post_id",
            "on",
            "late",
        ),
    ),
    Guard("duties_report", "DELETE", _SUBMITTED),
    Guard("duties_evidence", "UPDATE"),
    Guard("duties_evidence", "DELETE"),
    Guard(
        "duties_line",
        "UPDATE",
        columns=(
            "paper_id",
            "part",
            "area",
            "code",
            "title",
            "unit",
            "unit_text",
            "counting",
            "weight",
            "target",
            "criteria",
            "order",
        ),
    ),
    Guard("duties_line", "DELETE"),
    Guard("duties_duty", "DELETE"),
)
