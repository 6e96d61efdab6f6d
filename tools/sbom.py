"""The bill of materials of the package, as CycloneDX: every Python package it runs with and every script and font it carries.

`python -m tools.sbom FILE`; `make wheel` writes it beside the wheel. Nothing in it depends on the clock: the same versions, the same file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, version
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.licences import ROOT, installed, licence

_PACKAGE = re.compile(r"^[A-Za-z0-9][\w.-]*")
_DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill() -> Bom:
    """The bill: Angikar, what it stands on, and which of these stands on which."""
    found = {
        _plain(package.name): (package, _component(package))
        for package in installed(ROOT / "requirements" / "base.txt")
    }
    own = _named(
        "angikar", version("angikar"), "Apache-2.0", PackageURL("pypi", name="angikar", version=version("angikar"))
    )
    carried = list(_carried())
    bom = Bom(
        components=[*(made for _, made in found.values()), *carried], serial_number=uuid5(NAMESPACE_URL, "angikar")
    )
    bom.metadata.component = own
    for package, made in found.values():
        needed = {_plain(match[0]) for each in package.requires or [] if (match := _PACKAGE.match(each))}
        bom.register_dependency(made, [found[name][1] for name in sorted(needed & found.keys())])
    bom.register_dependency(own, [*(made for _, made in found.values()), *carried])
    return bom


def _component(package: Distribution) -> Component:
    name = _plain(package.name)
    made = _named(name, package.version, licence(package), PackageURL("pypi", name=name, version=package.version))
    made.hashes.update(HashType(alg=HashAlgorithm.SHA_256, content=each) for each in _digests(name))
    return made


def _named(name: str, release: str, terms: str, address: PackageURL) -> Component:
    licences = [LicenseFactory().make_from_string(terms)] if terms else []
    return Component(
        name=name,
        version=release,
        type=ComponentType.LIBRARY,
        purl=address,
        bom_ref=address.to_string(),
        licenses=licences,
    )


def _carried() -> Iterator[Component]:
    """The scripts and fonts that stand inside the package, by the versions of tools/package.json."""
    listed = json.loads((ROOT / "tools" / "package.json").read_text("utf-8"))["dependencies"]
    for name, release in sorted(listed.items()):
        space, _, short = name.rpartition("/")
        yield _named(name, release, "", PackageURL("npm", space or None, short, release))


def _digests(name: str) -> list[str]:
    """The digests of the files of a package that the lock allows."""
    locked = (ROOT / "requirements" / "base.txt").read_text("utf-8")
    entry = re.search(rf"^{re.escape(name)}(?:\[[^]]*\])?==.*?(?=^[a-z0-9]|\Z)", locked, re.MULTILINE | re.DOTALL)
    return sorted(_DIGEST.findall(entry[0])) if entry else []


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main(arguments: list[str]) -> int:
    """Write the bill."""
    if len(arguments) != 1:
        sys.stderr.write("python -m tools.sbom FILE\n")
        return 2
    written = json.loads(JsonV1Dot6(bill()).output_as_string())
    written["metadata"].pop("timestamp", None)
    Path(arguments[0]).write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
