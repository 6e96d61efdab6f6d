"""Assignment: that the draft of a plan was made from a template of an office above, and which of its rows are fixed."""

from __future__ import annotations

from django.db import models


class Assignment(models.Model):
    """The draft that an office got from a template: `rows` are the rows as they were given, which its office does not change; `version`
    is that of the template then. Where the template was given again since, `offered` are its areas with the shares of this office, as
    of `offered_version`; 0 where nothing is offered.
    """

    paper = models.OneToOneField("papers.Paper", on_delete=models.PROTECT, related_name="assignment")
    template = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="assigned")
    version = models.PositiveIntegerField()
    rows = models.JSONField()
    offered = models.JSONField(default=list)
    offered_version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.template_id} → {self.paper_id}"
