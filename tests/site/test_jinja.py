"""Figures and days are written as the reader's language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils.translation import override
from jinja2 import UndefinedError

from angikar.site import jinja

ENGLISH, BANGLA = "en", "bn"


@pytest.mark.parametrize(
    ("said", "value", "bangla", "english"),
    [
        (jinja.digits, 12, "১২", "12"),
        (jinja.digits, None, "", ""),
        (jinja.grouped, "1234567", "১২,৩৪,৫৬৭", "12,34,567"),
        (jinja.grouped, "99.5", "৯৯.৫", "99.5"),
        (jinja.grouped, "2018-07-31", "৩১ জুলাই ২০১৮", "31 July 2018"),
        (jinja.grouped, None, "", ""),
        (jinja.iso, "2022-10-13", "১৩ অক্টোবর ২০২২", "13 October 2022"),
        (jinja.iso, "7", "৭", "7"),
        (jinja.day, date(2022, 10, 13), "১৩ অক্টোবর ২০২২", "13 October 2022"),
        (jinja.day, datetime(2022, 10, 12, 19, 0, tzinfo=UTC), "১৩ অক্টোবর ২০২২", "13 October 2022"),
        (jinja.day, None, "", ""),
        (jinja.short_day, date(2022, 10, 3), "০৩.১০.২০২২", "03.10.2022"),
    ],
)
def test_a_value_in_both_languages(said: object, value: object, bangla: str, english: str) -> None:
    assert callable(said)
    with override(BANGLA):
        assert said(value) == bangla
    with override(ENGLISH):
        assert said(value) == english


def test_templates_escape_and_miss_nothing_silently() -> None:
    engine = engines["jinja2"]
    assert engine.from_string("{{ name }}").render({"name": "<b>"}) == "&lt;b&gt;"
    assert engine.from_string("{{ 7 | digits }}").render({}) == "৭"
    with pytest.raises(UndefinedError):
        engine.from_string("{{ nothing }}").render({})
