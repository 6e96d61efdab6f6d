"""The rows of a plan that an office above has fixed: what of them is, and that a change leaves them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from angikar.history.refusal import Refused
from angikar.papers import sentences
from angikar.papers.links.stored import part_of
from angikar.papers.models import Assignment, Paper

_FIXED = ("title", "unit", "unit_text", "counting", "weight", "target", "criteria")
"""What of a row is fixed; figures of past and coming years, quarters, posts and proofs are the office's own."""
Row = dict[str, Any]


def fixed_rows(content: Mapping[str, Any]) -> list[Row]:
    """The rows of a stored plan, each with its area and activity, and what of it is fixed."""
    return [
        {
            "area": [part_of(area), area["title"], area.get("weight")],
            "activity": activity["title"],
            **{name: row.get(name) for name in _FIXED},
        }
        for area in content.get("areas", ())
        for activity in area.get("activities", ())
        for row in activity.get("indicators", ())
    ]


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
