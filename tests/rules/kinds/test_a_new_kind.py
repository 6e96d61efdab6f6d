"""The page on adding a kind, done to the letter: its blocks are a kind, and such a paper is walked from text to duty."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings

from angikar import formats
from angikar.formats.readers.docx import read_docx
from angikar.formats.readers.text import read_text
from angikar.rules import kinds
from angikar.rules.kinds import KINDS, attachment, kind_named, restore, understand
from angikar.rules.reading import Reading
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs" / "a-new-kind.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
TEXT = """পরিদর্শন প্রতিবেদন
পরিদর্শিত দপ্তর: জেলা কার্যালয়, কাজলপুর
পরিদর্শনের তারিখ: ৫ মার্চ ২০২৩
ক্রমিক	পর্যবেক্ষণ	সুপারিশ	বাস্তবায়নকারী	সময়সীমা
১	ফাইলের সূচি নেই	সূচি তৈরি করতে হবে	উপপরিচালক	৩০ এপ্রিল ২০২৩
২	হাজিরা খাতা পুরোনো	হালনাগাদ করতে হবে		শীঘ্রই
"""


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """The module that the blocks of the page make, put together in order."""
    made = ModuleType("inspection_report")
    sys.modules[made.__name__] = made
    exec(compile("\n".join(_imports_first(BLOCKS)), "docs/a-new-kind.md", "exec"), made.__dict__)
    yield made
    del sys.modules[made.__name__]


@pytest.fixture
def known(page: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The kind of the page, entered in the registry as its line in `KINDS` would."""
    monkeypatch.setitem(KINDS, page.NAME, page.INSPECTION_REPORT)
    return page


def _imports_first(blocks: list[str]) -> Iterator[str]:
    """The blocks as one module: what a later block imports stands at the top, as in a real file."""
    first, *rest = blocks
    head, _, body = first.partition("NAME = ")
    lines = [line for block in rest for line in block.splitlines()]
    yield head
    yield from (line for line in lines if line.startswith("from "))
    yield f"NAME = {body}"
    yield from (line for line in lines if not line.startswith("from "))


def test_a_paper_is_recognised_and_read_with_its_doubts(known: Any) -> None:
    reading = understand(read_text(TEXT))
    assert reading.kind == "inspection_report"
    assert (reading.content.office, reading.content.on) == ("জেলা কার্যালয়, কাজলপুর", "2023-03-05")
    assert reading.content.findings[0].due == "2023-04-30"
    codes = {doubt.code: doubt.path for doubt in reading.doubts}
    assert codes["inspection-day-unreadable"] == "findings.1.due"
    assert codes["inspection-responsible-missing"] == "findings.1.responsible"


def test_every_advice_becomes_an_ask_of_its_post(known: Any) -> None:
    reading = understand(read_text(TEXT))
    asked = kind_named("inspection_report").asks(reading.content, None, date(2023, 3, 10))
    assert [(each.key, each.addressee, each.due) for each in asked] == [
        ("1:1", "উপপরিচালক", "2023-04-30"),
        ("2:1", "", None),
    ]


def test_what_is_written_is_read_back_the_same(known: Any) -> None:
    @settings(max_examples=10)
    @given(known.REPORTS)
    def law(paper: Any) -> None:
        assert restore(attachment(Reading("inspection_report", None, paper))).content == paper
        written = known.INSPECTION_REPORT.write(paper)
        assert understand(read_docx(formats.write_docx(written))).content == paper

    law()


def test_the_registry_is_one_line_away(page: Any) -> None:
    assert page.NAME not in KINDS
    assert re.search(r"for kind in \(\s+AGREEMENT,", (ROOT / "src/angikar/rules/kinds/__init__.py").read_text("utf-8"))
    assert kinds.KINDS is KINDS
