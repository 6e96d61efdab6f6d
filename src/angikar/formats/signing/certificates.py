"""Certificates: a PKCS#12 file opened for one signature, a certificate of one's own made, certificates to trust read from PEM or DER."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from angikar.formats.signing import sentences
from angikar.formats.signing.errors import Unsignable

MOST_BYTES = 128 * 1024
"""Bytes of the largest PKCS#12 file that is opened."""
_MOST_ROUNDS = 3_000_000
"""Rounds of the derivation of its key: about two seconds."""

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Credential:
    """A private key with its certificate and those above it; it lives as long as one signature takes."""

    key: PrivateKey
    certificate: x509.Certificate
    above: tuple[x509.Certificate, ...] = ()

    def __repr__(self) -> str:
        return f"Credential({subject(self.certificate)})"


def open_pkcs12(data: bytes, passphrase: str, at: datetime) -> Credential:
    """The credential in a PKCS#12 file, which may sign at a moment. Raises Unsignable."""
    if len(data) > MOST_BYTES or any(rounds > _MOST_ROUNDS for rounds in _rounds(data)):
        raise Unsignable(sentences.CERTIFICATE_HEAVY)
    try:
        key, certificate, above = pkcs12.load_key_and_certificates(data, passphrase.encode() or None)
    except (ValueError, UnsupportedAlgorithm) as cause:
        raise Unsignable(sentences.CERTIFICATE_UNREADABLE) from cause
    if certificate is None or not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise Unsignable(sentences.CERTIFICATE_WITHOUT_KEY)
    found = Credential(key, certificate, tuple(above))
    refuse_unfit(certificate, at)
    return found


def refuse_unfit(certificate: x509.Certificate, at: datetime) -> None:
    """Refuse a certificate that is not valid at a moment, or says that it is not for signing."""
    since, until = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not since <= at <= until:
        raise Unsignable(
            sentences.CERTIFICATE_NOT_VALID, since=since.date().isoformat(), until=until.date().isoformat()
        )
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise Unsignable(sentences.CERTIFICATE_NOT_FOR_SIGNING)


def _rounds(data: bytes) -> Iterator[int]:
    """How often the keys of a PKCS#12 file are derived, as far as it says so before it is opened."""
    from asn1crypto import pkcs12 as plain

    try:
        whole = plain.Pfx.load(data, strict=True)
        if whole["mac_data"].native is not None:
            yield int(whole["mac_data"]["iterations"].native)
        for part in whole.authenticated_safe:
            kind = part["content_type"].native
            if kind == "encrypted_data":
                yield _derived(part["content"]["encrypted_content_info"]["content_encryption_algorithm"])
            elif kind == "data":
                bags = plain.SafeContents.load(part["content"].native)
                for bag in bags:
                    if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
                        yield _derived(bag["bag_value"]["encryption_algorithm"])
    except (ValueError, TypeError, KeyError) as cause:
        raise Unsignable(sentences.CERTIFICATE_UNREADABLE) from cause


def _derived(algorithm: object) -> int:
    native: dict[str, dict[str, object]] = algorithm.native  # type: ignore[attr-defined]  # of asn1crypto
    said: dict[str, object] = native["parameters"] or {}
    derivation = said.get("key_derivation_func")
    inner: object = derivation["parameters"] if isinstance(derivation, dict) else said
    rounds = (inner.get("iteration_count") or inner.get("iterations") or 0) if isinstance(inner, dict) else 0
    return int(rounds)


def own_certificate(name: str, at: datetime, years: int = 10) -> Credential:
    """A key and a certificate signed by itself, for what signs in its own name."""
    key = ec.generate_private_key(ec.SECP256R1())
    of = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(of)
        .issuer_name(of)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(minutes=5))
        .not_valid_after(at + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Credential(key, made)


def as_pem(credential: Credential) -> bytes:
    """Key and certificate as PEM, the key without a lock."""
    key = credential.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return key + credential.certificate.public_bytes(serialization.Encoding.PEM)


def from_pem(data: bytes) -> Credential:
    """What `as_pem` wrote. Raises ValueError."""
    key = serialization.load_pem_private_key(data, password=None)
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise TypeError("no key that signs papers")
    return Credential(key, x509.load_pem_x509_certificate(data))


def certificates_in(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates of a file, PEM or DER. Raises ValueError."""
    if b"-----BEGIN" in data:
        return tuple(x509.load_pem_x509_certificates(data))
    return (x509.load_der_x509_certificate(data),)


def der(certificates: Sequence[x509.Certificate]) -> tuple[bytes, ...]:
    """Certificates as DER."""
    return tuple(each.public_bytes(serialization.Encoding.DER) for each in certificates)


def subject(certificate: x509.Certificate) -> str:
    """The whole name in a certificate."""
    return certificate.subject.rfc4514_string()


def common_name(name: x509.Name) -> str:
    """The plain name in a certificate; the whole name where it has none."""
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of a certificate."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
