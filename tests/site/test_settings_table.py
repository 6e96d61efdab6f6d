"""The table of settings and the code name the same settings."""

from __future__ import annotations

import re

from tests.architecture.house import ROOT, SOURCE, modules, text

NAMED = re.compile(r"\"(ANGIKAR_[A-Z_]+|DATABASE_URL|PROMETHEUS_MULTIPROC_DIR)\"")
LISTED = re.compile(r"`(ANGIKAR_[A-Z_]+|DATABASE_URL|PROMETHEUS_MULTIPROC_DIR)`")


def _rows() -> list[str]:
    lines = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()
    return [line.split("|")[1] for line in lines if line.startswith("| `")]


def test_every_setting_of_the_code_is_in_the_table_and_no_other() -> None:
    in_code = {name for path in modules(SOURCE) for name in NAMED.findall(text(path))}
    in_table = {name for row in _rows() for name in LISTED.findall(row)}
    assert in_table == in_code


def test_a_setting_has_one_row() -> None:
    names = [name for row in _rows() for name in LISTED.findall(row)]
    assert sorted(names) == sorted(set(names))
