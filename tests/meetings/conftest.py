"""Minutes of the department's committee, meeting after meeting, as the tests of meetings want them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from angikar.duties.issue import issue
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Role
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from angikar.rules.letters.values import Letter, Signatory
from tests.world import World

Held = Callable[..., Paper]


@pytest.fixture
def committee(world: World) -> Body:
    """The committee of the department: its head leads, the focal point keeps its papers, the districts sit in it."""
    seats = (
        NewMember(post=world.posts["director"], role=Role.CHAIR),
        NewMember(post=world.posts["focal"], role=Role.SECRETARY),
        NewMember(post=world.posts["north_head"]),
        NewMember(post=world.posts["south_head"]),
    )
    return form(world.offices["department"], "নক্ষত্র কমিটি", seats, day=date(2022, 7, 1), by=world.officers["director"])


@pytest.fixture
def held(world: World) -> Held:
    """Issue the minutes of a meeting held on a day with these decisions, some days later."""

    def issued(day: date, *decisions: MinutesDecision, on: date | None = None, **more: Any) -> Paper:
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

    return issued
