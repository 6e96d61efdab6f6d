"""The register in bulk from the command line: a preview first, then everything or nothing, and the way back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from angikar.offices.models import Office, Post
from tests.cli.shell import Shell
from tests.world import World

NEW = "নাম,ঊর্ধ্বতন দপ্তর\nজেলা তারা কার্যালয়,নক্ষত্র অধিদপ্তর\n"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.csv"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_a_dry_run_shows_and_writes_nothing(angikar: Shell, world: World, new: Path) -> None:
    said = angikar("offices", "import", new, "--dry-run")
    assert said.code == 0
    assert "+ offices:2 জেলা তারা কার্যালয়" in said.out
    assert not Office.objects.filter(name="জেলা তারা কার্যালয়").exists()


def test_an_import_is_put_back_by_the_counter_list_it_writes(
    angikar: Shell, world: World, new: Path, tmp_path: Path
) -> None:
    counter = tmp_path / "counter.xlsx"
    assert angikar("offices", "import", new, "--counter", counter, "--day", "2022-09-01").code == 0
    assert Office.objects.get(name="জেলা তারা কার্যালয়").until is None
    assert angikar("offices", "import", counter, "--day", "2022-09-01").code == 0
    assert str(Office.objects.get(name="জেলা তারা কার্যালয়").until) == "2022-09-01"


def test_the_register_written_and_taken_in_again_changes_nothing(angikar: Shell, world: World, tmp_path: Path) -> None:
    out = tmp_path / "register.xlsx"
    assert angikar("offices", "export", out).code == 0
    said = angikar("offices", "import", out, "--dry-run", "--json").json
    assert said["refused"] == []
    assert {count for verbs in said["counts"].values() for count in verbs.values()} == {0}
    assert said["same"] > 20


def test_a_refused_line_stops_the_list_unless_it_is_left_out(angikar: Shell, world: World, new: Path) -> None:
    new.write_text(f"{NEW}অন্য দপ্তর,কোথাও না\n", encoding="utf-8")
    said = angikar("offices", "import", new)
    assert said.code == 1
    assert "! offices:3 “কোথাও না”" in said.out
    assert not Office.objects.filter(name="জেলা তারা কার্যালয়").exists()
    assert angikar("offices", "import", new, "--without-refused").code == 0
    assert Office.objects.filter(name="জেলা তারা কার্যালয়").exists()


def test_a_template_has_four_sheets_in_either_language(angikar: Shell, world: World, tmp_path: Path) -> None:
    out = tmp_path / "template.xlsx"
    assert angikar("offices", "template", out, "--english").code == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Offices", "Posts", "Officers", "Charges"]
    assert [cell.value for cell in book["Charges"][1]][:2] == ["Office", "Name of the office"]


def test_the_offices_of_a_district_begin_from_the_shipped_places(angikar: Shell, world: World) -> None:
    call = ("offices", "places", "--places", "কুড়িগ্রাম", "--above", "নক্ষত্র অধিদপ্তর", "--memo-head", "05.47")
    assert angikar(*call).code == 0
    district = Office.objects.get(geo_code="5549")
    assert (district.name, district.memo_prefix) == ("জেলা প্রশাসকের কার্যালয়, কুড়িগ্রাম", "05.47.4900")
    assert district.parent == world.offices["department"]
    assert district.children.count() == 9
    assert district.children.get(geo_code="554994").memo_prefix == "05.47.4994"
    assert Post.objects.filter(title="উপজেলা নির্বাহী অফিসার", is_head=True).count() == 9
    assert angikar(*call, "--dry-run", "--json").json["same"] == 20


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (("import",), "Name the file"),
        (("import", "missing.csv"), "missing.csv"),
        (("export", "out.pdf"), ".xlsx or .csv"),
        (("export", "out.csv", "--under", "চাঁদ"), "There is no office"),
        (("export", "out.csv", "--by", "চাঁদ"), "There is no officer"),
        (("places", "--places", "চাঁদপুর দ্বীপ"), "not clear which places"),
    ],
)
def test_what_cannot_be_done_is_said_in_two_sentences(
    angikar: Shell, world: World, call: tuple[str, ...], named: str
) -> None:
    said = angikar("offices", *call)
    assert said.code == 2
    assert named in said.err
