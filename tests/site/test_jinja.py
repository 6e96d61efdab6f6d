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


def test_templates_escape_and_raise_on_a_missing_name() -> None:
    engine = engines["jinja2"]
    assert engine.from_string("{{ name }}").render({"name": "<b>"}) == "&lt;b&gt;"
    assert engine.from_string("{{ 7 | digits }}").render({}) == "৭"
    with pytest.raises(UndefinedError):
        engine.from_string("{{ nothing }}").render({})


class _Place:
    name, name_en = "জেলা প্রশাসকের কার্যালয়", "Office of the Deputy Commissioner"


class _Post:
    title, title_en = "উপপরিচালক", ""


def test_an_office_or_a_post_has_its_english_name_on_the_english_face_where_there_is_one() -> None:
    with override(BANGLA):
        assert (jinja.named(_Place()), jinja.named(_Post())) == (_Place.name, _Post.title)
    with override(ENGLISH):
        assert (jinja.named(_Place()), jinja.named(_Post())) == (_Place.name_en, _Post.title)
    assert (jinja.named(None), jinja.named("ক")) == ("", "ক")


@pytest.mark.parametrize(("count", "english"), [(1, "1 day late"), (3, "3 days late")])
def test_a_counted_sentence_takes_its_plural_and_its_digits(count: int, english: str) -> None:
    with override(ENGLISH):
        assert jinja.plural("%(count)s দিন দেরিতে", count) == english
    with override(BANGLA):
        assert jinja.plural("%(count)s দিন দেরিতে", 3) == "৩ দিন দেরিতে"


def test_a_constant_takes_the_digits_of_each_page() -> None:
    template = engines["jinja2"].from_string("{{ 7 | digits }}")
    for language, written in ((BANGLA, "৭"), (ENGLISH, "7"), (BANGLA, "৭")):
        with override(language):
            assert template.render({}) == written
