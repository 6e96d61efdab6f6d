"""The laws every plan must keep, whoever wrote it: codes, weights, units, criteria, dates and baselines.

Each law takes a plan and yields the Doubts of its breaches; `plan_laws` runs them all. An error keeps a paper from
being issued, a warning is for the eye of the person who signs, an info tells what could be meant otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from angikar.rules.bangla.digits import canonical, to_bangla
from angikar.rules.document import NOWHERE, Place
from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Activity, Area, Indicator, Plan
from angikar.rules.plan_table.order import is_date, one_way
from angikar.rules.plan_table.repair import Figures, Law, sole_repair
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.spelling.prose import prose_laws


def plan_laws(plan: Plan, framework: Framework | None) -> Iterator[Doubt]:
    """Every breach of the laws all plans share."""
    yield from area_weights(plan, framework)
    yield from totals(plan, framework)
    yield from codes(plan)
    yield from units(plan)
    yield from dates(plan)
    if framework is not None and framework.scoring != "none":
        yield from missing(plan, framework)
    yield from orders(plan, len(framework.levels) if framework else 0)
    yield from letter_year(plan)
    yield from prose_laws(plan)


def at(lines: Iterable[int]) -> Place:
    """The place of the first of the lines a value was read from."""
    first = next(iter(lines), None)
    return NOWHERE if first is None else Place(line=first)


def bn(figure: str) -> str:
    """A canonical figure as a Bangla sentence shows it; a date by day, month, year."""
    return to_bangla(".".join(reversed(figure.split("-"))) if is_date(figure) else figure)


def area_weights(plan: Plan, framework: Framework | None) -> Iterator[Doubt]:
    """`area-weight-sum`: the weights of an area's indicators add up to the area's own."""
    for index, area in enumerate(plan.areas):
        rows = [(f"{path}.weight", row) for path, its, _, row in plan.indicators() if its is area]
        weights = {path: row.weight for path, row in rows if row.weight is not None}
        if area.weight is None or not rows or len(weights) < len(rows):
            continue
        total = _added(weights.values())
        if total != Decimal(area.weight):
            own = f"areas.{index}.weight"
            repair = sole_repair({own: area.weight, **weights}, _weighing(plan, framework, own), led=[own])
            path, likely = repair.single(own) if repair else (own, None)
            lines = {own: area.lines, **{where: row.lines for where, row in rows}}[path]
            made = canonical(total)
            yield plain_doubt(
                "area-weight-sum", "error",
                f"[{bn(area.code)}] ক্ষেত্রের মান {bn(area.weight)}, কিন্তু এর সূচকগুলোর মানের যোগফল {bn(made)}।"
                + (repair.reason if repair else ""),
                f"Area [{area.code}] weighs {area.weight}, but its indicators add up to {made}."
                + (repair.reason_en if repair else ""),
                path, at(lines), likely,
            )  # fmt: skip


def _weighing(plan: Plan, framework: Framework | None, own: str) -> Law:
    """The area's rows add up to it; and, where they did, all areas still to what the form fixes."""
    others = [area.weight for index, area in enumerate(plan.areas) if f"areas.{index}.weight" != own]
    before = _added(area.weight for area in plan.areas if area.weight is not None)
    total = framework.total if framework and framework.total and before == Decimal(framework.total) else None

    def holds(figures: Figures) -> bool:
        rows = _added(figure for path, figure in figures.items() if path != own)
        whole = _added(weight for weight in (*others, figures[own]) if weight is not None)
        return rows == Decimal(figures[own]) and (total is None or whole == Decimal(total))

    return holds


def _added(figures: Iterable[str]) -> Decimal:
    return sum(map(Decimal, figures), Decimal(0))


def totals(plan: Plan, framework: Framework | None) -> Iterator[Doubt]:
    """`plan-weight-total`, `part-weight-total`: the areas add up to what the form fixes for the whole and each part."""
    if (
        framework is None
        or framework.total is None
        or not plan.areas
        or any(area.weight is None for area in plan.areas)
    ):
        return
    total = canonical(sum((Decimal(area.weight or 0) for area in plan.areas), Decimal(0)))
    if Decimal(total) != Decimal(framework.total):
        yield plain_doubt(
            "plan-weight-total", "error",
            f"সব ক্ষেত্রের মানের যোগফল {bn(total)}, হওয়ার কথা {bn(framework.total)}।",
            f"All areas together weigh {total} and should weigh {framework.total}.", "areas",
        )  # fmt: skip
    for part, expected in framework.parts.items():
        found = canonical(sum((Decimal(area.weight or 0) for area in plan.areas if area.part == part), Decimal(0)))
        if Decimal(found) != Decimal(expected):
            name = "নিজস্ব" if part == "own" else "সুশাসন ও সংস্কারমূলক"
            yield plain_doubt(
                "part-weight-total", "error",
                f"{name} অংশের মানের যোগফল {bn(found)}, হওয়ার কথা {bn(expected)}।",
                f"The {part} part weighs {found} and should weigh {expected}.", "areas",
            )  # fmt: skip


def codes(plan: Plan) -> Iterator[Doubt]:
    """`code-sequence`, `code-duplicate`, `code-parent`: codes count from 1, stand once, begin with the parent's."""
    for part in ("own", "governance"):
        areas = [(f"areas.{i}", area) for i, area in enumerate(plan.areas) if area.part == part]
        yield from _sequence("", [(path, area.code, at(area.lines)) for path, area in areas])
        for path, area in areas:
            yield from _activity_codes(path, area)
    seen: set[tuple[str, str]] = set()
    for path, area, _, indicator in plan.indicators():
        known = len(seen)
        seen.add((area.part, indicator.code))
        if len(seen) == known:  # the first of two alike is taken for the right one
            yield _code_doubt("code-duplicate", f"{path}.code", at(indicator.lines), (indicator.code, ""))


def _activity_codes(path: str, area: Area) -> Iterator[Doubt]:
    activities = [(f"{path}.activities.{j}", activity) for j, activity in enumerate(area.activities)]
    yield from _sequence(area.code, [(p, activity.code, _first_line(activity)) for p, activity in activities])
    for where, activity in activities:
        rows = [(f"{where}.indicators.{k}", row.code, at(row.lines)) for k, row in enumerate(activity.indicators)]
        yield from _sequence(activity.code, rows)


def _first_line(activity: Activity) -> Place:
    return at(line for indicator in activity.indicators for line in indicator.lines)


def _sequence(parent: str, children: Iterable[tuple[str, str, Place]]) -> Iterator[Doubt]:
    """The codes under one parent: each begins with the parent's, its last number is its rank."""
    for number, (path, code, place) in enumerate(children, start=1):
        head, _, last = code.rpartition(".")
        expected = f"{parent}.{number}" if parent else str(number)
        if head != parent:
            yield _code_doubt("code-parent", f"{path}.code", place, (code, expected))
        elif last != str(number):
            yield _code_doubt("code-sequence", f"{path}.code", place, (code, expected))


def _code_doubt(name: str, path: str, place: Place, said: tuple[str, str]) -> Doubt:
    code, expected = said
    what = {
        "code-parent": (
            "তার ক্ষেত্র বা কার্যক্রমের কোডের সঙ্গে মেলে না",
            "does not begin with the code of what it stands under",
        ),
        "code-sequence": ("ক্রম অনুযায়ী নয়", "is out of sequence"),
        "code-duplicate": ("এই অংশে আগেই আছে", "stands in its part already"),
    }[name]
    hint, hint_en = (f"; হওয়ার কথা [{bn(expected)}]", f"; [{expected}] was expected") if expected else ("", "")
    return plain_doubt(
        name, "warning" if name == "code-sequence" else "error", f"কোড [{bn(code)}] {what[0]}{hint}।",
        f"Code [{code}] {what[1]}{hint_en}.", path, place, expected or None,
    )  # fmt: skip


_MISSING = {"weight": "weight-missing", "unit": "unit-missing", "counting": "counting-missing"}


def missing(plan: Plan, framework: Framework) -> Iterator[Doubt]:
    """`weight-missing`, `unit-missing`, `counting-missing`: what the form has a column for and scoring needs."""
    columns = {column.slot for column in framework.columns}
    for path, _, _, row in plan.indicators():
        for slot, value, word in (
            ("weight", row.weight, "মান"), ("unit", row.unit, "একক"), ("counting", row.counting, "গণনা পদ্ধতি"),
        ):  # fmt: skip
            if value is None and slot in columns:
                yield plain_doubt(
                    _MISSING[slot], "error", f"সূচক [{bn(row.code)}]-এর {word} নেই।",
                    f"Indicator [{row.code}] has no {slot}.", f"{path}.{slot}", at(row.lines),
                )  # fmt: skip


def units(plan: Plan) -> Iterator[Doubt]:
    """`unit-value-mismatch`: a date is measured by dates, everything else by numbers; what is promised by days alone is a date."""
    for path, _, _, row in plan.indicators():
        figures = [figure for figure in (*row.target, *row.criteria) if figure]
        wrong = [figure for figure in figures if row.unit is not None and is_date(figure) != (row.unit == "date")]
        if wrong:
            unit = row.unit_text or str(row.unit)
            yield plain_doubt(
                "unit-value-mismatch", "error",
                f"সূচক [{bn(row.code)}]-এর একক “{unit}”, কিন্তু লক্ষ্যমাত্রা “{bn(wrong[0])}”।",
                f"Indicator [{row.code}] is measured in “{unit}”, but its target is “{wrong[0]}”.",
                f"{path}.unit", at(row.lines), "date" if all(map(is_date, figures)) else None,
            )  # fmt: skip


def dates(plan: Plan) -> Iterator[Doubt]:
    """`date-outside-year`: every dated target lies in the plan's own fiscal year."""
    name = canonical_year(plan.fiscal_year or "")
    if name is None:
        return
    year = FiscalYear.parse(name)
    for path, _, _, row in plan.indicators():
        days = dict.fromkeys(figure for figure in (*row.target, *row.criteria) if figure and is_date(figure))
        for day in days:
            if date.fromisoformat(day) not in year:
                yield plain_doubt(
                    "date-outside-year", "error",
                    f"সূচক [{bn(row.code)}]-এর তারিখ {bn(day)} {year.written()} অর্থবছরের বাইরে।",
                    f"Indicator [{row.code}] names {day}, outside the fiscal year {year}.",
                    f"{path}.criteria", at(row.lines),
                )  # fmt: skip


def letter_year(plan: Plan) -> Iterator[Doubt]:
    """`letter-outside-year`: a plan is sent within its fiscal year or the year before it."""
    name, sent = canonical_year(plan.fiscal_year or ""), plan.letter.date
    if name is None or sent is None:
        return
    year = FiscalYear.parse(name)
    if not year.shifted(-1).start <= date.fromisoformat(sent) <= year.end:
        yield plain_doubt(
            "letter-outside-year", "warning", f"পত্রের তারিখ {bn(sent)}, পরিকল্পনা {year.written()} অর্থবছরের।",
            f"The letter is dated {sent}, the plan is of the fiscal year {year}.", "letter.date",
        )  # fmt: skip


def orders(plan: Plan, levels: int) -> Iterator[Doubt]:
    """`criteria-not-monotone`, `criteria-count`: criteria go one way from best to worst, one for each level."""
    for path, _, _, row in plan.indicators():
        filled = [figure for figure in row.criteria if figure]
        if not one_way(filled):
            said = " / ".join(filled)
            yield plain_doubt(
                "criteria-not-monotone", "error",
                f"সূচক [{bn(row.code)}]-এর নির্ণায়কগুলো ক্রমানুসারে নয়: {' / '.join(map(bn, filled))}।",
                f"The criteria of indicator [{row.code}] do not go one way: {said}.", f"{path}.criteria", at(row.lines),
            )  # fmt: skip
        if levels and row.unit != "marks":
            yield from _count(path, row, len(filled), levels)


def _count(path: str, row: Indicator, filled: int, levels: int) -> Iterator[Doubt]:
    """Some official rows fill only the upper levels: that is told, none at all is an error."""
    if filled < levels:
        yield plain_doubt(
            "criteria-count", "info" if filled else "error",
            f"সূচক [{bn(row.code)}]-এ {bn(str(levels))}টির মধ্যে {bn(str(filled))}টি নির্ণায়ক আছে।",
            f"Indicator [{row.code}] has {filled} of {levels} criteria.", f"{path}.criteria", at(row.lines),
        )  # fmt: skip
