"""A record of what the system does is the same twice, and two records that differ are shown to differ."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.behaviour import clock
from tools.behaviour.__main__ import main
from tools.behaviour.compare import MOST, report
from tools.behaviour.contents import pretty
from tools.behaviour.crawl import spread
from tools.behaviour.forms import Link, Page
from tools.behaviour.normal import lines_of, pattern_of, quiet

PAGE = """
<a href="/papers/7/#top">One</a> <a href="?page=2">Two</a> <a href="https://example.org/">Elsewhere</a>
<img src="/intake/3/page/1.png"><link href="/static/a.css"><a href="/static/b.js">Packed</a>
<input name="value" hx-get="/duties/5/mark/">
<form method="get"><select name="year"><option value="a">First</option><option value="b" selected>Second</option></select></form>
<form method="post" action="/papers/7/move/"><input type="hidden" name="version" value="4"><textarea name="words">kept
</textarea><input type="checkbox" name="sure" value="1"><input type="radio" name="to" value="x" checked>
<input type="file" name="files"><button name="do" value="go">Go</button></form>
"""


def folder(at: Path, **files: str) -> Path:
    for name, text in files.items():
        path = at / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return at


def test_two_equal_records_have_no_difference(tmp_path: Path) -> None:
    one, other = (folder(tmp_path / name, a="x\n", b__c="y\n") for name in ("one", "other"))
    assert report(one, other) == ("2 files equal, 0 differ, 0 only in one", False)


def test_a_changed_line_is_shown_under_the_name_of_its_file(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", b__c="x\ny\n"), folder(tmp_path / "other", b__c="x\nz\n")
    said, differs = report(one, other)
    assert differs
    assert said.splitlines()[:2] == ["--- before/b/c", "+++ after/b/c"]
    assert said.splitlines()[-3:] == ["-y", "+z", "0 files equal, 1 differ, 0 only in one"]


def test_a_long_difference_is_cut(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", a="".join(f"{number}\n" for number in range(200)))
    said, _differs = report(one, folder(tmp_path / "other", a="nothing\n"))
    assert len(said.splitlines()) == MOST + 2
    assert "… and more" in said


def test_a_file_of_one_record_alone_is_named(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", a="x\n", b="y\n"), folder(tmp_path / "other", a="x\n")
    assert report(one, other) == (f"only in {one}: b\n1 files equal, 0 differ, 1 only in one", True)


def test_ends_of_lines_count_as_a_difference(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", a="x\n"), folder(tmp_path / "other", a="x")
    assert report(one, other)[1]


def test_the_exit_code_says_whether_records_differ(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = folder(tmp_path / "one", a="x\n"), folder(tmp_path / "other", a="y\n")
    assert main(["compare", str(one), str(one)]) == 0
    assert main(["compare", str(one), str(other)]) == 1
    assert main(["compare", str(one), str(tmp_path / "nowhere")]) == 2
    assert "nowhere is no folder" in capsys.readouterr().err


def test_a_record_is_never_written_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["save", str(folder(tmp_path / "one", a="x\n"))]) == 2
    assert "not empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            '<input type="hidden" name="csrfmiddlewaretoken" value="aB3">',
            '<input type="hidden" name="csrfmiddlewaretoken" value="Zz9">',
        ),
        ("""hx-headers='{"X-CSRFToken": "aB3"}'""", """hx-headers='{"X-CSRFToken": "Zz9"}'"""),
        ('<script nonce="aB3=">', '<script nonce="Zz9=">'),
        ('href="/static/desk/a.0123456789ab.css"', 'href="/static/desk/a.ba9876543210.css"'),
        ('name="token" value="e7ff7c4bad2a"', 'name="token" value="466df08e43ae"'),
        ("/calendar/e7ff7c4bad2a42ab8720.ics", "/calendar/466df08e43ae4eb1bd4f.ics"),
        ("http://127.0.0.1:40001/papers/", "http://127.0.0.1:50002/papers/"),
        ("<function f at 0x7f7c76eacdc0>", "<function f at 0x7fa5d659ce40>"),
        ("DTSTAMP:20261121T040001Z", "DTSTAMP:20261121T040002Z"),
    ],
)
def test_what_changes_on_each_run_is_taken_out(first: str, second: str) -> None:
    assert quiet(first) == quiet(second) != first


def test_what_the_system_says_stays() -> None:
    said = '<a href="/papers/7/">স্মারক ৯৭.০১-৩১</a> <code>0123456789abcdef</code> name="version" value="4"'
    assert quiet(said) == said


def test_each_tag_and_each_text_has_a_line() -> None:
    assert (
        lines_of("<p class='a'>\n  One\n two <b>three</b></p>\n") == "<p class='a'>\nOne two\n<b>\nthree\n</b>\n</p>\n"
    )


def test_addresses_of_one_pattern_share_a_name() -> None:
    assert pattern_of("/") == "start"
    assert pattern_of("/papers/7/") == pattern_of("/papers/12/") == "papers-n"
    assert pattern_of("/grid/7/?quarter=2") == "grid-n-quarter="
    assert pattern_of("/papers/7/print.pdf") == "papers-n-print.pdf"


def test_a_page_leads_to_its_own_house_alone() -> None:
    assert list(Page("/papers/", PAGE).links()) == [
        Link("/papers/7/"),
        Link("/papers/?page=2"),
        Link("/intake/3/page/1.png"),
        Link("/duties/5/mark/", piece=True),
        Link("/papers/?year=b"),
    ]


def test_a_form_sends_what_is_filled_in_and_nothing_that_is_not_chosen() -> None:
    asked, moved = Page("/papers/", PAGE).forms
    assert asked.lists == {"year": {"a": "First", "b": "Second"}}
    assert moved.action == "/papers/7/move/"
    assert moved.fields == {"version": "4", "words": "kept\n", "to": "x"}
    assert moved.file_field == "files"
    assert moved.names == {"version", "words", "sure", "to", "files", "do"}


def test_of_a_long_list_both_ends_come_first() -> None:
    papers = [Link(f"/papers/{number}/") for number in range(5)]
    assert [link.address for link in spread([*papers, Link("/offices/")])] == [
        *(f"/papers/{number}/" for number in (0, 4, 1, 3, 2)),
        "/offices/",
    ]


def test_keys_of_json_are_put_in_order() -> None:
    assert pretty('{"b": 1, "a": ["ক"]}') == '{\n "a": [\n  "ক"\n ],\n "b": 1\n}\n'
    assert pretty("no JSON") == "no JSON"


def test_a_process_under_the_clock_sees_the_day_of_the_record(tmp_path: Path) -> None:
    shutil.copy(clock.__file__, tmp_path / "sitecustomize.py")
    ask = "import datetime as d, time; print(d.date.today(), d.datetime.now(d.UTC).minute, d.datetime.today().date(), time.gmtime().tm_hour)"
    done = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "TZ": "Asia/Dhaka", clock.BEGAN: str(time.monotonic())},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["2026-11-21", "0", "2026-11-21", "4"]


def test_the_clock_moves_slowly_but_never_back() -> None:
    now = time.monotonic()
    assert clock.moment(now - 100) - clock.moment(now) == pytest.approx(2, abs=0.1)
    assert clock.moment(now + 100) == clock.START
