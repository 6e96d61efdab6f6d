"""Several papers in one file are read each by itself, nothing is lost between them, and one paper stays one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document, FileRepair, Paragraph, Place, Unseen
from angikar.rules.kinds import readings
from angikar.rules.recognition.several import papers_in
from tests.architecture.house import ROOT

FOLDER = ROOT / "tests" / "papers_of_others"
SEVERAL = {
    "letter-after-letter": ["plain_letter", "plain_letter"],
    "letter-with-minutes": ["plain_letter", "minutes"],
    "circular-with-plan": ["circular", "integrity_plan"],
    "two-plans": ["reform_plan", "reform_plan"],
    "copy-with-its-own-head": ["plain_letter"],
    "letters-without-memo": ["plain_letter"] * 3,
}
LETTER, MINUTES, PLAN = ((FOLDER / "several" / f"{name}.txt").read_text() for name in list(SEVERAL)[:3])
LINES = [line for text in (LETTER, MINUTES, PLAN) for line in text.splitlines() if line.strip()]


def document(name: str) -> Document:
    return read_text((FOLDER / "several" / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SEVERAL)
def test_each_paper_of_a_file_is_a_reading_that_says_which_it_is(name: str) -> None:
    found = readings(document(name))
    assert [each.kind for each in found] == SEVERAL[name]
    said = [
        (doubt.facts["number"], doubt.facts["count"])
        for each in found
        for doubt in each.doubts
        if doubt.code == "several-papers"
    ]
    assert said == ([(number + 1, len(found)) for number in range(len(found))] if len(found) > 1 else [])


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.txt")), ids=lambda path: path.stem)
def test_a_file_of_one_paper_stays_one(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    expected = len(SEVERAL.get(path.stem, ["one"]))  # type: ignore[attr-defined]
    assert len(papers_in(read_text(text))) == expected


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=40))
def test_every_block_is_in_one_paper_and_in_its_order(lines: list[str]) -> None:
    whole = read_text("\n\n".join(lines))
    assert tuple(block for part in papers_in(whole) for block in part.blocks) == whole.blocks


def test_a_part_that_is_wanted_is_read_alone_and_the_whole_as_one() -> None:
    paper = document("two-plans")
    (second,) = readings(paper, part=2)
    assert second.content.subject == "grievance"
    (whole,) = readings(paper, part=0)
    assert "several-papers" not in {doubt.code for doubt in whole.doubts}


def test_a_kind_that_is_named_is_that_of_the_paper_most_like_it() -> None:
    assert [each.kind for each in readings(document("circular-with-plan"), "integrity_plan")] == [
        "circular",
        "integrity_plan",
    ]


def test_what_a_file_hides_goes_with_the_paper_that_it_is_in() -> None:
    paper = document("letter-after-letter")
    last = max(place.line or 0 for _, place in paper.lines())
    noted = Document(
        paper.blocks,
        unseen=(Unseen("৭", "hidden", Place(3)), Unseen("৮", "hidden", Place(last))),
        repairs=(FileRepair("bijoy", "SutonnyMJ"),),
    )
    first, second = papers_in(noted)
    assert [each.text for each in first.unseen] == ["৭"]
    assert [each.text for each in second.unseen] == ["৮"]
    assert first.repairs == second.repairs == noted.repairs


def test_a_file_that_carries_our_own_data_is_one_paper() -> None:
    paper = document("two-plans")
    assert len(papers_in(Document(paper.blocks, carried=("{}",)))) == 1


def test_plans_on_sheets_whose_numbers_go_on_are_one_plan() -> None:
    text = (FOLDER / "several" / "two-plans.txt").read_text(encoding="utf-8")
    head, _, rest = text.rpartition("বনভূমি")
    going_on = head + "বনভূমি" + rest.replace("[১.১", "[৩.১").replace("[২.১", "[৪.১")
    assert len(papers_in(read_text(going_on))) == 1


def test_an_empty_document_is_one_paper() -> None:
    assert papers_in(Document((Paragraph(""),)))[0].blocks == (Paragraph(""),)
