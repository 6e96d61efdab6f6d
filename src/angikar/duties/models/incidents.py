"""Incident, IncidentFile and IncidentStep: what was reported at once, what proves it, and what was done until it was closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import models

from angikar.history.replay.remembered import Remembered
from angikar.history.triggers import Guard, guard
from angikar.offices.models import Officer, Post
from angikar.papers.models import File, Paper


class Incident(models.Model):
    """One breach that a post reported under an issued circular. `fields` are the answers to the set form
    (`rules.incident.FORM`) and never change; a correction is a further step. `token` names the sending, so
    that the same one twice is one incident. `office_path` is that of the office that reported it.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="incidents")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    office_path = models.CharField(max_length=60, db_index=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    fields = models.JSONField()
    token = models.CharField(max_length=64)
    on = models.DateField()
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    remembered = Remembered(
        ("paper_id", "post_id", "by_id", "fields", "token", "on", "at", "closed_at"),
        {"steps": ("kind", "words", "by_id", "post_id", "at"), "files": ("file__sha256", "name")},
    )

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (models.UniqueConstraint(fields=("paper", "post", "token"), name="an_incident_is_told_once"),)
        indexes = (models.Index(fields=("paper", "closed_at"), name="incidents_of_a_circular"),)

    def __str__(self) -> str:
        return str(self.fields.get("what", ""))

    @property
    def state(self) -> str:
        """Whether it is `open` or `closed`."""
        return "open" if self.closed_at is None else "closed"

    def age(self, now: datetime) -> timedelta:
        """How long it has been open, or was until it was closed."""
        return (self.closed_at or now) - self.at

    def facts(self) -> dict[str, Any]:
        """What was reported, as history stores it."""
        return {"fields": self.fields, "token": self.token, "paper": self.paper_id}


class IncidentFile(models.Model):
    """A file that was handed in with an incident."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("incident", "file"), name="handed_in_once"),)

    def __str__(self) -> str:
        return self.name


class StepKind(models.TextChoices):
    """What a step of the follow-up is."""

    DONE = "done", "ব্যবস্থা"
    CORRECTION = "correction", "সংশোধন"
    ASKED = "asked", "করণীয় দেওয়া হয়েছে"
    CLOSED = "closed", "নিষ্পত্তি"
    REOPENED = "reopened", "আবার খোলা"


class IncidentStep(models.Model):
    """What was done about an incident, or written of it: by which officer, as which post, when."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=StepKind.choices)
    words = models.TextField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("incident_id", "pk")

    def __str__(self) -> str:
        return self.words


_FROZEN = ("paper_id", "post_id", "by_id", "fields", "token", "on", "at")
guard(
    Guard("duties_incident", "UPDATE", columns=_FROZEN),
    Guard("duties_incident", "DELETE"),
    Guard("duties_incidentfile", "UPDATE"),
    Guard("duties_incidentfile", "DELETE"),
    Guard("duties_incidentstep", "UPDATE"),
    Guard("duties_incidentstep", "DELETE"),
)
