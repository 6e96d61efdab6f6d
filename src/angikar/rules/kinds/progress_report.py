"""The progress report of a plan for one quarter: what was promised and what was done, quarter by quarter, and its marks.

It is drawn from a scorecard, never typed. The house reads back its own PDF, which carries the report inside it; a
progress report from elsewhere is not understood, and `read` says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Row, Table
from angikar.rules.duty import Ask
from angikar.rules.frameworks.framework import Column
from angikar.rules.kind import Kind
from angikar.rules.letter import Content, Signatory
from angikar.rules.letterform import signature
from angikar.rules.plan import EMPTY_QUARTERS, Activity, Counting, Indicator, Part, Plan, Quarters
from angikar.rules.plan_table.write import BANNERS, METHODS, coded, figure_text, header
from angikar.rules.reading import Doubt, Reading
from angikar.rules.scoring.lines import LineScore, State
from angikar.rules.scoring.scorecard import AreaScore, Scorecard

KIND = "progress_report"
ORDINALS = ("১ম", "২য়", "৩য়", "৪র্থ")
_STATES: dict[State | None, str] = {
    "not_reported": "প্রতিবেদন নেই",
    "not_due": "সময় হয়নি",
    "not_applicable": "প্রযোজ্য নয়",
}
_COLUMNS = (
    Column(slot="activity", heading="কার্যক্রম"),
    Column(slot="indicator", heading="কর্মসম্পাদন সূচক"),
    Column(slot="unit", heading="একক ও গণনা পদ্ধতি"),
    Column(slot="weight", heading="সূচকের মান"),
    Column(slot="target", heading="লক্ষ্যমাত্রা"),
    Column(slot="row_kind", heading="লক্ষ্যমাত্রা/ অর্জন"),
    *(
        Column(slot=f"q{number}", heading=f"{ordinal} ত্রৈমাসিক", group="ত্রৈমাসিক লক্ষ্যমাত্রা ও অর্জন")
        for number, ordinal in enumerate(ORDINALS, start=1)
    ),
    Column(slot="actual", heading="মোট অর্জন"),
    Column(slot="claimed", heading="দাবিকৃত নম্বর"),
    Column(slot="accepted", heading="গৃহীত নম্বর"),
)
_WIDTHS = (2.4, 2.4, 1.3, 0.9, 1.3, 1.4, 1.2, 1.2, 1.2, 1.2, 1.2, 1.1, 1.1)


class ProgressRow(Content):
    """One indicator: `actual` is the year's figure so far, `claimed` and `accepted` its marks (both `None` where there are none)."""

    code: str
    activity: str
    title: str
    unit_text: str | None = None
    counting: Counting | None = None
    weight: str | None = None
    target: tuple[str, ...] = ()
    quarter_targets: Quarters = EMPTY_QUARTERS
    quarter_actuals: Quarters = EMPTY_QUARTERS
    quarter_states: tuple[State | None, State | None, State | None, State | None] = (None, None, None, None)
    actual: str | None = None
    claimed: str | None = None
    accepted: str | None = None


class ProgressArea(Content):
    """One area and the sums of its marks."""

    part: Part = "own"
    code: str
    title: str
    weight: str | None = None
    claimed: str | None = None
    accepted: str | None = None
    rows: tuple[ProgressRow, ...] = ()


class ProgressReport(Content):
    """The report of `quarter` (1-4) of a fiscal year as it stood on a day (`on`, ISO); `plan` is the title of the plan it answers."""

    version: int = 1
    office: str | None = None
    counterpart: str | None = None
    fiscal_year: str | None = None
    plan: str = ""
    title: str = ""
    quarter: int = 4
    on: str = ""
    areas: tuple[ProgressArea, ...] = ()
    claimed: str | None = None
    accepted: str | None = None
    signatories: tuple[Signatory, ...] = ()


def draw(plan: Plan, card: Scorecard, quarter: int, signatories: Iterable[Signatory] = ()) -> ProgressReport:
    """The report of a quarter from the scorecard of its plan, which must count nothing after that quarter."""
    promised = {(area.part, each.code): (activity, each) for _, area, activity, each in plan.indicators()}
    return ProgressReport(
        office=plan.office,
        counterpart=plan.counterpart,
        fiscal_year=plan.fiscal_year,
        plan=plan.title,
        title=f"{ORDINALS[quarter - 1]} ত্রৈমাসিক অগ্রগতি প্রতিবেদন",
        quarter=quarter,
        on=card.on.isoformat(),
        areas=tuple(_area(area, promised, quarter) for area in card.areas),
        claimed=card.claimed,
        accepted=card.accepted,
        signatories=tuple(signatories),
    )


def _area(area: AreaScore, promised: dict[tuple[Part, str], tuple[Activity, Indicator]], quarter: int) -> ProgressArea:
    rows = tuple(_row(line, *promised[line.part, line.code], quarter) for line in area.lines)
    return ProgressArea(
        part=area.part, code=area.code, title=area.title, weight=area.weight,
        claimed=area.claimed, accepted=area.accepted, rows=rows,
    )  # fmt: skip


def _row(line: LineScore, activity: Activity, indicator: Indicator, quarter: int) -> ProgressRow:
    """What lies after the quarter is nobody's failing yet: it has no state."""
    first, second, third, fourth = (
        state if number <= quarter else None for number, state in enumerate(line.quarter_states, start=1)
    )
    return ProgressRow(
        code=line.code,
        activity=coded(activity.code, activity.title),
        title=line.title,
        unit_text=indicator.unit_text,
        counting=line.counting,
        weight=line.weight,
        target=indicator.target or tuple(filter(None, indicator.criteria[:1])),
        quarter_targets=indicator.quarter_targets,
        quarter_actuals=line.quarters,
        quarter_states=(first, second, third, fourth),
        actual=line.claimed.actual if line.claimed else None,
        claimed=line.claimed.marks if line.claimed else None,
        accepted=line.accepted.marks if line.accepted else None,
    )


def recognise(document: Document) -> int:
    """Always 0: what the house printed carries its kind inside, and a foreign report is not taken for one of ours."""
    return 0


def read(document: Document, framework: str | None) -> Reading[ProgressReport]:
    """The report a PDF of our own carries; from any other document nothing, with the doubt that says why."""
    try:
        carried = json.loads(document.attached or "{}")
        content = ProgressReport.model_validate(carried["content"])
    except (ValueError, KeyError, TypeError):  # not JSON, or not that of a progress report
        foreign = Doubt(
            "progress-report-foreign", "error",
            "শুধু অঙ্গীকার থেকে ছাপা অগ্রগতি প্রতিবেদন (PDF) পড়া যায়।",
            "Only a progress report printed here (as PDF) can be read back.",
        )  # fmt: skip
        return Reading(KIND, framework, ProgressReport(), (foreign,))
    return Reading(KIND, framework, content)


def check(report: ProgressReport, framework: str | None) -> tuple[Doubt, ...]:
    """`marks-sum`: the marks of rows make up those of their area, and those of areas the whole."""
    areas = (doubt for index, area in enumerate(report.areas) for doubt in _sum_of(f"areas.{index}", area, area.rows))
    return (*areas, *_sum_of("", report, report.areas))


def _sum_of(
    path: str, whole: ProgressArea | ProgressReport, parts: tuple[ProgressArea, ...] | tuple[ProgressRow, ...]
) -> Iterator[Doubt]:
    sums = {
        "claimed": (whole.claimed, [part.claimed for part in parts]),
        "accepted": (whole.accepted, [part.accepted for part in parts]),
    }
    for name, (said, marks) in sums.items():
        total = sum((Decimal(mark) for mark in marks if mark is not None), Decimal(0))
        if said is not None and Decimal(said) != total:
            yield Doubt(
                "marks-sum", "error", f"নম্বরের যোগফল {to_bangla(str(total))}, কিন্তু লেখা আছে {to_bangla(said)}।",
                f"The marks add up to {total}, but {said} is written.", f"{path}.{name}".lstrip("."), suggestion=str(total),
            )  # fmt: skip


def asks(report: ProgressReport, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """A report answers; it asks nothing."""
    return ()


def write(report: ProgressReport) -> Document:
    """The report in its form: who reports on what, one table across the page, the signatures."""
    return Document(tuple(_blocks(report)), report.title, landscape=True)


def _blocks(report: ProgressReport) -> Iterator[Block]:
    yield Heading(report.title, path="title")
    about = (report.plan, f"অর্থবছর {to_bangla(report.fiscal_year)}" if report.fiscal_year else "")
    yield Paragraph(", ".join(filter(None, about)), align="center", strong=True)
    if report.office is not None:
        yield Paragraph(f"দপ্তর/সংস্থার নাম: {report.office}", strong=True, path="office")
    if report.counterpart is not None:
        yield Paragraph(f"যাঁর নিকট দাখিল: {report.counterpart}", strong=True, path="counterpart")
    if report.on:
        yield Paragraph(f"হিসাবের তারিখ: {write_date(date.fromisoformat(report.on))}")
    yield _table(report)
    yield from (signature(each) for each in report.signatories)


def _table(report: ProgressReport) -> Table:
    head = header(_COLUMNS)
    numbers = Row(tuple(Cell(to_bangla(str(number)), align="center") for number in range(1, len(_COLUMNS) + 1)))
    rows = (row for index, area in enumerate(report.areas) for row in _area_rows(f"areas.{index}", area))
    return Table((*head, numbers, *rows, _sums("মোট", report)), len(head) + 1, _WIDTHS)


def _area_rows(at: str, area: ProgressArea) -> Iterator[Row]:
    weight = f" (মান {to_bangla(area.weight)})" if area.weight is not None else ""
    title = f"{to_bangla(area.code)}. {area.title}{weight}"
    yield _sums(title if area.part == "own" else f"{title}, {BANNERS['governance']}", area)
    for index, row in enumerate(area.rows):
        yield from _row_rows(f"{at}.rows.{index}", row)


def _sums(title: str, of: ProgressArea | ProgressReport) -> Row:
    marks = (Cell(figure_text(mark), align="center", strong=True) for mark in (of.claimed, of.accepted))
    return Row((Cell(title, len(_COLUMNS) - 2, strong=True), *marks))


def _row_rows(at: str, row: ProgressRow) -> Iterator[Row]:
    """Two rows for each indicator: the promise over what came of it."""
    method = METHODS[row.counting] if row.counting else ""
    words = (row.activity, coded(row.code, row.title), "\n".join(filter(None, (row.unit_text, method))))
    targets = ", ".join(map(figure_text, row.target))
    ends = (row.actual, row.claimed, row.accepted)
    yield Row(
        (
            *(Cell(text, rowspan=2, path=at) for text in words),
            *(Cell(text, rowspan=2, align="center") for text in (figure_text(row.weight), targets)),
            Cell("লক্ষ্যমাত্রা"),
            *(Cell(figure_text(each), align="center") for each in row.quarter_targets),
            *(Cell(figure_text(each), rowspan=2, align="center") for each in ends),
        )
    )
    done = zip(row.quarter_actuals, row.quarter_states, strict=True)
    yield Row(
        (Cell("অর্জন"), *(Cell(figure_text(value) or _STATES.get(state, ""), align="center") for value, state in done))
    )


PROGRESS_REPORT = Kind(
    name=KIND,
    title="অগ্রগতি প্রতিবেদন",
    title_en="Progress report",
    content=ProgressReport,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
)
