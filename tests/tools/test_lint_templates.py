"""The template lint finds each fault it was made for, and lets a clean page through."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.lint_templates import lint

CLEAN = """{% extends "desk/base.html" %}
{# a remark in English #}
{% block content %}
<h1>{{ _("কাগজ") }}</h1>
<p>{{ figure | digits }} / {{ 5 }} — {% trans %}সব{% endtrans %}</p>
<img src="{{ static('x.png') }}" alt="{{ _('সিল') }}">
<form method="post">{{ csrf_input }}
  <label for="value">{{ _("মান") }}</label><input id="value" name="value">
  <label>{{ _("তারিখ") }} <input name="day"></label>
  <input type="hidden" name="version" value="{{ version }}">
  <button aria-label="{{ _('মুছুন') }}">×</button>
</form>
<form method="get"><input name="q" aria-label="{{ _('খুঁজুন') }}"></form>
<a lang="bn">{{ "বাংলা" }}</a> <code translate="no">angikar demo</code>
{% endblock %}
"""


def test_a_clean_page_passes() -> None:
    assert lint(Path("page.html"), CLEAN) == []


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("<script>alert(1)</script>", "inline <script>"),
        ('<p style="color: red"></p>', "inline style"),
        ("<style>p {}</style>", "inline style"),
        ('<p onclick="go()"></p>', "inline handler onclick"),
        ('<p hx-on:click="go()"></p>', "inline handler hx-on:click"),
        ('<a href="javascript:go()"></a>', "inline handler href"),
        ('<img src="x.png">', "without alt"),
        ('<form method="post"><button></button></form>', "posts without"),
        ('<input name="value">', "has no label"),
        ('<label for="other"></label><textarea id="value"></textarea>', "value has no label"),
        ("<p>Save</p>", "'Save' must go through _()"),
        ("<p>রাখুন</p>", "'রাখুন' must go through _()"),
        ('<a title="রাখুন"></a>', "title is read to people"),
        ('{{ "রাখুন" }}', "'রাখুন' must go through _()"),
        ('{{ field("x", "নাম") }}', "'নাম' must go through _()"),
        ("{% load i18n %}", "not a Jinja2 template"),
        (
            '{% import "desk/parts.html" as parts %}{{ parts.chip("x") }}{% if parts %}{% endif %}',
            "'parts' is a file of macros",
        ),
    ],
)
def test_each_fault_is_named_with_its_line(page: str, part: str) -> None:
    faults = lint(Path("page.html"), "\n\n" + page)
    assert [fault.line for fault in faults] == [3]
    assert part in faults[0].sentence
