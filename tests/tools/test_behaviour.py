"""A record of what the system does keeps what matters, drops what changes on each run, and two records are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.behaviour.__main__ import main
from tools.behaviour.compare import MOST, difference, report
from tools.behaviour.normal import lines_of, pattern_of, quiet


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('<input name="csrfmiddlewaretoken" value="aB3">', '<input name="csrfmiddlewaretoken" value="xY9">'),
        ('<script nonce="a+b/c=">', '<script nonce="Zz9">'),
        ("/static/desk/angikar.0123456789ab.css", "/static/desk/angikar.ba9876543210.css"),
        ("http://127.0.0.1:8111/duties/7/", "http://127.0.0.1:9222/duties/7/"),
    ],
)
def test_what_changes_on_each_run_is_taken_out(first: str, second: str) -> None:
    assert quiet(first) == quiet(second)


def test_a_page_has_one_line_for_each_tag_and_text() -> None:
    assert lines_of("<p>এক\n  দুই <b>তিন</b></p>") == "<p>\nএক দুই\n<b>\nতিন\n</b>\n</p>\n"


def test_addresses_of_one_kind_share_a_name() -> None:
    assert pattern_of("/duties/812/?page=2&q=x") == pattern_of("/duties/7/?q=&page=3") == "duties-n-page=-q="
    assert pattern_of("/") == "start"


def test_a_difference_is_shown_and_cut_where_it_is_long() -> None:
    assert difference("a", "one\n", "one\n") == []
    assert "+two" in difference("a", "one\n", "two\n")
    many = difference("a", "", "x\n" * 100)
    assert (len(many), many[-1]) == (MOST + 1, "… and more")


def test_two_records_are_compared_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, texts in {"a": {"same": "1", "other": "1", "old": "1"}, "b": {"same": "1", "other": "2"}}.items():
        (tmp_path / folder).mkdir()
        for name, text in texts.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    text, differs = report(tmp_path / "a", tmp_path / "b")
    assert differs
    assert text.splitlines()[-1] == "1 files equal, 1 differ, 1 only in one"
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "a")]) == 0
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "missing")]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_a_record_is_never_written_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "something").touch()
    assert main(["save", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
