"""How long the house keeps how people are reached, by where it stands. `docs/privacy.md` says why."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

DELIVERY: Final = timedelta(days=180)
"""The address of a letter or short message that was sent or given up."""
ADDRESSEE: Final = timedelta(days=365)
"""An addressee outside, since he acknowledged the paper or his links were taken back."""
ATTENDANCE: Final = timedelta(days=365)
"""The mobile number in the attendance of a meeting."""
SEAT: Final = timedelta(days=365)
"""An outsider's seat in a body, since it ended."""
DEPARTED: Final = timedelta(days=365)
"""The card of an officer whose account is closed, since he left his last post."""
LIST: Final = timedelta(days=365)
"""A list of the register, since it was carried out or offered."""
