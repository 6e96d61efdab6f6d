"""The real agreement of 2022-23: every figure is read, every fault is doubted, and no other value is doubted."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.agreement import AGREEMENT, Agreement
from angikar.rules.reading import Doubt, Reading
from tests.rules.kinds.test_agreement import placeless

EXPECTED = tomllib.loads(
    (Path(__file__).parent / "expected" / "agreement-dip-2022-23.toml").read_text(encoding="utf-8")
)
BASELINES, PROJECTIONS = ("2020-21", "2021-22"), ("2023-24", "2024-25")


@pytest.fixture(scope="module")
def real(seeds: Path) -> Reading[Agreement]:
    """The real paper, read and checked."""
    text = (seeds / "agreement-dip-2022-23.txt").read_text(encoding="utf-8")
    return understand(read_text(text))


def test_the_real_paper_has_its_parties_year_and_chapters(real: Reading[Agreement]) -> None:
    content = real.content
    assert real.framework == EXPECTED["framework"]
    assert content.fiscal_year == EXPECTED["fiscal_year"]
    assert content.office
    assert content.counterpart
    assert [signatory.role for signatory in content.signatories] == EXPECTED["signatories"]
    assert all(signatory.post and signatory.office and signatory.signed_on is None for signatory in content.signatories)
    for chapter in ("functions", "acronyms", "evidence", "dependencies"):
        assert len(getattr(content, chapter)) == EXPECTED[chapter]
    assert content.vision
    assert content.mission
    assert len(content.overview) == 4
    assert all(content.overview.values())


def test_the_real_areas_carry_their_weights(real: Reading[Agreement]) -> None:
    found = [
        {"part": area.part, "code": area.code, "weight": area.weight, "line": area.lines[0]}
        for area in real.content.areas
    ]
    assert found == EXPECTED["areas"]


def test_every_figure_of_the_real_table_is_in_its_slot(real: Reading[Agreement]) -> None:
    found = [
        {
            "identity": f"{area.part}:{row.code}",
            "line": row.lines[0],
            "counting": row.counting,
            "unit": row.unit,
            "weight": row.weight,
            "criteria": list(row.criteria),
            "baselines": row.baselines,
            "projections": row.projections,
        }
        for _, area, _, row in real.content.indicators()
    ]
    assert found == [
        row | {"baselines": filled(row["baselines"], BASELINES), "projections": filled(row["projections"], PROJECTIONS)}
        for row in EXPECTED["indicators"]
    ]


def filled(figures: dict[str, str], years: tuple[str, str]) -> dict[str, str | None]:
    """TOML has no null: a year that is absent is printed but empty."""
    return {year: figures.get(year) for year in years}


def test_every_real_target_is_the_first_criterion(real: Reading[Agreement]) -> None:
    assert all(row.target == row.criteria[:1] for _, _, _, row in real.content.indicators())


def test_the_real_outcomes_are_whole(real: Reading[Agreement]) -> None:
    found = [
        {
            "outcome": number,
            "line": row.lines[0],
            "unit": row.unit,
            "baselines": row.baselines,
            "target": row.target,
            "projections": row.projections,
            "jointly": len(row.jointly),
        }
        for number, outcome in enumerate(real.content.outcomes)
        for row in outcome.indicators
    ]
    assert found == [row | {"projections": filled(row["projections"], PROJECTIONS)} for row in EXPECTED["outcomes"]]
    assert all(row.source for outcome in real.content.outcomes for row in outcome.indicators)


def test_the_real_evidence_reaches_the_indicator_of_its_own_part(real: Reading[Agreement]) -> None:
    proofs = {proof.code: (proof.implementer, proof.evidence) for proof in real.content.evidence}
    for _, area, _, row in real.content.indicators():
        expected = proofs[row.code] if area.part == "own" else ()
        assert (*row.responsible, *row.evidence) == expected


def test_every_fault_of_the_real_paper_is_doubted_and_no_other_value(real: Reading[Agreement]) -> None:
    found = {(doubt.code, doubt.severity, doubt.place.line) for doubt in real.doubts if doubt.code != "text-misread"}
    expected = {
        (each["code"], each["severity"], line) for each in EXPECTED["doubts"] for line in each["lines"] or [None]
    }
    assert found == expected
    assert not real.has_errors


def test_doubts_of_reading_point_at_the_cell(real: Reading[Agreement]) -> None:
    cells = {
        doubt.place.line: doubt.place.cell for doubt in real.doubts if doubt.code in {"cell-shifted", "cells-merged"}
    }
    assert cells == {125: 7, 126: 7, 127: 7, 129: 7, 142: 4, 143: 4, 144: 7, 145: 7, 146: 7, 147: 7, 148: 7}


def test_the_real_paper_written_by_us_reads_the_same(real: Reading[Agreement]) -> None:
    again = AGREEMENT.read(AGREEMENT.write(real.content), None)
    assert placeless(again.content.model_dump()) == placeless(real.content.model_dump())
    assert not {"cell-shifted", "cells-merged", "spelling"} & {doubt.code for doubt in again.doubts}


def test_every_doubt_speaks_both_languages(real: Reading[Agreement]) -> None:
    def sound(doubt: Doubt) -> bool:
        return (
            doubt.message.endswith("।")
            and doubt.message_en.endswith(".")
            and "{" not in doubt.message + doubt.message_en
        )

    assert all(sound(doubt) for doubt in real.doubts)


def test_a_broken_title_of_the_table_is_not_proposed_for_a_sound_one_of_the_annex(real: Reading[Agreement]) -> None:
    broken = [
        doubt.suggestion
        for doubt in real.doubts
        if doubt.code == "annex-title-differs" and doubt.place.line in {197, 205}
    ]
    assert broken == [None, None]
