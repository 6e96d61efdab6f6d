"""`angikar sign --pkcs11`: a key on a token signs, and never leaves it; what is wrong with the token is said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from angikar.formats import write_pdf
from angikar.formats.signing.verify import verify
from tests.cli.shell import Shell
from tests.formats.samples import letter
from tests.formats.signing.authority import authority

PIN = "271828"


def _library() -> str:
    """The library of the token in software; the test is left out where there is none."""
    if find_spec("pkcs11") is None or shutil.which("softhsm2-util") is None:
        pytest.skip("no token in software (SoftHSM) on this machine, or no python-pkcs11")
    found = [*Path("/usr/lib").glob("**/libsofthsm2.so"), *Path("/usr/local/lib").glob("**/libsofthsm2.so")]
    if not found:
        pytest.skip("no library of SoftHSM on this machine")
    return str(found[0])


def _with_certificate(library: str) -> None:
    """Put the certificate of the officer beside the key on the token."""
    import pkcs11
    from pkcs11 import Attribute, CertificateType, ObjectClass

    officer = authority().officer("Moyna Tomal")
    key = officer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    Path("key.pem").write_bytes(key)
    tool = ["softhsm2-util", "--module", library, "--token", "officer", "--pin", PIN]
    subprocess.run(
        [
            "softhsm2-util",
            "--module",
            library,
            "--init-token",
            "--free",
            "--label",
            "officer",
            "--pin",
            PIN,
            "--so-pin",
            PIN,
        ],
        check=True,
        capture_output=True,
    )
    named = ["--import", "key.pem", "--label", "signing", "--id", "01"]
    subprocess.run([*tool, *named], check=True, capture_output=True)
    with pkcs11.lib(library).get_token(token_label="officer").open(user_pin=PIN, rw=True) as session:
        for number, label, each in (
            (b"\x01", "signing", officer.certificate),
            (b"\x02", "authority", officer.above[0]),
        ):
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.ID: number,
                    Attribute.LABEL: label,
                    Attribute.SUBJECT: each.subject.public_bytes(),
                    Attribute.VALUE: each.public_bytes(Encoding.DER),
                }
            )


def test_a_token_signs_with_the_key_that_stays_on_it(
    angikar: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = _library()
    (tmp_path / "tokens").mkdir()
    (tmp_path / "conf").write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "conf"))
    monkeypatch.chdir(tmp_path)
    _with_certificate(library)
    Path("paper.pdf").write_bytes(write_pdf(letter(), attachment="{}"))
    Path("pin").write_text(PIN)
    call = ("sign", "paper.pdf", "--pkcs11", library, "--token", "officer", "-o", "out.pdf")
    done = angikar(*call, "--password-file", "pin")
    assert (done.code, done.err) == (0, "")
    (found,) = verify(Path("out.pdf").read_bytes(), authority().trust())
    assert (found.name, found.worth, found.trusted) == ("Moyna Tomal", "sound", True)
    Path("pin").write_text("000000")
    assert "The PIN is not the one" in angikar(*call, "--password-file", "pin").err
    Path("pin").write_text(PIN)
    assert "name it, there are: signing" in angikar(*call, "--password-file", "pin", "--certificate", "other").err
    other = ("sign", "paper.pdf", "--pkcs11", library, "--token", "none", "-o", "out.pdf", "--password-file", "pin")
    assert "could not be opened" in angikar(*other).err


def test_without_the_package_or_the_library_it_is_said(
    angikar: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paper.pdf").write_bytes(write_pdf(letter(), attachment="{}"))
    (tmp_path / "pin").write_text(PIN)
    call = ("sign", tmp_path / "paper.pdf", "--pkcs11", tmp_path / "none.so", "--password-file", tmp_path / "pin")
    if find_spec("pkcs11") is not None:
        done = angikar(*call, "-o", tmp_path / "out.pdf")
        assert (done.code, "could not be opened" in done.err) == (2, True)
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    monkeypatch.delitem(sys.modules, "pyhanko.sign.pkcs11", raising=False)
    done = angikar(*call, "-o", tmp_path / "out.pdf")
    assert (done.code, len(done.err.strip().splitlines())) == (2, 2)
    assert "angikar[token]" in done.err
