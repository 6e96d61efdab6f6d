"""Signing: the field is seen, the second signature leaves the first as it was, and other programs believe both."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from angikar.formats.signing import certificates, sentences
from angikar.formats.signing.certificates import Credential, from_pem, own_certificate
from angikar.formats.signing.errors import Unsignable
from angikar.formats.signing.sign import sign
from angikar.formats.signing.verify import verify
from tests.conftest import absent
from tests.formats.signing.authority import PASSPHRASE, authority, pkcs12_of
from tests.formats.signing.conftest import FIELDS, LINES, party

NOW = datetime.now(UTC)


def test_what_was_signed_stays_as_it_was_to_the_byte(printed: bytes, first: bytes, both: bytes) -> None:
    assert first.startswith(printed)
    assert both.startswith(first)


def test_both_signatures_are_sound_trusted_and_named(both: bytes) -> None:
    found = verify(both, authority().trust())
    assert [(each.field, each.name) for each in found] == [("first", "Shamsul Haque"), ("second", "Nasrin Akter")]
    assert [(each.worth, each.trusted, each.revoked, each.stamped) for each in found] == [
        ("sound", True, "no", False)
    ] * 2
    assert all(each.at is not None and abs((each.at - NOW).total_seconds()) < 3600 for each in found)


def test_the_content_inside_is_the_one_that_was_printed(printed: bytes, both: bytes, tmp_path: Path) -> None:
    found = []
    for data in (printed, both):
        (tmp_path / "paper.pdf").write_bytes(data)
        with pikepdf.open(tmp_path / "paper.pdf") as pdf:
            found.append(pdf.attachments["data.json"].get_file().read_bytes())
    assert found[0] == found[1] == b'{"kind": "agreement"}'


def test_the_fields_are_in_the_margin_of_the_last_page_and_show_something(first: bytes, both: bytes) -> None:
    assert _ink(first) < _ink(both), "each signature is seen"
    with pypdfium2.PdfDocument(both) as pdf:
        assert len(pdf) == 1


def _ink(data: bytes) -> int:
    """Dark points at the foot of the last page."""
    with pypdfium2.PdfDocument(data) as pdf:
        pdf.init_forms()
        picture = pdf[len(pdf) - 1].render(scale=2, may_draw_forms=True).to_pil().convert("L")
    foot = picture.crop((0, picture.height - 120, picture.width, picture.height))
    return sum(foot.histogram()[:128])


def test_openssl_believes_the_bytes_that_were_signed(both: bytes, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        absent("no openssl on this machine")
    (tmp_path / "root.pem").write_bytes(certificates.as_pem(authority().root).split(b"-----END PRIVATE KEY-----\n")[1])
    for start, length, after, rest in (
        map(int, each.split()) for each in re.findall(rb"/ByteRange \[([\d ]+)\]", both)
    ):
        held = bytes.fromhex(both[start + length + 1 : after - 1].decode().rstrip())
        (tmp_path / "cms.der").write_bytes(held)
        (tmp_path / "signed").write_bytes(both[start : start + length] + both[after : after + rest])
        call = ["openssl", "cms", "-verify", "-inform", "DER", "-in", "cms.der", "-content", "signed", "-binary"]
        done = subprocess.run(
            [*call, "-CAfile", "root.pem", "-purpose", "any", "-out", "/dev/null"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def test_a_certificate_opens_with_its_pass_phrase_alone(officers: tuple[Credential, Credential]) -> None:
    opened = certificates.open_pkcs12(pkcs12_of(officers[0]), PASSPHRASE, NOW)
    assert opened.certificate == officers[0].certificate
    assert len(opened.above) == 1
    for data, words in ((pkcs12_of(officers[0]), "wrong"), (b"no certificate", PASSPHRASE), (b"", PASSPHRASE)):
        with pytest.raises(Unsignable) as refused:
            certificates.open_pkcs12(data, words, NOW)
        assert refused.value.sentence == sentences.CERTIFICATE_UNREADABLE


def test_what_is_not_valid_today_or_not_for_signing_signs_nothing() -> None:
    for made, why in (
        (authority().officer("Gone", days=(-30, -1)), sentences.CERTIFICATE_NOT_VALID),
        (authority().officer("Early", days=(1, 30)), sentences.CERTIFICATE_NOT_VALID),
        (authority().officer("Lock", signs=False), sentences.CERTIFICATE_NOT_FOR_SIGNING),
    ):
        with pytest.raises(Unsignable) as refused:
            certificates.open_pkcs12(pkcs12_of(made), PASSPHRASE, NOW)
        assert refused.value.sentence == why


def test_a_file_that_would_take_long_to_open_is_not_opened() -> None:
    with pytest.raises(Unsignable) as refused:
        certificates.open_pkcs12(bytes(certificates.MOST_BYTES + 1), PASSPHRASE, NOW)
    assert refused.value.sentence == sentences.CERTIFICATE_HEAVY


def test_a_key_never_shows_in_what_is_printed_of_it(officers: tuple[Credential, Credential]) -> None:
    assert repr(officers[0]) == "Credential(CN=Shamsul Haque)"


def test_what_is_no_pdf_takes_no_signature(officers: tuple[Credential, Credential]) -> None:
    with pytest.raises(Unsignable) as refused:
        sign(b"%PDF-1.7\nnothing", officers[0], party(0))
    assert refused.value.sentence == sentences.TAKES_NO_SIGNATURE


def test_a_certificate_of_ones_own_is_kept_and_signs(printed: bytes) -> None:
    own = own_certificate("অঙ্গীকার", NOW)
    again = from_pem(certificates.as_pem(own))
    (found,) = verify(sign(printed, again, party(0)), authority().trust())
    assert (found.worth, found.trusted, found.name) == ("sound", False, "অঙ্গীকার")
    assert FIELDS[0] == found.field
    assert LINES
