"""The bill of materials names everything that runs with the system, and is the same whenever it is made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.licences import ROOT, installed
from tools.sbom import main


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bill as it is written."""
    out = tmp_path_factory.mktemp("bill") / "bill.json"
    assert main([str(out)]) == 0
    return out.read_text("utf-8")


@pytest.fixture(scope="module")
def bill(written: str) -> dict[str, Any]:
    """The same as values."""
    return dict(json.loads(written))


def test_every_package_is_named_with_version_licence_and_digests(bill: dict[str, Any]) -> None:
    named = {each["purl"]: each for each in bill["components"] if each["purl"].startswith("pkg:pypi/")}
    wanted = {
        f"pkg:pypi/{each.name.lower().replace('_', '-')}@{each.version}"
        for each in installed(ROOT / "requirements" / "base.txt")
    }
    assert {name.replace(".", "-") for name in named} == {name.replace(".", "-") for name in wanted}
    assert [name for name, each in named.items() if not each.get("licenses") or not each.get("hashes")] == []


def test_scripts_and_fonts_are_named_too(bill: dict[str, Any]) -> None:
    assert "pkg:npm/htmx.org@2.0.11" in {each["purl"] for each in bill["components"]}


def test_what_depends_on_what_is_named(bill: dict[str, Any]) -> None:
    depends = {each["ref"].partition("@")[0]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert any(each.startswith("pkg:pypi/asgiref@") for each in depends["pkg:pypi/django"])
    assert len(depends["pkg:pypi/angikar"]) == len(bill["components"])


def test_the_bill_is_the_same_whenever_it_is_made(written: str, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    main([str(again)])
    assert again.read_text("utf-8") == written


def test_the_bill_says_its_format(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "1.6",
        "angikar",
    )
