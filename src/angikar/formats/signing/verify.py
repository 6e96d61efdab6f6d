"""Verify: the signatures in a PDF: whose each is, when it was made, whether the paper is still what was signed."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from cryptography import x509
from pydantic import TypeAdapter

from angikar.formats.intake import damaged
from angikar.formats.signing.certificates import common_name, fingerprint
from angikar.formats.signing.errors import SPOILT_PDF
from angikar.formats.signing.longterm import answers_inside, is_good, lists_inside
from angikar.formats.signing.revoked import Revoked, revoked
from angikar.formats.signing.strict import is_strict
from angikar.formats.signing.trust import TrustList

_RANGES = re.compile(rb"/ByteRange\s*\[")
"""What every signature writes into its file: one that the file shows no more was covered by what was put behind it."""
Worth = Literal["sound", "changed", "broken"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one signature of a PDF is worth. `sound`: what was signed is in the file, to the byte. `alone`: nothing but
    signatures was added to it since. `trusted`: its certificate comes from one that is trusted here. `stamped`: the time is
    that of a timestamp server and not of the signer's own clock. `long_term`: what proves it when its certificate has run out is in the file.
    """

    field: str
    name: str = ""
    subject: str = ""
    issuer: str = ""
    certificate: str = ""
    at: datetime | None = None
    sound: bool = False
    alone: bool = False
    trusted: bool = False
    revoked: Revoked = "unknown"
    stamped: bool = False
    long_term: bool = False

    @property
    def worth(self) -> Worth:
        """`sound` where the paper is what was signed, `changed` where something was added since, `broken` where it is not."""
        return "broken" if not self.sound else "sound" if self.alone else "changed"


VERDICTS = TypeAdapter(tuple[Verdict, ...])


def verify(data: bytes, trust: TrustList) -> tuple[Verdict, ...]:
    """The signatures of a PDF in the order in which they were made; none where it bears none. Raises Unreadable for what is no PDF."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what is wrong with a file is said by the verdict
    try:
        reader = PdfFileReader(io.BytesIO(data))
        signatures, seals = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
    except (PdfError, *SPOILT_PDF) as cause:
        raise damaged() from cause
    sealed = [each for each in (_seal(each, data, trust) for each in seals) if each is not None]
    found = tuple(_verdict(each, data, trust, sealed) for each in signatures)
    hidden = len(_RANGES.findall(data)) - len(found) - len(sealed)
    return found + (Verdict(""),) * max(0, hidden)


@dataclass(frozen=True, slots=True)
class _Seal:
    """A sound timestamp over all that a file held in a revision; `trusted` where its server is."""

    revision: int
    trusted: bool


def _seal(embedded: Any, data: bytes, trust: TrustList) -> _Seal | None:
    """What a timestamp over the whole file is worth; `None` where it is not sound."""
    from pyhanko.sign.validation import validate_pdf_timestamp

    try:
        status = validate_pdf_timestamp(embedded, _context(trust))
        certificate = x509.load_der_x509_certificate(embedded.signer_cert.dump())
        others = [x509.load_der_x509_certificate(each.dump()) for each in embedded.other_embedded_certs]
        strict = is_strict(embedded, data, certificate, others, _roots(trust))
    except _own_errors():
        return None
    sound = bool(status.intact and status.valid) and strict and _at_most_filled(status) and _is_followed(embedded, data)
    return _Seal(embedded.signed_revision, bool(status.trusted)) if sound else None


def _own_errors() -> tuple[type[Exception], ...]:
    """What the engine raises at a signature that it cannot judge."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import CMSStructuralError, SigningError
    from pyhanko.sign.validation.errors import SignatureValidationError, ValidationInfoReadingError
    from pyhanko_certvalidator.errors import PathError, ValidationError

    own = (PdfError, CMSStructuralError, SigningError, SignatureValidationError, ValidationInfoReadingError)
    return (*own, PathError, ValidationError, *SPOILT_PDF)


def _verdict(embedded: Any, data: bytes, trust: TrustList, sealed: list[_Seal]) -> Verdict:
    try:
        return _judged(embedded, data, trust, sealed)
    except _own_errors():
        return Verdict(str(getattr(embedded, "field_name", "")))


def _judged(embedded: Any, data: bytes, trust: TrustList, sealed: list[_Seal]) -> Verdict:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    certificate = x509.load_der_x509_certificate(embedded.signer_cert.dump())
    claimed = embedded.self_reported_timestamp
    status = validate_pdf_signature(
        embedded, _context(trust, claimed), ts_validation_context=_context(trust), key_usage_settings=usage
    )
    stamp = status.timestamp_validity
    stamped = stamp is not None and bool(stamp.intact and stamp.valid and stamp.trusted)
    at = stamp.timestamp if stamp is not None and stamped else claimed
    others = [x509.load_der_x509_certificate(each.dump()) for each in embedded.other_embedded_certs]
    sound = bool(status.intact and status.valid) and is_strict(embedded, data, certificate, others, _roots(trust))
    taken_back = _taken_back(embedded.reader, certificate, others, trust, at if stamped else None)
    later = any(each.trusted and each.revision > embedded.signed_revision for each in sealed)
    return Verdict(
        field=embedded.field_name,
        name=common_name(certificate.subject),
        subject=certificate.subject.rfc4514_string(),
        issuer=common_name(certificate.issuer),
        certificate=fingerprint(certificate),
        at=at,
        sound=sound,
        alone=sound and _only_signatures(status) and _is_followed(embedded, data),
        trusted=bool(status.trusted),
        revoked=taken_back,
        stamped=stamped,
        long_term=stamped
        and later
        and bool(status.trusted)
        and (taken_back == "no" or certificate.subject == certificate.issuer),
    )


def _taken_back(
    reader: Any, certificate: x509.Certificate, others: list[x509.Certificate], trust: TrustList, at: datetime | None
) -> Revoked:
    """Whether a certificate was taken back, by the lists of the house, and by what the file itself holds of its issuer where a timestamp
    server says that this was the newest when it was signed.
    """
    both = TrustList(trust.roots, (*trust.taken_back, *lists_inside(reader, at)))
    found = revoked(certificate, others, both, at)
    if found != "unknown":
        return found
    known = [*others, *_roots(trust)]
    good = is_good(certificate, known, answers_inside(reader, at))
    return "unknown" if good is None else "no" if good else "yes"


def _roots(trust: TrustList) -> list[x509.Certificate]:
    return list(map(x509.load_der_x509_certificate, trust.certificates()))


def _end(embedded: Any) -> int:
    """Where in the file ends what a signature covers."""
    *_, after, rest = (int(each) for each in embedded.byte_range)
    return after + rest


def _is_followed(embedded: Any, data: bytes) -> bool:
    """Whether a signature reaches to the end of the file, or what follows is a whole update and nothing behind it."""
    if _end(embedded) == len(data):
        return True
    updated = embedded.signed_revision < embedded.reader.total_revisions - 1
    return updated and data.rpartition(b"%%EOF")[2] in (b"", b"\n", b"\r", b"\r\n")


def _only_signatures(status: Any) -> bool:
    """Whether nothing but signatures came to a paper after this one, as far as the signatures allow it."""
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    return _at_most_filled(status) and (status.coverage == SignatureCoverageLevel.ENTIRE_FILE or bool(status.docmdp_ok))


def _at_most_filled(status: Any) -> bool:
    """Whether nothing but signatures and what proves them came to a paper after this one."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    level = status.modification_level
    return status.coverage == SignatureCoverageLevel.ENTIRE_FILE or (
        status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        and level is not None
        and level <= ModificationLevel.FORM_FILLING
    )


def _context(trust: TrustList, moment: datetime | None = None) -> Any:
    """What certificates are held against; nothing is fetched from anywhere."""
    from asn1crypto import x509 as plain
    from pyhanko_certvalidator import ValidationContext

    roots = [plain.Certificate.load(each) for each in trust.certificates()]
    return ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False, best_signature_time=moment)
