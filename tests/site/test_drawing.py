"""Drawing pages: markup goes in as it is, everything else is escaped, and what a template calls gets what it is called with."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from angikar.site.jinja import environment
from angikar.site.page_language import PageEnvironment


def drawn(source: str, **names: object) -> str:
    """A template of one string, drawn."""
    return environment().from_string(source).render(names)


class Shown:
    """What has its own markup."""

    def __html__(self) -> str:
        return "<b>"


class Pretending(str):
    """Text that is no plain text."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<&\"'>", "&lt;&amp;&#34;&#39;&gt;"),
        (Pretending("<i>"), "&lt;i&gt;"),
        (Markup("<i>"), "<i>"),
        (Shown(), "<b>"),
        (7, "7"),
        (None, "None"),
        (["<"], "[&#39;&lt;&#39;]"),
    ],
)
def test_everything_but_markup_is_escaped(value: object, shown: str) -> None:
    assert drawn("{{ value }}", value=value) == shown
    assert drawn("{% for each in [value] %}{{ each }}{% endfor %}", value=value) == shown
    assert drawn("{% macro say(it) %}{{ it }}{% endmacro %}{{ say(value) }}", value=value) == shown
    assert drawn("{% set kept %}{{ value }}{% endset %}{{ kept }}", value=value) == shown


def test_the_markup_of_a_macro_is_not_escaped_again() -> None:
    assert drawn(
        "{% macro bold(it) %}<b>{{ it }}</b>{% endmacro %}{% for each in ['<'] %}{{ bold(bold(each)) }}{% endfor %}"
    ) == ("<b><b>&lt;</b></b>")


def test_a_macro_may_have_names_and_what_it_does_not_know_is_an_error() -> None:
    assert drawn(
        "{% macro pair(a, b='x') %}{{ a }}{{ b }}{% endmacro %}{% for i in [1] %}{{ pair(i, b='<') }}{{ pair(i) }}{% endfor %}"
    ) == ("1&lt;1x")
    with pytest.raises(TypeError):
        drawn("{% macro one(a) %}{{ a }}{% endmacro %}{% for i in [1] %}{{ one(i, c=2) }}{% endfor %}")
    with pytest.raises(UndefinedError):
        drawn("{% macro one(a) %}{{ a }}{% endmacro %}{{ one() }}")


def test_sentences_and_addresses_are_called_with_what_is_written() -> None:
    assert drawn("{% for who in ['<'] %}{{ _('%(who)s লিখেছেন:', who=who) }}{% endfor %}") == "&lt; লিখেছেন:"
    assert drawn("{% for pk in [7] %}{{ url('desk:paper', pk) }}{% endfor %}") == "/papers/7/"


def test_who_wants_to_see_the_context_sees_it() -> None:
    @pass_context
    def seen(context: Context, name: str) -> object:
        return context[name]

    assert drawn("{% for each in [1, 2] %}{{ seen('given') }}{% endfor %}", seen=seen, given="<") == "&lt;&lt;"


def test_where_nothing_is_to_be_escaped_nothing_is() -> None:
    made = PageEnvironment(autoescape=False)
    assert made.from_string("{{ '<' }}").render() == "<"
