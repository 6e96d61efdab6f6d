"""MovedDay: the day everything leads to (polling day, meeting …), as it was moved after a circular was issued."""

from __future__ import annotations

from django.db import models

from angikar.history.triggers import Guard, guard
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper


class MovedDay(models.Model):
    """One move of the anchor day of an issued circular, from `was` (none where the paper named none) to `day`, `on` a day
    and for a reason in `words`. The paper stays as it was issued; the last move is in force.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="moved_days")
    was = models.DateField(null=True)
    day = models.DateField()
    on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        ordering = ("paper_id", "pk")

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.was} → {self.day}"


guard(Guard("duties_movedday", "UPDATE"), Guard("duties_movedday", "DELETE"))
