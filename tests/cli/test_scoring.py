"""`angikar score`, `schedule` and `frameworks`, against figures worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import Shell, is_bangla, sample

CRITERIA = {
    "1.1.1": ("number", "sum", "8", ["1500000", "1300000", "1200000", "1000000", "750000"]),
    "1.1.2": ("percent", "average", "7", ["85", "84", "82", "80", "75"]),
    "1.1.3": ("date", "date", "5", ["2023-03-31", "2023-04-15", "2023-04-30", "2023-05-15", "2023-05-30"]),
    "1.1.4": ("number", "cumulative", "5", ["30", "29", "28", "27", "26"]),
}
REPORTS = """\
part,code,quarter,value,accepted
own,1.1.1,1,400000,400000
own,1.1.1,2,500000,500000
own,1.1.1,3,300000,300000
own,1.1.1,4,200000,100000
own,1.1.2,1,80,80
own,1.1.2,2,90,
own,1.1.2,4,৮৫,
own,1.1.3,4,2023-04-20,
"""
ON = "2023-07-20"
BY_HAND = {
    # 1400000 lies half-way between 1300000 (90) and 1500000 (100): 95; 8 × 95 % = 7.60. 1300000 accepted: 90, 7.20
    "1.1.1": ("1400000", ["1300000", "1500000"], "95.00", "7.60", "90.00", "7.20", "reported"),
    # (80 + 90 + 85) / 3 = 85: 100. Only 80 is accepted: 70; 7 × 70 % = 4.90
    "1.1.2": ("85", ["85", None], "100.00", "7.00", "70.00", "4.90", "reported"),
    # five of the fifteen days from 15 to 30 April: 90 − 10 × 5/15 = 86.67; 5 × 86.67 % = 4.33
    "1.1.3": ("2023-04-20", ["2023-04-30", "2023-04-15"], "86.67", "4.33", None, None, "reported"),
    "1.1.4": (None, None, None, None, None, None, "not_reported"),
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan of four numbers, one for each way of counting."""
    rows = [
        {
            "code": code,
            "title": f"সূচক {code}",
            "unit": unit,
            "counting": counting,
            "weight": weight,
            "target": criteria[:1],
            "criteria": criteria,
        }
        for code, (unit, counting, weight, criteria) in CRITERIA.items()
    ]
    area = {
        "part": "own",
        "code": "1",
        "title": "সেবা",
        "weight": "25",
        "activities": [{"code": "1.1", "title": "কাজ", "indicators": rows}],
    }
    content = {"office": "নদী দপ্তর", "fiscal_year": "2022-23", "title": "বার্ষিক কর্মসম্পাদন চুক্তি", "areas": [area]}
    path = tmp_path / "plan.json"
    whole = {"kind": "agreement", "framework": "agreement-2022-23", "content": content}
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """What was reported of the plan."""
    path = tmp_path / "reports.csv"
    path.write_text(REPORTS, encoding="utf-8")
    return path


def test_score_gives_what_was_worked_out_by_hand(angikar: Shell, plan: Path, reports: Path) -> None:
    said = angikar("score", plan, reports, "--on", ON, "--json")
    assert (said.code, said.err) == (0, "")
    card = said.json
    # 7.60 + 7.00 + 4.33 and 7.20 + 4.90
    assert (card["on"], card["claimed"], card["accepted"]) == (ON, "18.93", "12.10")
    (area,) = card["areas"]
    assert [area[name] for name in ("part", "code", "weight", "claimed", "accepted")] == [
        "own",
        "1",
        "25",
        "18.93",
        "12.10",
    ]
    names = ("actual", "between", "raw", "marks", "accepted_raw", "accepted_marks", "state")
    assert {row["code"]: tuple(row[name] for name in names) for row in area["indicators"]} == BY_HAND
    assert area["indicators"][0]["quarters"] == ["400000", "500000", "300000", "200000"]
    assert {row["code"]: row["counting"] for row in area["indicators"]} == {c: each[1] for c, each in CRITERIA.items()}


def test_score_separates_not_due_from_not_reported(angikar: Shell, plan: Path, reports: Path) -> None:
    reports.write_text("part,code,quarter,value,accepted\nown,1.1.1,1,প্রযোজ্য নয়,\n", encoding="utf-8")

    def states(day: str) -> dict[str, str]:
        rows = angikar("score", plan, reports, "--on", day, "--json").json["areas"][0]["indicators"]
        return {row["code"]: row["state"] for row in rows}

    assert states("2022-08-01") == {
        "1.1.1": "not_applicable",
        "1.1.2": "not_due",
        "1.1.3": "not_due",
        "1.1.4": "not_due",
    }
    assert states(ON)["1.1.4"] == "not_reported"


def test_score_shows_the_same_as_lines(angikar: Shell, plan: Path, reports: Path) -> None:
    said = angikar("score", plan, reports, "--on", ON)
    assert said.lines[0] == f"{ON}  claimed 18.93  accepted 12.10"
    assert said.lines[2].split() == ["1.1.1", "reported", "1400000", "95.00", "7.60"]


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_score_prints_the_evaluation_sheet_which_reads_back(
    angikar: Shell, plan: Path, reports: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"sheet.{form}"
    assert angikar("score", plan, reports, "--on", ON, "-o", out).code == 0
    back = angikar("read", out, "--json").json
    assert back["kind"] == "evaluation_sheet"
    rows = {row["code"]: row for row in back["content"]["areas"][0]["rows"]}
    for code, (actual, _, raw, marks, accepted_raw, accepted, state) in BY_HAND.items():
        row = rows[code]
        output = (row["actual"], row["claimed_raw"], row["claimed"], row["accepted_raw"], row["accepted"], row["state"])
        assert output == (actual, raw, marks, accepted_raw, accepted, state)
    assert back["content"]["claimed"] == "18.93"


def test_score_says_which_endings_there_are(angikar: Shell, plan: Path, reports: Path, tmp_path: Path) -> None:
    said = angikar("score", plan, reports, "--on", ON, "-o", tmp_path / "sheet.odt")
    assert said.code == 2
    assert ".xlsx" in said.err


@pytest.mark.parametrize(
    ("csv", "reason"),
    [
        ("part,code\nown,1.1.1\n", "column is missing"),
        (REPORTS.replace(",2,500000", ",5,500000"), "line 3: the quarter"),
        (REPORTS.replace("90,", "নব্বই,"), "line 7: neither a number"),
        ("", "column is missing"),
    ],
)
def test_score_names_the_line_of_wrong_reports(
    csv: str, reason: str, angikar: Shell, plan: Path, reports: Path
) -> None:
    reports.write_text(csv, encoding="utf-8")
    said = angikar("score", plan, reports, "--on", ON)
    assert (said.code, said.out) == (2, "")
    assert reason in said.err.splitlines()[1]


def test_score_refuses_what_is_no_plan(angikar: Shell, reports: Path) -> None:
    said = angikar("score", sample("circular-demo"), reports)
    assert said.code == 2
    assert "is not a plan" in said.err


def test_schedule_lists_the_days_of_the_circular(angikar: Shell) -> None:
    said = angikar("schedule", sample("circular-demo"), "--anchor", "2023-03-20", "--formed", "2023-03-03", "--json")
    assert (said.code, said.err) == (0, "")
    # 01 March is the day of issue: its fifth day is the 6th; every 7 days from the 3rd is the 10th, from then on until
    # four days before the poll; daily from three days before it; once ten days before it
    assert [(each["due"], each["directive"]) for each in said.json] == [
        ("2023-03-06", "3"),
        ("2023-03-10", "2(খ)"),
        ("2023-03-10", "4"),
        ("2023-03-17", "2(খ)"),
        ("2023-03-18", "2(খ)"),
        ("2023-03-19", "2(খ)"),
        ("2023-03-20", "2(খ)"),
    ]
    assert all(each.keys() == {"directive", "what", "from", "due", "due_on_issue"} for each in said.json)
    assert {each["due_on_issue"] for each in said.json} == {False}
    assert said.json[0]["from"] == "উপজেলা নির্বাহী অফিসার"


def test_what_the_schedule_finds_past_is_due_on_issue(angikar: Shell) -> None:
    said = angikar("schedule", sample("circular-demo"), "--anchor", "2023-03-08", "--json")
    early = [each for each in said.json if each["due_on_issue"]]
    assert [(each["due"], each["directive"]) for each in early] == [("2023-03-01", "4")]
    shown = angikar("schedule", sample("circular-demo"), "--anchor", "2023-03-08")
    assert sum("due on the day of issue" in line for line in shown.lines) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(("--anchor", "20 March"), "is not a date"), (("--anchor", "2023-02-30"), "is not a date")],
)
def test_schedule_refuses_what_is_no_day(arguments: tuple[str, ...], reason: str, angikar: Shell) -> None:
    said = angikar("schedule", sample("circular-demo"), *arguments)
    assert (said.code, said.out) == (2, "")
    assert reason in said.err


def test_schedule_refuses_what_is_no_circular(angikar: Shell, plan: Path) -> None:
    said = angikar("schedule", plan, "--anchor", "2023-03-20")
    assert said.code == 2
    assert is_bangla(said.err.splitlines()[0])


def test_frameworks_cites_a_source_for_every_one(angikar: Shell) -> None:
    listed: list[dict[str, Any]] = angikar("frameworks", "--json").json
    names = {each["name"] for each in listed}
    assert {"agreement-2022-23", "integrity-2017-18", "integrity-2018-19"} <= names
    assert all(source["source"] != "unsourced" or source["reason"] for each in listed for source in each["sources"])
    said = angikar("frameworks")
    assert said.code == 0
    assert names <= {line.split()[0] for line in said.lines if not line.startswith(" ")}


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_schedule_without_a_day_says_why(form: tuple[str, ...], angikar: Shell, tmp_path: Path) -> None:
    paper = tmp_path / "circular.txt"
    paper.write_text(
        "নমুনা কার্যালয়\n\nপরিপত্র\n\nবিষয়: সভা।\n\n১। জেলা প্রশাসক ত্রৈমাসিক ভিত্তিতে প্রতিবেদন পাঠাবেন।\n২। ত্রুটি অবিলম্বে জানাতে হবে।\n\n(নমুনা নাম)\nসচিব\n",
        encoding="utf-8",
    )
    said = angikar("schedule", paper, "--anchor", "2023-03-20", *form)
    assert (said.code, said.out.strip()) == (0, "[]" if form else "")
    for words in ("ত্রৈমাসিক ভিত্তিতে", "2 is due at once", "Nothing falls due on any day by this circular."):
        assert words in said.err
