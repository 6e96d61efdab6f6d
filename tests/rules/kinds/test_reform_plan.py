"""Reform plans: distinguished by their titles, read by their headings, one fault one doubt, asked of each quarter."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.formats.readers.text import read_text
from angikar.rules.document import Document, Paragraph
from angikar.rules.kinds import understand
from angikar.rules.kinds.reform_plan import REFORM_PLAN
from tests.rules.kinds.reform_plans import HEADING, OFFICE, TITLE, plan_text, understood


def codes(text: str, *severities: str) -> set[str]:
    doubts = understood(read_text(text)).doubts
    return {doubt.code for doubt in doubts if doubt.severity in (severities or ("error", "warning"))}


def test_a_plan_in_order_is_read_whole_and_without_a_doubt() -> None:
    reading = understand(read_text(plan_text()))
    assert (reading.kind, reading.framework, reading.doubts) == ("reform_plan", "reform-information-2021-22", ())
    plan = reading.content
    assert (plan.office, plan.fiscal_year, plan.subject) == ("নমুনা গ্রন্থাগার অধিদপ্তর", "2021-22", "information")
    assert [(area.code, area.title, area.weight) for area in plan.areas] == [
        ("1", "প্রাতিষ্ঠানিক", "10"),
        ("2", "সক্ষমতা বৃদ্ধি", "15"),
    ]
    rows = [row for _, _, _, row in plan.indicators()]
    assert [(row.code, row.unit, row.weight) for row in rows] == [
        ("1.1.1", "percent", "10"),
        ("1.2.1", "date", "5"),
        ("1.3.1", "number", "10"),
    ]
    assert rows[1].criteria == ("2021-12-31", "2022-01-10", "2022-01-20", "2022-01-31", "2022-02-10")
    assert rows[2].evidence == ("উপস্থিতির তালিকা", "অফিস আদেশ")
    assert rows[0].baselines == {"2019-20": None, "2020-21": None}


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("২.২.২ ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২১-২২", "innovation"),
        ("সংযোজনী ৭: অভিযোগ প্রতিকার ব্যবস্থা কর্মপরিকল্পনা, ২০২১-২২", "grievance"),
        ("সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন কর্ম-পরিকল্পনা, ২০২১-২০২২", "charter"),
        ("তথ্য অধিকার বিষয়ে ২০২১-২২ অর্থবছরের বার্ষিক কর্মপরিকল্পনা", "information"),
    ],
)
def test_the_title_names_which_of_the_four_it_is(title: str, subject: str) -> None:
    reading = understand(read_text(plan_text(title=title)))
    assert (reading.kind, reading.content.subject) == ("reform_plan", subject)
    assert reading.framework == f"reform-{subject}-2021-22"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"first": "৯"}, {"area-weight-sum"}),
        ({"first": ""}, {"weight-missing"}),
        ({"criteria": "১০০%\t৯০%\t৯৫%\t৭০%\t৬০%"}, {"criteria-not-monotone"}),
        ({"dates": "৩১-১২-২০২২\t১০-০১-২০২৩\t২০-০১-২০২৩\t৩১-০১-২০২৩\t১০-০২-২০২৩"}, {"date-outside-year"}),
        ({"third": "১.২"}, {"code-sequence", "code-duplicate"}),
        ({"title": TITLE.replace("২০২১-২০২২", "২০২৪-২০২৫")}, {"fiscal-year-disagrees"}),
        ({"end": "উপমোট= (৩টি সূচক)\t২৫\n"}, set()),
        ({"end": "উপমোট= (৩টি সূচক)\t২৪\n"}, {"total-disagrees"}),
    ],
)
def test_one_fault_gives_its_own_doubt(change: dict[str, str], expected: set[str]) -> None:
    assert codes(plan_text(**change)) == expected


def test_activities_may_go_on_counting_in_the_next_area_or_start_again() -> None:
    assert codes(plan_text()) == set()
    assert codes(plan_text().replace("[১.২", "[২.১").replace("[১.৩", "[২.২")) == set()


def test_a_window_of_days_counts_by_its_last_day_with_a_doubt() -> None:
    window = "০১-১২-২০২১ থেকে ৩১-১২-২০২১\t১০-০১-২০২২\t২০-০১-২০২২\t৩১-০১-২০২২\t১০-০২-২০২২"
    reading = understood(read_text(plan_text(dates=window)))
    assert [row.target for _, _, _, row in reading.content.indicators()][1] == ("2021-12-31",)
    assert [(doubt.code, doubt.suggestion) for doubt in reading.doubts] == [("date-window", "2021-12-31")]


def test_a_column_of_serial_numbers_is_no_cell_of_any_row() -> None:
    table = [f"{number}\t{row}" for number, row in enumerate(plan_text().split("\n")[11:14], start=1)]
    heading = "".join(f"{first}\t{row}\n" for first, row in zip(("ক্রম", "", ""), HEADING.split("\n")[:3], strict=True))
    numbered = f"{TITLE}\n\n{OFFICE}\n\n{heading}" + "\n".join(table) + "\n"
    assert understood(read_text(numbered)).doubts == ()


def test_a_plan_of_an_unknown_year_is_read_by_its_headings() -> None:
    text = plan_text().replace("২০২১-২০২২", "২০২৫-২০২৬").replace("-২০২২", "-২০২৬").replace("-২০২১", "-২০২৫")
    reading = understood(read_text(text.replace("২০১৯-২০২৫", "২০২৩-২৪").replace("২০২০-২১", "২০২৪-২৫")))
    assert reading.framework is None
    assert [doubt.code for doubt in reading.doubts] == ["framework-unknown"]
    assert len(list(reading.content.indicators())) == 3


def test_the_mark_of_the_form_is_named_where_an_office_prints_another() -> None:
    text = plan_text(first="৮").replace("প্রাতিষ্ঠানিক\t১০", "প্রাতিষ্ঠানিক\t৮").replace("সক্ষমতা বৃদ্ধি\t১৫", "সক্ষমতা বৃদ্ধি\t১৭")
    text = text.replace("সংখ্যা\t১০", "সংখ্যা\t১২")
    found = [doubt for doubt in understood(read_text(text)).doubts if doubt.code == "form-weight-differs"]
    assert [(doubt.severity, doubt.suggestion) for doubt in found] == [("info", "10")]


def test_every_row_is_asked_each_quarter_of_the_post_that_answers_for_the_reform() -> None:
    plan = understood(read_text(plan_text())).content
    asks = REFORM_PLAN.asks(plan, None, date(2021, 11, 1))
    assert len(asks) == 12
    assert {ask.addressee for ask in asks} == {"দায়িত্বপ্রাপ্ত কর্মকর্তা (তথ্য অধিকার)"}
    assert [ask.due for ask in asks[:4]] == ["2021-10-15", "2022-01-15", "2022-04-15", "2022-07-15"]
    assert {ask.quarter for ask in asks if ask.due_on_issue} == {1}


def test_neither_a_title_nor_a_table_alone_makes_a_plan() -> None:
    assert REFORM_PLAN.recognise(Document((Paragraph(TITLE),))) == 0
    assert REFORM_PLAN.recognise(read_text(plan_text(title="বার্ষিক হিসাব"))) == 0
    empty = understood(Document(()))
    assert {"areas-missing", "subject-missing", "office-missing"} <= {doubt.code for doubt in empty.doubts}
    assert REFORM_PLAN.asks(empty.content, None, date(2021, 7, 1)) == ()


@pytest.mark.parametrize("charge", ["বাস্তবায়নকারী", "দায়িত্বপ্রাপ্ত শাখা", "বাস্তবায়নের দায়িত্বপ্রাপ্ত কর্মকর্তা"])
@pytest.mark.parametrize("aim", ["লক্ষ্যমাত্রা ২০২১-২২", "বাৎসরিক লক্ষ্যমাত্রা ২০২১-২২"])
def test_a_single_target_is_no_level_and_who_is_responsible_is_no_evidence(charge: str, aim: str) -> None:
    head = f"কার্যক্রম\tকর্মসম্পাদন সূচক\tএকক\tকর্মসম্পাদন সূচকের মান\t{aim}\t{charge}"
    row = "[১.১] তালিকা হালনাগাদ\t[১.১.১] হালনাগাদকৃত তালিকা\tসংখ্যা\t৫\t৪\tপ্রশাসন শাখা"
    plan = understand(read_text(f"তথ্য অধিকার কর্মপরিকল্পনা\nনমুনা কার্যালয়\n{head}\n{row}")).content
    indicator = plan.areas[0].activities[0].indicators[0]
    assert (indicator.weight, indicator.target, indicator.responsible) == ("5", ("4",), ("প্রশাসন শাখা",))
    assert (plan.fiscal_year, plan.office) == ("2021-22", "নমুনা কার্যালয়")
