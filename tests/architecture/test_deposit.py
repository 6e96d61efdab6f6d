"""What is committed stays small, private and free of addresses: no archives, no hosts, nobody's real papers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.architecture.house import ROOT, SOURCE, text, tracked, where

# Written in halves, or this page would be the first to break its own rule.
UNSAID = re.compile(
    "|".join(
        first + second
        for first, second in (
            ("/wo", "rk/"),
            ("shared/re", "search"),
            ("shared/de", "sign"),
            ("sub", "agent"),
            ("chat", "gpt"),
            (r"\bclau", r"de\b"),
            ("anthro", "pic"),
            ("open", "ai"),
            ("co", "pilot"),
        )
    ),
    re.IGNORECASE,
)
LOCKS = {
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "uv.lock",
    "poetry.lock",
    "Pipfile.lock",
}
SHINGLE = 16
"""So many words of a real paper in a row are a quotation; fewer may be a heading or a formula of every office."""


def _texts() -> list[Path]:
    return [path for path in tracked() if b"\0" not in path.read_bytes()[:4096]]


def test_no_committed_file_is_larger_than_a_megabyte() -> None:
    assert {where(path): path.stat().st_size for path in tracked() if path.stat().st_size > 1_000_000} == {}


def test_no_lock_file_carries_addresses() -> None:
    assert [where(path) for path in tracked() if path.name in LOCKS or path.name.startswith("pylock")] == []


SETS = ["base", "dev", "nation", "spark", "token", "build", "national-bench"]


@pytest.mark.parametrize("name", SETS)
def test_every_requirement_is_pinned_with_digests_and_without_addresses(name: str) -> None:
    lock = text(ROOT / "requirements" / f"{name}.txt")
    assert not re.search(r"https?:|--(extra-)?index|--find-links|file:", lock)
    wanted = re.findall(r"^([a-z0-9][\w.-]*)(?:\[[^]]*\])?==", lock, re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", lock.strip())
    assert len(wanted) == len([block for block in blocks if "--hash=sha256:" in block]) > 0


@pytest.mark.parametrize("name", SETS[1:])
def test_every_package_asked_for_is_explained(name: str) -> None:
    asked = re.findall(r"^([A-Za-z][\w.-]*)(?:\[[^]]*\])?==", text(ROOT / "requirements" / f"{name}.in"), re.MULTILINE)
    page = text(ROOT / "docs" / "dependencies.md").lower()
    assert [package for package in asked if f"`{package.lower()}`" not in page] == []


def _project() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for: the system itself under an empty name, then its extras."""
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    sets = {"": project["dependencies"], **project["optional-dependencies"]}
    return {name: [Requirement(line) for line in lines] for name, lines in sets.items()}


def test_every_package_of_the_system_is_explained_and_pinned_within_what_it_asks_for() -> None:
    page = text(ROOT / "docs" / "dependencies.md").lower()
    pins = {
        extra: dict(
            re.findall(r"^([a-z0-9][\w.-]*)(?:\[[^]]*\])?==([^\s;]+)", "".join(map(_lock, locks)), re.MULTILINE)
        )
        for extra, locks in {
            "": ["base"],
            "parquet": ["base"],
            "postgres": ["base"],
            "scan": ["base"],
            "token": ["token"],
            "nation": ["nation", "spark"],
        }.items()
    }
    wrong = [
        str(asked)
        for extra, requirements in _project().items()
        for asked in requirements
        if f"`{asked.name}`" not in page or not asked.specifier.contains(pins[extra].get(asked.name, "0"))
    ]
    assert wrong == []


def _lock(name: str) -> str:
    return text(ROOT / "requirements" / f"{name}.txt")


def test_no_file_names_the_workshop() -> None:
    said = [
        (where(path, number), found.group())
        for path in _texts()
        for number, line in enumerate(text(path).splitlines(), 1)
        if (found := UNSAID.search(line))
    ]
    assert said == []


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


BANGLA = re.compile(r"[\u0980-\u09ff]+")
FORMS = ("rules/frameworks/*.toml", "rules/kinds/**/*.py")
"""Where the words of the official forms stand: their headings and formulas are everybody's."""


def _words_of_forms() -> set[str]:
    return {word for form in FORMS for path in SOURCE.glob(form) for word in BANGLA.findall(text(path))}


def test_no_sentence_of_a_real_paper_is_in_the_repository(seeds: Path) -> None:
    real = {shingle for paper in seeds.glob("*.txt") for shingle in _shingles(BANGLA.findall(paper.read_text("utf-8")))}
    assert real
    common = _words_of_forms()
    quoted = {
        where(path): found
        for path in _texts()
        if (found := {each for each in _shingles(BANGLA.findall(text(path))) & real if not _is_form(each, common)})
    }
    assert quoted == {}


def _is_form(shingle: tuple[str, ...], common: set[str]) -> bool:
    return all(word in common or word.isdigit() for word in shingle)
