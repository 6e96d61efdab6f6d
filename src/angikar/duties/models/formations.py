"""Formation: the body that one office formed because a circular asks for it."""

from __future__ import annotations

from django.db import models

from angikar.history.replay.remembered import Remembered
from angikar.offices.models import Body
from angikar.papers.models import Paper


class Formation(models.Model):
    """The body of the register that is one of those the circular `paper` forms, by the `name` it has there; the day of
    formation is the body's own (`since`), and what it owes counts from it. `order` is the letter that formed it.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="formations")
    name = models.CharField(max_length=300)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="formations")
    order = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")

    remembered = Remembered(("name", "body_id", "order_id"))

    class Meta:
        ordering = ("paper_id", "name", "body__office__path", "pk")
        constraints = (models.UniqueConstraint(fields=("paper", "name", "body"), name="a_body_stands_once"),)

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.name}"
