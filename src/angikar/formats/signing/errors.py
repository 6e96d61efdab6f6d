"""What goes wrong when something is to be signed."""

from __future__ import annotations

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from angikar.formats.errors import SPOILT
from angikar.rules.sentence import Explained

SPOILT_PDF = (*SPOILT, TypeError, AttributeError, AssertionError, x509.InvalidVersion, UnsupportedAlgorithm)
"""What the engine raises at a spoilt PDF beside its own errors."""


class Unsignable(Explained):
    """A certificate that does not open or may not sign, or a file that takes no signature."""
