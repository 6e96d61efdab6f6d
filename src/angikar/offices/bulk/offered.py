"""A list as it came, and what it would change in the register as it is now."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from angikar.formats.lists import ListSheet
from angikar.offices.bulk.comparing import Progress, compare
from angikar.offices.bulk.reading import read
from angikar.offices.bulk.rights import ListRights
from angikar.offices.bulk.values import ListComparison
from angikar.offices.models import Office, Officer


@dataclass(frozen=True, slots=True)
class OfferedList:
    """A list as it came: the name of its file, the digest of its bytes, and its sheets."""

    file_name: str
    digest: str
    sheets: tuple[ListSheet, ...]

    @classmethod
    def of(cls, file_name: str, data: bytes, sheets: tuple[ListSheet, ...]) -> OfferedList:
        """A list out of a file."""
        return cls(file_name[:255], hashlib.sha256(data).hexdigest(), sheets)


def hold_against(
    offered: OfferedList,
    *,
    by: Officer | None,
    under: Office | None = None,
    progress: Progress = lambda done, of: None,
) -> ListComparison:
    """Compare a list with the register. Raises `Refused` where it has no rows."""
    lines, unreadable = read(offered.sheets)
    return compare(lines, unreadable, ListRights.of(by, under), progress)
