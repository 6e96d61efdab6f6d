"""`angikar verify`: who signed, whether anything changed, whose certificate; the exit code says whether all is well."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from angikar.formats import write_pdf
from angikar.formats.signing.sign import sign
from tests.cli.shell import Shell
from tests.formats.samples import letter
from tests.formats.signing.authority import authority
from tests.formats.signing.conftest import party


def test_it_says_who_signed_and_ends_well_where_nothing_changed(angikar: Shell, tmp_path: Path) -> None:
    printed = write_pdf(letter(), attachment="{}")
    signed = sign(printed, authority().officer("Moyna Tomal"), party(0))
    paper, trusted = tmp_path / "paper.pdf", tmp_path / "trusted"
    trusted.mkdir()
    (trusted / "root.pem").write_bytes(authority().root.certificate.public_bytes(Encoding.PEM))
    (trusted / "notes.pem").write_bytes(b"-----BEGIN nothing")
    paper.write_bytes(signed)
    done = angikar("verify", paper, "--english")
    assert done.code == 0
    assert "Signed by Moyna Tomal" in done.out
    assert "not on the list of those trusted here" in done.out
    assert "which is trusted here" in angikar("verify", paper, "--english", "--trust", trusted).out
    assert "স্বাক্ষর করেছেন" in angikar("verify", paper).out
    assert angikar("verify", paper, "--json").json[0]["sound"] is True
    paper.write_bytes(signed + b" ")
    assert angikar("verify", paper, "--english").code == 1
    paper.write_bytes(printed)
    done = angikar("verify", paper, "--english")
    assert (done.code, done.out.strip()) == (1, "This PDF bears no signature.")


def test_what_is_no_pdf_is_refused_in_a_sentence(angikar: Shell, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("কথা")
    done = angikar("verify", tmp_path / "words.txt")
    assert (done.code, len(done.err.strip().splitlines())) == (2, 2)
    assert angikar("verify", tmp_path / "missing.pdf").code == 2
