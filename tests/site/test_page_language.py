"""A page finds its sentences and addresses where they were found before, and they are the same."""

from __future__ import annotations

import pytest
from django.template import engines
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import translation

from angikar.site import page_language


def test_every_address_of_numbers_is_the_one_that_django_gives() -> None:
    checked = 0
    for room, (_, resolver) in get_resolver().namespace_dict.items():
        for name in {each for each in resolver.reverse_dict if isinstance(each, str)}:
            for numbers in ((), (7,), (7, 4), (0, 40, 3)):
                try:
                    known = reverse(f"{room}:{name}", args=numbers)
                except NoReverseMatch:
                    continue
                assert [page_language.address(f"{room}:{name}", *numbers) for _ in range(2)] == [known, known]
                checked += 1
    assert checked > 100
    assert page_language.address("desk:guide_page", "plans") == reverse("desk:guide_page", args=["plans"])


def test_a_sentence_is_said_in_the_language_of_its_page_and_escapes_what_fills_it() -> None:
    template = engines["jinja2"].from_string("{{ _('শেষ দিন %(day)s', day=day) }}")
    said = []
    for language in ("bn", "en", "bn"):
        with translation.override(language):
            said.append(template.render({"day": "<b>"}))
    assert said[0] == said[2] == "শেষ দিন &lt;b&gt;"
    assert said[1].isascii()


def test_an_address_that_no_view_has_is_an_error() -> None:
    with pytest.raises(NoReverseMatch):
        page_language.address("desk:no_such_view", 7)
