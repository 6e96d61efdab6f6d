"""Sign: one more signature in a PDF, as an update behind what is there, so that what was signed before stays as it was."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from cryptography.hazmat.primitives import serialization

from angikar import assets
from angikar.formats.signing import sentences
from angikar.formats.signing.certificates import Credential, der
from angikar.formats.signing.errors import Unsignable
from angikar.formats.signing.longterm import collecting
from angikar.formats.signing.revoked import revoked
from angikar.formats.signing.token import SigningToken
from angikar.formats.signing.trust import TrustList
from angikar.formats.writers.typeface import font_files, printable

if TYPE_CHECKING:
    import typst

_ONE_AT_A_TIME = Lock()
_WIDTH, _HEIGHT, _EDGE, _FOOT = 196.0, 44.0, 40.0, 9.0
"""Points of a field, and how far it is from the sides and the foot of the page: it lies in the margin, beside the number of the page."""
_BARE, _STAMP = 8_000, 24_000
"""Hexadecimal signs that are kept free for a signature beside its certificates, and for the answer of a timestamp server."""


@dataclass(frozen=True, slots=True)
class SignatureField:
    """Who signs: the name of his field, how many have signed before, the fields that the first one makes for all who sign, and the lines
    that it shows; one that is not `seen` shows none.
    """

    field: str
    place: int
    fields: tuple[str, ...]
    lines: tuple[str, ...]
    reason: str = ""
    seen: bool = True


def sign(
    data: bytes,
    credential: Credential | SigningToken,
    party: SignatureField,
    *,
    timestamp_server: str = "",
    trust: TrustList | None = None,
) -> bytes:
    """The bytes of a PDF with one more signature: PAdES B-B, with the time of a timestamp server (B-T) where one is given, and with all that
    proves it later (B-LTA) where the certificate and that server come from ones that are trusted.

    The first signature makes the fields of all who sign, and allows nothing after it but their signatures. Raises Unsignable.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.timestamps import TimestampRequestError
    from pyhanko_certvalidator.errors import PathError, RevokedError, ValidationError

    if trust and revoked(credential.certificate, credential.above, trust, None) == "yes":
        raise Unsignable(sentences.CERTIFICATE_TAKEN_BACK)
    proof = collecting(credential.certificate, credential.above, trust) if timestamp_server and trust else None
    try:
        return _put(data, credential, party, timestamp_server, proof)
    except TimestampRequestError as cause:
        raise Unsignable(sentences.NO_TIMESTAMP) from cause
    except (PathError, ValidationError, SigningError) as cause:
        if isinstance(cause, RevokedError) or isinstance(cause.__cause__, RevokedError):
            raise Unsignable(sentences.CERTIFICATE_TAKEN_BACK) from cause
        if proof is None:
            raise Unsignable(sentences.TAKES_NO_SIGNATURE) from cause
    except PdfError as cause:
        raise Unsignable(sentences.TAKES_NO_SIGNATURE) from cause
    return sign(
        data, credential, party, timestamp_server=timestamp_server
    )  # the timestamp server is none that is trusted


def _put(
    data: bytes, credential: Credential | SigningToken, party: SignatureField, server: str, proof: Any | None
) -> bytes:
    """The bytes with the signature; what the engine raises comes through."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
    from pyhanko.sign.timestamps import HTTPTimeStamper
    from pyhanko.stamp import StaticStampStyle

    inside = TimestampDSSContentSettings(include_vri=False, update_before_ts=True)  # no byte lies behind the timestamp
    meta = PdfSignatureMetadata(
        field_name=party.field,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=party.reason or None,
        name=party.lines[0],
        certify=not party.place,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        embed_validation_info=proof is not None,
        use_pades_lta=proof is not None,
        validation_context=proof,
        dss_settings=DSSContentSettings(include_vri=False, next_ts_settings=inside),
        signer_key_usage=set(),
    )
    stamper = HTTPTimeStamper(server, timeout=10) if server else None
    with tempfile.NamedTemporaryFile(suffix=".pdf") as shown:
        shown.write(stamp(party.lines))
        shown.flush()
        style = StaticStampStyle.from_pdf_file(shown.name, border_width=0)
        signer = PdfSigner(meta, _signer(credential), stamp_style=style, timestamper=stamper)
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        if not party.seen:
            append_signature_field(writer, SigFieldSpec(party.field))
        elif party.fields and not party.place:
            _add_fields(writer, party.fields)
        made = signer.sign_pdf(
            writer, existing_fields_only=True, bytes_reserved=_room(credential, stamped=bool(server))
        )
    return bytes(made.getbuffer())


def _room(credential: Credential | SigningToken, *, stamped: bool) -> int:
    """Hexadecimal signs that a signature may take."""
    chain = der((credential.certificate, *credential.above))
    return _BARE + 2 * sum(map(len, chain)) + stamped * _STAMP


def _signer(credential: Credential | SigningToken) -> Any:
    """The credential as the engine takes it."""
    if isinstance(credential, SigningToken):
        return credential.signer
    from asn1crypto import keys, x509
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = credential.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    certificate, *above = (
        x509.Certificate.load(each.public_bytes(serialization.Encoding.DER))
        for each in (credential.certificate, *credential.above)
    )
    store = SimpleCertificateStore()
    store.register_multiple(above)
    return SimpleSigner(
        signing_cert=certificate, signing_key=keys.PrivateKeyInfo.load(key), cert_registry=store, embed_roots=False
    )


def _add_fields(writer: Any, fields: Sequence[str]) -> None:
    """Make the fields of all who sign, in the margin of the last page: two beside each other."""
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    pages = int(writer.root["/Pages"]["/Count"])
    page = writer.find_page_for_modification(pages - 1)[0].get_object()
    *_, width, _height = (float(each) for each in _inherited(page, "/MediaBox"))
    for place, name in enumerate(fields):
        left = _EDGE if not place % 2 else width - _EDGE - _WIDTH
        box = (round(left), round(_FOOT), round(left + _WIDTH), round(_FOOT + _HEIGHT))
        append_signature_field(writer, SigFieldSpec(name, on_page=pages - 1, box=box))


def _inherited(page: Any, name: str) -> Any:
    while name not in page:
        page = page["/Parent"]
    return page[name]


def stamp(lines: Sequence[str]) -> bytes:
    """The page that a field shows, in the typeface of official papers. Raises Unprintable."""
    said = {
        "width": _WIDTH,
        "height": _HEIGHT,
        "family": assets.SERIF,
        "lines": [printable(line) for line in lines],
    }
    with _ONE_AT_A_TIME:
        made = _compiler().compile(format="pdf", sys_inputs={"stamp": json.dumps(said, ensure_ascii=False)})
    return cast(bytes, made)  # one PDF is asked for, one comes


@cache
def _compiler() -> typst.Compiler:
    import typst

    font_files()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(assets.FONT_DIR)])
    return typst.Compiler(str(Path(__file__).with_name("stamp.typ")), font_paths=fonts)
