"""Trust: whose certificates are trusted, and the lists of those taken back, from a folder; without the library that opens them until one is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TrustList:
    """Whose certificates are trusted, and the lists of those taken back: DER in hexadecimal figures."""

    roots: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()

    def certificates(self) -> list[bytes]:
        """The trusted certificates as DER."""
        return [bytes.fromhex(each) for each in self.roots]


def trust_in(folder: Path) -> TrustList:
    """The trust list in a folder: certificates (`.pem`, `.crt`, `.cer`, `.der`) and lists of those taken back (`.crl`); a file that is
    neither is left out.
    """
    from angikar.formats.signing.certificates import certificates_in, der

    roots, taken_back = list[str](), list[str]()
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        with suppress(ValueError):
            if file.suffix.lower() == ".crl":
                taken_back.append(_list(file.read_bytes()).hex())
            elif file.suffix.lower() in (".pem", ".crt", ".cer", ".der"):
                roots += [each.hex() for each in der(certificates_in(file.read_bytes()))]
    return TrustList(tuple(roots), tuple(taken_back))


def _list(data: bytes) -> bytes:
    """A list of certificates taken back, PEM or DER, as DER."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    read = x509.load_pem_x509_crl if b"-----BEGIN" in data else x509.load_der_x509_crl
    return read(data).public_bytes(Encoding.DER)
