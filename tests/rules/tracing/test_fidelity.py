"""No silent change: whatever a reader drops, alters or invents is named by a doubt, and a faithful reading by none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document
from angikar.rules.finding import lines_of
from angikar.rules.kinds import KINDS, understand
from angikar.rules.reading import Doubt, Reading
from angikar.rules.schedule.rule import Rule
from angikar.rules.tracing.fidelity import DERIVED, unaccounted
from angikar.rules.tracing.runs import runs_left_out
from angikar.rules.tracing.values import content_values
from angikar.rules.tracing.words import words
from tests.architecture.house import SOURCE
from tests.rules.kinds.circulars import SAMPLE
from tests.rules.kinds.integrity_plans import AREA, HEAD, ROW

PLAN = (
    HEAD
    + AREA.format(weight="৭")
    + ROW.format(weight="৪", unit="সংখ্যা", target="১৮", quarters="৩\t৪\t৫\t৬")
    + "১.২ তালিকা প্রেরণ\tপ্রেরিত তালিকা\t৩\tতারিখ\tসহকারী পরিচালক\t৩১.১০.২০১৮\tলক্ষ্যমাত্রা\t\t৩১.১০.১৮\t\t\t\t\t\n"
)
LOST = {"source-left-out", "word-misread", "value-not-printed"}


def _silent(source: Document, reading: Reading[object]) -> list[Doubt]:
    kind = KINDS[reading.kind]
    form = words(kind.write(reading.content).text)
    return list(unaccounted(source, reading.content, form, reading.doubts))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [PLAN, SAMPLE], ids=["integrity_plan", "circular"])
def test_a_faithful_reading_loses_and_adds_no_word(text: str) -> None:
    reading = understand(read_text(text))
    assert [doubt.message_en for doubt in reading.doubts if doubt.code in LOST] == []


PATHS = [
    value.path
    for value in content_values(understand(read_text(PLAN)).content)
    if value.name not in DERIVED and value.name != "fiscal_year"
]


@pytest.mark.parametrize("path", PATHS)
def test_a_value_that_the_source_does_not_print_is_named(path: str) -> None:
    reading = understand(read_text(PLAN))
    value = next(value.text for value in content_values(reading.content) if value.path == path)
    other = "2018-11-30" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "77" if value.isdecimal() else "অন্য কথা"
    whole = reading.content.model_dump(mode="json")
    here = whole
    *way, last = path.split(".")
    for step in way:
        here = here[int(step)] if isinstance(here, list) else here[step]
    here[int(last) if isinstance(here, list) else last] = other
    changed = Reading(reading.kind, reading.framework, type(reading.content).model_validate(whole), reading.doubts)
    assert ("value-not-printed", path) in {(doubt.code, doubt.path) for doubt in _silent(read_text(PLAN), changed)}


def test_a_figure_missing_from_its_row_is_named_even_where_another_row_has_it() -> None:
    reading = understand(read_text(PLAN))
    row = reading.content.areas[0].activities[0].indicators[0]
    lost = row.model_copy(update={"quarter_targets": (None, "4", "5", "6"), "counting": None})
    areas = reading.content.areas[0]
    first = areas.activities[0].model_copy(update={"indicators": (lost,)})
    changed = reading.content.model_copy(
        update={"areas": (areas.model_copy(update={"activities": (first, areas.activities[1])}),)}
    )
    found = _silent(read_text(PLAN), Reading(reading.kind, reading.framework, changed, ()))
    assert [(doubt.code, doubt.place.cell) for doubt in found if doubt.place.line == row.lines[0]] == [
        ("source-left-out", 7)
    ]


def test_words_that_belong_to_no_value_are_named_with_their_place() -> None:
    reading = understand(read_text(PLAN.replace("\n\nকার্যক্রমের", "\n\nভাঁজের দাগ\n\nকার্যক্রমের")))
    found = [(doubt.code, doubt.place.line) for doubt in reading.doubts if doubt.code in LOST]
    assert found == [("source-left-out", 5)]


def test_a_misread_word_of_the_form_is_named_with_the_word_meant() -> None:
    reading = understand(read_text(PLAN.replace("কর্মসম্পাদন সূচক", "কর্মসম্পদন সূচক")))
    assert [(doubt.code, doubt.suggestion) for doubt in reading.doubts if doubt.code in LOST] == [
        ("word-misread", "কর্মসম্পাদন")
    ]


def test_numbers_of_columns_and_pages_are_no_loss() -> None:
    text = PLAN.replace("\n\nকার্যক্রমের", "\n\nকমিটির সভা\t৩\nতালিকা প্রেরণ\t৪\nঅনুষ্ঠিত সভা\t১৫\n\nকার্যক্রমের")
    assert [doubt.message_en for doubt in understand(read_text(text)).doubts if doubt.code in LOST] == []


@pytest.mark.parametrize(
    ("printed_hour", "is_said"),
    [("বেলা ৪টার", True), ("বিকাল ৪.০০ ঘটিকার", True), ("১৬:০০ টার", True), ("সকাল ১১টার", False), ("৪ টাকার", False)],
)
def test_an_hour_is_printed_on_the_clock_of_twelve_hours_or_of_twenty_four(printed_hour: str, is_said: bool) -> None:
    whole = understand(read_text(SAMPLE)).content
    directive = whole.directives[0]
    rule = Rule.model_validate({"rule": "daily", "from": "issue", "at": "16:00"})
    text = f"প্রতিদিন {printed_hour} মধ্যে প্রতিবেদন পাঠাতে হবে"
    changed = whole.model_copy(
        update={"directives": (directive.model_copy(update={"text": text, "schedule": (rule,)}),)}
    )
    found = unaccounted(read_text(f"১। {text}"), changed, words(SAMPLE), ())
    assert ("directives.0.schedule.0.at" not in {doubt.path for doubt in found}) == is_said


SILENT = {"agreement-dip-2022-23": 0, "circular-ec-2022": 0, "minutes-kurigram-2016": 0}


@pytest.mark.parametrize("name", SILENT)
def test_no_word_of_the_real_papers_is_left_out(seeds: Path, name: str) -> None:
    text = (seeds / f"{name}.txt").read_text(encoding="utf-8")
    codes = [doubt.code for doubt in understand(read_text(text)).doubts]
    assert codes.count("source-left-out") == codes.count("value-not-printed") == SILENT[name]


@pytest.mark.parametrize("name", [*SILENT, "integrity-plan-ec-2018-19", "integrity-plan-cca-2017-18"])
def test_no_line_of_a_real_paper_vanishes_without_a_doubt(seeds: Path, name: str) -> None:
    """Taken away from the content, the values of any line are missed."""
    source = read_text((seeds / f"{name}.txt").read_text(encoding="utf-8"))
    reading = understand(source)
    bare = Reading(reading.kind, reading.framework, KINDS[reading.kind].content.model_validate(_least(reading)))
    missed = {doubt.place.line for doubt in _silent(source, bare)}
    lines = {line for value in content_values(reading.content) for line in value.lines}
    assert lines
    assert len(lines - missed) <= 1  # a title of one word that headings have too


def _least(reading: Reading[object]) -> dict[str, str]:
    """The emptiest content of the kind."""
    return {"title": "", "subject": ""} if reading.kind == "circular" else {}


def test_a_sentence_that_is_dropped_the_second_time_is_named() -> None:
    sentence = "এই সভার সিদ্ধান্ত সকল শাখা আগামী মাসের মধ্যে বাস্তবায়ন করবে"
    source = read_text(f"বিষয়: কাল্পনিক\n\n১। {sentence}।\n\n২। {sentence}।\n")
    left = runs_left_out([each.text for each in lines_of(source.blocks)], [f"{sentence}।"], ())
    assert [run.lines[0] for run in left] == [2]


def test_a_sentence_whose_words_all_occur_elsewhere_is_named_when_it_is_dropped() -> None:
    first, second = "সকল শাখা আগামী মাসের মধ্যে এই তালিকা পাঠাবে", "এই তালিকা মাসের মধ্যে আগামী শাখা সকল পাঠাবে"
    found = list(runs_left_out([first, second], [first], ()))
    assert [(run.lines[0], run.words[-8:]) for run in found] == [(1, tuple(second.split(" ")))]


def test_a_repeated_name_is_no_stretch_left_out() -> None:
    name = "কাল্পনিক উন্নয়ন অধিদপ্তর, দক্ষিণপুর"
    assert list(runs_left_out([name, name], [name], ())) == []


@given(
    st.lists(
        st.lists(st.sampled_from(["ক", "খ", "গ", "ঘ", "ঙ", "চ", "ছ", "জ"]), min_size=1, max_size=12).map(" ".join),
        max_size=6,
    )
)
def test_a_text_that_the_content_has_as_printed_is_never_left_out(lines: list[str]) -> None:
    assert list(runs_left_out(lines, [" ".join(lines)], ())) == []


@pytest.mark.parametrize(
    "sample", sorted((SOURCE / "cli" / "demo" / "samples").glob("*-demo.txt")), ids=lambda path: path.stem
)
def test_no_word_of_a_sample_is_left_out(sample: Path) -> None:
    reading = understand(read_text(sample.read_text(encoding="utf-8")))
    assert [doubt.message_en for doubt in reading.doubts if doubt.code in LOST] == []
