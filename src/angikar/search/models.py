"""Indexed: one row of the index, made of the row of another room that is found by it. IndexMade: by which rules all of them were made. SavedSearch: a
search that somebody keeps.
"""

from __future__ import annotations

from django.db import models

from angikar.offices.models import Officer


class IndexedKind(models.TextChoices):
    """What is found."""

    PAPER = "paper", "নথি"
    ASK = "ask", "যা করণীয়"
    DECISION = "decision", "সিদ্ধান্ত"
    IDEA = "idea", "ধারণা"
    REPORT = "report", "প্রতিবেদন"
    OFFICE = "office", "দপ্তর"
    POST = "post", "পদ ও কর্মকর্তা"


class Indexed(models.Model):
    """What is found by its words: the row `number` of its kind, of a paper the `part` that asks something. `terms` are the tokens of
    its words (`rules.bangla.asking`) and the marks of who may see it, of what kind, year, state and day it is (`search.marks`), a
    blank between them; `text` is what a result shows of it. Its number is its place among the results (`search.places`).
    """

    kind = models.CharField(max_length=10, choices=IndexedKind.choices)
    number = models.BigIntegerField()
    part = models.CharField(max_length=80, blank=True, default="")
    office_path = models.CharField(max_length=60, db_index=True)
    day = models.DateField(null=True)
    title = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    terms = models.TextField()

    class Meta:
        app_label = "search"
        ordering = ("kind", "number", "part")
        constraints = (models.UniqueConstraint(fields=("kind", "number", "part"), name="indexed_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number}: {self.title}"


class IndexMade(models.Model):
    """By which rules of spelling and sound the index was made, as `search.made` says them; one row at most."""

    rules = models.CharField(max_length=64)

    class Meta:
        app_label = "search"

    def __str__(self) -> str:
        return self.rules


class SavedSearch(models.Model):
    """A search that an officer keeps on his first page: its name, and what is looked for as the query of its address."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=10_000)

    class Meta:
        app_label = "search"
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name
