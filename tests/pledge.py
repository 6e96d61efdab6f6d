"""Pledge: a kind of paper made for the tests of the rooms, so that they lean on no real kind's way of reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from angikar.rules.document import Document, Heading, Paragraph, Place
from angikar.rules.duty import Ask
from angikar.rules.kind import Kind
from angikar.rules.letters.values import Copy
from angikar.rules.plan import Activity, Area, Counting, Indicator, Plan
from angikar.rules.reading import Doubt, Reading
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.sentence import Sentence

if TYPE_CHECKING:
    from angikar.papers.models import Paper
    from tests.world import World

FRAMEWORK = "agreement-2022-23"
TITLE = "অঙ্গীকারনামা"
ISSUED = date(2022, 7, 3)
SMUDGE = Sentence("smudge", "দাগ আছে", "there is a smudge")
WEIGHT_SUM = Sentence("area-weight-sum", "{weight} ≠ {sum}", "{weight} ≠ {sum}")


class Pledge(Plan):
    """A plan that may also be sent to somebody."""

    subject: str | None = None
    addressees: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


def plan(
    *weights: str,
    whole: str = "10",
    responsible: str = "",
    year: str = "2022-23",
    counting: Counting = "sum",
    **more: Any,
) -> Pledge:
    """A pledge of one area with one number per weight."""
    indicators = tuple(
        Indicator(
            code=f"1.1.{number}",
            title=f"সূচক {number}",
            unit="number",
            counting=counting,
            weight=weight,
            target=("100",),
            criteria=("100", "90", "80", "70", "60"),
            responsible=(responsible,) if responsible else (),
        )
        for number, weight in enumerate(weights, 1)
    )
    area = Area(
        code="1", title="ক্ষেত্র", weight=whole, activities=(Activity(code="1.1", title="কাজ", indicators=indicators),)
    )
    return Pledge(title=TITLE, fiscal_year=year, areas=(area,), **more)


def _recognise(document: Document) -> int:
    return 60 if TITLE in document.text else 0  # reports about a pledge name it too


def _read(document: Document, framework: str | None) -> Reading[Pledge]:
    """The first word of the document is its title; a paragraph is the office, and has a smudge on it."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    smudge = Doubt(SMUDGE, "warning", {}, "office", Place(line=2), "নক্ষত্র অধিদপ্তর")
    content = plan("6", "4", whole="17", office=paragraphs[-1].text if paragraphs else None)
    return Reading("pledge", framework or FRAMEWORK, content, (smudge,))


def _check(content: Pledge, framework: str | None) -> Sequence[Doubt]:
    found = []
    for number, area in enumerate(content.areas):
        total = sum(Decimal(each.weight or 0) for activity in area.activities for each in activity.indicators)
        if Decimal(area.weight or 0) != total:
            path = f"areas.{number}.weight"
            facts = {"weight": area.weight or "", "sum": str(total)}
            found.append(Doubt(WEIGHT_SUM, "error", facts, path, suggestion=str(total)))
    return found


def _asks(content: Pledge, framework: str | None, issued: date) -> Sequence[Ask]:
    year = FiscalYear.parse(content.fiscal_year or "")
    asks = [
        Ask(
            kind="figure",
            key=f"own:{each.code}:q{quarter.number}",
            text=each.title,
            line=f"own:{each.code}",
            addressee="".join(each.responsible),
            quarter=quarter.number,
            opens=quarter.start.isoformat(),
            due=quarter.next.start.replace(day=15).isoformat(),
            counting=each.counting,
        )
        for _, _, _, each in content.indicators()
        for quarter in year.quarters
    ]
    asks += [
        Ask(kind="acknowledge", key=f"receipt:{to}", text="প্রাপ্তিস্বীকার", addressee=to, due="2022-07-05")
        for to in content.addressees
    ]
    return asks


def _write(content: Pledge) -> Document:
    return Document((Heading(content.title),), title=content.title)


PLEDGE = Kind("pledge", TITLE, "Pledge", Pledge, _recognise, _read, _check, _asks, _write)


def issued(world: World, *weights: str, **content: Any) -> Paper:
    """A pledge of the department with these weights, issued by its head on the day `ISSUED`."""
    director, office = world.officers["director"], world.offices["department"]
    value = plan(*weights, **content).model_dump(mode="json")
    from angikar.duties.issue import issue
    from angikar.papers.actions import draft

    made = draft(director, office=office, kind="pledge", framework=FRAMEWORK, content=value)
    return issue(made, by=director, day=ISSUED)
