"""The same paper in the other formats, made by programs that are not ours and kept in `build/cases/`: HTML, Word, Excel, PDF, a scan.

LibreOffice writes Word and prints it to one of the PDFs, Chromium the other, pictures of its pages at 200 dots an inch are the scan.
A paper that is kept as HTML, with the layout of its page, is printed and drawn as it is.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pypdfium2
import xlsxwriter

from tools.browsers import browser

_ROOT = Path(__file__).parents[2]
BUILD = _ROOT / "build" / "cases"
FACES = _ROOT / "src" / "angikar" / "assets" / "fonts"
_STYLE = (
    "@page{size:A4 landscape;margin:12mm} body{font:11pt 'Angikar Serif Bengali',serif}"
    "table{border-collapse:collapse;width:100%} td{border:1px solid #000;padding:2px 3px;font-size:8pt}"
)
SCAN = "tif"
FORMATS = ("html", "docx", "xlsx", "libreoffice.pdf", "browser.pdf", SCAN)
_OF_PAGES = ("browser.pdf", SCAN)
"""What is made of a paper whose layout is its own."""


class Printing(NamedTuple):
    """A file that prints a paper, and the format it was made in; "" where it is the paper as it was written."""

    path: Path
    form: str = ""


def printings(path: Path) -> Iterator[Printing]:
    """The paper in every other format that was made of it."""
    made = (Printing(_folder(path) / f"paper.{form}", form) for form in FORMATS)
    return (each for each in made if each.path.exists())


def make(paths: Iterable[Path]) -> None:
    """Make every format of papers that have none yet; the office is started once for all of them."""
    missing = [path for path in paths if not all((_folder(path) / f"paper.{form}").exists() for form in _forms(path))]
    plain = [path for path in missing if not _is_page(path)]
    for path in missing:
        _folder(path).mkdir(parents=True, exist_ok=True)
    for path in plain:
        text = path.read_text(encoding="utf-8")
        (_folder(path) / "paper.html").write_text(_html(text), encoding="utf-8")
        _workbook(text, _folder(path) / "paper.xlsx")
    with TemporaryDirectory() as home:
        (Path(home) / "fonts").symlink_to(FACES)
        if plain:
            _by_office(plain, Path(home))
        for path in missing:
            page = path if _is_page(path) else _folder(path) / "paper.html"
            _by_browser(page, _folder(path), Path(home))


def _is_page(path: Path) -> bool:
    return path.suffix == ".html"


def _forms(path: Path) -> tuple[str, ...]:
    return _OF_PAGES if _is_page(path) else FORMATS


def _folder(path: Path) -> Path:
    return BUILD / hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _by_office(paths: list[Path], home: Path) -> None:
    """Word and PDF by LibreOffice, every page under a name of its own so that one start serves all."""
    pages = home / "pages"
    pages.mkdir()
    for path in paths:
        (pages / f"{_folder(path).name}.html").write_bytes((_folder(path) / "paper.html").read_bytes())
    start = ["soffice", f"-env:UserInstallation=file://{home}/office", "--headless", "--convert-to"]
    _run([*start, "docx:MS Word 2007 XML", "--outdir", str(home), *map(str, sorted(pages.iterdir()))], home)
    words = [home / f"{_folder(path).name}.docx" for path in paths]
    _run([*start, "pdf:writer_pdf_Export", "--outdir", str(home), *map(str, words)], home)
    for path, word in zip(paths, words, strict=True):
        word.with_suffix(".pdf").replace(_folder(path) / "paper.libreoffice.pdf")
        word.replace(_folder(path) / "paper.docx")


def _by_browser(page: Path, folder: Path, home: Path) -> None:
    start = [browser() or "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}/browser"]
    _run([*start, "--no-pdf-header-footer", f"--print-to-pdf={folder}/paper.browser.pdf", page.as_uri()], home)
    _scan(folder / "paper.browser.pdf", folder / "paper.tif")


def _scan(printed: Path, out: Path) -> None:
    """The pages of a PDF as the pictures of a scanner: grey, 200 dots to the inch, in one file."""
    with pypdfium2.PdfDocument(printed) as pdf:
        first, *others = [page.render(scale=200 / 72).to_pil().convert("L") for page in pdf]
    first.save(out, save_all=True, append_images=others, dpi=(200, 200), compression="tiff_lzw")


def _run(command: list[str], home: Path) -> None:
    environment = os.environ | {"XDG_DATA_HOME": str(home)}  # the faces of `make assets`, whatever the machine has
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=environment)


def _parts(text: str) -> Iterator[tuple[bool, list[str]]]:
    for tabbed, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        yield tabbed, [line for line in lines if line.strip()]


def _html(text: str) -> str:
    body = []
    for tabbed, lines in _parts(text):
        if tabbed:
            width = max(line.count("\t") for line in lines) + 1
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in _padded(line, width)) for line in lines)
            body.append('<table border="1" cellspacing="0">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            body += [f"<p>{escape(line)}</p>" for line in lines]
    return f'<!doctype html><html lang="bn"><meta charset="utf-8"><style>{_STYLE}</style><body>{"".join(body)}</body></html>'


def _padded(line: str, width: int) -> list[str]:
    cells = line.split("\t")
    return cells + [""] * (width - len(cells))


def _workbook(text: str, out: Path) -> None:
    book = xlsxwriter.Workbook(str(out))
    sheet = book.add_worksheet()
    for number, line in enumerate(text.splitlines()):
        for column, cell in enumerate(line.split("\t")):
            sheet.write_string(number, column, cell)
    book.close()
