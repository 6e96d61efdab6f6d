"""The paths of the built fonts and scripts; `make assets` puts them there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent

FONT_DIR: Final = _HERE / "fonts"
"""The baked TrueType faces for print, with their licence beside them: a font path for typst."""

WEB_DIR: Final = _HERE / "web"
"""Static files for the fronts: `fonts/*.woff2` and `htmx.min.js`, with their licences."""

SERIF: Final = "Angikar Serif Bengali"
"""The family of every official paper (Regular and Bold)."""
