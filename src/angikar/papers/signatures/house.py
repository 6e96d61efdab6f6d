"""Whose certificates this house trusts: those in the folder that is set."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from angikar.formats.signing.revoked import TrustList, trust_in


def trust_list() -> TrustList:
    """The certificates of the folder that is set, with the lists of those taken back; none where no folder is."""
    folder = settings.TRUSTED_AUTHORITIES
    return trust_in(Path(folder)) if folder else TrustList()
