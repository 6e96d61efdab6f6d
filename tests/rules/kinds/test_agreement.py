"""The agreement: what we write we read again, every breach is found, every quarter is asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document, Paragraph, Place, Table
from angikar.rules.finding import TextLine
from angikar.rules.kinds.agreement import AGREEMENT, Agreement
from angikar.rules.kinds.agreement.content import EvidenceRow
from angikar.rules.kinds.agreement.parties import parties
from angikar.rules.plan import Activity, Area
from tests.rules.kinds.agreement_samples import sample


def placeless(value: Any) -> Any:
    """A dumped content without the lines of its source, which another printing does not share."""
    if isinstance(value, dict):
        return {name: placeless(each) for name, each in value.items() if name != "lines"}
    return [placeless(each) for each in value] if isinstance(value, list | tuple) else value


def test_a_sound_agreement_raises_no_doubt() -> None:
    assert AGREEMENT.check(sample(), "agreement-2022-23") == ()


def test_what_we_write_we_read_again_without_a_doubt() -> None:
    again = AGREEMENT.read(AGREEMENT.write(sample()), None)
    assert placeless(again.content.model_dump()) == placeless(sample().model_dump())
    assert again.doubts == ()


def test_content_survives_json() -> None:
    assert Agreement.model_validate_json(sample().model_dump_json()) == sample()


def test_the_form_has_the_columns_of_the_framework_in_their_order() -> None:
    table = next(table for table in AGREEMENT.write(sample()).tables() if len(table.rows[0].cells) > 10)
    first, second, third = (row.texts for row in table.rows[:3])
    assert (first[0], first[4], first[9]) == ("কর্মসম্পাদনের ক্ষেত্র", "গণনা পদ্ধতি", "লক্ষ্যমাত্রা/নির্ণায়ক ২০২২-২৩")
    assert second == ("অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে")
    assert third == ("১০০%", "৯০%", "৮০%", "৭০%", "৬০%")
    assert [cell.colspan for cell in table.rows[0].cells][9] == 5
    assert table.rows[4].cells[0].rowspan == 2


def test_an_agreement_is_recognised_by_its_title_and_no_other_paper_is() -> None:
    assert AGREEMENT.recognise(AGREEMENT.write(sample())) > 90
    assert (
        AGREEMENT.recognise(Document((Paragraph("বার্ষিক কর্মসম্পাদন চুক্তি স্বাক্ষর বিষয়ে আগামী রবিবার একটি সভা অনুষ্ঠিত হবে"),)))
        == 0
    )
    assert AGREEMENT.recognise(Document((Paragraph("জাতীয় শুদ্ধাচার কৌশল কর্ম-পরিকল্পনা"), Table(())))) == 0


def test_sections_are_found_by_title_when_their_numbers_change() -> None:
    blocks = tuple(
        Paragraph(block.text.replace("১.২", "২.৭").replace("সেকশন ৩", "সেকশন ২")) if hasattr(block, "text") else block
        for block in AGREEMENT.write(sample()).blocks
    )
    again = AGREEMENT.read(Document(blocks), None).content
    assert (again.mission, len(again.areas), len(again.outcomes)) == (sample().mission, 3, 1)


def codes(agreement: Agreement) -> list[str]:
    return [doubt.code for doubt in AGREEMENT.check(agreement, None)]


def proof(**changes: Any) -> tuple[EvidenceRow, ...]:
    first, *rest = sample().evidence
    return (first.model_copy(update=changes), *rest)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (sample(signatories=()), "parties-missing"),
        (sample(counterpart=None), "parties-missing"),
        (sample(fiscal_year=None), "fiscal-year-missing"),
        (
            sample(signatories=tuple(each.model_copy(update={"signed_on": None}) for each in sample().signatories)),
            "date-missing",
        ),
        (sample(evidence=()), "evidence-missing"),
        (sample(evidence=proof(code="9.9.9")), "annex-code-unknown"),
        (sample(evidence=proof(evidence="পরিকল্পনা শাখা")), "evidence-self-certifying"),
        (sample(evidence=proof(title="স্থাপিত পাঠগার 11")), "annex-title-differs"),
        (sample(evidence=proof(evidence="“নমুনা প্রকল্প এর প্রতিবেদন")), "quote-unbalanced"),
    ],
)
def test_every_breach_of_an_agreement_is_found(broken: Agreement, code: str) -> None:
    assert code in codes(broken)


def fairs(last: str | None) -> tuple[Area, ...]:
    """The sample's areas, the second counting fairs as a running total with `last` as last year's figure."""
    row = (
        sample()
        .areas[0]
        .activities[0]
        .indicators[0]
        .model_copy(
            update={
                "code": "2.1.1",
                "title": "আয়োজিত মেলা",
                "counting": "cumulative",
                "weight": "30",
                "target": ("30",),
                "criteria": ("30", "29", "28", "27", "26"),
                "baselines": {"2020-21": "15", "2021-22": last},
            }
        )
    )
    own, law, governance = sample().areas
    return (
        own,
        law.model_copy(update={"activities": (Activity(code="2.1", title="মেলা", indicators=(row,)),)}),
        governance,
    )


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("বিগত অর্থবছরে আয়োজিত ২৪টি মেলা সহ মোট ৩০ টি মেলা হবে", "24", []),
        ("মোট ৩১টি মেলা হবে", "24", ["text-table-disagree"]),
        ("বিগত অর্থবছরে ২২টি মেলা হয়েছে", "24", ["text-table-disagree"]),
        ("বিগত অর্থবছরে ২৭টি মেলা হয়েছে", None, ["baseline-in-text"]),
        ("মোট ৯টি সভা হবে", "24", []),
    ],
)
def test_the_overview_is_compared_with_the_table(text: str, last: str | None, expected: list[str]) -> None:
    found = AGREEMENT.check(sample(overview={"অর্জন": text}, areas=fairs(last)), None)
    overview = [doubt for doubt in found if doubt.code in {"text-table-disagree", "baseline-in-text"}]
    assert [doubt.code for doubt in overview] == expected
    assert [doubt.suggestion for doubt in overview] == (["27"] if last is None else [None] * len(expected))


def test_every_indicator_owes_a_figure_each_quarter_and_governance_its_marks_once() -> None:
    asks = AGREEMENT.asks(sample(), None, date(2022, 6, 26))
    assert len(asks) == 3 * 4 + 1
    assert [ask.due for ask in asks[:4]] == ["2022-10-15", "2023-01-15", "2023-04-15", "2023-07-15"]
    assert [ask.opens for ask in asks[:4]] == ["2022-07-01", "2022-10-01", "2023-01-01", "2023-04-01"]
    assert (asks[0].key, asks[0].line, asks[0].addressee) == ("own:1.1.1:q1", "own:1.1.1", "পরিকল্পনা শাখা")
    assert (asks[0].target, asks[0].counting) == ("12.5", "sum")
    assert (asks[-1].key, asks[-1].unit, asks[-1].due) == ("governance:1.1.1:q4", "marks", "2023-07-15")
    assert len({ask.key for ask in asks}) == len(asks)
    assert not any(ask.due_on_issue for ask in asks)


def test_a_quarter_already_over_on_the_day_of_issue_is_marked_as_due() -> None:
    asks = AGREEMENT.asks(sample(), None, date(2022, 12, 1))
    assert {ask.quarter for ask in asks if ask.due_on_issue} == {1}


def test_a_year_without_a_framework_is_read_by_the_latest_form_with_a_doubt() -> None:
    reading = AGREEMENT.read(AGREEMENT.write(sample(fiscal_year="2031-32")), None)
    assert reading.framework is None
    assert "framework-unknown" in [doubt.code for doubt in reading.doubts]
    assert len(list(reading.content.indicators())) == 4
    assert {ask.due for ask in AGREEMENT.asks(reading.content, None, date(2031, 6, 30))} == {None}


def test_an_empty_paper_gives_an_empty_agreement_with_doubts() -> None:
    reading = AGREEMENT.read(Document(()), None)
    assert reading.content.areas == ()
    assert {"parties-missing", "fiscal-year-missing"} <= set(codes(reading.content))
    assert AGREEMENT.asks(reading.content, None, date(2022, 6, 26)) == ()
    assert AGREEMENT.write(reading.content).blocks


def test_the_plain_text_of_our_form_is_enough_to_read_it_again() -> None:
    again = AGREEMENT.read(read_text(AGREEMENT.write(sample()).text), None)
    assert placeless(again.content.model_dump()) == placeless(sample().model_dump())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["উপজেলা নমুনা কর্মকর্তা, শালবন"], ["জেলা নমুনা কর্মকর্তা, কাজলপুর"]),
        (["উপজেলা নমুনা কর্মকর্তা", "শালবন"], ["জেলা নমুনা কর্মকর্তা", "কাজলপুর"]),
        (["উপজেলা নমুনা কর্মকর্তা", "নমুনা অধিদপ্তর,", "শালবন"], ["উপপরিচালক", "নমুনা কার্যালয়", "কাজলপুর"]),
    ],
)
def test_a_party_may_stand_on_three_lines(first: list[str], second: list[str]) -> None:
    lines = ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", *first, "এবং", *second, "এর মধ্যে স্বাক্ষরিত"]
    sides = parties([TextLine(text, Place(number)) for number, text in enumerate(lines, 1)])
    assert [[side.post, *side.office.split(", ")] for side in sides] == [
        [part.strip(" ,") for part in ", ".join(side).replace(",,", ",").split(",")] for side in (first, second)
    ]
