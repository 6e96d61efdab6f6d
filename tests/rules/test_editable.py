"""A person changes what a paper says, never what the system keeps about it: held for every place of every kind."""

from __future__ import annotations

import re

import pytest

from angikar.rules.content import Kept
from angikar.rules.editable import is_editable, places, references, without_references
from angikar.rules.kinds import KINDS
from angikar.rules.kinds.circular.content import Circular
from angikar.rules.letters.values import Enclosure

SUSPECT = re.compile(r"(^|_)(file|files|sha256|digest|hash|pk|id|ids|uuid|token|key|path|url|version|lines)$")
"""Names under which a content would refer to rows and files, or note something of itself."""


def _path(pattern: str) -> str:
    return pattern.replace("#", "0").replace("*", "2022-23")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_place_on_the_list_is_editable_and_every_other_is_not(kind: object) -> None:
    model = kind.content  # type: ignore[attr-defined]
    assert [each for each in places(model) if not is_editable(model, {}, _path(each))] == []
    kept = places(model, kept=True)
    assert [each for each in kept if is_editable(model, {}, _path(each))] == []
    assert [each for each in kept if is_editable(model, {}, f"{_path(each)}.0")] == []
    above = {each.rpartition(".")[0] for each in kept}
    assert [each for each in above if is_editable(model, {}, _path(each))] == [], "nor what holds such a place, whole"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_no_place_that_sounds_like_a_reference_is_left_open(kind: object) -> None:
    named = {each: each.replace(".#", "").rpartition(".")[2] for each in places(kind.content)}  # type: ignore[attr-defined]
    assert [each for each, name in named.items() if SUSPECT.search(name)] == []


@pytest.mark.parametrize(
    "path", ["", ".", "no", "letter.no", "enclosures.x.title", "enclosures.0.title.0", "__class__"]
)
def test_a_path_that_leads_nowhere_is_not_editable(path: str) -> None:
    assert not is_editable(Circular, {}, path)


def test_a_new_name_in_a_mapping_is_a_year_and_no_other() -> None:
    model, content = KINDS["agreement"].content, {"annexes": {"৩": "ক"}}
    wanted = {"annexes.৩": True, "annexes.৪": False, "annexes.2022-23": True, "annexes.__proto__": False}
    assert {path: is_editable(model, content, path) for path in wanted} == wanted


def test_a_content_from_outside_names_no_file_of_this_house() -> None:
    letter = Circular(enclosures=(Enclosure(title="ক"), Enclosure(title="খ", file="ab" * 32)))
    assert list(references(letter)) == ["enclosures.1.file"]
    assert without_references(letter).enclosures == (Enclosure(title="ক"), Enclosure(title="খ"))


def test_a_mark_says_whether_it_is_a_reference() -> None:
    assert [mark.reference for mark in Enclosure.model_fields["file"].metadata if isinstance(mark, Kept)] == [True]
