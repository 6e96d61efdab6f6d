"""A certifying authority of the tests' own: a root, one that it licenses, officers with PKCS#12 files, and a list of those taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from angikar.formats.signing.certificates import Credential, PrivateKey
from angikar.formats.signing.trust import TrustList

PASSPHRASE = "kajal-pukur-tala"
_LONG = timedelta(days=3650)


@dataclass(frozen=True)
class Authority:
    """A root, and the authority under it that gives certificates to officers."""

    root: Credential
    licensed: Credential

    def officer(
        self,
        name: str,
        *,
        days: tuple[int, int] = (-30, 365),
        signs: bool = True,
        stamps: bool = False,
        ocsp: str = "",
    ) -> Credential:
        """A certificate for an officer, valid from so many days to so many days from now; `ocsp` says where its authority answers."""
        key = rsa.generate_private_key(65537, 2048)
        return _issued(
            name,
            key,
            self.licensed,
            days=days,
            signs=signs,
            stamps=stamps,
            ocsp=ocsp,
            above=(self.licensed.certificate,),
        )

    def trust(self, *taken_back: Credential, when: datetime | None = None) -> TrustList:
        """The trust list of a house that knows this root, with the authority's list of those it took back."""
        made = x509.CertificateRevocationListBuilder().issuer_name(self.licensed.certificate.subject)
        made = made.last_update(_now() - timedelta(days=1)).next_update(_now() + _LONG)
        for each in taken_back:
            entry = x509.RevokedCertificateBuilder().serial_number(each.certificate.serial_number)
            made = made.add_revoked_certificate(entry.revocation_date(when or _now() - timedelta(hours=1)).build())
        crl = made.sign(self.licensed.key, hashes.SHA256()).public_bytes(Encoding.DER)
        return TrustList((self.root.certificate.public_bytes(Encoding.DER).hex(),), (crl.hex(),))


def pkcs12_of(of: Credential, passphrase: str = PASSPHRASE) -> bytes:
    """The PKCS#12 file that an officer gets."""
    lock = BestAvailableEncryption(passphrase.encode())
    return pkcs12.serialize_key_and_certificates(b"officer", of.key, of.certificate, of.above, lock)


@cache
def authority() -> Authority:
    """The authority, made once."""
    root = _issued("পরীক্ষার মূল কর্তৃপক্ষ", ec.generate_private_key(ec.SECP256R1()), None, ca=True)
    licensed = _issued("পরীক্ষার সনদ কর্তৃপক্ষ", rsa.generate_private_key(65537, 2048), root, ca=True)
    return Authority(root, licensed)


def _now() -> datetime:
    return datetime.now(UTC)


def _issued(
    name: str,
    key: PrivateKey,
    by: Credential | None,
    *,
    days: tuple[int, int] = (-365, 3650),
    ca: bool = False,
    signs: bool = True,
    stamps: bool = False,
    ocsp: str = "",
    above: tuple[x509.Certificate, ...] = (),
) -> Credential:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(signs and not ca, False, not signs, False, False, ca, ca, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_now() + timedelta(days=days[0]))
        .not_valid_after(_now() + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(usage, critical=True)
    )
    if stamps:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    if ocsp:
        at = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(ocsp))
        made = made.add_extension(x509.AuthorityInformationAccess([at]), critical=False)
    return Credential(key, made.sign(by.key if by else key, hashes.SHA256()), above)
