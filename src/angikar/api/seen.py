"""Which version of a row a program has seen: `If-Match`, without which nothing of it is changed."""

from __future__ import annotations

import re
from typing import Annotated

from ninja import Header

from angikar.api import sentences
from angikar.api.problems import Stopped

VersionSeen = Annotated[
    str, Header("", alias="If-Match", max_length=40, description='The version that was seen, such as "3"')
]
_SHAPE = re.compile(r'(?:W/)?"?([0-9]{1,9})"?')


def version_of(if_match: str) -> int:
    """The version. Raises `Stopped` where none was sent."""
    found = _SHAPE.fullmatch(if_match.strip())
    if found is None:
        raise Stopped(428, sentences.VERSION_NEEDED)
    return int(found[1])
