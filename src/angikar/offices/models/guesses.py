"""GuessCount: how often something was guessed wrongly; who guessed, and what, cannot be read from it."""

from __future__ import annotations

from django.db import models


class GuessCount(models.Model):
    """Wrong guesses under one key, which is a digest of who guesses what from where. `failed` is below zero where an address
    has earned room by right ones; `at` is the last guess, `came` the last right one.
    """

    key = models.CharField(max_length=32, primary_key=True)
    failed = models.FloatField(default=0)
    at = models.DateTimeField(db_index=True)
    came = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.key}: {self.failed:.1f}"
