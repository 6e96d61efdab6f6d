"""`angikar sign`: one signature more, seen in its field, that leaves the one before valid; without a system and without a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from angikar.formats import write_pdf
from angikar.formats.signing.verify import verify
from tests.cli.shell import Shell
from tests.formats.samples import letter
from tests.formats.signing.authority import PASSPHRASE, authority, pkcs12_of
from tests.formats.signing.servers import running


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a printed paper, the certificates of two officers and their pass phrase."""
    (tmp_path / "paper.pdf").write_bytes(write_pdf(letter(), attachment="{}"))
    for file, name in (("moyna.p12", "Moyna Tomal"), ("shalik.p12", "Shalik Hijol"), ("doel.p12", "Doel Palash")):
        (tmp_path / file).write_bytes(pkcs12_of(authority().officer(name)))
    (tmp_path / "phrase").write_text(f"{PASSPHRASE}\n")
    return tmp_path


def test_the_second_signature_leaves_the_first_and_a_third_the_two(angikar: Shell, place: Path) -> None:
    was, names = place / "paper.pdf", ["Moyna Tomal", "Shalik Hijol", "Doel Palash"]
    for number, file in enumerate(("moyna", "shalik", "doel")):
        out = place / f"signed-{number}.pdf"
        about = ("--name", "জনাব ময়না তমাল", "--post", "মহাপরিচালক", "--office", "নক্ষত্র অধিদপ্তর")
        done = angikar(
            "sign", was, "--p12", place / f"{file}.p12", "--password-file", place / "phrase", "-o", out, *about
        )
        assert (done.code, done.err) == (0, "")
        assert f"Signed by {names[number]}" in done.out
        assert out.read_bytes().startswith(was.read_bytes()), "it is an update behind what was there"
        was = out
    found = verify(was.read_bytes(), authority().trust())
    assert [(each.name, each.worth, each.trusted) for each in found] == [(name, "sound", True) for name in names]
    assert angikar("verify", was, "--english").code == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Say what signs"),
        (("--p12", "moyna.p12", "--pkcs11", "token.so"), "Say what signs"),
        (("--p12", "moyna.p12"), "--password-file"),
        (("--p12", "moyna.p12", "--password-file", "paper.pdf"), "the pass phrase is not the one"),
        (("--p12", "paper.pdf", "--password-file", "phrase"), "no certificate in PKCS#12"),
        (("--p12", "none.p12", "--password-file", "phrase"), "There is no file"),
        (("--p12", "moyna.p12", "--password-file", "none"), "There is no file"),
        (("--p12", "moyna.p12", "--password-file", "phrase", "--name", "\u2603"), "U+2603"),
        (("--p12", "moyna.p12", "--password-file", "phrase", "--tsa", "nowhere"), "timestamp server did not answer"),
        (("--p12", "moyna.p12", "--password-file", "phrase", "-o", "none/out.pdf"), "could not be written"),
    ],
)
def test_what_cannot_sign_is_said_in_two_lines(angikar: Shell, place: Path, given: tuple[str, ...], said: str) -> None:
    files = {each.name: str(each) for each in place.iterdir()}
    words = [files.get(word, str(place / word) if word.startswith("none") else word) for word in given]
    done = angikar("sign", place / "paper.pdf", "-o", place / "out.pdf", *words)
    assert (done.code, len(done.err.strip().splitlines())) == (2, 2), done.err
    assert said in done.err
    assert not (place / "out.pdf").exists()


@pytest.mark.parametrize("data", [b"words", b"%PDF-1.7 and nothing more", b""])
def test_what_is_no_pdf_takes_no_signature(angikar: Shell, place: Path, data: bytes) -> None:
    (place / "paper.pdf").write_bytes(data)
    call = ("sign", place / "paper.pdf", "--p12", place / "moyna.p12", "--password-file", place / "phrase")
    done = angikar(*call, "-o", place / "out.pdf")
    assert (done.code, len(done.err.strip().splitlines())) == (2, 2), done.err


def test_with_a_timestamp_server_that_is_trusted_it_is_signed_for_the_long_term(angikar: Shell, place: Path) -> None:
    (place / "trusted").mkdir()
    (place / "trusted" / "root.cer").write_bytes(authority().root.certificate.public_bytes(Encoding.DER))
    with running(authority(), authority().officer("সময়ের পরীক্ষা", stamps=True)) as servers:
        officer = authority().officer("Moyna Tomal", ocsp=f"{servers.address}/status")
        servers.known.append(officer.certificate)
        (place / "moyna.p12").write_bytes(pkcs12_of(officer))
        call = ("sign", place / "paper.pdf", "--p12", place / "moyna.p12", "--password-file", place / "phrase")
        trust = ("--trust", place / "trusted")
        assert angikar(*call, "-o", place / "out.pdf", "--tsa", f"{servers.address}/time", *trust).code == 0
    done = angikar("verify", place / "out.pdf", "--english", *trust)
    assert done.code == 0
    assert "The time is that of a timestamp server." in done.out
    assert "proved when the certificate has run out" in done.out
