"""An invented agreement that breaks no law, for the tests to break."""

from __future__ import annotations

from typing import Any

from angikar.rules.kinds.agreement import Agreement
from angikar.rules.kinds.agreement.content import Acronym, Dependency, EvidenceRow
from angikar.rules.letters.values import Signatory
from angikar.rules.plan import Activity, Area, Indicator, Outcome, OutcomeIndicator


def rows(area: str, *weights: str) -> tuple[Activity, ...]:
    """One activity and one indicator for each weight, under an invented area."""
    proof = {"responsible": ("পরিকল্পনা শাখা",), "evidence": ("সভার কার্যবিবরণী",)}
    return tuple(
        Activity(
            code=f"{area}.{n}",
            title=f"পাঠাগার সেবা {area}{n}",
            indicators=(
                Indicator(
                    code=f"{area}.{n}.1",
                    title=f"স্থাপিত পাঠাগার {area}{n}",
                    unit="number",
                    unit_text="পাঠাগারের সংখ্যা",
                    counting="sum",
                    weight=weight,
                    target=("12.5",),
                    criteria=("12.5", "11", "10", "9", "8"),
                    baselines={"2020-21": None, "2021-22": "7"},
                    projections={"2023-24": "14", "2024-25": None},
                    **proof,
                ),
            ),
        )
        for n, weight in enumerate(weights, start=1)
    )


DATED = Indicator(
    code="2.1.1",
    title="নীতিমালা প্রণীত",
    unit="date",
    unit_text="তারিখ",
    counting="date",
    weight="30",
    target=("2022-12-31",),
    criteria=("2022-12-31", "2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"),
    baselines={"2020-21": None, "2021-22": None},
    projections={"2023-24": None, "2024-25": None},
    responsible=("আইন শাখা",),
    evidence=("প্রজ্ঞাপন",),
)

MARKS = Indicator(
    code="1.1.1",
    title="শুদ্ধাচার কর্মপরিকল্পনা বাস্তবায়িত",
    unit="marks",
    unit_text="প্রাপ্ত নম্বর",
    counting="cumulative",
    weight="30",
    baselines={"2020-21": None, "2021-22": None},
    projections={"2023-24": None, "2024-25": None},
)

AREAS = (
    Area(code="1", title="পাঠাগার সম্প্রসারণ", weight="40", activities=rows("1", "25", "15")),
    Area(
        code="2",
        title="আইনি কাঠামো",
        weight="30",
        activities=(Activity(code="2.1", title="নীতিমালা", indicators=(DATED,)),),
    ),
    Area(
        part="governance",
        code="1",
        title="সুশাসন জোরদারকরণ",
        weight="30",
        activities=(Activity(code="1.1", title="শুদ্ধাচার কর্মপরিকল্পনা বাস্তবায়ন", indicators=(MARKS,)),),
    ),
)

PROOFS = tuple(
    EvidenceRow(
        code=row.code,
        activity=activity.title,
        title=row.title,
        implementer=row.responsible[0],
        evidence=row.evidence[0],
    )
    for area in AREAS
    if area.part == "own"
    for activity in area.activities
    for row in activity.indicators
)

OUTCOME = OutcomeIndicator(
    title="পাঠকের সংখ্যা বৃদ্ধি",
    unit="percent",
    unit_text="%",
    baselines={"2020-21": "40", "2021-22": "45"},
    target="50",
    projections={"2023-24": "55", "2024-25": "60"},
    jointly=("অর্থ বিভাগ", "পরিকল্পনা বিভাগ"),
    source="বার্ষিক প্রতিবেদন",
)

VALUES: dict[str, Any] = {
    "office": "গণপাঠাগার নমুনা অধিদপ্তর",
    "counterpart": "নমুনা বিভাগ, নমুনা মন্ত্রণালয়",
    "fiscal_year": "2022-23",
    "title": "বার্ষিক কর্মসম্পাদন চুক্তি",
    "areas": AREAS,
    "outcomes": (Outcome(title="সর্বজনীন পাঠাভ্যাস", indicators=(OUTCOME,)),),
    "annexes": {"1": "শব্দসংক্ষেপ (Acronyms)", "2": "কর্মসম্পাদন ব্যবস্থাপনা ও প্রমাণক", "3": "অন্য অফিসের সঙ্গে সংশ্লিষ্ট সূচক"},
    "signatories": (
        Signatory(post="মহাপরিচালক", office="গণপাঠাগার নমুনা অধিদপ্তর", role="first_party", signed_on="2022-06-26"),
        Signatory(post="সচিব", office="নমুনা বিভাগ, নমুনা মন্ত্রণালয়", role="second_party", signed_on="2022-06-26"),
    ),
    "overview": {"প্রধান অর্জনসমূহ": "৭টি পাঠাগার চালু হয়েছে।", "ভবিষ্যৎ পরিকল্পনা": "নতুন পাঠাগার।\nনতুন নীতিমালা।"},
    "vision": "সবার জন্য পাঠাগার।",
    "mission": "পাঠাগার সেবা সহজ করা।",
    "functions": ("পাঠাগার পরিচালনা", "পাঠক নিবন্ধন"),
    "acronyms": (Acronym(short="ই-বই", full="ইলেকট্রনিক বই"),),
    "evidence": PROOFS,
    "dependencies": (
        Dependency(
            activity="পাঠাগার সেবা 11",
            indicator="স্থাপিত পাঠাগার 11",
            office="গণপূর্ত অধিদপ্তর",
            how="সভা ও পত্র",
        ),
    ),
}


def sample(**changes: Any) -> Agreement:
    """The agreement of an invented office, with other values where some are given."""
    return Agreement(**(VALUES | changes))
