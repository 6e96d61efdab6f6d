"""Entry: one thing that happened, who did it as which post, what it was before and what it is now. Checkpoint: what ties a
run of entries to all before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from django.db import models

from angikar.history.chain import digests
from angikar.history.triggers import Guard, guard

ERASED = "history.erase"
"""The verb of an entry about another one, of which something was emptied."""


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
    left = models.JSONField(null=True)
    """Digests of what the row holds afterwards, by part, where its model is remembered; entries from before know none."""
    of_paper = models.BigIntegerField(null=True)
    """The paper on whose pages it shows, 0 where it shows on none; `None` where it may show on any page of the house."""
    of_office = models.BigIntegerField(null=True)
    owed_to = models.BigIntegerField(null=True)
    """The offices in whose lists it shows besides: that which owes or files, that which looks it over."""
    previous = models.CharField(max_length=64, blank=True, default="")
    """Only in entries from before there were checkpoints: the digest of the entry before."""
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=("kind", "object_id"), name="history_of_object"),
            models.Index(fields=("of_paper", "id"), name="history_of_paper"),
            models.Index(fields=("of_office", "id"), name="history_of_office"),
            models.Index(fields=("owed_to", "id"), name="history_owed_to"),
        )

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
            **({} if self.left is None else {"left": self.left}),
        }

    def digest(self) -> str:
        """The digest that the entry must have."""
        return digests.link(self.previous, self.facts()) if self.previous else digests.digest(self.facts())


class Checkpoint(models.Model):
    """The entries after those of the checkpoint before, up to `upto`, tied to all before them. Written when no entry can come between
    any more; never changed, never deleted.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    upto = models.BigIntegerField(unique=True)
    count = models.IntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}: {self.count} entries up to {self.upto}"

    def digest(self, previous: str, entries: Sequence[tuple[int, str]]) -> str:
        """The digest that the checkpoint must have after that of the checkpoint before, over the numbers and digests of its entries."""
        facts = {
            "number": self.number,
            "at": self.at.astimezone(UTC).isoformat(),
            "upto": self.upto,
            "entries": entries,
        }
        return digests.link(previous, facts)


class ReceivedForm(models.Model):
    """A form that an action has taken, and how it was answered: whoever sends it again is answered so. Kept for some days."""

    person = models.BigIntegerField()
    key = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    answer = models.JSONField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "key"), name="a_form_is_taken_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.key[:12]}"


guard(Guard("history_entry", "UPDATE"), Guard("history_entry", "DELETE"))
guard(Guard("history_checkpoint", "UPDATE"), Guard("history_checkpoint", "DELETE"))
