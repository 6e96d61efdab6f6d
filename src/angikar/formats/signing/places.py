"""Places: where in any PDF the next signature belongs: in the first field that waits for one, in one of two new ones, or in none that is seen."""

from __future__ import annotations

import io

from angikar.formats.signing import sentences
from angikar.formats.signing.certificates import Credential
from angikar.formats.signing.errors import SPOILT_PDF, Unsignable
from angikar.formats.signing.sign import SignatureField, sign
from angikar.formats.signing.token import SigningToken
from angikar.formats.signing.trust import TrustList

_BOTH = ("signature-1", "signature-2")


def sign_next(
    data: bytes,
    used: Credential | SigningToken,
    lines: tuple[str, ...],
    *,
    reason: str = "",
    timestamp_server: str = "",
    trust: TrustList | None = None,
) -> bytes:
    """Any PDF with one signature more, that shows these lines. Raises Unsignable, also where the file is spoilt."""
    from pyhanko.pdf_utils.misc import PdfError

    try:
        return sign(data, used, _next(data, lines, reason), timestamp_server=timestamp_server, trust=trust)
    except (PdfError, *SPOILT_PDF) as cause:
        if isinstance(used, SigningToken) and isinstance(cause, RuntimeError):
            raise  # the device failed, and not the file
        raise Unsignable(sentences.TAKES_NO_SIGNATURE) from cause


def _next(data: bytes, lines: tuple[str, ...], reason: str) -> SignatureField:
    """The place of one signature more. The first in a paper without fields makes two, so that a second party finds its own; where no
    field waits, a later one has no field that is seen: nothing but a signature may come to what was signed.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    found = [(str(name), value is not None) for name, value, _ in enumerate_sig_fields(PdfFileReader(io.BytesIO(data)))]
    free, place = [name for name, is_filled in found if not is_filled], sum(is_filled for _, is_filled in found)
    if free:
        return SignatureField(free[0], place, (), lines, reason)
    if not place:
        return SignatureField(_BOTH[0], 0, _BOTH, lines, reason)
    taken = {name for name, _ in found}
    unseen = next(name for name in (f"signature-{number}" for number in range(1, len(found) + 2)) if name not in taken)
    return SignatureField(unseen, place, (), lines, reason, seen=False)
