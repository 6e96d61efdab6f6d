"""The real papers: every line with a date in a known form is read, and their known slips are told apart."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from angikar.rules.bangla.calendar import compare_pair
from angikar.rules.bangla.dates import looks_like_date, parse_bangla_date, parse_date, parse_dates
from angikar.rules.bangla.digits import parse_number, to_latin
from angikar.rules.bangla.memo import likely, parse_memo
from angikar.rules.bangla.text import normal

PAPERS = [
    "agreement-dip-2022-23",
    "circular-ec-2022",
    "integrity-plan-cca-2017-18",
    "integrity-plan-ec-2018-19",
    "minutes-kurigram-2016",
]
NUMERIC = re.compile(r"(?<![\d.\[])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.])")


def _lines(seeds: Path, paper: str) -> list[str]:
    return (seeds / f"{paper}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_date_in_figures_is_found_on_its_line(seeds: Path, paper: str) -> None:
    found = 0
    for number, line in enumerate(_lines(seeds, paper), start=1):
        printed = Counter(
            date(int(year) + (0 if len(year) == 4 else 2000), int(month), int(day))
            for day, _, month, year in NUMERIC.findall(to_latin(line).replace("নং-", "নং "))
        )
        assert not printed - Counter(parse_dates(line)), f"line {number}"
        found += printed.total()
    assert found == {"circular-ec-2022": 1, "minutes-kurigram-2016": 5}.get(paper, found)
    assert found


@pytest.mark.parametrize(
    ("paper", "line", "bangla", "gregorian"),
    [
        ("circular-ec-2022", 129, "1429-06-28", "2022-10-13"),
        ("integrity-plan-ec-2018-19", 14, "1425-05-26", "2018-09-10"),
        ("minutes-kurigram-2016", 44, "1423-05-02", "2016-08-17"),
    ],
)
def test_both_dates_of_a_letter_are_read_and_agree(
    seeds: Path, paper: str, line: int, bangla: str, gregorian: str
) -> None:
    above, below = _lines(seeds, paper)[line - 1 : line + 1]
    bangla_day, day = parse_bangla_date(above), parse_date(below)
    assert bangla_day is not None
    assert day is not None
    assert (str(bangla_day), str(day)) == (bangla, gregorian)
    assert compare_pair(bangla_day, day) == "agree"


def test_a_gregorian_month_in_a_bangla_year_is_a_date_that_does_not_exist(seeds: Path) -> None:
    line = _lines(seeds, "circular-ec-2022")[12]
    assert looks_like_date(line)
    assert parse_date(line) is None
    assert parse_bangla_date(line) is None


def test_cells_cut_short_look_like_dates_and_are_not_guessed(seeds: Path) -> None:
    cells = [cell for number in (92, 97) for cell in _lines(seeds, "integrity-plan-ec-2018-19")[number - 1].split("\t")]
    cut = [cell for cell in cells if looks_like_date(cell) and parse_date(cell) is None]
    assert len(cut) >= 6


def test_memo_numbers_are_found(seeds: Path) -> None:
    def memo(paper: str, line: int) -> str | None:
        found = parse_memo(_lines(seeds, paper)[line - 1])
        return found.text if found else None

    assert memo("circular-ec-2022", 11) == memo("circular-ec-2022", 127) == "17.00.0000.079.39.013.22-679"
    assert memo("integrity-plan-ec-2018-19", 12) == "17.00.0000.009.73.004.18-426"
    assert memo("minutes-kurigram-2016", 25) == "05.47.4900.026.02.015.16-185"
    assert memo("minutes-kurigram-2016", 42) == "05.87.8900.026.03.009.16-226"


def test_a_lost_dot_in_a_quoted_memo_is_offered_back(seeds: Path) -> None:
    memo = parse_memo(_lines(seeds, "integrity-plan-ec-2018-19")[111].split("তারিখের")[-1])
    assert memo is not None
    assert memo.scheme is None
    offered = likely(memo)
    assert offered is not None
    assert offered.text == "04.00.0000.822.14.042.16-053"


def test_a_bracketed_sum_keeps_its_terms(seeds: Path) -> None:
    cells = [cell for line in _lines(seeds, "integrity-plan-ec-2018-19") for cell in line.split("\t")]
    sums = [number for number in map(parse_number, cells) if number and number.parts]
    assert {str(number.value) for number in sums} == {"261"}
    assert all(number.agrees for number in sums)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_stored_form_of_a_line_has_no_marks_left(seeds: Path, paper: str) -> None:
    for line in _lines(seeds, paper):
        stored = normal(line)
        assert normal(stored) == stored
        assert not re.search(r"</?[pu]>|\*\*|^#|\s\s", stored)
