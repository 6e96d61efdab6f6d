"""The frameworks: every number cited, weights that add up, columns as the papers print them."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
from pydantic import ValidationError

from angikar.rules.frameworks import FRAMEWORKS, UnknownFramework, for_paper, form_of, framework, of_kind, own_form
from angikar.rules.frameworks.framework import UNSOURCED, Framework
from angikar.rules.schedule.fiscal import canonical_year

SUBJECTS = ("innovation", "grievance", "charter", "information")


def raw(name: str = "agreement-2022-23") -> dict[str, object]:
    text = files("angikar.rules.frameworks").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return {"name": name, **tomllib.loads(text)}


def test_the_papers_at_hand_have_their_frameworks() -> None:
    assert {"agreement-2022-23", "integrity-2017-18", "integrity-2018-19"} <= set(FRAMEWORKS)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_number_says_who_set_it(name: str) -> None:
    frame = framework(name)
    for number in frame.numbers():
        source = frame.source_of(number)
        assert source is not None
        assert source.source != UNSOURCED or len(source.reason) > 20


@pytest.mark.parametrize(
    "name", [name for name in FRAMEWORKS if name.startswith("reform-") and name.endswith("2021-22")]
)
def test_a_plan_read_row_by_row_has_rows_that_add_up_to_the_whole(name: str) -> None:
    frame = framework(name)
    assert sum(Decimal(row.weight) for row in frame.rows) == Decimal(frame.total or 0)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_years_columns_and_areas_are_distinguished(name: str) -> None:
    frame = framework(name)
    assert [canonical_year(year) for year in frame.fiscal_years] == list(frame.fiscal_years)
    slots, codes = [column.slot for column in frame.columns], [area.code for area in frame.areas]
    assert len(set(slots)) == len(slots)
    assert len(set(codes)) == len(codes)
    assert list(frame.levels) == sorted(frame.levels, reverse=True)


def test_headings_carry_the_years_of_the_plan() -> None:
    titles = {column.slot: column for column in framework("agreement-2022-23").columns_of("২০২২-২৩")}
    assert titles["baseline.1"].heading == "প্রকৃত অর্জন ২০২০-২১"
    assert titles["criteria.1"].group == "লক্ষ্যমাত্রা/নির্ণায়ক ২০২২-২৩"
    assert titles["criteria.5"].under == "৬০%"
    assert titles["projection.2"].heading == "প্রক্ষেপণ ২০২৪-২৫"


def test_reports_are_due_after_their_quarter() -> None:
    frame = framework("agreement-2022-23")
    assert [frame.report_due("2022-23", quarter) for quarter in (1, 2, 3, 4)] == [
        date(2022, 10, 15),
        date(2023, 1, 15),
        date(2023, 4, 15),
        date(2023, 7, 15),
    ]


def test_a_governance_row_finds_the_plan_it_speaks_of() -> None:
    frame = framework("agreement-2022-23")
    marks = {link.name: (link.full, link.marks) for link in frame.links}
    assert marks == {
        "integrity": ("50", "10"),
        "innovation": ("50", "10"),
        "grievance": ("25", "4"),
        "charter": ("25", "3"),
        "information": ("25", "3"),
    }
    found = frame.link_of("[১.৩.১] অভিযোগ প্রতিকার কর্মপরিকল্পনা বাস্তবায়িত")
    assert found is not None
    assert found.name == "grievance"
    assert frame.link_of("অন্য কাজ") is None


def test_a_paper_finds_the_framework_of_its_year() -> None:
    found = for_paper("integrity_plan", "2018-19")
    assert found is not None
    assert found.name == "integrity-2018-19"
    assert for_paper("integrity_plan", "1999-00") is None
    assert for_paper("agreement", None) is None


def test_the_four_reform_plans_of_a_year_are_distinguished_and_are_those_an_agreement_links_to() -> None:
    totals = {link.name: link.full for link in framework("agreement-2021-22").links}
    for subject in SUBJECTS:
        found = for_paper("reform_plan", "2021-22", subject)
        assert found is not None
        assert (found.subject, found.total) == (subject, totals[subject])
    integrity = for_paper("integrity_plan", "2021-22")
    assert integrity is not None
    assert [area.weight for area in integrity.areas] == ["22", "8", "20"]
    assert integrity.total == totals["integrity"]
    assert for_paper("reform_plan", "2021-22") is None


def test_an_unknown_framework_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownFramework, match="agreement-2022-23") as refused:
        framework("agreement-1999-00")
    assert "কোনো কাঠামো নেই" in refused.value.message


def test_an_agreement_of_a_field_office_has_thirteen_columns_and_is_asked_for_by_its_form() -> None:
    field = for_paper("agreement", "2022-23", form="field")
    assert field is not None
    assert field.name == "agreement-2021-22-field"
    slots = {column.slot for column in field.columns}
    assert len(field.columns) == 13
    assert not slots & {"counting", "projection.1", "projection.2"}
    assert sum(Decimal(link.marks) for link in field.links) == Decimal(field.parts["governance"]) == 30
    assert [getattr(for_paper("agreement", year), "name", None) for year in ("2021-22", "2022-23")] == [
        "agreement-2021-22",
        "agreement-2022-23",
    ]


def test_reform_plans_of_the_next_year_carry_only_the_numbers_that_were_found() -> None:
    found = {subject: for_paper("reform_plan", "2022-23", subject) for subject in SUBJECTS}
    links = {link.name: link.full for link in framework("agreement-2022-23").links}
    areas = {}
    for subject, frame in found.items():
        assert frame is not None
        assert frame.total == links[subject]
        areas[subject] = [area.weight for area in frame.areas]
    assert areas == {"innovation": [], "grievance": ["14", "11"], "charter": [], "information": ["10", "15"]}
    assert found["grievance"] is not None
    source = found["grievance"].source_of("areas.2")
    assert source is not None
    assert source.source == UNSOURCED


def test_the_rules_of_an_integrity_plan_stand_by_row_with_their_sources() -> None:
    frame = framework("integrity-2021-22")
    rules = {row.code: frame.rule_of("own", row.code[0], row.code) for row in frame.rows}
    assert {code: rule for code, rule in rules.items() if rule} == {
        "1.2.1": "decision_rate",
        "1.6.1": "dates",
        "1.7.1": "dates",
        "1.8.1": "all_or_nothing",
        "2.1.1": "fortnight",
    }
    unsourced = [number for number in frame.numbers() if getattr(frame.source_of(number), "source", "") == UNSOURCED]
    assert unsourced == ["fortnight.days", "rules.1.6.1", "rules.1.7.1"]


def test_a_form_that_is_not_established_is_listed_and_finds_no_paper() -> None:
    frame = framework("gpms-2025-26")
    assert not frame.established
    assert [*frame.numbers()] == []
    assert frame.columns == ()
    assert for_paper(frame.kind, "2025-26") is None
    assert frame not in of_kind(frame.kind)


def test_the_starting_file_is_checked_like_any_other_once_it_is_said_to_be_established() -> None:
    with pytest.raises(ValidationError, match="columns, scoring and calendar"):
        Framework.model_validate({**raw("gpms-2025-26"), "established": True})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"parts": {"own": "75", "governance": "30"}}, "weights of parts do not add up to 100"),
        ({"levels": [100, 90, 90, 70, 60]}, "levels must fall"),
        ({"levels": []}, "levels are given where scoring is by criteria"),
        ({"links": raw()["links"][:4]}, "weights of links do not add up to 30"),  # type: ignore[index]
    ],
)
def test_a_framework_whose_numbers_contradict_each_other_is_refused_in_one_sentence(
    change: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        Framework.model_validate({**raw(), **change})


def test_a_row_that_loses_marks_by_the_fortnight_needs_the_fortnight() -> None:
    plan = raw("integrity-2021-22")
    with pytest.raises(ValidationError, match="fortnight is not given"):
        Framework.model_validate({**plan, "fortnight": None})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"sources": []}, "total names no source"),
        ({"sources": [*raw()["sources"], {"numbers": ["bonus"], "source": "x"}]}, "cites bonus"),  # type: ignore[misc]
        ({"sources": [*raw()["sources"], {"numbers": ["total"], "source": "unsourced"}]}, "gives no reason"),  # type: ignore[misc]
        ({"bonus": "5"}, "bonus"),
    ],
)
def test_a_number_without_a_source_is_refused_in_one_sentence(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        Framework.model_validate({**raw(), **change})


@pytest.mark.parametrize(
    ("kind", "subject"), [("agreement", ""), ("integrity_plan", ""), *(("reform_plan", each) for each in SUBJECTS)]
)
def test_every_kind_of_plan_has_a_form_of_the_offices_own_which_is_of_any_year_and_no_years_official_one(
    kind: str, subject: str
) -> None:
    own = own_form(kind, subject)
    assert own.form == "own"
    assert own not in of_kind(kind, subject)
    assert for_paper(kind, "2026-27", subject) is None
    assert form_of(kind, "2026-27", subject, "own") == own
    assert {source.source for source in own.sources} == {UNSOURCED}


def test_no_paper_of_another_kind_has_a_form_of_its_own() -> None:
    with pytest.raises(LookupError):
        own_form("minutes")


@pytest.mark.parametrize("year", ["2022-23", "2023-24", "2024-25"])
def test_an_integrity_plan_of_later_years_has_a_framework_whose_whole_is_what_its_agreement_counts_it_by(
    year: str,
) -> None:
    found, agreement = for_paper("integrity_plan", year), for_paper("agreement", year)
    assert found is not None
    assert agreement is not None
    assert found.total == next(link.full for link in agreement.links if link.name == "integrity")
