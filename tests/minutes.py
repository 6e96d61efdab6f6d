"""Issued minutes of the department's committee."""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.duties.issue import issue
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from angikar.rules.letters.values import Letter, Signatory
from tests.world import World


def minutes_of(world: World, day: date, *decisions: MinutesDecision, on: date | None = None, **more: Any) -> Paper:
    """Minutes of a meeting of the department's committee held on a day with these decisions, issued that day or later."""
    items = (
        MinutesItem(number="1", title="গত সভার কার্যবিবরণী দৃঢ়ীকরণ"),
        MinutesItem(number="2", title="দূরবীন", discussion="আলোচনা হয়।", decisions=decisions),
    )
    frame = {
        "title": "নক্ষত্র কমিটির সভার কার্যবিবরণী",
        "body": "নক্ষত্র কমিটি",
        "month": f"{day:%Y-%m}",
        "date": day.isoformat(),
        "time": "11:00",
        "place": "সভাকক্ষ",
        "chair": "মহাপরিচালক",
        "letter": Letter(memo_number=f"88.01.0000.011.22.007.22-{day:%m%d}", date=day.isoformat()),
        "items": items,
        "signatories": (Signatory(name="ক খ গ", post="মহাপরিচালক", role="chair"),),
    }
    value = Minutes(**{**frame, **more})
    director, office = world.officers["director"], world.offices["department"]
    made = draft(director, office=office, kind="minutes", content=value.model_dump(mode="json", by_alias=True))
    return issue(made, by=director, day=on or day)
