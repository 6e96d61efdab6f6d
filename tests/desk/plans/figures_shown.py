"""The marks of a plan as every place shows them, read off its pages, its workbooks and its prints in one form."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

import openpyxl
from django.test import Client

from angikar import formats
from angikar.papers.models import Paper
from angikar.rules.bangla.digits import to_latin
from angikar.rules.kinds import understand

WHY = ("নম্বর নেই", "প্রতিবেদন নেই", "এখনো গৃহীত নয়")
_MARK = re.compile(rf"(দাবিকৃত|গৃহীত|চূড়ান্ত)\s+(?:([\d.]+)\s*/\s*([\d.]+)|({'|'.join(WHY)}))")


class Shown(NamedTuple):
    """What one place shows: the marks (`None` where it says there are none), out of how many (`None` where no mark), and the word of the second."""

    claimed: str | None
    accepted: str | None
    full: str | None
    word: str


def text_of(page: str) -> str:
    """A page as one reads it, in Latin digits."""
    return to_latin(" ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split()))


def shown_in(page: str) -> Shown:
    """The first two marks of a whole that a page shows."""
    claimed, accepted = list(_MARK.finditer(text_of(page)))[:2]
    assert (claimed[1], accepted[1] in ("গৃহীত", "চূড়ান্ত")) == ("দাবিকৃত", True)
    return Shown(claimed[2], accepted[2], claimed[3] or accepted[3], accepted[1])


def on_pages(office: Client, above: Client, paper: Paper) -> Iterator[tuple[str, Shown]]:
    """The marks on the screens: grid, results, both standings, the years of the office."""
    for name, client, address in (
        ("results", office, f"/results/{paper.pk}/"),
        ("results above", above, f"/results/{paper.pk}/"),
        ("grid", office, f"/grid/{paper.pk}/"),
    ):
        page = client.get(address).content.decode()
        yield name, shown_in(page.split("<h1>")[1])
    for basis in ("claimed", "accepted"):
        page = above.get(f"/standings/?kind=pledge&year=2022-23&basis={basis}").content.decode()
        row = page.split("<tbody>")[1].split("</tbody>")[0]
        yield f"standings by {basis}", _in_cells(row)
    years = office.get(f"/standings/offices/{paper.office_id}/").content.decode()
    yield "years", _in_cells(years.split("<tbody>")[1].split("</tr>")[0])


def own_place(office: Client, basis: str) -> tuple[str, str, str] | None:
    """The word, the mark and the full marks of the sentence about one's own place; none where it has no place."""
    page = text_of(office.get(f"/standings/?kind=pledge&year=2022-23&basis={basis}").content.decode())
    found = re.search(r"(দাবিকৃত|গৃহীত|চূড়ান্ত) নম্বর ([\d.]+) / ([\d.]+)", page)
    return (found[1], found[2], found[3]) if found else None


def in_workbook(above: Client) -> Shown:
    """The marks in the workbook of the standings."""
    book = openpyxl.load_workbook(io.BytesIO(above.get("/standings/standings.xlsx?kind=pledge&year=2022-23").content))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    head = next(row for row in rows if "দাবিকৃত নম্বর" in row)
    row = dict(zip(head, rows[rows.index(head) + 1], strict=True))
    claimed, accepted, full = (_plain(row[name]) for name in ("দাবিকৃত নম্বর", "গৃহীত নম্বর", "পূর্ণমান"))
    word = row["গৃহীত কি না"]
    return Shown(claimed, accepted, full if claimed or accepted else None, "গৃহীত" if word in WHY else str(word))


def in_print(office: Client, paper: Paper, what: str) -> tuple[str | None, str | None, str | None]:
    """The marks claimed and accepted, and the full ones, that a printed report or evaluation sheet says in words."""
    data = office.get(f"/results/{paper.pk}/{what}.docx").content
    content = understand(formats.read(data, f"{what}.docx")).content
    full = content.weight if what == "evaluation" else content.full
    return content.claimed, content.accepted, full


def _in_cells(row: str) -> Shown:
    cells = {name: re.search(rf'data-label="{name}"[^>]*>(.*?)</td>', row, re.DOTALL) for name in ("দাবিকৃত", "গৃহীত")}
    texts = {name: text_of(found[1]) if found else "" for name, found in cells.items()}
    parts = {name: re.match(r"([\d.]+) / ([\d.]+)(?: (চূড়ান্ত))?$", text) for name, text in texts.items()}
    assert all(parts[name] or texts[name] in WHY for name in parts), texts
    claimed, accepted = parts["দাবিকৃত"], parts["গৃহীত"]
    full = (claimed or accepted or {2: None})[2]
    word = "চূড়ান্ত" if accepted and accepted[3] else "গৃহীত"
    return Shown(claimed[1] if claimed else None, accepted[1] if accepted else None, full, word)


def _plain(value: object) -> str | None:
    text = to_latin(str(value))
    return None if text == "—" else f"{float(text):.2f}"
