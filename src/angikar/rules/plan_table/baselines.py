"""What last year says about this year's targets: a running total cannot fall, a level already reached asks nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.check import at, bn
from angikar.rules.plan_table.order import is_date, reaches
from angikar.rules.reading import Doubt, plain_doubt


def baseline_laws(plan: Plan) -> Iterator[Doubt]:
    """`target-below-baseline`, `baseline-already-scores`: a running total goes on from last year's figure."""
    for path, _, _, row in plan.indicators():
        last = next((figure for _, figure in sorted(row.baselines.items(), reverse=True) if figure), None)
        criteria = [figure for figure in row.criteria if figure]
        if row.counting == "cumulative" and last and criteria and is_date(last) == is_date(criteria[0]):
            yield from _against(path, row, last, criteria)


def _against(path: str, row: Indicator, last: str, criteria: list[str]) -> Iterator[Doubt]:
    met = [level for level in criteria if reaches(last, level, criteria)]
    if criteria[0] in met and last != criteria[0]:
        yield plain_doubt(
            "target-below-baseline", "warning",
            f"সূচক [{bn(row.code)}]-এর গণনা ক্রমপুঞ্জিভূত, কিন্তু লক্ষ্যমাত্রা {bn(criteria[0])} গত অর্জন {bn(last)} থেকে কম।",
            f"Indicator [{row.code}] is a running total, but its target {criteria[0]} is below the last actual {last}.",
            f"{path}.criteria", at(row.lines),
        )  # fmt: skip
    elif met:
        levels, levels_bn = ", ".join(met), ", ".join(map(bn, met))
        yield plain_doubt(
            "baseline-already-scores", "warning",
            f"সূচক [{bn(row.code)}]-এর গত অর্জন {bn(last)}; নির্ণায়ক {levels_bn} আগেই অর্জিত।",
            f"The last actual of indicator [{row.code}] is {last}; the criteria {levels} are met already.",
            f"{path}.criteria", at(row.lines),
        )  # fmt: skip


def month_ends(plan: Plan) -> Iterator[Doubt]:
    """`date-near-month-end`: a day before the last of its month, where other rows of the same level name the last."""
    rows = [(path, row) for path, _, _, row in plan.indicators()]
    named = Counter((level, figure) for _, row in rows for level, figure in enumerate(row.criteria))
    for path, row in rows:
        for level, figure in enumerate(row.criteria):
            if figure is None or not is_date(figure):
                continue
            following = date.fromisoformat(figure) + timedelta(days=1)
            likely = following.isoformat()
            if (following + timedelta(days=1)).day == 1 and named[level, likely] > 1 and named[level, figure] == 1:
                yield plain_doubt(
                    "date-near-month-end", "info",
                    f"সূচক [{bn(row.code)}]-এ তারিখ {bn(figure)}; অন্য সূচকে একই স্তরে মাসের শেষ দিন {bn(likely)}।",
                    f"Indicator [{row.code}] names {figure}; other rows name the last of the month, {likely}.",
                    f"{path}.criteria.{level}", at(row.lines), likely,
                )  # fmt: skip
