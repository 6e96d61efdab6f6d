"""Agreements of 2014-15 to 2024-25: two or three sections, with and without columns of counting, baselines and projections."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.kinds import understand
from angikar.rules.kinds.agreement import AGREEMENT
from angikar.rules.plan import Area, Indicator
from tests.rules.kinds.agreement_forms import ENGLISH, FORMS, Form, agreement_text

KNOWN = {f"20{year}-{year + 1}" for year in range(15, 21)}


def rows(areas: tuple[Area, ...]) -> Iterator[Indicator]:
    return (row for area in areas for activity in area.activities for row in activity.indicators)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_is_read_whole_and_without_a_false_alarm(form: Form) -> None:
    reading = understand(read_text(agreement_text(form)))
    found = reading.content
    assert (reading.kind, found.fiscal_year, found.title) == ("agreement", form.year, "বার্ষিক কর্মসম্পাদন চুক্তি")
    assert [(area.part, area.code, area.weight) for area in found.areas] == [
        ("own", "1", str(form.marks[0])),
        ("governance", "1", str(form.marks[1])),
    ]
    number, day = rows(found.areas)
    assert (number.criteria, day.unit) == (("10", "9", "8", "7", "6"), "date")
    assert [each[5:] for each in day.criteria if each] == ["12-31", "01-15", "01-31", "02-15", "02-28"]
    assert list(number.baselines.values()) == (["5", "7"] if form.baselines else [])
    assert list(number.projections.values()) == (["11", "12"] if form.projections else [])
    assert number.counting == ("sum" if form.counting else None)
    assert [outcome.indicators[0].target for outcome in found.outcomes] == (["50"] if form.outcomes else [])
    assert (found.vision, found.mission) == ("সবার জন্য পাঠাগার।", "পাঠাগার সেবা সহজ করা।")
    assert found.functions == ("পাঠাগার পরিচালনা", "পাঠক নিবন্ধন")
    assert [(each.post, each.signed_on) for each in found.signatories] == [
        ("নির্বাহী অফিসার", f"{form.year[:4]}-06-20"),
        ("নমুনা প্রশাসক", f"{form.year[:4]}-06-20"),
    ]
    warned = {doubt.code for doubt in reading.doubts if doubt.severity != "info"}
    assert warned == {"evidence-missing"} | (set() if reading.framework else {"framework-unknown"})


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_year_has_its_own_framework_or_a_doubt_that_there_is_none(form: Form) -> None:
    later = {"2021-22": "agreement-2021-22", "2023-24": "agreement-2023-24", "2024-25": "agreement-2023-24-field"}
    expected = "agreement-2015-16" if form.year in KNOWN else later.get(form.year)
    assert understand(read_text(agreement_text(form))).framework == expected


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_was_read_of_an_old_form_is_set_and_read_again(form: Form) -> None:
    found = AGREEMENT.read(read_text(agreement_text(form)), None).content
    again = AGREEMENT.read(AGREEMENT.write(found), None).content
    assert [row.criteria for row in rows(again.areas)] == [row.criteria for row in rows(found.areas)]
    assert [(area.part, area.title, area.weight) for area in again.areas] == [
        (area.part, area.title, area.weight) for area in found.areas
    ]


def test_a_weight_that_does_not_add_up_is_found_in_an_old_form_too() -> None:
    text = agreement_text(FORMS["upazila 2017-18"]).replace("সংখ্যা\t৮০", "সংখ্যা\t৭০")
    assert "area-weight-sum" in {doubt.code for doubt in understand(read_text(text)).doubts}


def test_years_under_one_heading_of_actuals_are_distinguished() -> None:
    text = agreement_text(FORMS["upazila 2017-18"])
    lines = text.split("\n")
    top = next(n for n, line in enumerate(lines) if "প্রকৃত অর্জন ২০১৫-১৬" in line)
    lines[top] = lines[top].replace("প্রকৃত অর্জন ২০১৫-১৬\tপ্রকৃত অর্জন ২০১৬-১৭", "প্রকৃত অর্জন\t")
    below = lines[top + 1].split("\t")
    lines[top + 1] = "\t".join((*below[:6], "২০১৫-১৬", "২০১৬-১৭", *below[8:]))
    first = next(rows(understand(read_text("\n".join(lines))).content.areas))
    assert first.baselines == {"2015-16": "5", "2016-17": "7"}


def test_the_first_agreements_were_in_english() -> None:
    reading = understand(read_text(ENGLISH))
    found = reading.content
    assert (reading.kind, reading.framework, found.fiscal_year) == ("agreement", None, "2014-15")
    assert (found.office, found.counterpart) == ("Ministry of Samples", "Cabinet Division")
    assert [(row.unit, row.weight) for row in rows(found.areas)] == [("number", "85"), ("date", "15")]
    assert (found.vision, found.functions) == ("Libraries for all.", ("Running libraries", "Registering readers"))
    assert not reading.has_errors
