"""Long term: what a signature is still believed by when its certificate has run out: answers about revocation inside, a timestamp over all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from angikar.formats.signing.certificates import der
from angikar.formats.signing.trust import TrustList

_PATIENCE = 5
"""Seconds that a server is given to say whether a certificate was taken back."""
_CLOCKS = timedelta(minutes=5)
"""By so much the clocks of two servers may differ."""


def collecting(certificate: x509.Certificate, above: Sequence[x509.Certificate], trust: TrustList) -> Any | None:
    """What the engine collects the proof with; `None` for a certificate that comes from none trusted here: who made that one chose the
    addresses in it, and nothing is fetched from them.
    """
    from asn1crypto import x509 as plain
    from pyhanko_certvalidator import CertificateValidator, ValidationContext
    from pyhanko_certvalidator.errors import PathError, ValidationError
    from pyhanko_certvalidator.fetchers.requests_fetchers import RequestsFetcherBackend

    roots = [plain.Certificate.load(each) for each in trust.certificates()]
    own, *others = (plain.Certificate.load(each) for each in der([certificate, *above]))
    known = ValidationContext(trust_roots=roots, other_certs=others, allow_fetching=False)
    try:
        asyncio.run(
            CertificateValidator(own, intermediate_certs=others, validation_context=known).async_validate_usage(set())
        )
    except (PathError, ValidationError):
        return None
    return ValidationContext(
        trust_roots=roots,
        other_certs=others,
        crls=[bytes.fromhex(each) for each in trust.taken_back],
        allow_fetching=True,
        fetcher_backend=RequestsFetcherBackend(per_request_timeout=_PATIENCE),
    )


def lists_inside(reader: Any, at: datetime | None) -> tuple[str, ...]:
    """The lists of certificates taken back that a PDF holds and that were the newest at a moment, as a trust list has them; without a
    moment that is proved an old list would say nothing.
    """
    held = [x509.load_der_x509_crl(each) for each in _bytes(reader, "crls")]
    return tuple(
        each.public_bytes(Encoding.DER).hex()
        for each in held
        if _was_newest(each.last_update_utc, each.next_update_utc, at)
    )


def is_good(
    certificate: x509.Certificate, known: Sequence[x509.Certificate], answers: Sequence[ocsp.OCSPResponse]
) -> bool | None:
    """Whether a server that may say so said that a certificate was not taken back; `None` where none said anything."""
    found = [
        _said(certificate, issuer, each) for issuer in known for each in answers if issuer.subject == certificate.issuer
    ]
    return None if set(found) <= {None} else False not in found


def answers_inside(reader: Any, at: datetime | None) -> tuple[ocsp.OCSPResponse, ...]:
    """The answers of servers about revocation that a PDF holds, in the same way."""
    held = [ocsp.load_der_ocsp_response(each) for each in _bytes(reader, "ocsps")]
    return tuple(
        each
        for each in held
        if each.response_status == ocsp.OCSPResponseStatus.SUCCESSFUL
        and _was_newest(each.this_update_utc, each.next_update_utc, at)
    )


def _was_newest(since: datetime, until: datetime | None, at: datetime | None) -> bool:
    """Whether what was said at one moment held at another: until its next time, else for a day."""
    return at is not None and since - _CLOCKS <= at <= (until or since + timedelta(days=1))


def _bytes(reader: Any, kind: Literal["ocsps", "crls"]) -> Iterator[bytes]:
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from pyhanko.sign.validation.errors import NoDSSFoundError

    try:
        held = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return
    for each in getattr(held, kind):
        yield each.get_object().data


def _said(certificate: x509.Certificate, issuer: x509.Certificate, answer: ocsp.OCSPResponse) -> bool | None:
    """What an answer says of a certificate, where the answer is its issuer's or that of one the issuer named for it."""
    if (
        answer.response_status != ocsp.OCSPResponseStatus.SUCCESSFUL
        or answer.serial_number != certificate.serial_number
    ):
        return None
    named = [each for each in answer.certificates if _is_named_by(each, issuer, answer.produced_at_utc)]
    if not any(_has_signed(each, answer) for each in (issuer, *named)):
        return None
    return answer.certificate_status == ocsp.OCSPCertStatus.GOOD


def _is_named_by(certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> bool:
    """Whether an issuer let another answer for it at that moment."""
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        return False
    try:
        certificate.verify_directly_issued_by(issuer)
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (InvalidSignature, ValueError, TypeError, x509.ExtensionNotFound):
        return False
    return ExtendedKeyUsageOID.OCSP_SIGNING in usage


def _has_signed(certificate: x509.Certificate, answer: ocsp.OCSPResponse) -> bool:
    key, digest = certificate.public_key(), answer.signature_hash_algorithm
    try:
        if isinstance(key, rsa.RSAPublicKey) and digest:
            key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), digest)
        elif isinstance(key, ec.EllipticCurvePublicKey) and digest:
            key.verify(answer.signature, answer.tbs_response_bytes, ec.ECDSA(digest))
        else:
            return False
    except InvalidSignature:
        return False
    return True
