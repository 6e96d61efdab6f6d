"""Seals on the command line: what one printed oneself comes back exactly, what others sealed is believed once their key is trusted."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.processes import called
from tests.cli.shell import sample


def test_what_an_account_printed_comes_back_exactly_and_no_other_account_takes_it_on_trust(tmp_path: Path) -> None:
    here, home, other = (tmp_path / name for name in ("here", "home", "other"))
    here.mkdir()
    source = json.loads(called(here, "read", sample("plain-letter-demo"), "--json").stdout)
    assert called(here, "print", sample("plain-letter-demo"), "-o", "a.pdf", XDG_DATA_HOME=str(home)).returncode == 0
    own = json.loads(called(here, "read", "a.pdf", "--json", XDG_DATA_HOME=str(home)).stdout)
    assert own["content"] == source["content"]
    assert (home / "angikar" / "keys" / "house.ed25519").stat().st_mode & 0o777 == 0o600
    theirs = json.loads(called(here, "read", "a.pdf", "--json", XDG_DATA_HOME=str(other)).stdout)
    assert "carried-unsigned" in {doubt["code"] for doubt in theirs["doubts"]}
    assert [path.name for path in here.iterdir()] == ["a.pdf"], "no folder of data is begun in passing"


def test_the_keys_of_others_are_trusted_and_distrusted_by_name(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "db.sqlite3").touch()
    key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    assert called(tmp_path, "keys", "trust", "north", key).stdout.splitlines()[1] == f"trusted  {key}  north"
    known = json.loads(called(tmp_path, "keys", "--json").stdout)
    assert (known["trusted"], len(known["own"])) == ({"north": key}, 44)
    assert json.loads(called(tmp_path, "keys", "distrust", "north", "--json").stdout)["trusted"] == {}
    for wrong in (("trust", "north", "no key"), ("trust", "../north", key), ("trust",), ("distrust", "north")):
        done = called(tmp_path, "keys", *wrong)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)
