"""EnclosedFile: the file of an enclosure as a row of its paper; the digest in the content says which one, this row that it is the paper's."""

from __future__ import annotations

from django.db import models


class EnclosedFile(models.Model):
    """A file that was enclosed with a paper, under the name it was given there."""

    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="enclosed")
    file = models.ForeignKey("papers.File", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("paper", "file"), name="a_file_is_enclosed_once"),)

    def __str__(self) -> str:
        return self.name
