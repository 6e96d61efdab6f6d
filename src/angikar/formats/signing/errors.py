"""What goes wrong when something is to be signed."""

from __future__ import annotations

from angikar.rules.sentence import Explained


class Unsignable(Explained):
    """A certificate that does not open or may not sign, or a file that takes no signature."""
