"""A seal is worth what its key is: this house's own, one that the administrator trusts, an unknown one, or none that fits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from angikar.history.signing import keys, seals
from angikar.rules.tracing.seals import judged

CONTENT = {"kind": "plain_letter", "framework": None, "content": {"subject": "আসবাব"}}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path) -> Iterator[None]:
    with house(tmp_path / "here"):
        yield


@contextmanager
def house(folder: Path) -> Iterator[None]:
    """Another house, with keys of its own."""
    with override_settings(VAR=folder):
        yield


def _worth(whole: dict[str, Any]) -> str:
    return judged(json.dumps(whole), seals.known()).worth


def test_what_this_house_sealed_is_its_own_in_whatever_order_it_comes_back() -> None:
    whole = seals.sealed(CONTENT, {"number": 7})
    assert _worth(whole) == _worth(dict(reversed(whole.items()))) == "own"
    assert _worth({**whole, "doubts": []}) == "own", "doubts are found again and bear no seal"


@pytest.mark.parametrize("changed", ["kind", "framework", "content", "paper"])
def test_a_seal_is_broken_by_a_change_of_anything_under_it(changed: str) -> None:
    whole = seals.sealed(CONTENT, {"number": 7})
    assert _worth({**whole, changed: "x"}) == "broken"


def test_another_house_is_unknown_until_its_key_is_trusted(tmp_path: Path) -> None:
    with house(tmp_path / "there"):
        theirs, key = seals.sealed(CONTENT), keys.public()
    assert _worth(theirs) == "unknown"
    assert seals.trust("north", key)
    assert (judged(json.dumps(theirs), seals.known()).who, _worth(theirs)) == ("north", "trusted")
    assert seals.distrust("north")
    assert not seals.distrust("north")
    assert _worth(theirs) == "unknown"


@pytest.mark.parametrize("name", ["", "../x", "a/b", "x" * 61])
def test_a_trusted_key_has_a_plain_name(name: str) -> None:
    assert not seals.trust(name, keys.public())


def test_a_text_that_is_no_key_is_not_trusted() -> None:
    assert not seals.trust("north", "a key")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "{}", '{"seal": 1}', '{"seal": {"key": 1, "signature": 2}}', "[" * 100_000]
)
def test_what_bears_no_seal_is_unsigned_or_broken_and_no_error(text: str) -> None:
    assert judged(text, seals.known()).worth in ("unsigned", "broken")


def test_a_folder_of_keys_that_cannot_be_written_leaves_a_paper_without_a_seal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with house(tmp_path / "file"):
        assert "seal" not in seals.sealed(CONTENT)
