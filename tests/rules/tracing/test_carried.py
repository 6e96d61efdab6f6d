"""What a PDF carries is evidence: case by case the pages win, and every difference is an error that offers the other value."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from angikar import formats
from angikar.formats.readers.docx import read_docx
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.readers.text import read_text
from angikar.formats.readers.xlsx import read_xlsx
from angikar.papers.content import at, put
from angikar.rules.document import Document, Paragraph
from angikar.rules.kinds import attachment, kind_named, understand
from angikar.rules.reading import Reading
from angikar.rules.tracing.carried import Voucher, Worth, differences
from tests.architecture.house import ROOT

PAPER = ROOT / "docs" / "checks" / "reform-plan.txt"
FIRST, SECOND = (f"areas.1.activities.{number}.indicators.0.weight" for number in (0, 1))
"""The weights of two rows: 5 and 10."""
LINKS = "areas.1.activities.1.indicators.0.evidence"


@cache
def _original() -> Reading[Any]:
    return understand(read_text(PAPER.read_text(encoding="utf-8")))


def _with(**values: object) -> Reading[Any]:
    """The original with other values at some places."""
    original = _original()
    content = original.content.model_dump(mode="json", by_alias=True)
    for path, value in values.items():
        content = put(content, path, value)
    return replace(original, content=kind_named(original.kind).content.model_validate(content), doubts=())


@cache
def _pages(name: str) -> Document:
    """The pages of a PDF, read once: as they were, or with something changed in print."""
    changes: dict[str, dict[str, object]] = {
        "intact": {},
        "altered": {SECOND: "12"},
        "swapped": {FIRST: "10", SECOND: "5"},
        "reworded": {LINKS: ["উপস্থিতির তালিকা নয়", "অফিস আদেশ"]},
    }
    reading = _with(**changes[name])
    return read_pdf(formats.write_pdf(kind_named(reading.kind).write(reading.content)))


def _read(pages: str, worth: Worth, *carried: str) -> Reading[Any]:
    document = replace(_pages(pages), carried=carried or (attachment(_original()),))
    return understand(document, vouch=lambda _: Voucher(worth, "north" if worth == "trusted" else "key"))


def _said(reading: Reading[Any]) -> dict[str, str]:
    """The doubts about what was carried, with the gravity of each."""
    return {doubt.sentence.code: doubt.severity for doubt in reading.doubts if doubt.code.startswith("carried")}


ALTERED = attachment(_with(**{SECOND: "12"}))
CHANGED = {"carried-changed": "error", "carried-differs": "error"}
TABLE: dict[str, tuple[str, Worth, str | None, dict[str, str], str]] = {
    "sealed here": ("intact", "own", None, {}, "10"),
    "sealed by a trusted house": ("intact", "trusted", None, {"carried-trusted": "info"}, "10"),
    "without a seal": ("intact", "unsigned", None, {"carried-unsigned": "warning"}, "10"),
    "sealed by nobody known": ("intact", "unknown", None, {"carried-unsigned/unknown": "warning"}, "10"),
    "an altered page, no seal": (
        "altered",
        "unsigned",
        None,
        {"carried-unsigned": "warning", "carried-differs": "error"},
        "12",
    ),
    "an altered page under a good seal": (
        "altered",
        "own",
        None,
        {"carried-pages-differ": "error", "carried-differs": "error"},
        "12",
    ),
    "figures exchanged on the page": (
        "swapped",
        "own",
        None,
        {"carried-pages-differ": "error", "carried-differs": "error"},
        "5",
    ),
    "a word added on the page": (
        "reworded",
        "own",
        None,
        {"carried-pages-differ": "error", "carried-differs": "error"},
        "10",
    ),
    "a page of a trusted house altered": (
        "altered",
        "trusted",
        None,
        {"carried-pages-differ": "error", "carried-differs": "error"},
        "12",
    ),
    "an altered attachment": ("intact", "broken", ALTERED, CHANGED, "10"),
    "an altered attachment, no seal": (
        "intact",
        "unsigned",
        ALTERED,
        {"carried-unsigned": "warning", "carried-differs": "error"},
        "10",
    ),
    "the sealed data of another paper": (
        "intact",
        "own",
        ALTERED,
        {"carried-pages-differ": "error", "carried-differs": "error"},
        "10",
    ),
    "something that is no paper": ("intact", "own", "{}", {"carried-unreadable": "warning"}, "10"),
    "a kind that does not exist": (
        "intact",
        "own",
        '{"kind": "x", "content": {}}',
        {"carried-unreadable": "warning"},
        "10",
    ),
    "a paper of another kind": (
        "intact",
        "unsigned",
        '{"kind": "plain_letter", "content": {}}',
        {"carried-unsigned": "warning", "carried-other-kind": "error"},
        "10",
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_the_pages_win_unless_a_known_house_sealed_what_they_print(case: str) -> None:
    pages, worth, carried, said, value = TABLE[case]
    reading = _read(pages, worth, *([carried] if carried else []))
    assert (_said(reading), at(reading.content.model_dump(mode="json", by_alias=True), SECOND)) == (said, value)


def test_a_difference_says_both_values_at_its_place_and_offers_the_carried_one() -> None:
    (doubt,) = (each for each in _read("altered", "own").doubts if each.code == "carried-differs")
    assert (doubt.path, doubt.suggestion, doubt.facts) == (SECOND, "10", {"printed": "12", "carried": "10"})
    assert doubt.place.page == 1
    assert "“12”" in doubt.message_en
    assert "“10”" in doubt.message_en


def test_a_list_is_offered_line_by_line_and_what_is_missing_is_said() -> None:
    shown, carried = _with(**{LINKS: ["ক"]}).content, _with(**{LINKS: ["ক", "খ"], FIRST: None}).content
    found = [(each.path, each.sentence.code, each.suggestion) for each in differences(shown, carried)]
    assert found == [(FIRST, "carried-differs/not-carried", None), (LINKS, "carried-differs", "ক\nখ")]


def test_rows_that_only_one_of_them_has_are_said_too() -> None:
    whole, fewer = (
        _original().content,
        _with(**{"areas.1.activities": [_original().content.areas[1].activities[0].model_dump()]}).content,
    )
    for shown, carried, code, path in (
        (whole, fewer, "carried-differs/not-carried", "areas.1.activities.1"),
        (fewer, whole, "carried-differs/not-printed", "areas.1.activities"),
    ):
        assert [(each.sentence.code, each.path) for each in differences(shown, carried)] == [(code, path)]


def test_several_carried_contents_are_all_disbelieved() -> None:
    reading = _read("intact", "own", attachment(_original()), ALTERED)
    assert _said(reading) == {"carried-several": "error"}
    assert reading.content.areas[1].activities[1].indicators[0].weight == "10"


def test_a_kind_that_a_person_names_is_read_from_the_pages() -> None:
    document = replace(_pages("intact"), carried=(attachment(_original()),))
    reading = understand(document, "plain_letter", vouch=lambda _: Voucher("own"))
    assert (reading.kind, _said(reading)) == ("plain_letter", {})


WRITERS: dict[str, tuple[Callable[[Document], bytes], Callable[[bytes], Document], tuple[str, ...]]] = {
    "docx": (formats.write_docx, read_docx, ("customXml/data.json", "word/data.json", "docProps/custom.xml")),
    "xlsx": (formats.write_xlsx, read_xlsx, ("customXml/data.json", "xl/data.json", "docProps/custom.xml")),
}


@pytest.mark.parametrize("form", WRITERS)
def test_what_is_hidden_in_an_office_file_is_not_read_at_all(form: str) -> None:
    write, read, parts = WRITERS[form]
    data = io.BytesIO(write(kind_named(_original().kind).write(_original().content)))
    plain = read(data.getvalue())
    with zipfile.ZipFile(data, "a") as archive:
        for part in parts:
            archive.writestr(part, ALTERED)
    hidden = read(data.getvalue())
    assert (hidden, hidden.carried) == (plain, ())


def test_a_carried_content_that_is_very_different_gives_a_list_that_ends() -> None:
    many = json.loads(attachment(_original()))
    many["content"]["annexes"] = {str(number): "ক" for number in range(500)}
    assert len(_read("intact", "unsigned", json.dumps(many)).doubts) < 150


def test_blank_pages_print_nothing_of_what_they_carry() -> None:
    document = Document((Paragraph("কিছুই না"),), carried=(attachment(_original()),))
    reading = understand(document, vouch=lambda _: Voucher("own"))
    assert _said(reading)["carried-pages-differ"] == "error"
    assert not reading.content.areas
