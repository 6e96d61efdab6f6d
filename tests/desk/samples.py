"""Papers of the department as its screens want them: an agreement, a circular and minutes, all of them invented."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client

from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from angikar.rules.letters.values import Letter, Signatory
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.schedule.rule import Rule
from tests.world import World

LETTER = Letter(memo_number="88.01.0000.011.22.007.22-41", date="2022-10-13", bangla_date="1429-06-28")
REPORTED = {
    "f-day": "2022-10-14",
    "f-clock": "10:00",
    "f-place": "৩ নং ওয়ার্ড",
    "f-against": "একজন প্রার্থী",
    "f-what": "মিছিল",
    "f-source": "লিখিত অভিযোগ",
    "token": "one",
}
"""A breach as the set form sends it."""
WEIGHT = "areas.0.activities.0.indicators.0.weight"


def agreement(world: World, indicators: int = 3, **more: Any) -> Paper:
    """A draft agreement with so many indicators of one mark each, ten to an activity."""
    made = [
        Indicator(
            code=f"1.{number // 10 + 1}.{number % 10 + 1}",
            title=f"সূচক {number}",
            unit="number",
            unit_text="সংখ্যা",
            counting="sum",
            weight="1",
            target=("100",),
            criteria=("100", "90", "80", "70", "60"),
        )
        for number in range(indicators)
    ]
    activities = tuple(
        Activity(code=f"1.{start // 10 + 1}", title=f"কাজ {start}", indicators=tuple(made[start : start + 10]))
        for start in range(0, indicators, 10)
    )
    area = Area(code="1", title="নক্ষত্র গণনা", weight=str(indicators), activities=activities)
    value = Agreement(
        title="বার্ষিক কর্মসম্পাদন চুক্তি",
        fiscal_year="2022-23",
        office="নক্ষত্র অধিদপ্তর",
        counterpart="তারকা মন্ত্রণালয়",
        areas=(area,),
        signatories=(
            Signatory(post="মহাপরিচালক", office="নক্ষত্র অধিদপ্তর", role="first_party"),
            Signatory(post="সচিব", office="তারকা মন্ত্রণালয়", role="second_party"),
        ),
        **more,
    )
    return _drafted(world, "agreement", value, "agreement-2022-23")


def circular(world: World, **more: Any) -> Paper:
    """A draft circular to every district, which wants a receipt and a report each week until the anchor day."""
    weekly = (Rule.model_validate({"rule": "every", "days": 7, "from": "issue", "until": "anchor"}),)
    value = Circular(
        office="নক্ষত্র অধিদপ্তর",
        title="পরিপত্র-৩",
        number="3",
        subject="উল্কাবৃষ্টির প্রস্তুতি",
        letter=LETTER,
        acknowledgement=True,
        paragraphs=(CircularParagraph(number="1", title="প্রতিবেদন", codes=("1(ক)", "1(খ)")),),
        directives=(
            Directive(code="1(ক)", text="প্রতি সপ্তাহে প্রতিবেদন পাঠাতে হবে;", schedule=weekly),
            Directive(code="1(খ)", text="দূরবীন পরিষ্কার রাখতে হবে।", addressees=("উপজেলা ধূমকেতু অফিসার",)),
        ),
        addressees=more.pop("addressees", ("জেলা নক্ষত্র অফিসার (সকল)", "অচেনা দপ্তরের প্রধান")),
        signatories=(Signatory(name="ক খ গ", post="মহাপরিচালক", role="body"),),
        **more,
    )
    return _drafted(world, "circular", value)


def minutes(world: World, month: str = "2022-09", **more: Any) -> Paper:
    """Draft minutes with two decisions, one of them with a day, laid on the districts and on the clerk."""
    decisions = (
        MinutesDecision(
            text="প্রতিটি দূরবীনের তালিকা হালনাগাদ করতে হবে", implementers=("জেলা নক্ষত্র অফিসার (সকল)",), due="2022-10-20"
        ),
        MinutesDecision(text="পরবর্তী সভায় উল্কার ছবি দেখাতে হবে", implementers=("সহকারী পরিচালক (প্রশাসন)",)),
    )
    value = Minutes(
        title="নক্ষত্র কমিটির সভার কার্যবিবরণী",
        body="নক্ষত্র কমিটি",
        month=month,
        date=f"{month}-26",
        time="11:00",
        place="সভাকক্ষ",
        chair="মহাপরিচালক",
        letter=LETTER,
        items=(MinutesItem(number="1", title="দূরবীন", discussion="আলোচনা হয়।", decisions=decisions),),
        signatories=(Signatory(name="ক খ গ", post="মহাপরিচালক", role="chair"),),
        **more,
    )
    return _drafted(world, "minutes", value)


def _drafted(world: World, kind: str, value: Any, framework: str | None = None) -> Paper:
    content = value.model_dump(mode="json", by_alias=True)
    return draft(
        world.officers["director"], office=world.offices["department"], kind=kind, framework=framework, content=content
    )


def text(client: Client, url: str, status: int = 200, **headers: Any) -> str:
    """What a page says; the test ends here when it does not answer with that status."""
    response = client.get(url, **headers)
    assert response.status_code == status, (url, response.status_code, getattr(response, "url", ""))
    return response.content.decode()


def linked(page: str, rel: str) -> str:
    """Where a page links to its neighbour, `next` or `prev`."""
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    assert found, f"no link to the {rel} page"
    return unescape(found[1])


def said(client: Client, url: str, data: dict[str, Any]) -> str:
    """What the page says that a form leads to."""
    response = client.post(url, data, follow=True)
    assert response.status_code == 200
    return response.content.decode()
