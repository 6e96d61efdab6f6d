"""`angikar sign` and `angikar verify`: one signature more in a PDF, by a certificate in a file or on a token; and what its signatures are worth."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running.keys import trusted_to_sign
from angikar.cli.source import bytes_of
from angikar.formats.confined import verify_confined
from angikar.formats.errors import Unreadable
from angikar.formats.intake import kind_of
from angikar.formats.signing.certificates import MOST_BYTES, Credential, common_name, now, open_pkcs12
from angikar.formats.signing.errors import Unsignable
from angikar.formats.signing.places import sign_next
from angikar.formats.signing.sentences import NO_PDF_TO_SIGN, NO_SIGNATURE
from angikar.formats.signing.token import SigningToken, opened
from angikar.formats.signing.trust import trust_in
from angikar.formats.signing.verify import VERDICTS
from angikar.formats.signing.wording import said
from angikar.rules.bangla.calendar import to_bangla_date
from angikar.rules.bangla.dates import write_bangla_date, write_date

_DHAKA = timezone(timedelta(hours=6))


@two_sentences
def sign(call: Namespace) -> int:
    """`angikar sign`: sign a PDF behind what was signed before, and say whose certificate did it."""
    data = bytes_of(call.file)
    if kind_of(data) != "pdf":
        raise Unreadable(NO_PDF_TO_SIGN)
    at = now()
    try:
        with _key(call, at) as used:
            lines, trust = _lines(call, used, at), trust_in(Path(call.trust)) if call.trust else None
            made = sign_next(data, used, lines, reason=call.reason, timestamp_server=call.tsa, trust=trust)
    except Unsignable as wrong:
        raise CannotDo(wrong.sentence, **wrong.facts) from wrong
    _write(Path(call.output), made)
    print(*sentences.PDF_SIGNED.both(file=call.output, name=common_name(used.certificate.subject)), sep="\n")
    return 0


@two_sentences
def verify(call: Namespace) -> int:
    """`angikar verify`: what each signature is worth; exit code 1 where there is none, one is void, or something was added after it."""
    found = verify_confined(bytes_of(call.file), trusted_to_sign(call.trust))
    if call.json:
        print(VERDICTS.dump_json(found, indent=1).decode())
    elif not found:
        print(NO_SIGNATURE.both()[call.english])
    else:
        print("\n\n".join("\n".join(both[call.english] for both in said(each)) for each in found))
    return 0 if found and all(each.worth == "sound" and each.revoked != "yes" for each in found) else 1


@contextmanager
def _key(call: Namespace, at: datetime) -> Iterator[Credential | SigningToken]:
    """What signs: the PKCS#12 file or the token that was named."""
    if bool(call.p12) == bool(call.pkcs11):
        raise CannotDo(sentences.SIGN_BY_WHAT, options="--p12, --pkcs11")
    if call.p12:
        yield open_pkcs12(bytes_of(call.p12)[: MOST_BYTES + 1], _secret(call), at)
        return
    with opened(call.pkcs11, _secret(call), at, label=call.token, certificate=call.certificate) as token:
        yield token


def _secret(call: Namespace) -> str:
    """The pass phrase or PIN: the first line of a file, else asked without showing it; never an argument, which others could read."""
    if call.password_file:
        lines = bytes_of(call.password_file).decode("utf-8", errors="replace").splitlines()
        return lines[0] if lines else ""
    if not sys.stdin.isatty():
        raise CannotDo(sentences.OPTIONS_MISSING, options="--password-file")
    return getpass.getpass("পাসওয়ার্ড বা পিন / pass phrase or PIN: ")


def _lines(call: Namespace, used: Credential | SigningToken, at: datetime) -> tuple[str, ...]:
    """What the field shows: who, as what, where, and the day in both calendars."""
    day = at.astimezone(_DHAKA).date()
    days = f"{write_bangla_date(to_bangla_date(day))} · {write_date(day)}"
    name = call.name or common_name(used.certificate.subject)
    return tuple(line for line in (name, call.post, call.office, days) if line)


def _write(out: Path, data: bytes) -> None:
    try:
        out.write_bytes(data)
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(out), reason=str(wrong.strerror)) from wrong
