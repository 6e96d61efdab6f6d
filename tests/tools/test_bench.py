"""The bench measures what it says: a right plan of sixty numbers, the median of warm calls, a table a person can read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from angikar.formats import read
from angikar.rules.bangla.bijoy import to_unicode
from angikar.rules.kinds.agreement import AGREEMENT
from angikar.rules.letters.values import Letter
from angikar.rules.plan_table.form import TableHead
from tools.bench import reading
from tools.bench.measure import Row, Share, median_ms, table
from tools.bench.papers import FRAMEWORK, SAMPLES, papers, plan_of_sixty
from tools.bench.reading import bijoy, slipping
from tools.bench.regressions import compared
from tools.bench.sources import SOURCES, WHOLE, Paper, bare, opened, paper_at


def test_the_plan_of_sixty_has_sixty_numbers_and_no_fault() -> None:
    plan = plan_of_sixty()
    assert Counter(area.part for _, area, _, _ in plan.indicators()) == {"own": 55, "governance": 5}
    assert [doubt for doubt in AGREEMENT.check(plan, FRAMEWORK) if doubt.severity == "error"] == []


def test_a_call_is_warmed_up_before_it_is_counted() -> None:
    calls: list[None] = []
    assert median_ms(lambda: calls.append(None), 3) >= 0
    assert len(calls) == 4


def test_a_row_shows_time_ratio_and_note() -> None:
    assert str(Row("read", 20.0, 5.0, "54 kB")).split() == ["read", "20.00", "ms", "4.0", "×", "54", "kB"]
    assert str(Row("read", 20.0)).split() == ["read", "20.00", "ms"]


def test_a_goal_is_printed_beside_its_figure() -> None:
    assert str(Row("grid", 60.0, 5.0, "15 queries", 12.0)).endswith("12.0 ×  goal 12 ×: met  15 queries")
    assert str(Row("grid", 61.0, 5.0, goal=12.0)).endswith("goal 12 ×: missed")


def test_what_became_slower_since_the_last_run_is_named(tmp_path: Path) -> None:
    kept = tmp_path / "bench.json"
    assert list(compared([Row("grid", 50.0, 5.0), Row("today", 50.0, 5.0), Row("read", 9.0)], kept)) == []
    now = [Row("grid", 61.0, 5.0), Row("today", 59.0, 5.0)]
    assert list(compared(now, kept)) == ["slower than in the last run: grid, 10.0 × then, 12.2 × now"]
    assert list(compared(now, kept)) == []


def test_the_real_papers_are_read_where_a_folder_names_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "a.txt").touch()
    monkeypatch.setenv("ANGIKAR_SEEDS", str(tmp_path))
    assert [path.name for path in papers()] == ["a.txt", "b.txt"]
    monkeypatch.delenv("ANGIKAR_SEEDS")
    assert {path.parent for path in papers()} == {SAMPLES}
    assert "broken-plan" not in {path.stem for path in papers()}


@pytest.fixture(scope="module")
def letter() -> Paper:
    """The shortest of the samples."""
    return paper_at(SAMPLES / "plain-letter-demo.txt")


def test_a_share_is_cut_and_never_rounded_up_to_all() -> None:
    assert (Share("cells", 1999, 2000).percent, Share("cells", 7, 7).percent) == ("99.9 %", "100.0 %")
    assert str(Share("cells", note="no reader")).split() == ["cells", "not", "measured", "no", "reader"]


def test_a_table_keeps_its_columns_under_their_headings() -> None:
    head, row = table(("", "a long heading", "b"), iter([("paper", "1", "2")]))
    assert len(head) == len(row)
    assert head.index("b") == row.index("2")


def test_what_comes_back_is_counted_value_by_value() -> None:
    meant = Letter(memo_number="১৭", date="2022-10-13", bangla_date="২৮ আশ্বিন ১৪২৯")
    assert reading.same(meant, meant) == (3, 3)
    assert reading.same(meant, meant.model_copy(update={"date": None, "bangla_date": "২৮ আশ্বিন"})) == (1, 3)
    assert reading.same(Letter(memo_number="১৭"), meant) == (1, 3)


def test_a_short_letter_is_timed_and_comes_back_whole(letter: Paper) -> None:
    head, row = reading.speeds([letter], ("text", "JSON"))
    assert head.split() == ["text", "JSON"]
    name, *figures = row.split()
    assert name == "plain-letter-demo"
    assert all(int(figure) > 0 for figure in figures)
    _, one, every = reading.returns([letter], ("JSON", "DOCX"))
    assert one.split() == ["plain-letter-demo", "100.0", "%", "100.0", "%"]
    assert every.split()[1:] == one.split()[1:]
    assert list(reading.doubts([letter]))[1].split() == ["plain-letter-demo", "0", "0", "0"]


def test_a_source_this_machine_cannot_make_is_left_out(letter: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.bench.sources.shutil.which", lambda _: None)
    monkeypatch.setattr("tools.bench.sources.tesseract.installed", lambda: False)
    missing = ("LibreOffice PDF", "LibreOffice HTML", "scan, page 1")
    assert list(reading.speeds([letter], missing))[1].split() == ["plain-letter-demo", "-", "-", "-"]
    (cells,) = reading.scanned(plan_of_sixty())
    assert "not measured" in str(cells)


def test_a_bare_pdf_has_lost_its_content_and_kept_its_pages(letter: Paper) -> None:
    assert opened("own PDF", letter.pdf).content == letter.reading.content
    assert read(letter.pdf, "paper").carried
    assert read(bare(letter.pdf), "paper").carried == ()
    assert opened("PDF, text layer", bare(letter.pdf)).kind == letter.reading.kind
    assert set(WHOLE) < set(SOURCES)


@pytest.mark.usefixtures("reads_pictures")
def test_a_page_of_two_rows_is_scanned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_ROWS", 2)
    cells, numbers, wrong = reading.scanned(plan_of_sixty())
    assert cells.of > numbers.of > 10
    assert numbers.right + wrong.of == numbers.of


def test_the_phrases_are_bijoy_and_the_house_turns_them() -> None:
    own, rival = bijoy.phrases()
    assert (own.right, own.of) == (len(bijoy.PHRASES), len(bijoy.PHRASES))
    assert rival.of in {0, own.of}
    assert not any("\u0980" <= char <= "\u09ff" for typed in bijoy.PHRASES for char in typed)


@pytest.mark.parametrize(("turn", "right"), [(to_unicode, True), (str, False), (lambda text: text[len(text)], False)])
def test_a_converter_is_measured_by_what_it_gives(turn: Callable[[str], str], right: bool) -> None:
    meant = unicodedata.normalize("NFC", "বিভাগ")
    assert (bijoy._converted(turn, "wefvM") == meant) is right


class Chosen(Random):
    """A chance that takes what it is given to take, one choice after the other."""

    def __init__(self, *taken: int) -> None:
        super().__init__()
        self.taken = iter(taken)

    def choice(self, seq: Any) -> Any:
        return seq[next(self.taken)]

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return next(self.taken)


@pytest.mark.parametrize(
    ("taken", "cells"),
    [
        ((0, 1), ["[১.১.১] ক", "", "সমষ্টি", "সংখ্যা", "", "৮"]),
        ((1, 0), ["[১.১.১] ক", "সমষ্টি", "সংখ্যা", "৮"]),
        ((2,), ["[১.১.১] ক", "সমষ্টি সংখ্যা", "", "", "৮"]),
    ],
    ids=["pushed", "pulled", "melted"],
)
def test_a_row_slips_in_the_ways_the_papers_show(taken: tuple[int, ...], cells: list[str]) -> None:
    head = TableHead({"indicator": 0, "counting": 1, "unit": 2, "weight": 4})
    assert slipping.slip(["[১.১.১] ক", "সমষ্টি", "সংখ্যা", "", "৮"], head, Chosen(*taken)) == cells


def test_law_finds_what_the_column_has_lost() -> None:
    agreement = paper_at(SAMPLES / "agreement-demo.txt")
    standing, law, column = slipping.rows(agreement)
    assert "no truth" in standing.note
    assert law.of == column.of > 100
    assert law.right > 0.8 * law.of > column.right


def test_the_real_agreement_is_held_to_what_is_written_down(seeds: Path) -> None:
    law, column, *_ = slipping.rows(paper_at(seeds / "agreement-dip-2022-23.txt"))
    assert law.right == law.of == column.of > column.right


def test_a_value_that_moved_in_its_list_counts_as_lost_only_where_places_are_strict() -> None:
    meant = plan_of_sixty()
    moved = meant.model_copy(update={"areas": tuple(reversed(meant.areas))})
    strict, tolerant = reading.same(meant, moved), reading.anywhere(meant, moved)
    assert strict[0] < strict[1]
    assert tolerant == reading.anywhere(meant, meant) == (tolerant[1], tolerant[1])
    fewer = reading.anywhere(meant, meant.model_copy(update={"areas": meant.areas[1:]}))
    assert fewer[0] < fewer[1] == tolerant[1]
