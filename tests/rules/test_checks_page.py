"""The page of the checks is whole and true: a section for every code, and every example gives the doubt it shows."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

import pytest

from angikar.formats.readers.text import read_text
from angikar.papers.content import put
from angikar.rules.document import Cell, Document, FileRepair, Place, Row, Table, Unseen
from angikar.rules.duty import Ask, judge
from angikar.rules.forms.form import Field, Form, Moment, judge_form
from angikar.rules.frameworks import framework
from angikar.rules.kinds import attachment, kind_named, readings, understand
from angikar.rules.letters.laws import memo_office
from angikar.rules.letters.owner import owner_differs
from angikar.rules.plan_table.unlike.other_plans import unlike_last_year, unlike_sisters
from angikar.rules.reading import Doubt, Reading, unsure
from angikar.rules.scoring.reports import COLUMNS, ReportsError, read_reports
from angikar.rules.scoring.scorecard import scorecard
from angikar.rules.tracing.carried import Voucher, references_lost
from angikar.rules.tracing.fidelity import unaccounted
from angikar.rules.tracing.words import words
from tests.architecture.house import ROOT, SOURCE, modules, tree, where

PAGE = ROOT / "docs" / "checks.md"
PAPERS = ROOT / "docs" / "checks"
SHOWN_ELSEWHERE = {
    "date-moved",
    "day-outside-period",
    "day-unreadable",
    "far-from-target",
    "framework-not-established",
    "json-changed",
    "json-unsigned",
    "percent-above-hundred",
    "proof-ahead",
    "proof-outside-quarter",
    "row-unreadable",
    "running-fell",
    "target-projected",
    "too-many-days",
    "words-too-long",
}
"""Codes that no line or two can show: they need a form nobody has set down, a proof's day, a file that is none, a
long text, JSON that comes in, words typed in a running meeting, a figure typed for a duty with its target, a plan that goes on from last year's."""


@dataclass(frozen=True)
class Section:
    """One code of the page: its severity, its example, and the lines that say what it gives."""

    code: str
    severity: str
    sort: str
    example: str
    said: tuple[str, ...]


def _sections() -> tuple[Section, ...]:
    found = []
    for part in PAGE.read_text(encoding="utf-8").split("\n### ")[1:]:
        code, severity = re.match(r"`([a-z-]+)` · (error|warning|info)\n", part).groups()  # type: ignore[union-attr]
        fence = re.search(r"```([a-z.\- ]+)\n(.*?)```", part, re.DOTALL)
        said = tuple(line[2:].strip() for line in part.split("\n") if line.startswith("> "))
        found.append(Section(code, severity, fence[1] if fence else "", fence[2] if fence else "", said))
    return tuple(found)


SECTIONS = _sections()


def _sentences(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """The codes of the sentences a module declares, each with its line."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Sentence":
            yield str(ast.literal_eval(node.args[0])), node.lineno


def _codes() -> dict[str, str]:
    """Every code of a doubt, with the place that declares it."""
    return {
        code.partition("/")[0]: where(path, line)
        for path in modules(SOURCE / "rules")
        if path.name == "sentences.py"
        for code, line in _sentences(ast.walk(tree(path)))
    }


def test_every_code_has_its_section_and_every_section_its_code() -> None:
    named = [section.code for section in SECTIONS]
    codes = _codes()
    assert {code: place for code, place in codes.items() if code not in named} == {}
    assert [code for code in named if code not in codes] == []
    assert len(named) == len(set(named))


def test_every_section_speaks_both_languages_and_shows_an_example() -> None:
    for part in PAGE.read_text(encoding="utf-8").split("\n### ")[1:]:
        said = [line for line in part.split("\n") if re.fullmatch(r".+ \*.+\*", line)]
        bangla = [bool(re.search("[\u0980-\u09fe]", line.split("`")[0])) for line in said]
        assert len(said) == 2, part
        assert bangla[0], part
        assert not re.search("[\u0980-\u09fe]{4}", re.sub(r"“[^”]*”", "", said[1])), part
    assert {section.code for section in SECTIONS if not section.example and not section.sort} == SHOWN_ELSEWHERE


def _changed(paper: str, example: str) -> str:
    """The faultless paper with what the example takes out and puts in."""
    text = (PAPERS / paper).read_text(encoding="utf-8")
    lines = example.replace("→", "\t").removesuffix("\n").split("\n") if example else []
    old = "\n".join(line[1:] for line in lines if line.startswith("-"))
    new = "\n".join(line[1:] for line in lines if line.startswith("+"))
    assert old in text, old
    return text.replace(old, new, 1)


def _with(paper: str, lines: Iterable[str]) -> tuple[Document, Reading[Any]]:
    """A faultless paper, and its reading with other values at some paths: `areas.0.weight = "3"`."""
    source = read_text((PAPERS / paper).read_text(encoding="utf-8"))
    reading = understand(source)
    content = reading.content.model_dump(mode="json", by_alias=True)
    for path, value in (line.split(" = ", 1) for line in lines if " = " in line):
        content = put(content, path, json.loads(value))
    return source, replace(reading, content=kind_named(reading.kind).content.model_validate(content), doubts=())


def _held(paper: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a content, by its checks and beside its source."""
    source, reading = _with(paper, lines)
    kind = kind_named(reading.kind)
    yield from kind.check(reading.content, reading.framework)
    written = kind.write(reading.content).text
    yield from unaccounted(source, reading.content, words(written), (), written)
    yield from references_lost(reading.content)


def _scored(paper: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a scorecard made from the reports that stand among the lines."""
    _, reading = _with(paper, lines)
    csv = [line for line in lines if " = " not in line]
    reports = read_reports("\n".join([",".join(COLUMNS), *csv]))
    card = scorecard(reading.content, framework(reading.framework or ""), reports, date(2023, 7, 15))
    yield from (doubt for line in card.lines for doubt in line.notes)
    areas = {area.code for area in card.areas}
    yield from (each.why for each in card.full.rest if each.code in areas)


def _cell(_: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a cell of a scan or a workbook: what was read, and what another reader saw."""
    text, other = (line.partition(": ")[2] for line in lines)
    yield from unsure(Document((Table((Row((Cell(text, unsure=other),)),)),)))


def _registered(paper: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a paper beside the register, given as the office it is of and what its numbers begin with."""
    office, prefix = lines[0].split(": ")
    yield from memo_office(_with(paper, ())[1].content.letter, office, {office: prefix})


def _filled(_paper: str, lines: list[str]) -> Iterable[Doubt]:
    """What is said of one field of a form, at noon of the new year's day."""
    sent = dict(line.partition(":")[::2] for line in lines[1:])
    form = Form(fields=(Field.model_validate_json(lines[0]),))
    return judge_form(form, sent, Moment(date(2023, 1, 1), time(12)), {}).doubts


def _carried(paper: str, lines: list[str]) -> Iterable[Doubt]:
    """What is said of a PDF that prints a paper and carries it with other values, or another text, once or several times, under a
    seal.
    """
    reading, printed = _with(paper, lines)[1], _with(paper, ())[1]
    source = kind_named(printed.kind).write(printed.content)
    given = dict(line.split(": ", 1) for line in lines if " = " not in line)
    carried = (given.get("text", attachment(reading)),) * int(given.get("times", 1))
    worth = given.get("seal", "unsigned")
    return understand(replace(source, carried=carried), vouch=lambda _: Voucher(worth, given.get("by", ""))).doubts  # type: ignore[arg-type]


def _unseen(paper: str, lines: list[str]) -> Iterable[Doubt]:
    """What is said of a paper whose file holds texts that its page does not show, or that nobody has accepted."""
    texts = (line.split(": ", 1) for line in lines)
    source = read_text((PAPERS / paper).read_text(encoding="utf-8"))
    return understand(replace(source, unseen=tuple(Unseen(text, way, Place(1)) for way, text in texts))).doubts  # type: ignore[arg-type]


def _repaired(paper: str, lines: list[str]) -> Iterable[Doubt]:
    """What is said of a paper whose letters were converted, by what they were known, or whose page was turned, by so many degrees."""
    way, said = lines[0].split(": ", 1)
    source = read_text((PAPERS / paper).read_text(encoding="utf-8"))
    repair = FileRepair("rotated", count=int(said), place=Place(1)) if way == "rotated" else FileRepair(way, said)  # type: ignore[arg-type]
    return understand(replace(source, repairs=(repair,))).doubts


def _taken(paper: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a paper that is taken in for an office, given with the other office that the paper names."""
    own, other = lines[0].split(": ")
    content = _with(paper, [f'office = "{other}"'])[1].content
    yield from owner_differs(content, [own], [other])


def _before(paper: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a plan beside that of the year before, which has other values at some paths."""
    yield from unlike_last_year(_with(paper, ())[1].content, _with(paper, lines)[1].content)


def _beside(paper: str, lines: list[str]) -> Iterator[Doubt]:
    """What is said of a plan beside those of two sister offices, which have other values at some paths."""
    yield from unlike_sisters(_with(paper, ())[1].content, [_with(paper, lines)[1].content] * 2)


def _several(paper: str, lines: list[str]) -> Iterable[Doubt]:
    """What is said of a paper below which another stands in the same file."""
    texts = [(PAPERS / name).read_text(encoding="utf-8") for name in (paper, *lines)]
    return readings(read_text("\n\n".join(texts)))[0].doubts


_MAKERS = {
    "before": _before,
    "beside": _beside,
    "several": _several,
    "taken": _taken,
    "repaired": _repaired,
    "unseen": _unseen,
    "content": _held,
    "carried": _carried,
    "scores": _scored,
    "cell": _cell,
    "register": _registered,
    "form": _filled,
}


def _raised(section: Section) -> Iterable[Doubt]:
    if section.sort.startswith("diff "):
        return understand(read_text(_changed(section.sort.removeprefix("diff "), section.example))).doubts
    if section.sort == "csv":
        heads = "" if section.example.startswith("part,code") else ",".join(COLUMNS) + "\n"
        with pytest.raises(ReportsError) as error:
            read_reports(heads + section.example)
        return error.value.doubts
    sort, _, paper = section.sort.partition(" ")
    if sort in _MAKERS:
        return _MAKERS[sort](paper, section.example.strip().split("\n"))
    form = dict(line.split(": ", 1) for line in section.example.strip().split("\n"))
    unit = form.pop("unit", None)
    ask = Ask.model_validate(
        {"kind": "figure" if unit else "decision", "key": "1", "text": "", "unit": unit, "choices": ("হ্যাঁ", "না")}
    )
    answer = judge(ask, form, date(2023, 1, 1))
    assert isinstance(answer, Doubt)
    return (answer,)


@pytest.mark.parametrize("section", [each for each in SECTIONS if each.sort], ids=lambda section: section.code)
def test_the_example_gives_the_doubt_that_is_below_it(section: Section) -> None:
    doubt = next(each for each in _raised(section) if each.code == section.code)
    place = doubt.place
    at = "" if place.line is None else f"L{place.line}" if place.cell is None else f"L{place.line}:{place.cell}"
    head = " ".join(filter(None, (at, f"`{doubt.path}`" if doubt.path else "")))
    said = tuple(filter(None, (head, doubt.message, doubt.message_en)))
    assert (doubt.severity, said) == (section.severity, section.said)


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_papers_the_examples_change_have_nothing_wrong(paper: object) -> None:
    reading = understand(read_text(paper.read_text(encoding="utf-8")))  # type: ignore[attr-defined]
    assert {doubt.code for doubt in reading.doubts} <= {"anchor-missing", "counting-derived", "obligation-unread"}
