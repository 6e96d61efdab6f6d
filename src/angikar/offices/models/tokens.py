"""ApiToken: what a program shows in place of a sign-in; only its digest is stored."""

from __future__ import annotations

from django.db import models

from angikar.history.versions import NOWHERE, Shows
from angikar.offices.models.officers import Officer
from angikar.offices.models.offices import Office


class TokenScope(models.TextChoices):
    """What a token may be used for; its officer must be allowed to do the same by hand."""

    READ = "read", "পড়া"
    REPORT = "report", "প্রতিবেদন ও প্রাপ্তি স্বীকার"
    REVIEW = "review", "প্রতিবেদন গ্রহণ ও ফেরত"
    PAPERS = "papers", "কাগজ আনা, সংশোধন ও জারি"


class ApiToken(models.Model):
    """A token of one officer, up to and with the day `until`. `prefix` finds it, `digest` proves it. With an `office` it acts there
    alone, as the post its officer holds in it; without one it is personal. `minute` and `blocks` count how much of a minute's
    requests all workers together have taken; so `minute` also says when it was last used.
    """

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="tokens")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=12, unique=True)
    digest = models.CharField(max_length=64)
    scopes = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField()
    revoked_at = models.DateTimeField(null=True)
    minute = models.DateTimeField(null=True)
    blocks = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix})"

    def shows_in(self, verb: str) -> Shows:
        """Where an entry about a token shows: on no page with a version."""
        return NOWHERE
