"""What rounds came to adds up over all runs, and the page of faults is made from it."""

from __future__ import annotations

from pathlib import Path

from tools.siege import table
from tools.siege.__main__ import FAULTS
from tools.siege.tally import Tally


def test_the_rounds_of_all_runs_add_up(tmp_path: Path) -> None:
    first = Tally.opened("import of a list", "SQLite", tmp_path)
    first.add(0, [], 12)
    first.add(2, ["a paper without its duties"], 3)
    again = Tally.opened("import of a list", "SQLite", tmp_path)
    again.add(0, [])
    assert (again.rounds, again.acts, again.lost, again.broken) == (3, 15, 2, 1)
    assert again.said == {"a paper without its duties": 1}
    assert Tally.opened("import of a list", "PostgreSQL", tmp_path).rounds == 0


def test_the_page_of_faults_says_what_the_rounds_came_to(tmp_path: Path) -> None:
    Tally.opened("server", "SQLite", tmp_path).add(0, [], 1200)
    Tally.opened("server", "PostgreSQL", tmp_path).add(1, [], 34)
    page = tmp_path / "faults.md"
    page.write_text(table.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    table.write(page, tmp_path)
    said = page.read_text(encoding="utf-8")
    assert "| kill -9 of the server | 1 | 1 | 1,234 | 1 | 0 |" in said
    assert said.count("| acts | lost | broken |") == 1
    rest = table.PAGE.read_text(encoding="utf-8").partition("| fault | SQLite | PostgreSQL |")[2].partition("\n\n")[2]
    assert said.endswith(rest), "all that follows the table is left as it was"


def test_every_fault_has_a_row_on_the_page() -> None:
    assert set(table.ROWS) == set(FAULTS)
