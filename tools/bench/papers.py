"""Papers on the bench: reading, scoring and printing them, without a database."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

import pypdfium2

from angikar.formats import read, write_pdf
from angikar.rules.frameworks import framework
from angikar.rules.kinds import attachment, kind_named, understand
from angikar.rules.kinds.agreement import Agreement
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.reading import Reading
from angikar.rules.scoring.grades import LADDER, mark
from angikar.rules.scoring.reports import ReportRow
from angikar.rules.scoring.scorecard import scorecard
from tools.bench.measure import Row, median_ms

SAMPLES = Path(__file__).parents[2] / "src" / "angikar" / "cli" / "demo" / "samples"
FRAMEWORK = "agreement-2022-23"
AREAS, PER_AREA = 5, 11
PLANS = 1000
_WEIGHTS = ("1",) * 8 + ("2",) * 3  # of each area: 14, so that five areas are the 70 of an office's own part


def papers() -> list[Path]:
    """The texts that are read: the real papers where ANGIKAR_SEEDS names their folder, else the demo's samples."""
    folder = Path(os.environ.get("ANGIKAR_SEEDS") or SAMPLES)
    return sorted(path for path in folder.glob("*.txt") if path.stem != "broken-plan")


def reading() -> Iterator[Row]:
    """Each paper, from its bytes to its doubts, and all of them together."""
    total = 0.0
    for path in papers():
        data = path.read_bytes()
        ms = median_ms(lambda data=data, path=path: understand(read(data, path.name)), clock=process_time)  # type: ignore[misc]
        total += ms
        yield Row(f"read {path.stem}", ms, note=f"{len(data) / 1024:.0f} kB")
    yield Row("read them all", total, most=700)


def plan_of_sixty() -> Agreement:
    """A right agreement of sixty indicators: fifty-five of the office's own part, five of the governance part."""
    sample = SAMPLES / "agreement-demo.txt"
    whole: Agreement = understand(read(sample.read_bytes(), sample.name)).content
    return with_areas(whole.model_copy(update={"evidence": (), "dependencies": (), "outcomes": ()}), AREAS)


def with_areas(plan: Agreement, count: int) -> Agreement:
    """The agreement with so many areas of eleven indicators in the office's own part."""
    own = tuple(_area(str(number)) for number in range(1, count + 1))
    governance = tuple(area for area in plan.areas if area.part == "governance")
    return plan.model_copy(update={"areas": own + governance})


def _area(code: str) -> Area:
    rows = tuple(
        Indicator(
            code=f"{code}.1.{number}",
            title=f"সূচক {code}.1.{number}",
            unit="number",
            unit_text="সংখ্যা",
            counting="sum",
            weight=weight,
            target=("100",),
            criteria=("100", "90", "80", "70", "60"),
        )
        for number, weight in enumerate(_WEIGHTS, 1)
    )
    activity = Activity(code=f"{code}.1", title=f"কার্যক্রম {code}.1", indicators=rows)
    return Area(code=code, title=f"ক্ষেত্র {code}", weight="14", activities=(activity,))


def scoring() -> Iterator[Row]:
    """A thousand plans of sixty numbers with every quarter reported; beside it the law of marks alone."""
    plan, law, on = plan_of_sixty(), framework(FRAMEWORK), date(2023, 7, 20)
    rows = [
        ReportRow(area.part, row.code, quarter, "21", "20")
        for _, area, _, row in plan.indicators()
        if area.part == "own"
        for quarter in (1, 2, 3, 4)
    ]

    def every() -> None:
        for _ in range(PLANS):
            scorecard(plan, law, rows, on)

    def bare() -> None:
        for _ in range(PLANS * 2 * AREAS * PER_AREA):  # claimed and accepted
            mark(LADDER, (0, 0), (21, 21, 21, 21), (100, 90, 80, 70, 60), (100, 90, 80, 70, 60, 0), 10_000)

    yield Row("score a plan of 60", median_ms(every, 1) / PLANS, median_ms(bare, 1) / PLANS, "beside the law alone")


def printing() -> Iterator[Row]:
    """A letter of two pages and the agreement, as PDF with the content inside."""
    letter = SAMPLES / "plain-letter-demo.txt"
    short = understand(read(letter.read_bytes(), letter.name))
    longer = Reading(short.kind, None, short.content.model_copy(update={"body": short.content.body * 14}))
    plan = next(path for path in papers() if path.stem.startswith("agreement"))
    for what, each in (("letter", longer), ("agreement", understand(read(plan.read_bytes(), plan.name)))):
        pages = len(pypdfium2.PdfDocument(_pdf(each)))
        yield Row(f"print the {what}", median_ms(lambda each=each: _pdf(each)), note=f"{pages} pages")  # type: ignore[misc]


def _pdf(reading: Reading[object]) -> bytes:
    return write_pdf(kind_named(reading.kind).write(reading.content), attachment=attachment(reading))


def starting() -> Iterator[Row]:
    """The command line from the shell to its answer, in processor time, beside a Python that does nothing."""
    python = sys.executable
    paper = str(papers()[0])
    bare = _started(python, "-c", "pass")
    yield Row("angikar date", _started(python, "-m", "angikar.cli.main", "date", "2022-10-13"), bare, goal=4)
    yield Row("angikar read, started anew", _started(python, "-m", "angikar.cli.main", "read", paper), bare, most=600)


def _started(*command: str) -> float:
    """The median processor time of a command in milliseconds, whatever it says of the paper."""
    return median_ms(lambda: subprocess.run(command, check=False, stdout=subprocess.DEVNULL), clock=_of_children)


def _of_children() -> float:
    """The seconds of processor time that the processes begun here have used."""
    spent = getrusage(RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
