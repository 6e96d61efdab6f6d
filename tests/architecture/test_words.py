"""One trade word for one thing: names and prose use no refused word, and no two classes share a name."""

from __future__ import annotations

import pytest

from tests.architecture.words import in_names, in_prose, refused, twice


def test_no_name_has_a_refused_word() -> None:
    assert [f"{use.place} {use.word}" for use in in_names()] == []


def test_no_prose_has_a_refused_word() -> None:
    assert [f"{use.place} {use.word}" for use in in_prose()] == []


def test_no_two_classes_share_a_name() -> None:
    assert twice() == {}


@pytest.mark.parametrize(
    ("name", "is_refused"),
    [
        ("laid_out", True),
        ("ToldPost", True),
        ("delay", False),
        ("test_nobody_may", True),
        ("test_it_changes_nothing", False),
    ],
)
def test_a_word_is_refused_as_a_whole_part_of_a_name(name: str, is_refused: bool) -> None:
    assert refused(name) == is_refused
