"""The check of licences: what fits an Apache-2.0 work, what does not, and what nobody named."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tools.licences import LOOKED_UP, faults, fits, installed, licence, names, notices

HERE = installed(ROOT / "requirements" / "base.txt")


@pytest.mark.parametrize("expression", ["MIT", "Apache-2.0 OR BSD-3-Clause", "MIT AND PSF-2.0", "GPL-3.0-only OR MIT"])
def test_a_licence_fits_when_one_choice_of_it_is_wholly_fitting(expression: str) -> None:
    assert fits(expression)


@pytest.mark.parametrize("expression", ["", "AGPL-3.0-only", "MIT AND GPL-3.0-only", "SSPL-1.0", "Proprietary"])
def test_a_licence_that_binds_the_whole_or_is_not_named_does_not_fit(expression: str) -> None:
    assert not fits(expression)


def test_each_package_of_the_system_fits() -> None:
    assert len(HERE) > 30
    assert faults(HERE) == []


def test_a_package_without_a_licence_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(LOOKED_UP, "pypdfium2")
    assert [sentence.split()[0] for sentence in faults(HERE)] == ["pypdfium2"]


def test_every_licence_looked_up_is_of_a_package_in_use() -> None:
    assert set(LOOKED_UP) - set(names(ROOT / "requirements" / "dev.txt")) == set()


def test_the_notices_name_each_package_and_carry_its_words() -> None:
    said = notices(HERE)
    assert [each.name for each in HERE if f"{each.name} {each.version} · {licence(each)}" not in said] == []
    assert "THE SOFTWARE IS PROVIDED" in said
