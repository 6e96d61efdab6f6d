"""A department's year with plans inside its plan: an agreement of 2021-22 and the five plans its governance part rests on.

The rows are those that the forms themselves print; every row is measured in hundredths of its target.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.duties.actions import accept, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.actions import draft
from angikar.papers.doubts import still_open
from angikar.papers.links.actions import link_plan
from angikar.papers.models import Paper
from angikar.papers.settling.actions import settle
from angikar.rules.duty import Answer
from angikar.rules.frameworks import framework
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.plan import Activity, Area, Indicator, IndicatorId
from tests.signed import ON_PAPER
from tests.world import World

YEAR = "2021-22"
ISSUED = date(2022, 7, 3)
REPORTED = date(2022, 7, 10)
FULL = ("100", "90", "80", "70", "60")
PLANS = ("integrity", "innovation", "grievance", "charter", "information")


def agreement(world: World) -> Paper:
    """The agreement as a draft: one row of its own, and the five rows of the form that stand for whole plans."""
    law = framework(f"agreement-{YEAR}")
    rows = [
        Activity(
            code=f"1.{number}",
            title=link.title,
            indicators=(
                Indicator(
                    code=f"1.{number}.1", title=link.title, unit="marks", counting="cumulative", weight=link.marks
                ),
            ),
        )
        for number, link in enumerate(law.links, 1)
    ]
    own = Activity(code="1.1", title="দূরবীন মেরামত", indicators=(_row("1.1.1", "মেরামত করা দূরবীন", "70"),))
    value = Agreement(
        title="বার্ষিক কর্মসম্পাদন চুক্তি",
        fiscal_year=YEAR,
        office="নক্ষত্র অধিদপ্তর",
        counterpart="তারকা মন্ত্রণালয়",
        areas=(
            Area(code="1", title="নক্ষত্র গণনা", weight="70", activities=(own,)),
            Area(part="governance", code="1", title="সুশাসন", weight="30", activities=tuple(rows)),
        ),
    )
    return drafted(world, "agreement", value, law.name)


def inner(world: World, subject: str, *, year: str = YEAR, office: str = "department") -> Paper:
    """One of the five plans as a draft, with the rows its form prints."""
    kind = "integrity_plan" if subject == "integrity" else "reform_plan"
    law = framework(f"integrity-{YEAR}" if subject == "integrity" else f"reform-{subject}-{YEAR}")
    areas, left = [], list(law.rows)
    for area in law.areas:
        room, rows = int(area.weight or 0), []
        while left and int(left[0].weight) <= room:
            row = left.pop(0)
            room -= int(row.weight)
            rows.append(_row(row.code, row.title, row.weight))
        if room:
            rows.append(_row(f"{area.code}.99.1", "নিজস্ব কাজ", str(room)))
        activities = tuple(Activity(code=each.code[:-2], title=each.title, indicators=(each,)) for each in rows)
        areas.append(Area(code=area.code, title=area.title or "অন্যান্য", weight=area.weight, activities=activities))
    common: dict[str, Any] = {"title": law.title, "fiscal_year": year, "office": "নক্ষত্র অধিদপ্তর", "areas": tuple(areas)}
    value = IntegrityPlan(**common) if kind == "integrity_plan" else ReformPlan(subject=subject, **common)
    return drafted(world, kind, value, law.name, office)


def drafted(world: World, kind: str, value: Any, law: str, office: str = "department") -> Paper:
    """A draft of an office."""
    by = world.officers["director" if office == "department" else f"{office}_head"]
    content = value.model_dump(mode="json", by_alias=True)
    return draft(by, office=world.offices[office], kind=kind, framework=law, content=content)


def issued(world: World, paper: Paper, day: date = ISSUED) -> Paper:
    """The draft issued by the department's head, who keeps whatever the checks say of it."""
    head = world.officers["director"]
    paper.refresh_from_db()
    for doubt in still_open(paper.doubts):
        paper = settle(paper, doubt.key, "keep", version=paper.version, by=head, words="পরীক্ষার কাগজ")
    return issue(paper, by=head, day=day, focal=True, unsigned=ON_PAPER)


def reported(world: World, paper: Paper, value: str, *, accepted: bool = True, day: date = REPORTED) -> None:
    """Report the same figure for the last quarter of every row, and have it accepted."""
    for duty in Duty.objects.filter(paper=paper, quarter=4):
        said = report(duty, by=world.officers["focal"], answer=Answer(value=value), today=day)
        if accepted:
            accept(said, by=world.officers["secretary"], today=day)


def linked(world: World, paper: Paper, plans: dict[str, Paper]) -> Paper:
    """Link each plan to its row, by the order of the form's links."""
    for number, name in enumerate(PLANS, 1):
        if name in plans:
            line = IndicatorId("governance", f"1.{number}.1")
            link_plan(paper, line, plans[name], by=world.officers["director"], version=paper.version)
            paper.refresh_from_db()
    return paper


def _row(code: str, title: str, weight: str) -> Indicator:
    return Indicator(
        code=code,
        title=title,
        unit="number",
        unit_text="সংখ্যা",
        counting="sum",
        weight=weight,
        target=("100",),
        criteria=FULL,
    )
