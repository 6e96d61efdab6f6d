"""Scans on the bench: our own prints as pictures, clean and spoilt, read back, and what became of their fields.

`python -m tools.bench.scans [WAY…]` prints invented papers of the tests in their official form, draws the pages at 200 dots to the inch,
spoils them one way after another and reads them. The right reading is the content that was printed. A paper of several pages is read whole.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from os import times
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from angikar.formats import read
from angikar.formats.readers.scan import read_pages
from angikar.formats.writers.pdf import write_pdf
from angikar.rules.kinds import kind_named, understand
from angikar.rules.reading import Doubt, Reading
from tools.cases.expected import Expected
from tools.cases.facts import named, plain, records
from tools.cases.judge import Verdict, judge

ROOT = Path(__file__).parents[2]
PAPERS = (
    "docs/checks/circular.txt",
    "docs/checks/letter.txt",
    "docs/checks/minutes.txt",
    "docs/checks/progress-report.txt",
    "docs/checks/reform-plan.txt",
    "tests/papers_of_others/district/election-circular.txt",
    "tests/papers_of_others/division/integrity-plan-2023-24.txt",
    "tests/papers_of_others/upazila/coordination-five-columns.txt",
    "tests/papers_of_others/upazila/grs-by-quarters.txt",
    "tests/papers_of_others/upazila/request-for-list.txt",
)
"""Ten invented papers of the great kinds."""
DPI = 200
_SEED = 1427
_LISTS = ("copies", "signatories", "addressees")
_UNPRINTED = frozenset({"lines", "version", "unit", "counting", "schedule", "letterhead"})
"""Values of a content that follow of what is printed."""

Picture = Image.Image


def _rotated(quarters: int) -> Callable[[Picture], Picture]:
    return lambda page: page.rotate(90 * quarters, expand=True)


def _leaning(page: Picture) -> Picture:
    return page.rotate(1.8, Image.Resampling.BICUBIC, fillcolor=255)


def _soft(page: Picture) -> Picture:
    return page.filter(ImageFilter.GaussianBlur(0.9))


def _speckled(page: Picture) -> Picture:
    """Dust of black and white dots, and the grain of a bad lamp over all of it."""
    chance = np.random.default_rng(_SEED)
    dots = np.asarray(page).astype(np.float32) + chance.normal(0, 12, (page.height, page.width))
    dust = chance.random(dots.shape)
    dots[dust < 0.002] = 0
    dots[dust > 0.998] = 255
    return Image.fromarray(dots.clip(0, 255).astype(np.uint8))


def _grey(page: Picture) -> Picture:
    """Grey paper under a lamp that is brighter on one side, under faint ink."""
    shade = np.linspace(0.95, 0.65, page.width, dtype=np.float32)[None, :]
    return Image.fromarray(((np.asarray(page) * 0.75 + 60) * shade).clip(0, 255).astype(np.uint8))


def _worn(page: Picture) -> Picture:
    return _speckled(_soft(_leaning(page))).rotate(180)


WAYS: dict[str, Callable[[Picture], Picture]] = {
    "clean": lambda page: page,
    "turned to the left": _rotated(1),
    "on its head": _rotated(2),
    "turned to the right": _rotated(3),
    "leaning": _leaning,
    "soft": _soft,
    "speckled": _speckled,
    "grey": _grey,
    "worn": _worn,
}
"""What is done to a page; `worn` leans, is soft, speckled and on its head."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper of the bench: its right reading, what it prints, and its pages as they leave a clean scanner."""

    name: str
    meant: Expected
    pages: tuple[Picture, ...]
    text: str


def printed(path: Path) -> Printed:
    """A paper in its official form, drawn in dots; what it says is the reading of the very print."""
    first = understand(read(path.read_bytes(), path.name))
    document = kind_named(first.kind).write(first.content)
    reading = understand(document, first.kind)
    pdf = pypdfium2.PdfDocument(write_pdf(document))
    pages = tuple(page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pdf)
    return Printed(path.stem, _expected(reading), pages, document.text)


def _expected(reading: Reading[Any]) -> Expected:
    content = reading.content.model_dump(mode="json", by_alias=True)
    lists = {path: members for path in _LISTS if (members := named(content, path))}
    rows = tuple(
        {name: value for name, value in record.values.items() if value and name not in _UNPRINTED}
        for record in records(content)
    )
    doubts = frozenset(doubt.code for doubt in reading.doubts)
    return Expected((reading.kind,), dict(_facts(content)), lists, rows, doubts)


def _facts(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every single value of the head of a content, by its path."""
    for name, value in content.items():
        inner = value.items() if name == "letter" else ()
        for path, each in ((name, value), *((f"letter.{key}", each) for key, each in inner)):
            if isinstance(each, str) and plain(each) and path.rpartition(".")[2] not in _UNPRINTED:
                yield path, each


def scanned(paper: Printed, way: Callable[[Picture], Picture]) -> tuple[Verdict, list[Doubt]]:
    """The verdict on the pages of a paper, spoilt in one way, and the doubts that its print itself does not deserve."""
    document = read_pages((way(page), float(DPI)) for page in paper.pages)
    reading = understand(document)
    doubts = [doubt for doubt in reading.doubts if doubt.code not in paper.meant.doubts]
    return judge(reading, paper.meant, document.text.splitlines()), doubts


@dataclass(slots=True)
class Row:
    """What became of all papers that were spoilt in one way."""

    papers: int = 0
    fields: int = 0
    right: int = 0
    silent: int = 0
    doubts: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        shares = (f"{100 * count / max(self.fields, 1):.1f} %" for count in (self.right, self.silent))
        return (
            f"| {self.fields} | {' | '.join(shares)} | {self.doubts / max(self.papers, 1):.1f} | {self.seconds:.0f} s |"
        )


def main(arguments: Sequence[str]) -> int:
    """Print a line for each way as it is done; with `--verbose` the wrong fields and the doubts too."""
    ways = [way for way in WAYS if way in arguments] or list(WAYS)
    papers = [printed(ROOT / path) for path in PAPERS]
    pages = sum(len(paper.pages) for paper in papers)
    print(f"| {len(papers)} papers, {pages} pages | fields | right | wrong, silent | doubts a paper | processor |")
    print("|---|---|---|---|---|---|")
    for way in ways:
        row = Row()
        for paper in papers:
            started = times()
            verdict, doubts = scanned(paper, WAYS[way])
            done = times()
            row.seconds += sum(done[:4]) - sum(started[:4])
            row.papers, row.fields = row.papers + 1, row.fields + verdict.fields
            row.right, row.silent = row.right + verdict.right, row.silent + verdict.silent
            row.doubts += len(doubts)
            if "--verbose" in arguments:
                print(f"{way} {paper.name}: {verdict.right}/{verdict.fields}, {len(doubts)} doubts")
                print("\n".join(_lines(verdict, doubts)))
        print(f"| {way} {row}", flush=True)
    return 0


def _lines(verdict: Verdict, doubts: Sequence[Doubt]) -> Iterator[str]:
    for wrong in verdict.wrong:
        yield f"   {'doubted' if wrong.doubted else 'SILENT '} {wrong.name}: {wrong.meant!r} → {wrong.read!r}"
    for doubt in doubts:
        yield f"   {doubt.severity} {doubt.code} {doubt.path} {doubt.message_en[:140]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
