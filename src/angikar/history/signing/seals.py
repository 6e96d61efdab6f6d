"""Seals: the house's signature on the content that a paper carries in its PDF or its JSON, and what the seal of a file that comes in is worth.

The seal covers kind, framework, content and which paper it is, in one canonical text; it says nothing of the pages round it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from angikar.history.signing import keys
from angikar.rules import kinds
from angikar.rules.reading import Reading
from angikar.rules.tracing.seals import covered

_NAME = re.compile(r"[\w.-]{1,60}")
_TRUSTED = "trusted"


def sealed(carried: Mapping[str, Any], paper: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What a paper carries, with the house's seal; `paper` says which one it is. Without a seal where the folder of keys cannot be
    written, as on a stick that is only read.
    """
    whole = {**carried, "paper": dict(paper) if paper else None}
    with suppress(OSError):
        return {**whole, "seal": {"key": keys.public(), "signature": keys.sign(covered(whole))}}
    return whole


def attachment(reading: Reading[Any], paper: Mapping[str, Any] | None = None) -> str:
    """The sealed JSON that a PDF of ours carries."""
    return json.dumps(sealed(json.loads(kinds.attachment(reading)), paper), ensure_ascii=False, separators=(",", ":"))


def export(reading: Reading[Any], paper: Mapping[str, Any] | None = None) -> bytes:
    """A paper as a sealed JSON file, in the shape of `angikar read --json`."""
    return json.dumps(sealed(kinds.as_json(reading), paper), ensure_ascii=False, indent=1).encode()


def known() -> dict[str, str]:
    """The keys whose seals are believed, each with the name of its house, empty for one's own; none where they cannot be read."""
    with suppress(OSError):
        return {**{key: name for name, key in trusted().items()}, **dict.fromkeys(keys.known(), "")}
    return {}


def trusted() -> dict[str, str]:
    """The keys of other houses that the administrator trusts, by the names he gave them."""
    return {path.stem: path.read_text(encoding="ascii").strip() for path in sorted(_folder().glob("*.pub"))}


def trust(name: str, public: str) -> bool:
    """Trust the key of another house; false for a name or a text that cannot be one."""
    if not _NAME.fullmatch(name) or not keys.is_public(public):
        return False
    _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    file = _folder() / f"{name}.pub"
    file.touch(mode=0o600)
    file.write_text(f"{public}\n", encoding="ascii")
    return True


def distrust(name: str) -> bool:
    """Trust that key no more; false where no key has the name."""
    found = name in trusted()
    if found:
        (_folder() / f"{name}.pub").unlink()
    return found


def _folder() -> Path:
    return keys.folder() / _TRUSTED
