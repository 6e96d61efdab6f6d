"""Entry: one thing that happened, who did it as which post, what it was before and what it is now."""

from __future__ import annotations

from datetime import UTC

from django.db import models

from angikar.history import chain
from angikar.history.triggers import Guard, guard


class Entry(models.Model):
    """One office verb. People and posts are stored as text next to their numbers, because names outlive rows. Never
    changed, never deleted.
    """

    at = models.DateTimeField()
    officer_id = models.BigIntegerField(null=True)
    officer_name = models.CharField(max_length=200, blank=True)
    post_id = models.BigIntegerField(null=True)
    post_title = models.CharField(max_length=300, blank=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("kind", "object_id"), name="history_of_object"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.officer_name}: {self.verb} {self.kind} {self.object_id}"

    def facts(self) -> dict[str, object]:
        """All that the digest covers, except the digest before; the moment in UTC."""
        return {
            "at": self.at.astimezone(UTC).isoformat(),
            "officer": [self.officer_id, self.officer_name],
            "post": [self.post_id, self.post_title],
            "verb": self.verb,
            "object": [self.kind, self.object_id],
            "was": self.was,
            "now": self.now,
        }

    def seal(self, previous: str) -> None:
        """Tie the entry to the one before."""
        self.previous = previous
        self.hash = chain.link(previous, self.facts())


guard(Guard("history_entry", "UPDATE"), Guard("history_entry", "DELETE"))
