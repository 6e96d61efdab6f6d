"""read(write(x)) == x for every kind of paper: as JSON, inside our own PDF, as DOCX and as XLSX in the official form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angikar import formats
from angikar.formats.readers.docx import read_docx
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.readers.text import read_text
from angikar.formats.readers.xlsx import read_xlsx
from angikar.rules.content import Content
from angikar.rules.document import Document, Table
from angikar.rules.finding import grid, lines_of
from angikar.rules.kinds import KINDS, as_json, attachment, kind_named, restore, understand
from angikar.rules.reading import Reading
from angikar.rules.tracing.carried import Voucher
from tests.rules import letter_strategies, sheet_strategies, strategies
from tests.rules.kinds.integrity_plans import plans as integrity_plans

PAPERS: dict[str, st.SearchStrategy[Any]] = {
    "agreement": strategies.agreements(),
    "integrity_plan": integrity_plans(),
    "reform_plan": strategies.reform_plans(),
    "progress_report": strategies.progress_reports(),
    "evaluation_sheet": sheet_strategies.evaluation_sheets(),
    "circular": letter_strategies.circulars(),
    "minutes": letter_strategies.minutes(),
    "plain_letter": letter_strategies.plain_letters(),
}
LAW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
FORMATS: dict[str, tuple[Callable[[Document], bytes], Callable[[bytes], Document]]] = {
    "docx": (formats.write_docx, read_docx),
    "xlsx": (formats.write_xlsx, read_xlsx),
}


PLANS = ("agreement", "integrity_plan", "reform_plan", "progress_report", "evaluation_sheet")
"""The kinds whose rows of figures a plain text keeps."""


def placeless(value: Any) -> Any:
    """Dumped content without the lines of its source, which every printing has anew."""
    if isinstance(value, dict):
        return {name: placeless(each) for name, each in value.items() if name != "lines"}
    return [placeless(each) for each in value] if isinstance(value, list | tuple) else value


def dumped(content: Content) -> Any:
    return placeless(content.model_dump(mode="json", by_alias=True))


def test_every_kind_has_its_papers() -> None:
    assert set(PAPERS) == set(KINDS)


@pytest.mark.parametrize("kind", PAPERS)
def test_json_gives_every_paper_back_whole(kind: str) -> None:
    @settings(LAW, max_examples=80)
    @given(PAPERS[kind])
    def law(paper: Any) -> None:
        assert restore(attachment(Reading(kind, None, paper))).content == paper

    law()


@pytest.mark.parametrize("kind", PAPERS)
def test_our_own_pdf_gives_every_paper_back_whole(kind: str) -> None:
    @settings(LAW, max_examples=5)
    @given(PAPERS[kind])
    def law(paper: Any) -> None:
        reading = Reading(kind, None, paper)
        data = formats.write_pdf(kind_named(kind).write(paper), attachment=attachment(reading))
        found = understand(read_pdf(data), vouch=lambda _: Voucher("own"))
        assert (found.kind, found.content) == (kind, paper)

    law()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", PAPERS)
def test_the_official_form_gives_every_paper_back(kind: str, form: str) -> None:
    write, read = FORMATS[form]

    def through(document: Document) -> Document:
        return read(write(document))

    @settings(LAW, max_examples=25)
    @given(PAPERS[kind])
    def law(paper: Any) -> None:
        found = understand(through(kind_named(kind).write(paper)))
        assert found.kind == kind
        assert dumped(found.content) == dumped(paper)
        assert as_json(found)["kind"] == kind

    law()


@pytest.mark.parametrize("kind", PLANS)
def test_a_plain_text_in_columns_gives_every_printed_row_back(kind: str) -> None:
    @settings(LAW, max_examples=8)
    @given(PAPERS[kind])
    def law(paper: Any) -> None:
        found = understand(read_text(_in_columns(kind_named(kind).write(paper))))
        assert found.kind == kind
        assert dumped(found.content)["areas"] == dumped(paper)["areas"]

    law()


def _in_columns(document: Document) -> str:
    """The paper as a text whose columns are parted by tabulators, as tables are copied out of any program."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines += ["\t".join(text.replace("\n", " ") for text in row.texts) for row in grid(block)]
        else:
            lines += [line.text for line in lines_of((block,))]
        lines.append("")
    return "\n".join(lines)
