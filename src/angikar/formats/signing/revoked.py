"""Revoked: whether a certificate was taken back, by the lists that the house was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

from angikar.formats.signing.trust import TrustList

Revoked = Literal["no", "yes", "unknown"]
_Checking = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey | ed448.Ed448PublicKey


def revoked(
    certificate: x509.Certificate, others: Sequence[x509.Certificate], trust: TrustList, at: datetime | None
) -> Revoked:
    """Whether a certificate was taken back, or before a moment `at` that a timestamp server vouches for; `unknown` where no list of
    its issuer is known.
    """
    above = [*others, *map(x509.load_der_x509_certificate, trust.certificates())]
    lists = list(_of_its_issuer(certificate, above, trust))
    for each in lists:
        entry = each.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is not None and (at is None or entry.revocation_date_utc <= at):
            return "yes"
    return "no" if lists else "unknown"


def _of_its_issuer(
    certificate: x509.Certificate, above: Sequence[x509.Certificate], trust: TrustList
) -> Iterator[x509.CertificateRevocationList]:
    """The lists that who issued a certificate has signed."""
    issuers = [each for each in above if each.subject == certificate.issuer]
    for taken_back in (x509.load_der_x509_crl(bytes.fromhex(each)) for each in trust.taken_back):
        if taken_back.issuer == certificate.issuer and any(_signed(taken_back, each) for each in issuers):
            yield taken_back


def _signed(taken_back: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    try:
        return isinstance(key, _Checking) and taken_back.is_signature_valid(key)
    except (UnsupportedAlgorithm, TypeError):
        return False
