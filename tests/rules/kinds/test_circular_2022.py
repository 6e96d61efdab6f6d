"""The circular of 2022, line by line: what must be read in it, what must be doubted, what falls due."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from angikar.formats import read
from angikar.formats.readers.text import read_text
from angikar.formats.writers.docx import write_docx
from angikar.rules.kinds import understand
from angikar.rules.kinds.circular import CIRCULAR, Circular
from angikar.rules.kinds.circular.asks import schedule
from angikar.rules.reading import Reading
from tests.rules.kinds.circulars import bare, judged


def test_only_a_paper_that_calls_itself_so_is_a_circular(seeds: Path) -> None:
    sure = {path.stem: CIRCULAR.recognise(read_text(path.read_text("utf-8"))) for path in sorted(seeds.glob("*.txt"))}
    assert {name for name, score in sure.items() if score > 50} == {"circular-ec-2022"}


@pytest.fixture(scope="module")
def real(seeds: Path) -> Reading[Circular]:
    return understand(read_text((seeds / "circular-ec-2022.txt").read_text("utf-8")))


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "expected" / "circular-ec-2022.toml").read_text("utf-8"))


def test_the_head_and_foot_of_the_real_circular(real: Reading[Circular], expected: dict[str, Any]) -> None:
    content = real.content
    assert content.letter.model_dump() == expected["letter"]
    for name in ("number", "office", "acknowledgement"):
        assert getattr(content, name) == expected[name]
    assert list(content.priority) == expected["priority"]
    assert len(content.addressees) == expected["addressees"]
    assert len(content.copies) == expected["copies"]
    assert [index for index, copy in enumerate(content.copies, 1) if copy.note] == expected["copies_with_note"]
    assert [each.role for each in content.signatories] == expected["signatory_roles"]
    assert [each.signed_on or "" for each in content.signatories] == expected["signed_on"]
    assert all(each.name and each.post and each.office and len(each.contact) == 2 for each in content.signatories)


def test_the_paragraphs_and_directives_of_the_real_circular(real: Reading[Circular], expected: dict[str, Any]) -> None:
    content = real.content
    assert [each.number or "" for each in content.paragraphs] == expected["paragraphs"]["numbers"]
    assert [each.lines[0] for each in content.paragraphs] == expected["paragraphs"]["lines"]
    assert [each.code for each in content.directives] == expected["directives"]["codes"]
    for code, who in expected["addressed"].items():
        directive = content.directive(code)
        assert directive is not None
        assert sorted(directive.addressees) == sorted(who)


def test_the_schedules_of_the_real_circular(real: Reading[Circular], expected: dict[str, Any]) -> None:
    rules = {each.code: [rule.model_dump(mode="json") for rule in each.schedule] for each in real.content.directives}
    assert {code: found for code, found in rules.items() if found} == expected["schedules"]


def test_the_bodies_of_the_real_circular(real: Reading[Circular], expected: dict[str, Any]) -> None:
    found = [
        {
            "name": body.name,
            "level": body.level,
            "led_by": body.led_by or "",
            "members": len(body.members),
            "tasks": len(body.tasks),
        }
        for body in real.content.bodies
    ]
    assert found == expected["bodies"]


def test_the_doubts_of_the_real_circular_and_no_others(real: Reading[Circular], expected: dict[str, Any]) -> None:
    wanted = expected["doubts"]["found"]
    doubts = [doubt for doubt in real.doubts if doubt.code != "text-misread"]
    assert [[doubt.code, doubt.place.line or 0] for doubt in doubts] == [each[:2] for each in wanted]
    for doubt, (_, _, suggestion) in zip(doubts, wanted, strict=True):
        # a word within a sentence is suggested with the sentence around it, for that is the value it stands in
        assert suggestion in (doubt.suggestion or "") if len(suggestion) < 8 else suggestion == doubt.suggestion
    assert not real.has_errors


def test_what_falls_due_for_the_poll_of_october_2022(real: Reading[Circular], expected: dict[str, Any]) -> None:
    due: dict[str, list[list[object]]] = {}
    for entry in schedule(real.content, anchor=date(2022, 10, 17)):
        due.setdefault(str(entry["directive"]), []).append([entry["due"], entry["due_on_issue"]])
    assert due == expected["due"]


def test_what_is_asked_when_it_is_issued_on_its_own_day(real: Reading[Circular]) -> None:
    content = real.content.model_copy(update={"anchor": "2022-10-17"})
    asked = [ask for ask in CIRCULAR.asks(content, None, date(2022, 10, 13)) if ask.kind == "report"]
    assert {(ask.due, ask.due_on_issue) for ask in asked if ask.key.startswith("9:")} == {("2022-10-13", True)}
    daily = [ask for ask in asked if ask.key.startswith("5(চ):")]
    assert [ask.due for ask in daily] == ["2022-10-14", "2022-10-15", "2022-10-16", "2022-10-17"]
    assert {ask.body for ask in daily} == {content.bodies[0].name}
    assert {ask.due for ask in asked if ask.key.startswith("5(ছ):")} == {None}


def test_the_real_circular_comes_back_from_its_official_form(real: Reading[Circular]) -> None:
    form = CIRCULAR.write(real.content)
    for again in (judged(form), judged(read(write_docx(form), "circular.docx"))):
        assert bare(again.content.model_dump()) == bare(real.content.model_dump())
