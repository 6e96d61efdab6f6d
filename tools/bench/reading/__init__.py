"""Reading on the bench: papers a minute, what comes back right, how many doubts, and that large papers take their share alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest
from time import process_time

import pypdfium2
from pydantic import BaseModel

from angikar.formats import read, write_pdf
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell, Document
from angikar.rules.kinds import kind_named, understand
from angikar.rules.kinds.agreement import AGREEMENT
from angikar.rules.plan import Plan
from angikar.rules.plan_table.cells import figures
from angikar.rules.reading import Severity
from tools.bench.measure import Row, Share, median_ms, table
from tools.bench.papers import papers, plan_of_sixty, with_areas
from tools.bench.reading import bijoy, slipping
from tools.bench.sources import SOURCES, WHOLE, Paper, opened, paper_at, scan

_ROWS = 12
"""Indicators that are tried on one page, the most first."""


def lines() -> Iterator[str]:
    """Every table of this part, line by line as it goes."""
    found = [paper_at(path) for path in papers()]
    plan = next(paper for paper in found if paper.reading.kind == AGREEMENT.name)
    yield "\npapers a minute"
    yield from speeds(found, tuple(SOURCES))
    yield "\nvalues that come back, of those that were printed"
    yield from returns(found, WHOLE)
    yield "\nthe same, wherever in their list they stand"
    yield from returns(found, WHOLE, anywhere)
    yield "\none agreement page, 300 dpi"
    yield from map(str, scanned(plan.reading.content))
    yield "\nrows of the agreement whose cells all stand in their columns"
    yield from map(str, slipping.rows(plan))
    yield "\nthe old encoding"
    yield from map(str, bijoy.phrases())
    yield "\ndoubts of each paper"
    yield from doubts(found)


def speeds(found: Sequence[Paper], sources: Sequence[str]) -> Iterator[str]:
    """Papers a minute by paper and source, from bytes to doubts; the median of three, for a scan one look at one page."""

    def rows() -> Iterator[Sequence[str]]:
        for paper in found:
            yield paper.name, *(_speed(paper, source) for source in sources)

    return table(("", *sources), rows())


def _speed(paper: Paper, source: str) -> str:
    data = SOURCES[source](paper)
    if data is None:
        return "-"
    if source.startswith("scan"):
        return f"{60_000 / median_ms(lambda: opened(source, data), 1, warm=False):.1f}"
    return f"{60_000 / median_ms(lambda: opened(source, data), 3):.0f}"


def returns(
    found: Sequence[Paper],
    sources: Sequence[str],
    alike: Callable[[BaseModel, BaseModel], tuple[int, int]] | None = None,
) -> Iterator[str]:
    """The share of a paper's values that are read back as they were, by paper and source, and of all papers together.

    `alike` counts them, `same` when it is not given.
    """
    whole = {source: [0, 0] for source in sources}

    def share(paper: Paper, source: str) -> str:
        data = SOURCES[source](paper)
        if data is None:
            return "-"
        right, of = (alike or same)(paper.reading.content, opened(source, data).content)
        whole[source] = [whole[source][0] + right, whole[source][1] + of]
        return Share("", right, of).percent

    def rows() -> Iterator[Sequence[str]]:
        for paper in found:
            yield paper.name, *(share(paper, source) for source in sources)
        yield "all", *(Share("", right, of).percent if of else "-" for right, of in whole.values())

    return table(("", *sources), rows())


def same(meant: BaseModel, came: BaseModel) -> tuple[int, int]:
    """How many values of two contents are the same in the same place, and how many there are in either.

    Lines are left out, because every printing numbers them again; so is what is empty in both. One paragraph parted in two moves all
    that follow it in its list: this is the strictest count there is.
    """
    first, second = (dict(_leaves(content.model_dump(mode="json", by_alias=True), ())) for content in (meant, came))
    return sum(first.get(path) == second.get(path) for path in first), len(first | second)


def anywhere(meant: BaseModel, came: BaseModel) -> tuple[int, int]:
    """As `same`, but a value may stand at another place of its list: one paragraph parted in two costs what it holds, no more."""
    first, second = (
        Counter(
            (tuple(step for step in path if not isinstance(step, int)), value)
            for path, value in _leaves(content.model_dump(mode="json", by_alias=True), ())
        )
        for content in (meant, came)
    )
    return (first & second).total(), max(first.total(), second.total())


def _leaves(value: object, path: tuple[object, ...]) -> Iterator[tuple[tuple[object, ...], object]]:
    """Every filled value of dumped content with its path."""
    if isinstance(value, dict):
        yield from chain.from_iterable(_leaves(each, (*path, name)) for name, each in value.items() if name != "lines")
    elif isinstance(value, list):
        yield from chain.from_iterable(_leaves(each, (*path, index)) for index, each in enumerate(value))
    elif value not in (None, ""):
        yield path, value


def scanned(content: Plan) -> list[Share]:
    """Cells and figures of one page of a plan's table that come right from a clean scan, and wrong figures left undoubted."""
    page = one_page(content)
    data = scan(write_pdf(page))
    if data is None:
        return [Share("cells of a scan", note="Tesseract is not installed")]
    pairs = list(zip_longest(_cells(page), _cells(read(data, "page.png")), fillvalue=Cell("")))
    numbers = [pair for pair in pairs if figures(pair[0].text)]
    wrong = [came for meant, came in numbers if not _alike(meant, came)]
    return [
        Share("cells of a scan", sum(_alike(*pair) for pair in pairs), len(pairs), "goal: 97 %"),
        Share("figures of a scan", len(numbers) - len(wrong), len(numbers)),
        Share("wrong figures of a scan that are doubted", sum(came.unsure is not None for came in wrong), len(wrong)),
    ]


def one_page(content: Plan) -> Document:
    """As many rows of a plan's table as one page holds, as a paper of its own."""
    for count in range(_ROWS, 1, -1):
        form = AGREEMENT.write(_first(content, count))
        longest = max(form.tables(), key=lambda each: sum(len(row.cells) for row in each.rows))
        page = Document((longest,), landscape=True)
        if _pages(page) == 1:
            return page
    return page


def _first(content: Plan, count: int) -> Plan:
    """A plan that ends after so many indicators, with the governance part left out."""
    areas, left = [], count
    for area in content.areas:
        activities = []
        for activity in area.activities:
            rows = activity.indicators[:left]
            left -= len(rows)
            activities += [activity.model_copy(update={"indicators": rows})] if rows else []
        areas += [area.model_copy(update={"activities": tuple(activities)})] if activities else []
    return content.model_copy(update={"areas": tuple(area for area in areas if area.part == "own")})


def _pages(page: Document) -> int:
    return len(pypdfium2.PdfDocument(write_pdf(page)))


def _cells(document: Document) -> list[Cell]:
    return [cell for each in document.tables() for row in each.rows for cell in row.cells]


def _alike(meant: Cell, came: Cell) -> bool:
    """Whether two cells hold the same words."""
    one, other = (unicodedata.normalize("NFC", cell.text).split() for cell in (meant, came))
    return one == other


def doubts(found: Sequence[Paper]) -> Iterator[str]:
    """How many doubts each paper raises, by severity."""
    grades: tuple[Severity, ...] = ("error", "warning", "info")

    def rows() -> Iterator[Sequence[str]]:
        for paper in found:
            counted = Counter(doubt.severity for doubt in paper.reading.doubts)
            yield paper.name, *(str(counted[grade]) for grade in grades)

    return table(("", *grades), rows())


TIMES = 4
"""How many times larger the larger paper is."""
_MOST = 1.4 * TIMES
"""How many times longer it may take: what grows with the square takes sixteen times as long."""
_HEAD = """গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
জনপদ নির্বাচন সচিবালয়

নং-৯৮.০০.০০০০.০৩৪.৩৮.০০২.২৩-৪১

তারিখ: ১৬ ফাল্গুন ১৪২৯
০১ মার্চ ২০২৩

## পরিপত্র-৩

বিষয়: কাজলপুর জনপদ পরিষদ নির্বাচন উপলক্ষে মাঠ পর্যায়ের কাজ

"""
_FOOT = "\n(বেগম দোয়েল মহুয়া)\nউপসচিব (নির্বাচন পরিচালনা)\nজনপদ নির্বাচন সচিবালয়\n"


def one_word(letters: int) -> Document:
    """A text of one word of so many letters."""
    return read(("ক" * letters).encode(), "word.txt")


def circular(directives: int) -> Document:
    """A circular with so many directives, each with its post and its day."""
    body = (
        f"{number}। **কাজ {number}:** জেলা প্রশাসক এই পরিপত্র জারির {5 + number % 20} দিনের মধ্যে কেন্দ্র {number} এর তালিকা প্রেরণ করবেন।"
        for number in range(1, directives + 1)
    )
    return read((_HEAD + to_bangla("\n\n".join(body)) + _FOOT).encode(), "circular.txt")


def letter(sentences: int) -> Document:
    """A letter of one passage with so many sentences that ask something, and none that says until when."""
    head = _HEAD.replace("## পরিপত্র-৩\n\n", "")
    body = " ".join(f"কেন্দ্র {number} এর তালিকা সংরক্ষণ করতে হবে।" for number in range(1, sentences + 1))
    return read((head + to_bangla(body) + "\n" + _FOOT).encode(), "letter.txt")


def plan(rows: int) -> Document:
    """An agreement with about so many indicators, as it is printed."""
    return kind_named("agreement").write(with_areas(plan_of_sixty(), rows // 11))


PAPERS: dict[str, tuple[Callable[[int], Document], int]] = {
    "one word of a million letters": (one_word, 1_000_000),
    "a circular of 5,000 directives": (circular, 5_000),
    "a letter of 2,000 sentences": (letter, 2_000),
    "an agreement of 10,000 rows": (plan, 10_000),
}
"""What is read, by what it is called: how it is made, and its size."""


def growing() -> Iterator[Row]:
    """Each large paper beside one of a quarter of its size."""
    for what, (make, size) in PAPERS.items():
        small, large = (_read(make(each)) for each in (size // TIMES, size))
        yield Row(f"read {what}", large, small, f"beside a {TIMES}th of it", goal=_MOST)


def _read(document: Document) -> float:
    return median_ms(lambda: understand(document), 1, warm=False, clock=process_time)
