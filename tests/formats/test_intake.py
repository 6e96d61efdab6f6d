"""What a file is, judged by its bytes, in the process of the pages: at once, whatever somebody has put there."""

from __future__ import annotations

from angikar.formats.intake import kind_of


def test_a_thousand_comments_before_no_page_are_judged_at_once() -> None:
    comments = "<!-- ট -->".encode() * 1000
    assert kind_of(comments) == "text"
    assert kind_of(b"<!-- one -->\n<!-- two --> <table>") == "html"
    assert kind_of(b'<?xml version="1.0"?> <!-- one --><html>') == "html"
