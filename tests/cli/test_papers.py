"""`angikar read`, `check`, `print` and `unicode`, held to the contract of the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import Shell, is_bangla, sample

KIND_OF = {
    "agreement-demo": "agreement",
    "integrity-plan-demo": "integrity_plan",
    "circular-demo": "circular",
    "minutes-demo": "minutes",
    "plain-letter-demo": "plain_letter",
}
FIELDS_OF = {
    "agreement": {
        "office",
        "counterpart",
        "fiscal_year",
        "title",
        "areas",
        "outcomes",
        "annexes",
        "overview",
        "vision",
        "mission",
        "functions",
        "acronyms",
        "evidence",
        "dependencies",
        "signatories",
    },
    "integrity_plan": {"office", "counterpart", "fiscal_year", "title", "letter", "areas", "outcomes", "annexes"},
    "circular": {
        "office",
        "number",
        "subject",
        "priority",
        "letter",
        "bodies",
        "directives",
        "acknowledgement",
        "addressees",
        "copies",
        "signatories",
    },
    "minutes": {"body", "month", "date", "time", "place", "chair", "letter", "items", "present", "copies"},
    "plain_letter": {"office", "letter", "subject", "body", "addressees", "copies", "signatories"},
}
INDICATOR = {
    "code",
    "title",
    "unit",
    "unit_text",
    "counting",
    "weight",
    "target",
    "criteria",
    "baselines",
    "projections",
    "quarter_targets",
    "quarter_actuals",
    "responsible",
    "evidence",
    "lines",
}
DOUBT = {"code", "severity", "path", "place", "message", "message_en", "suggestion"}


def placeless(value: Any) -> Any:
    """Content without the lines of its source, which another printing does not share."""
    if isinstance(value, dict):
        return {name: placeless(each) for name, each in value.items() if name != "lines"}
    return [placeless(each) for each in value] if isinstance(value, list) else value


def figures(value: Any) -> list[object]:
    """Every value of a JSON that is a number and not a text."""
    if isinstance(value, dict):
        return [found for name, each in value.items() if name not in ("lines", "version") for found in figures(each)]
    if isinstance(value, list):
        return [found for each in value for found in figures(each)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


@pytest.mark.parametrize(("name", "kind"), KIND_OF.items())
def test_read_prints_the_promised_shape(name: str, kind: str, angikar: Shell) -> None:
    said = angikar("read", sample(name), "--json")
    assert (said.code, said.err) == (0, "")
    whole = said.json
    assert whole["kind"] == kind
    assert whole.keys() == {"kind", "framework", "content", "doubts", "candidates", "figures"}
    assert whole["candidates"][0]["kind"] == kind
    assert whole["figures"]["understood"] >= 0.8 * whole["figures"]["all"]
    assert whole["content"].keys() >= FIELDS_OF[kind]


def test_read_gives_plans_their_figures_as_texts(angikar: Shell) -> None:
    content = angikar("read", sample("agreement-demo"), "--json").json["content"]
    assert [(area["part"], area["code"], area["weight"]) for area in content["areas"]] == [
        ("own", "1", "25"),
        ("own", "2", "20"),
        ("own", "3", "15"),
        ("own", "4", "10"),
        ("governance", "1", "30"),
    ]
    first = content["areas"][0]["activities"][0]["indicators"][0]
    assert first.keys() >= INDICATOR
    assert (first["unit"], first["counting"], first["target"]) == ("number", "sum", ["20"])
    assert first["criteria"] == ["20", "18", "16", "14", "12"]
    assert content["signatories"][0]["signed_on"] == "2022-06-26"


def test_read_gives_a_circular_its_schedules(angikar: Shell) -> None:
    content = angikar("read", sample("circular-demo"), "--json").json["content"]
    assert content["letter"] == {
        "memo_number": "98.00.0000.034.38.002.23-41",
        "date": "2023-03-01",
        "bangla_date": "1429-11-16",
    }
    schedules = {each["code"]: each["schedule"] for each in content["directives"]}
    assert schedules["2(খ)"] == [
        {"rule": "every", "days": 7, "from": "formation", "until": "anchor-4"},
        {"rule": "daily", "from": "anchor-3", "until": "anchor"},
    ]
    assert content["acknowledgement"] is True
    assert content["copies"][2]["note"]


def test_read_gives_minutes_their_decisions(angikar: Shell) -> None:
    content = angikar("read", sample("minutes-demo"), "--json").json["content"]
    assert (content["month"], content["date"], content["time"]) == ("2023-03", "2023-03-22", "10:30")
    third = content["items"][2]["decisions"]
    assert [(each["carried_over"], each["due"], each["recurrence"]) for each in third] == [
        (True, "2023-03-31", None),
        (False, None, [{"rule": "monthly", "day": 10}]),
    ]


@pytest.mark.parametrize("name", ["agreement-demo", "integrity-plan-demo", "minutes-demo"])
def test_no_figure_of_the_content_is_a_binary_number(name: str, angikar: Shell) -> None:
    content = angikar("read", sample(name), "--json").json["content"]
    for item in content.get("items", ()):
        item["decisions"] = None  # a rule counts its days in whole numbers
    assert figures(content) == []


def test_read_shows_a_paper_at_a_glance_in_either_language(angikar: Shell) -> None:
    bangla, english = angikar("read", sample("agreement-demo")), angikar("read", sample("agreement-demo"), "--english")
    assert (bangla.code, english.code) == (0, 0)
    assert (bangla.lines[0], english.lines[0]) == ("বার্ষিক কর্মসম্পাদন চুক্তি", "Annual performance agreement")
    assert any("২৫ (৪)" in line for line in bangla.lines)


def test_read_exits_1_on_a_paper_with_errors_and_shows_each_doubt_whole(angikar: Shell) -> None:
    said = angikar("read", sample("broken-plan"), "--json")
    assert said.code == 1
    assert all(doubt.keys() == DOUBT for doubt in said.json["doubts"])
    wrong = next(doubt for doubt in said.json["doubts"] if doubt["code"] == "area-weight-sum")
    assert (wrong["severity"], wrong["path"], wrong["suggestion"]) == ("error", "areas.1.weight", "7")
    assert wrong["place"] == {"line": 31, "page": None, "cell": None}
    assert is_bangla(wrong["message"])
    assert not is_bangla(wrong["message_en"])


def test_check_prints_the_doubts_alone_one_a_line(angikar: Shell) -> None:
    said = angikar("check", sample("broken-plan"))
    assert (said.code, said.err) == (1, "")
    assert {line.split(" ")[0] for line in said.lines} == {"error", "warning"}
    (wrong,) = (line for line in said.lines if " area-weight-sum " in line)
    severity, code, place, sentence = wrong.split(" ", 3)
    assert (severity, code, place) == ("error", "area-weight-sum", "L31")
    assert is_bangla(sentence)
    assert sentence.endswith("→ 7")
    fine = angikar("check", sample("plain-letter-demo"))
    assert (fine.code, fine.out, fine.err) == (0, "", "")


def test_the_kind_and_the_framework_may_be_named(angikar: Shell) -> None:
    letter = angikar("read", sample("circular-demo"), "--json", "--kind", "plain_letter")
    assert (letter.code, letter.json["kind"]) == (0, "plain_letter")
    plan = angikar("read", sample("agreement-demo"), "--json", "--framework", "agreement-2021-22")
    assert plan.json["framework"] == "agreement-2021-22"


def test_what_read_printed_is_read_again_from_a_file_and_from_standard_input(
    angikar: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = angikar("read", sample("minutes-demo"), "--json")
    again = tmp_path / "minutes.json"
    again.write_text(said.out, encoding="utf-8")
    assert angikar("read", again, "--json").json["content"] == said.json["content"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said.out.encode())))
    assert angikar("read", "-", "--json").json["content"] == said.json["content"]


@pytest.mark.parametrize("name", KIND_OF)
def test_our_pdf_gives_its_content_back_exactly(name: str, angikar: Shell, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    assert angikar("print", sample(name), "-o", out) == (0, "", "")
    assert out.read_bytes().startswith(b"%PDF-")
    printed, read = angikar("read", out, "--json").json, angikar("read", sample(name), "--json").json
    assert (printed["kind"], printed["framework"]) == (read["kind"], read["framework"])
    assert printed["content"] == read["content"]


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("name", KIND_OF)
def test_what_office_programs_open_is_read_back_the_same(
    name: str, ending: str, angikar: Shell, tmp_path: Path
) -> None:
    out = tmp_path / f"paper.{ending}"
    assert angikar("print", sample(name), "-o", out) == (0, "", "")
    printed, read = angikar("read", out, "--json"), angikar("read", sample(name), "--json")
    assert printed.code == 0
    assert placeless(printed.json["content"]) == placeless(read.json["content"])


def test_print_takes_the_json_of_read(angikar: Shell, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text(angikar("read", sample("integrity-plan-demo"), "--json").out, encoding="utf-8")
    assert angikar("print", plan, "-o", tmp_path / "plan.pdf").code == 0
    assert angikar("read", tmp_path / "plan.pdf", "--json").json["content"] == json.loads(plan.read_text())["content"]


@pytest.mark.parametrize("target", ["paper.doc", "no-such-folder/paper.pdf"])
def test_print_says_why_it_cannot_write(target: str, angikar: Shell, tmp_path: Path) -> None:
    said = angikar("print", sample("plain-letter-demo"), "-o", tmp_path / target)
    bangla, english = said.err.splitlines()
    assert (said.code, said.out) == (2, "")
    assert is_bangla(bangla)
    assert not (tmp_path / target).exists()
    assert ".pdf" in english


def test_unicode_turns_bijoy_lines_and_leaves_the_others(angikar: Shell, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("Avgvi †mvbvi evsjv\nUnicode 2022\n".encode("cp1252"))
    assert angikar("unicode", old) == (0, "আমার সোনার বাংলা\nUnicode 2022\n", "")
    new = tmp_path / "new.txt"
    new.write_text("আমার সোনার বাংলা\n", encoding="utf-8")
    assert angikar("unicode", new).out == "আমার সোনার বাংলা\n"


@pytest.mark.parametrize(
    "name",
    [
        "agreement-dip-2022-23",
        "circular-ec-2022",
        "integrity-plan-cca-2017-18",
        "integrity-plan-ec-2018-19",
        "minutes-kurigram-2016",
    ],
)
def test_a_real_paper_is_recognised_as_its_kind_alone(name: str, seeds: Path, angikar: Shell) -> None:
    whole = angikar("read", seeds / f"{name}.txt", "--json").json
    assert name.startswith(whole["kind"].replace("_", "-"))


SEVERAL = Path(__file__).parents[1] / "papers_of_others" / "several"


def test_read_prints_the_first_of_several_papers_with_the_others_beside_it(angikar: Shell) -> None:
    said = angikar("read", SEVERAL / "letter-after-letter.txt", "--json").json
    assert said["content"]["letter"]["memo_number"].endswith("-88")
    (other,) = said["others"]
    assert other["content"]["letter"]["memo_number"].endswith("-91")
    assert "several-papers" in {doubt["code"] for doubt in said["doubts"]}


def test_read_gives_one_paper_of_several_or_the_file_as_one(angikar: Shell) -> None:
    file = SEVERAL / "letter-after-letter.txt"
    second = angikar("read", file, "--json", "--paper", "2").json
    assert second["content"]["letter"]["memo_number"].endswith("-91")
    assert "others" not in angikar("read", file, "--json", "--paper", "0").json
    assert angikar("read", file, "--paper", "3").code == 2


def test_print_asks_which_of_several_papers_is_meant(angikar: Shell, tmp_path: Path) -> None:
    file, out = SEVERAL / "circular-with-plan.txt", tmp_path / "a.docx"
    assert "--paper" in angikar("print", file, "-o", out).err
    assert angikar("print", file, "-o", out, "--paper", "1").code == 0
    assert angikar("print", file, "-o", out, "--kind", "integrity_plan").code == 0
