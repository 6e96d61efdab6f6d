"""The key of the house: made once, kept from everybody else on the machine, and what it signed is known again after it is replaced."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings

from angikar.history.signing import keys


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path)


def test_what_the_house_signed_is_known_again_and_nothing_else() -> None:
    signature = keys.sign(b"use: words")
    assert keys.is_own(b"use: words", signature)
    assert not keys.is_own(b"use: other words", signature)
    assert not keys.verify(b"use: words", signature, by="AAAA")
    assert not keys.verify(b"use: words", "no signature", by=keys.public())


def test_the_key_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    keys.house_key()
    assert keys.folder().stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in keys.folder().iterdir()} == {0o600}


def test_processes_that_make_a_key_at_once_agree_on_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as at_once:
        list(at_once.map(lambda _: keys._key.__wrapped__(keys.folder()), range(8)))
    assert len(list(keys.folder().glob("*.pub"))) == 1
    assert keys.known() == {keys.public()}


def test_what_an_earlier_key_signed_is_still_the_houses_own(tmp_path: Path) -> None:
    before = keys.sign(b"use: words")
    (keys.folder() / keys.PRIVATE).unlink()
    keys._key.cache_clear()
    assert keys.is_own(b"use: words", before)
    assert not keys.verify(b"use: words", before, by=keys.public())
