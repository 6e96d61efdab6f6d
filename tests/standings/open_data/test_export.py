"""The rows of plans leave as CSV, JSON Lines and Parquet that say the same, with a package that describes them; only what is published leaves for all."""

from __future__ import annotations

import csv
import hashlib
import json
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from angikar.cli.figures.export import export
from angikar.duties.actions import accept, report
from angikar.duties.cycle.year.actions import evaluate, publish_evaluation
from angikar.duties.models import Duty
from angikar.history.refusal import Refused
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.open_data import parquet
from angikar.standings.open_data.columns import COLUMNS, KEY, NAMES
from tests.closing import close_year
from tests.pledge import issued
from tests.world import World

AFTER = date(2023, 7, 20)


@pytest.fixture
def paper(world: World, pledge: None) -> Paper:
    """A plan of two rows in whose first quarter a figure was claimed and accepted lower, evaluated after its year but not published."""
    paper = issued(world, "6", "4")
    sent = report(_duty(paper, 1), by=world.officers["focal"], answer=Answer(value="90"), today=date(2022, 10, 5))
    accept(sent, by=world.officers["secretary"], today=date(2022, 10, 9))
    sent = report(_duty(paper, 2), by=world.officers["focal"], answer=Answer(value="0"), today=date(2022, 12, 5))
    accept(sent, by=world.officers["secretary"], today=date(2022, 12, 9))
    close_year(world, paper, AFTER)
    evaluate(paper, by=world.officers["secretary"], words="সন্তোষজনক", today=AFTER)
    return paper


def _duty(paper: Paper, quarter: int) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.1:q{quarter}")


def _publish(world: World, paper: Paper) -> None:
    publish_evaluation(paper.evaluations.get(), by=world.officers["secretary"], today=AFTER)


def _export(folder: Path, officer: str | None = None, year: str = "2022-23") -> int:
    return export(Namespace(year=year, output=str(folder), officer=officer))


def _lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "indicators-2022-23.jsonl").read_text(encoding="utf-8").splitlines()]


def test_no_row_leaves_before_it_is_published(world: World, paper: Paper, tmp_path: Path, capsys: Any) -> None:
    assert _export(tmp_path) == 0
    assert _lines(tmp_path) == []
    assert "No result of a plan of 2022-23 has been published" in capsys.readouterr().err
    _publish(world, paper)
    assert _export(tmp_path) == 0
    assert len(_lines(tmp_path)) == 2 * 4
    assert "added 8, removed 0, changed 0" in capsys.readouterr().out


def test_a_quarter_without_a_report_is_empty_and_says_so_and_is_not_zero(
    world: World, paper: Paper, tmp_path: Path
) -> None:
    _publish(world, paper)
    _export(tmp_path)
    first = [row for row in _lines(tmp_path) if row["code"] == "1.1.1"]
    assert [(row["claimed"], row["accepted"], row["state"]) for row in first] == [
        ("90", "90", "reported"),
        ("0", "0", "reported"),
        (None, None, "not_reported"),
        (None, None, "not_reported"),
    ]
    assert {row["weight"] for row in first} == {"6"}
    assert {row["published_on"] for row in first} == {AFTER.isoformat()}
    office = world.offices["department"]
    assert {(row["office_code"], row["office"]) for row in first} == {(office.code, office.name)}


def test_the_three_files_say_the_same(world: World, paper: Paper, tmp_path: Path) -> None:
    _publish(world, paper)
    _export(tmp_path)
    rows = _lines(tmp_path)
    with (tmp_path / "indicators-2022-23.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert table == [{name: "" if row[name] is None else str(row[name]) for name in NAMES} for row in rows]
    with duckdb.connect() as database:
        found = database.read_parquet(str(tmp_path / "indicators-2022-23.parquet"))
        assert found.columns == list(NAMES)
        assert database.sql("SELECT count(*), sum(weight) / 4, count(DISTINCT (plan, part, code, quarter)) FROM found").fetchone() == (
            8, 10, 8,
        )  # fmt: skip
        claimed = database.sql("SELECT claimed FROM found WHERE code = '1.1.1' ORDER BY quarter").fetchall()
    assert claimed == [("90",), ("0",), (None,), (None,)]


def test_the_package_describes_every_column_and_holds_the_digest_of_every_file(
    world: World, paper: Paper, tmp_path: Path
) -> None:
    _publish(world, paper)
    _export(tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["path"].rpartition(".")[2] for each in package["resources"]] == ["csv", "jsonl", "parquet"]
    for each in package["resources"]:
        data = (tmp_path / each["path"]).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(data), "sha256:" + hashlib.sha256(data).hexdigest())
        assert each["schema"]["primaryKey"] == list(KEY)
        assert [field["name"] for field in each["schema"]["fields"]] == list(NAMES)
        assert all(field["description"] and field["description_bn"] for field in each["schema"]["fields"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


def test_what_has_changed_since_the_package_before_is_noted_and_a_day_alone_is_no_change(
    world: World, paper: Paper, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(world, paper)
    _export(tmp_path)
    _export(tmp_path)
    assert "added 0, removed 0, changed 0" in capsys.readouterr().out
    office = world.offices["department"]
    type(office).objects.filter(pk=office.pk).update(geo_code="2644")
    _export(tmp_path)
    assert "added 0, removed 0, changed 8" in capsys.readouterr().out
    notes = [json.loads(line) for line in (tmp_path / "changes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [note.get("changed") for note in notes] == [None, 8]
    assert notes[0]["version"] != notes[1]["version"]


def test_an_officer_gets_the_plans_he_may_see_and_no_others(
    world: World, paper: Paper, tmp_path: Path, capsys: Any
) -> None:
    for name, count in (("secretary", 8), ("director", 8), ("stranger", 0)):
        assert _export(tmp_path / name, world.officers[name].username) == 0
        assert len(_lines(tmp_path / name)) == count, name
    assert _export(tmp_path / "nobody", "nobody-of-that-name") == 2
    assert not (tmp_path / "nobody").exists()


def test_a_year_that_is_none_and_a_folder_that_cannot_be_are_refused(
    world: World, paper: Paper, tmp_path: Path, capsys: Any
) -> None:
    (tmp_path / "file").write_text("")
    assert _export(tmp_path, year="1990") == 2
    assert _export(tmp_path / "file") == 2
    assert "could not be written" in capsys.readouterr().err


def test_without_the_package_that_writes_parquet_no_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    with pytest.raises(Refused) as refused:
        parquet.need_packages()
    assert refused.value.sentence.code == "parquet-missing"


def test_no_two_columns_have_one_name() -> None:
    assert len(set(NAMES)) == len(COLUMNS)
