"""The form of a reform plan: the framework in force for its reform and year, otherwise the latest one known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from angikar.rules.document import Table
from angikar.rules.finding import grid
from angikar.rules.frameworks import form_of, framework, of_kind
from angikar.rules.frameworks.framework import Column, Framework
from angikar.rules.kinds.reform_plan.content import Subject
from angikar.rules.plan import Form
from angikar.rules.plan_table.form import titles_over
from angikar.rules.plan_table.worded import ORDINALS, quarter_titled, slot_by_words

KIND = "reform_plan"
_HEAD = 4
"""Rows of a table, at most, that are its heading."""
WORDED = frozenset({"responsible", "evidence"})
"""The columns behind the figures, which only some plans print."""
_LEVEL = re.compile(r"অসাধারণ|উত্তম|চলতি মান|১০০\s*%")


def in_force(
    subject: Subject | None, fiscal_year: str | None, name: str | None = None, form: Form = ""
) -> Framework | None:
    """The framework named, or the one for the reform, the fiscal year and the form; `None` where none is known."""
    if name:
        return framework(name)
    return form_of(KIND, fiscal_year, subject, form) if subject else None


def latest(subject: Subject | None) -> Framework:
    """The latest form of the reform; all four print the same columns, so any will do where the reform is unknown."""
    return of_kind(KIND, subject or "information")[-1]


def columns_printed(columns: Sequence[Column], tables: Sequence[Table]) -> Sequence[Column]:
    """The columns as the tables print them: an office that gives one target instead of five levels has one column for it.

    One that words or orders its titles in its own way has them so, and one that plans by quarters has four columns more.
    """
    head = [text for table in tables for row in grid(table)[:_HEAD] for text in row.texts]
    stacks = next((found for table in tables if (found := titles_over(table))), [])
    if any(_LEVEL.search(text) for text in head):
        return with_quarters(columns) if any(quarter_titled(titles[-1]) for titles in stacks if titles) else columns
    slots = [_slot(titles, columns) for titles in stacks]
    if "weight" not in slots and "indicator" in slots:
        behind = slots.index("indicator")
        slots = ["weight" if slot == "area_weight" and place > behind else slot for place, slot in enumerate(slots)]
    named = dict(reversed([(slot, titles) for slot, titles in zip(slots, stacks, strict=True) if slot]))
    if not {"activity", "indicator", "criteria.1"} <= named.keys():
        return columns
    return [_column(slot, named[slot], columns) for slot in dict.fromkeys(slots) if slot]


def _slot(titles: Sequence[str], columns: Sequence[Column]) -> str | None:
    """What a column with these titles, the lowest last, holds; a quarter, a target, or one of the slots of the form."""
    for title in reversed(titles):
        if number := quarter_titled(title):
            return f"quarter.{number}"
        official = next((each.slot for each in columns if title in (each.heading, *each.aliases)), None)
        slot = official or slot_by_words(title)
        if slot is not None:
            return "criteria.1" if slot == "target" else slot
    return None


def _column(slot: str, titles: Sequence[str], columns: Sequence[Column]) -> Column:
    """The column of a slot under the titles printed over it, with those the form knows for it."""
    known = next((each for each in columns if each.slot == slot), None)
    names = (known.heading, *known.aliases) if known and not slot.startswith("criteria") else ()
    group = titles[0] if len(titles) > 1 else ""
    return Column(slot=slot, heading=titles[-1], group=group, aliases=names)


def with_quarters(columns: Sequence[Column]) -> Sequence[Column]:
    """The columns of a form and, behind its figures, those of a plan that is printed by quarters."""
    quarters = [Column(slot=f"quarter.{n}", heading=f"{name} ত্রৈমাসিক") for n, name in enumerate(ORDINALS, start=1)]
    words = [each for each in columns if each.slot in WORDED]
    return [*(each for each in columns if each.slot not in WORDED), *quarters, *words]


def columns_for(form: Framework, fiscal_year: str | None) -> Sequence[Column]:
    """The columns of a form with the years of the plan in their titles."""
    return form.columns_of(fiscal_year) if fiscal_year else form.columns
