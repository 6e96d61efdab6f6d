"""PaperSignature: that a post signed a paper, who did it, when and how; Unsigned: why a paper was issued without the signatures it needs."""

from __future__ import annotations

from django.db import models

from angikar.history.triggers import Guard, guard
from angikar.offices.models import Officer, Post

SIGNED = (
    "place",
    "post_id",
    "by_id",
    "name",
    "post_title",
    "office_name",
    "at",
    "way",
    "file__sha256",
    "hash",
    "certificate",
    "subject",
    "issuer",
    "verdict",
    "ended",
)
"""What entries about a paper remember of each of its signatures."""


class SigningWay(models.TextChoices):
    """How a paper was signed."""

    CERTIFICATE = "certificate", "নিজের সনদে"
    HOUSE = "house", "ব্যবস্থার সিলে, দ্বিতীয় ধাপের কোডে"
    PAPER = "paper", "কাগজে"


class PaperSignature(models.Model):
    """One signature of a paper. The post signs; name, post and office are kept as they were on that day. `place` is the place of the
    party, from 0. `file` is the PDF with this signature and all before it, or the scan of what was signed on paper; `hash` is what the paper
    said then. `certificate`, `subject` and `issuer` are those of the certificate, `verdict` what it was found worth when it was
    taken in; of a scan how much of the paper's text it holds. `ended` is set when the paper went back to the draft: what was signed is then no more what is to be issued.
    """

    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="signatures")
    place = models.PositiveSmallIntegerField()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    post_title = models.CharField(max_length=300)
    office_name = models.CharField(max_length=300)
    at = models.DateTimeField()
    way = models.CharField(max_length=12, choices=SigningWay.choices)
    file = models.ForeignKey("papers.File", on_delete=models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    certificate = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    issuer = models.CharField(max_length=500, blank=True)
    verdict = models.JSONField(default=dict)
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering = ("paper_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("paper", "place"), condition=models.Q(ended=None), name="a_party_signs_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.name}, {self.post_title}"


class Unsigned(models.Model):
    """Why a paper was issued without the signatures of both parties, by whose word."""

    paper = models.OneToOneField("papers.Paper", on_delete=models.PROTECT, related_name="unsigned")
    reason = models.TextField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.reason}"


guard(
    Guard("papers_papersignature", "DELETE"),
    Guard(
        "papers_papersignature",
        "UPDATE",
        columns=("paper_id", "place", "post_id", "by_id", "name", "at", "way", "file_id", "hash"),
    ),
    Guard("papers_unsigned", "UPDATE"),
    Guard("papers_unsigned", "DELETE"),
)
