"""`angikar standings`: ranked lines, JSON whose numbers are strings, a workbook, and one sentence for an unclear office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from angikar.duties.actions import report
from angikar.duties.models import Duty
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.kinds import KINDS
from angikar.standings.models import Rank
from tests.cli.shell import Shell, is_bangla
from tests.pledge import PLEDGE, issued
from tests.world import World

CALL = ("standings", "--year", "২০২২-২৩", "--kind", "pledge")


@pytest.fixture
def output(world: World, monkeypatch: pytest.MonkeyPatch) -> Paper:
    """A pledge of the department with one figure reported: 85 of 100, for 6 marks of 10."""
    monkeypatch.setitem(KINDS, PLEDGE.name, PLEDGE)
    paper = issued(world, "6", "4")
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(duty, by=world.officers["focal"], answer=Answer(value="85"), today=date(2022, 10, 10))
    return paper


def test_a_line_shows_place_score_and_reported_quarters(angikar: Shell, output: Paper) -> None:
    said = angikar(*CALL, "--by", "claimed", "--under", "তারকা মন্ত্রণালয়")
    assert said.code == 0
    assert [each in said.lines[0] for each in ("১ম", "৫.১০", "দাবিকৃত", "নক্ষত্র অধিদপ্তর", "১: আসেনি ১/২")] == [True] * 5


def test_in_json_every_number_is_a_string(angikar: Shell, output: Paper, world: World) -> None:
    said = angikar(*CALL, "--under", world.offices["ministry"].path, "--direct", "--by", "claimed", "--json").json
    (row,) = said["standings"]
    assert (said["year"], said["under"], said["reach"]) == ("2022-23", "তারকা মন্ত্রণালয়", "direct")
    assert (row["rank"], row["tied"], row["score"], row["full"]) == ("1", False, "5.10", "10.00")
    assert (row["kind_of_score"], row["claimed"], row["accepted"]) == ("claimed", "5.10", None)
    assert row["quarters"][0] == {"state": "missing", "asked": "2", "told": "1", "late": "0", "excused": "0"}


def test_a_workbook_is_written_and_the_places_are_kept(angikar: Shell, output: Paper, tmp_path: Path) -> None:
    out = tmp_path / "standings.xlsx"
    assert angikar(*CALL, "--under", "নক্ষত্র অধিদপ্তর", "--by", "claimed", "--keep", "--xlsx", out).code == 0
    texts = [str(cell.value) for row in openpyxl.load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert "নক্ষত্র অধিদপ্তর" in texts
    assert Rank.objects.get().score == 510


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (("--under", "উপজেলা নক্ষত্র"), "পলাশবাড়ি"),
        (("--under", "চন্দ্র অধিদপ্তর"), "চন্দ্র অধিদপ্তর"),
        (("--under", ""), "দপ্তর নেই"),
        (("--under", "তারকা মন্ত্রণালয়", "--level", "moon"), "upazila"),
        (("--under", "তারকা মন্ত্রণালয়", "--kind", "moon"), "agreement"),
        (("--under", "তারকা মন্ত্রণালয়", "--year", "2022"), "২০২২-২৩"),
    ],
)
def test_what_is_not_clear_is_said_in_two_sentences(
    angikar: Shell, output: Paper, more: tuple[str, ...], named: str
) -> None:
    said = angikar(*CALL, *more)
    assert said.code == 2
    bangla, english = said.err.splitlines()
    assert named in said.err
    assert is_bangla(bangla)
    assert english.startswith(("There is no", "“"))


def test_an_office_without_a_plan_gets_a_sentence(angikar: Shell, output: Paper) -> None:
    assert "কোনো জারি করা পরিকল্পনা নেই" in angikar(*CALL, "--under", "উপজেলা নক্ষত্র কার্যালয়, শিমুলতলা").out
