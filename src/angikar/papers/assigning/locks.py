"""The rows of a plan that an office above has fixed: that a change leaves them as they are."""

from __future__ import annotations

from angikar.history.refusal import Refused
from angikar.papers import sentences
from angikar.papers.models import Assignment, Paper
from angikar.rules.plan_table.making.fixed import fixed_rows


def refuse_fixed(fresh: Paper) -> None:
    """Refuse a changed content in which a row that the office above has fixed is missing or another. Raises `Refused`."""
    if "areas" not in fresh.content:
        return
    assignment = Assignment.objects.filter(paper=fresh).select_related("template__office").first()
    if assignment is None:
        return
    left = fixed_rows(fresh.content)
    for row in assignment.rows:
        if row not in left:
            raise Refused(sentences.ROW_FIXED, row=row["title"], office=assignment.template.office.name)
        left.remove(row)
