"""Sets an integrity plan in its official form: the covering letter, then the table across the page, signed."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Block, Cell, Document, Heading, PageBreak, Paragraph, Row, Table
from angikar.rules.frameworks import form_of, of_kind
from angikar.rules.frameworks.framework import Column, Framework
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.kinds.integrity_plan.facts import official_title
from angikar.rules.letters.printed import addressed, head, signature
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.plan_table.own_form import own_form_line
from angikar.rules.plan_table.write import figure_text, header

KIND = "integrity_plan"
_WIDTHS = {"activity": 4.2, "indicator": 2.6, "responsible": 2.4, "target": 1.6, "row_kind": 1.6, "remarks": 1.2}
_QUARTERS = ("q1", "q2", "q3", "q4")
_TARGET, _ACTUAL = "লক্ষ্যমাত্রা", "প্রকৃত অর্জন"


def write(plan: IntegrityPlan) -> Document:
    """The Document of a plan; reading it back gives the same content, but for the lines of the source."""
    form = form_of(KIND, plan.fiscal_year, form=plan.form) or of_kind(KIND)[-1]
    columns = form.columns_of(plan.fiscal_year or form.fiscal_years[-1])
    letter = tuple(_letter(plan))
    title = plan.title or official_title(form, plan.fiscal_year)
    between = (PageBreak(landscape=True),) if letter else ()
    blocks = (
        *letter,
        *between,
        *((Heading(plan.title, path="title"),) if plan.title else ()),
        *own_form_line(plan),
        *_names(plan, form),
        _table(plan, columns),
        *_signed(plan),
    )
    return Document(blocks, title, landscape=not letter)


def _letter(plan: IntegrityPlan) -> Iterator[Block]:
    covering = plan.covering
    if covering is not None:
        yield from head(covering.masthead, plan.letter, covering.subject)
        for index, text in enumerate(covering.body):
            yield Paragraph(text, align="justify", path=f"covering.body.{index}")
        if covering.enclosure is not None:
            yield Paragraph(f"সংলগ্নী: {covering.enclosure}")
        yield from (signature(each) for each in covering.signatories)
        yield from addressed(covering.addressees)


def _names(plan: IntegrityPlan, form: Framework) -> Iterator[Block]:
    level = "প্রতিষ্ঠানের নাম" if plan.counterpart is None and "/রাষ্ট্রীয়" in form.level else "দপ্তর/সংস্থার নাম"
    prefix = "মন্ত্রণালয়/বিভাগ/রাষ্ট্রীয় " if level.startswith("প্রতিষ্ঠান") else ""
    if plan.office is not None:
        yield Paragraph(f"{prefix}{level}: {plan.office}", strong=True, path="office")
    if plan.counterpart is not None:
        yield Paragraph(f"মন্ত্রণালয়/বিভাগের নাম: {plan.counterpart}", strong=True, path="counterpart")


def _table(plan: IntegrityPlan, columns: tuple[Column, ...]) -> Table:
    heading = header(columns)
    numbers = tuple(Cell(to_bangla(str(n)), align="center") for n in range(1, len(columns) + 1))
    rows = [row for index, area in enumerate(plan.areas) for row in _area(f"areas.{index}", area, columns)]
    widths = tuple(_WIDTHS.get(column.slot, 1.0) for column in columns)
    return Table((*heading, Row(numbers), *rows), len(heading) + 1, widths)


def _area(at: str, area: Area, columns: tuple[Column, ...]) -> Iterator[Row]:
    mark = f".....{to_bangla(area.weight)}" if area.weight is not None else ""
    yield Row((Cell(f"{to_bangla(area.code)}. {area.title}{mark}", len(columns), strong=True, path=at),))
    for index, activity in enumerate(area.activities):
        yield from _activity(f"{at}.activities.{index}", activity, columns)


def _activity(at: str, activity: Activity, columns: tuple[Column, ...]) -> Iterator[Row]:
    """Two rows for each indicator, the promise above its achievement; one row where there is no indicator."""
    title = f"{to_bangla(activity.code)} {activity.title}".strip()
    names = [column.slot for column in columns]
    if not activity.indicators:
        yield Row(tuple(Cell({"activity": title, "row_kind": _TARGET}.get(name, ""), path=at) for name in names))
    for index, row in enumerate(activity.indicators):
        tall = 2 * len(activity.indicators)
        first = (Cell(title, rowspan=tall, path=f"{at}.title"),) if index == 0 else ()
        here = f"{at}.indicators.{index}"
        yield Row((*first, *(_cell(name, row, here) for name in names if name != "activity")))
        after = [name for name in names if name in (*_QUARTERS, "row_kind", "total", "marks")]
        yield Row(tuple(_second(name, row, here) for name in after))


def _path(slot: str, here: str, quarters: str) -> str:
    """The path of the value of one column in the content; empty for what is only printed."""
    if slot in _QUARTERS:
        return f"{here}.quarter_{quarters}.{_QUARTERS.index(slot)}"
    name = {"indicator": "title", "unit": "unit_text", "baseline": "baselines"}.get(slot, slot)
    return "" if slot in {"row_kind", "total", "marks"} else f"{here}.{name}"


def _cell(slot: str, row: Indicator, here: str) -> Cell:
    path = _path(slot, here, "targets")
    if slot in _QUARTERS:
        return Cell(figure_text(row.quarter_targets[_QUARTERS.index(slot)]), align="center", path=path)
    words = {
        "indicator": row.title,
        "unit": row.unit_text or "",
        "responsible": ", ".join(row.responsible),
        "row_kind": _TARGET,
        "remarks": row.remarks or "",
    }
    figures = {"weight": (row.weight,), "target": row.target, "baseline": tuple(row.baselines.values())}
    text = words.get(slot, " ".join(figure_text(figure) for figure in figures.get(slot, ())))
    single = slot in {"row_kind", "total", "marks"}
    return Cell(text, rowspan=1 if single else 2, align="left" if slot in words else "center", path=path)


def _second(slot: str, row: Indicator, here: str) -> Cell:
    if slot == "row_kind":
        return Cell(_ACTUAL)
    actual = figure_text(row.quarter_actuals[_QUARTERS.index(slot)]) if slot in _QUARTERS else ""
    return Cell(actual, align="center", path=_path(slot, here, "actuals"))


def _signed(plan: IntegrityPlan) -> Iterator[Block]:
    yield from (signature(each) for each in plan.signatories)
