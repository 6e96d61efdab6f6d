"""Correction: what a member says of minutes that were circulated, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from angikar.history.replay.remembered import Remembered
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper


class CorrectionState(models.TextChoices):
    """What became of a correction."""

    PROPOSED = "proposed", "প্রস্তাবিত"
    TAKEN = "taken", "গৃহীত"
    REFUSED = "refused", "গৃহীত নয়"


class Correction(models.Model):
    """What a member says of minutes that were circulated: how the text at `path` of the content should read (`text`; empty
    for a remark alone), why (`words`), and the answer to it.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="corrections")
    path = models.CharField(max_length=60)
    was = models.TextField(blank=True)
    text = models.TextField(blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    state = models.CharField(max_length=10, choices=CorrectionState.choices, default=CorrectionState.PROPOSED)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    token = models.CharField(max_length=40, blank=True)

    remembered = Remembered(
        ("paper_id", "path", "was", "text", "words", "by_id", "post_id", "on", "state", "answer", "answered_by_id")
    )

    class Meta:
        ordering = ("paper_id", "pk")
        constraints = (
            models.UniqueConstraint(fields=("paper", "token"), condition=~Q(token=""), name="proposed_once"),
        )

    def __str__(self) -> str:
        return self.words or self.text
