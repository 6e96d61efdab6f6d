"""Proposal: what a member wants on the agenda, and what the secretary said to it."""

from __future__ import annotations

from django.db import models

from angikar.history.replay.remembered import Remembered
from angikar.offices.models import Body, Officer, Post


class ProposalState(models.TextChoices):
    """What became of a proposal."""

    WAITING = "waiting", "বিবেচনাধীন"
    TAKEN = "taken", "গৃহীত"
    REFUSED = "refused", "গৃহীত নয়"


class Proposal(models.Model):
    """A subject a member proposes to a body, why (`text`), and the answer: taken on the agenda of `meeting`, or refused with
    `words`.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.WAITING)
    words = models.TextField(blank=True)
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="proposals"
    )

    remembered = Remembered(("body_id", "post_id", "by_id", "title", "text", "on", "state", "words"))

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.title
