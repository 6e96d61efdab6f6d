"""A crowd on the bench: heavy files are given to a real server all at once, while somebody else turns its pages.

Run as `python -m tools.bench.crowd`. Six texts of one letter and 3 MB, ten workbooks of some 300 kB that become half a million cells, ten scans of four
pages; of each how late the pages come meanwhile, against their time when all is quiet. A quiet machine is wanted: the load is printed beside.
"""

from __future__ import annotations

import io
import os
import secrets
import sys
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep

from PIL import Image

from tests.e2e.server import House
from tools.bench.measure import Row
from tools.bench.papers import SAMPLES
from tools.bench.sources import paper_at, scan
from tools.bench.visitor import Visitor

OFFICERS = 11
LATE = 300.0
"""Milliseconds by which a page may come later than when all is quiet."""
_PAGES = ("/", "/intake/", "/notices/")
_QUIET, _BUSY = 8.0, 45.0
"""Seconds for which pages are asked for, quiet and beside the crowd."""
_PAUSE = 0.1
_CELLS = 490_000
_SHEETS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def text(number: int) -> bytes:
    """A text of one letter, 3 MB of it."""
    return ("ক" * 1_000_000 + str(number)).encode()


def workbook(number: int) -> bytes:
    """A workbook that is small until it is opened."""
    chance, made = Random(number), io.BytesIO()  # noqa: S311 - nothing is secret here
    row = "<row>" + "<c><v>{}</v></c>" * 100 + "</row>"
    rows = "".join(row.format(*chance.choices("0123456789", k=100)) for _ in range(_CELLS // 100))
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in {**_SHEETS, "xl/worksheets/sheet1.xml": sheet}.items():
            packed.writestr(name, part)
    return made.getvalue()


def pages(number: int) -> bytes | None:
    """Four pages of a scanner as one PDF; nothing where no program reads pictures."""
    picture = scan(paper_at(SAMPLES / "plain-letter-demo.txt").pdf)
    if picture is None:
        return None
    page, made = Image.open(io.BytesIO(picture)).convert("L"), io.BytesIO()
    page.save(made, "PDF", save_all=True, append_images=[page.rotate(0) for _ in range(3)], resolution=300)
    return made.getvalue() + b"%% %d" % number


def given(visitor: Visitor, name: str, data: bytes) -> str:
    """What the intake says of a file."""
    mark = secrets.token_hex(16)
    head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
    body = head.encode() + data + f"\r\n--{mark}--\r\n".encode()
    visitor.ask("GET", "/intake/")
    status, said = visitor.ask("POST", "/intake/", body, f"multipart/form-data; boundary={mark}")
    return said if status == 200 else f"status {status}"


def page_times(visitor: Visitor, seconds: float, others: Sequence[Future[str]] = ()) -> list[float]:
    """The milliseconds of each page that is asked for in so many seconds, or until the others are done, but for three seconds at least."""
    begun, times = monotonic(), list[float]()
    while (spent := monotonic() - begun) < seconds and (
        spent < 3 or not others or not all(each.done() for each in others)
    ):
        start = perf_counter()
        status, _ = visitor.ask("GET", _PAGES[len(times) % len(_PAGES)])
        times.append(1000 * (perf_counter() - start))
        if status != 200:
            raise RuntimeError(f"a page gives {status}")
        sleep(_PAUSE)
    return times


def row(what: str, times: list[float], quiet: float, note: str) -> Row:
    """The median, and in the note the slow ones."""
    ordered = sorted(times)
    slow = ordered[int(len(ordered) * 0.95)]
    late = f"95 of 100 within {slow:.0f} ms, the latest {ordered[-1]:.0f} ms of {len(times)}"
    goal = f"; goal {quiet + LATE:.0f}: {'met' if ordered[-1] <= quiet + LATE else 'missed'}" if quiet else ""
    return Row(what, median(times), floor=quiet, note=f"{late}{goal}; {note}load {os.getloadavg()[0]:.1f}")


def rows(folder: Path) -> Iterator[Row]:
    """Quiet, and beside each crowd."""
    house = House(folder, f"from tools.bench.signing_in import accounts; accounts({OFFICERS})")
    house.open()
    try:
        everybody = [Visitor(house.url) for _ in range(OFFICERS)]
        for number, visitor in enumerate(everybody):
            visitor.sign_in(f"officer{number:06d}")
        reader, *crowd = everybody
        page_times(reader, 2)
        quiet = page_times(reader, _QUIET)
        yield row("pages, quiet", quiet, 0.0, "")
        for what, count, make, name in (
            ("beside six texts of 3 MB", 6, text, "paper.txt"),
            ("beside ten workbooks that become large", 10, workbook, "paper.xlsx"),
            ("beside ten scans of four pages", 10, pages, "paper.pdf"),
        ):
            files = [make(number) for number in range(count)]
            with ThreadPoolExecutor(count) as people:
                sent = [
                    people.submit(given, *each)
                    for each in zip(crowd, [name] * count, filter(None, files), strict=False)
                ]
                times = page_times(reader, _BUSY, sent)
                said = [each.result() for each in sent]
            wrong = [each for each in said if each.startswith("status")]
            yield row(what, times, median(quiet), f"{len(said)} files, {len(wrong)} without an answer; ")
    finally:
        house.close()


def main() -> int:
    """Print the table."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    with TemporaryDirectory(prefix="angikar-bench-") as made:
        for each in rows(Path(made)):
            print(each, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
