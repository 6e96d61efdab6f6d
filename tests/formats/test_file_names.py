"""The name of a stranger's file reads in one direction, in one line, and keeps its ending."""

from __future__ import annotations

import pytest

from angikar.formats.file_names import LONGEST, file_name
from angikar.papers.store import describe


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("প্রতিবেদন.pdf", "প্রতিবেদন.pdf"),
        ("র\u200d্যাব.pdf", "র\u200d্যাব.pdf"),
        ("scan\u202efdp.exe", "scanfdp.exe"),
        ("\u2066a\u2069\ufeffb\u200e.txt", "ab.txt"),
        ("one\r\ntwo\x00\x1b.txt", "onetwo.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.docx", "a.docx"),
        ('a"b<c>|d?.pdf', "a_b_c__d_.pdf"),
        ("  ..  ", "file"),
        ("", "file"),
        ("CON.pdf", "_CON.pdf"),
        ("\u202e", "file"),
    ],
)
def test_a_name_is_shown_as_it_is_and_nothing_else(name: str, shown: str) -> None:
    assert file_name(name) == shown
    assert describe(b"", name)["name"] == shown


def test_a_long_name_loses_no_ending() -> None:
    for long in ("ক" * 400 + ".pdf", "a b " * 200 + ".tar.xlsx"):
        shown = file_name(long)
        assert len(shown) <= LONGEST
        assert shown.endswith(long.rpartition(".")[2])
    assert describe(b"", "ক" * 400 + ".pdf")["mime"] == "application/pdf"
