"""Strict: what a signature does not protect of its own place in the file must be as a signer writes it, so that no byte changes unseen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature

_HEX = re.compile(rb"<(?:[0-9a-f]*|[0-9A-F]*)>")
_FIRST = "v1"
_STAMP = {"version": "v3", "content_type": "tst_info"}
_SIGNATURE = {"version": _FIRST, "content_type": "data"}


def is_strict(
    embedded: Any,
    data: bytes,
    certificate: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate] = (),
) -> bool:
    """Whether the place of a signature holds its own bytes and zeros alone, its frame says what it must, and every certificate
    beside it is sound, as far as it comes from another beside it or from one of the roots that are known.
    """
    start, length, after, _rest = (int(each) for each in embedded.byte_range)
    place = data[start + length : after]
    if start or not _HEX.fullmatch(place):
        return False
    held = bytes.fromhex(place[1:-1].decode("ascii"))
    whole = embedded.signed_data
    from asn1crypto import cms

    frame = cms.ContentInfo.load(held)
    written = frame.dump()
    return (
        not held[len(written) :].strip(b"\0")
        and _frame(whole, embedded.signer_info)
        and all(_issued(each, [certificate, *others, *roots]) for each in (certificate, *others))
    )


def _frame(whole: Any, signer: Any) -> bool:
    """What is written of a signature outside what it signs, where only one value is right."""
    named = [each["algorithm"].native for each in whole["digest_algorithms"]]
    kind = whole["encap_content_info"]["content_type"].native
    wanted = _STAMP if kind == _STAMP["content_type"] else _SIGNATURE
    return (
        whole["version"].native == wanted["version"]
        and signer["version"].native == _FIRST
        and named == [signer["digest_algorithm"]["algorithm"].native]
        and kind == wanted["content_type"]
    )


def _issued(certificate: x509.Certificate, known: Sequence[x509.Certificate]) -> bool:
    """Whether a certificate comes from one of those beside it; of a root that is not there nothing can be said."""
    issuers = [each for each in known if each.subject == certificate.issuer]
    for issuer in issuers:
        try:
            certificate.verify_directly_issued_by(issuer)
        except (InvalidSignature, ValueError, TypeError):
            continue
        return True
    return not issuers
