"""What the screens show of accounts: a code that was just given."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.offices.models import Officer


@dataclass(frozen=True, slots=True)
class Slip:
    """The code of an officer, as it is printed once and handed to him."""

    officer: Officer
    code: str
