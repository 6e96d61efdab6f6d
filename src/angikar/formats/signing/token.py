"""Token: a key that never leaves its device (PKCS#11) signs; the device is opened for one signature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509

from angikar.formats.signing import sentences
from angikar.formats.signing.certificates import refuse_unfit
from angikar.formats.signing.errors import Unsignable


@dataclass(frozen=True, slots=True)
class SigningToken:
    """An open device: the certificate that signs, all that lie beside it, and what asks the device for a signature."""

    certificate: x509.Certificate
    above: tuple[x509.Certificate, ...]
    signer: Any


@contextmanager
def opened(library: str, pin: str, at: datetime, *, label: str = "", certificate: str = "") -> Iterator[SigningToken]:
    """The device that the library of its maker drives, `label` says which of several; `certificate` which of several on it.

    Raises Unsignable, also where the package that speaks PKCS#11 is not installed.
    """
    try:
        import pkcs11
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.sign.pkcs11 import open_pkcs11_session
    except ImportError as missing:
        raise Unsignable(sentences.TOKEN_NOT_INSTALLED) from missing
    try:
        wanted = TokenCriteria(label=label) if label else None
        session = open_pkcs11_session(library, token_criteria=wanted, user_pin=pin or None)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange, pkcs11.PinLocked) as cause:
        raise Unsignable(sentences.TOKEN_PIN_WRONG) from cause
    except (pkcs11.PKCS11Error, OSError, RuntimeError) as cause:
        raise Unsignable(sentences.TOKEN_NOT_OPENED, reason=str(cause) or type(cause).__name__) from cause
    with session:
        try:
            found = _signing(session, certificate)
            refuse_unfit(found.certificate, at)
            yield found
        except pkcs11.PKCS11Error as cause:
            raise Unsignable(sentences.TOKEN_NOT_OPENED, reason=str(cause) or type(cause).__name__) from cause


def _signing(session: Any, label: str) -> SigningToken:
    """The one certificate on the device whose key lies there too. Raises Unsignable where there is none or more than one."""
    from asn1crypto import x509 as plain
    from pkcs11 import Attribute, ObjectClass
    from pyhanko.sign.pkcs11 import PKCS11Signer

    keys = {bytes(each[Attribute.ID]) for each in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    held = [
        (bytes(each[Attribute.ID]), str(each[Attribute.LABEL]), bytes(each[Attribute.VALUE]))
        for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    ]
    fit = [(number, data) for number, name, data in held if number in keys and label in ("", name)]
    if len(fit) != 1:
        names = ", ".join(name for number, name, _ in held if number in keys) or "–"
        raise Unsignable(sentences.TOKEN_WHICH_CERTIFICATE, names=names)
    number, data = fit[0]
    chain = [each for _, _, each in held if each != data]
    signer = PKCS11Signer(
        session,
        signing_cert=plain.Certificate.load(data),
        ca_chain=[plain.Certificate.load(each) for each in chain],
        key_id=number,
        embed_roots=False,
    )
    return SigningToken(x509.load_der_x509_certificate(data), tuple(map(x509.load_der_x509_certificate, chain)), signer)
