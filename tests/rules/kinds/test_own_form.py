"""A plan in a form of its office's own says so in print, and is read by that form again."""

from __future__ import annotations

import pytest

from angikar.rules.frameworks import own_form
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.own_form import OWN_FORM

ROW = Indicator(
    code="1.1.1",
    title="প্রশিক্ষিত জনবল",
    unit="number",
    unit_text="সংখ্যা",
    weight="100",
    target=("10",),
    criteria=("10", "9", "8", "7", "6"),
)
QUARTERLY = ROW.model_copy(update={"weight": "50", "criteria": (), "quarter_targets": ("4", "2", "2", "2")})


def _plan(kind: str, row: Indicator, **more: object) -> Plan:
    area = Area(
        code="1", title="সেবা", weight=row.weight, activities=(Activity(code="1.1", title="কাজ", indicators=(row,)),)
    )
    whole = {"form": "own", "fiscal_year": "2026-27", "areas": (area,), "office": "নমুনা দপ্তর", **more}
    found = kind_named(kind).content.model_validate(whole)
    assert isinstance(found, Plan)
    return found


@pytest.mark.parametrize(
    ("kind", "subject", "row"),
    [("agreement", "", ROW), ("integrity_plan", "", QUARTERLY), ("reform_plan", "charter", ROW)],
)
def test_the_form_of_an_office_is_said_in_print_and_found_again(kind: str, subject: str, row: Indicator) -> None:
    titles = {"agreement": "বার্ষিক কর্মসম্পাদন চুক্তি", "integrity_plan": "জাতীয় শুদ্ধাচার কৌশল কর্ম-পরিকল্পনা, ২০২৬-২৭"}
    title = titles.get(kind, "সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন কর্মপরিকল্পনা, ২০২৬-২৭")
    made = _plan(kind, row, title=title, **({"subject": subject} if subject else {}))
    document = kind_named(kind).write(made)
    assert OWN_FORM in document.text
    reading = kind_named(kind).read(document, None)
    assert reading.framework == own_form(kind, subject).name
    assert reading.content.form == "own"
    assert reading.content.areas[0].activities[0].indicators[0].weight == row.weight
    assert "framework-unknown" not in {doubt.code for doubt in reading.doubts}
    usual = kind_named(kind).write(made.model_copy(update={"form": ""}))
    assert OWN_FORM not in usual.text
