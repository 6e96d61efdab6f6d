"""The public page that verifies: anybody reads who signed a PDF and whether it was changed, in both languages; the file is not kept."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.formats import write_pdf
from angikar.formats.signing.sign import sign
from angikar.papers.models import File
from tests.formats.samples import letter
from tests.formats.signing.authority import authority
from tests.formats.signing.conftest import party

pytestmark = pytest.mark.django_db


def asked(data: bytes, language: str = "bn", name: str = "paper.pdf") -> tuple[int, str]:
    """The answer to a file that is dropped there."""
    answer = Client().post(f"/verify/?language={language}", {"file": SimpleUploadedFile(name, data)})
    return answer.status_code, answer.content.decode()


def test_it_says_who_signed_and_whether_anything_changed() -> None:
    whole = sign(write_pdf(letter(), attachment="{}"), authority().officer("Moyna Tomal"), party(0))
    status, page = asked(whole)
    assert status == 200
    assert "Moyna Tomal স্বাক্ষর করেছেন" in page
    assert "এরপর নথির কিছুই বদলায়নি" in page
    assert "বিশ্বস্ত তালিকায় নেই" in page
    assert "Signed by Moyna Tomal" in asked(whole, "en")[1]
    assert "Nothing in the paper has changed since" in asked(whole, "en")[1]
    assert "Something was added" in asked(whole + b"\n", "en")[1]
    changed = whole.replace(b"/Type /Sig", b"/Type /Sid")
    assert "void" in asked(changed, "en")[1] or asked(changed, "en")[0] == 422
    assert not File.objects.exists()


def test_a_file_without_a_signature_and_rubbish_are_said() -> None:
    assert "bears no signature" in asked(write_pdf(letter()), "en")[1]
    for data in (b"%PDF-1.7 rubbish", b"plain words", b" "):
        status, page = asked(data, "en")
        assert status == 422
        assert 'role="alert"' in page


def test_the_page_itself_is_open_to_everybody_and_not_kept_by_browsers() -> None:
    answer = Client().get("/verify/")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
