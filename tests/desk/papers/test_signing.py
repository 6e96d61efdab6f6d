"""The page of signatures: each party signs in its turn with a certificate that is kept nowhere, or by the seal and the code of a telephone."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.formats.signing.places import sign_next
from angikar.formats.signing.verify import verify
from angikar.jobs.models import Job
from angikar.offices.models import Officer
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, PaperSignature, SigningWay, State
from angikar.papers.settling.actions import settle
from angikar.papers.signatures.printed import print_of
from angikar.rules.bangla.digits import to_bangla
from tests.desk.conftest import Sign
from tests.desk.samples import agreement, said, text
from tests.formats.signing.authority import PASSPHRASE, authority, pkcs12_of
from tests.world import World

SECRET = "A" * 32


@pytest.fixture
def paper(world: World) -> Paper:
    """A draft agreement whose doubts are kept."""
    made = agreement(world)
    for doubt in still_open(made.doubts):
        made = settle(made, doubt.key, "keep", version=made.version, by=world.officers["director"], words="পরীক্ষার কাগজ")
    return made


def by_certificate(client: Client, paper: Paper, name: str, passphrase: str = PASSPHRASE) -> str:
    """Sign with an officer's certificate; what the page says then."""
    paper.refresh_from_db()
    file = SimpleUploadedFile("officer.p12", pkcs12_of(authority().officer(name)))
    sent = {"do": "certificate", "version": paper.version, "certificate": file, "passphrase": passphrase}
    return said(client, f"/papers/{paper.pk}/signing/", sent)


def with_telephone(officer: Officer) -> str:
    """Give an officer a telephone for the second step; returns its code of now."""
    TOTP.activate(officer, SECRET)
    code: str = format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))
    return code


def test_two_parties_sign_in_turn_and_the_file_bears_both(sign: Sign, paper: Paper) -> None:
    director, secretary = sign("director"), sign("secretary")
    assert "নিজের সনদে স্বাক্ষর করুন" in text(director, f"/papers/{paper.pk}/signing/")
    assert "স্বাক্ষর রাখা হয়েছে" in by_certificate(director, paper, "Moyna Tomal")
    page = text(secretary, f"/papers/{paper.pk}/signing/")
    assert "এখন তাঁর পালা" in page
    assert "নিজের সনদে স্বাক্ষর করুন" in page
    page = by_certificate(secretary, paper, "Shalik Hijol")
    assert "Moyna Tomal স্বাক্ষর করেছেন" in page
    assert "এরপর নথির কিছুই বদলায়নি" in page
    last = PaperSignature.objects.get(paper=paper, place=1)
    given = director.get(f"/papers/{paper.pk}/signing/{last.pk}/")
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert [each.worth for each in verify(given.content, authority().trust())] == ["sound", "sound"]
    assert "স্বাক্ষর: " in text(sign("focal"), f"/papers/{paper.pk}/")


@pytest.mark.parametrize("who", ["focal", "clerk", "secretary", "stranger", "north_head"])
@pytest.mark.parametrize("way", ["certificate", "house", ""])
def test_others_do_not_sign(sign: Sign, paper: Paper, who: str, way: str) -> None:
    sent = {"do": way, "version": paper.version}
    assert sign(who).post(f"/papers/{paper.pk}/signing/", sent).status_code == 404
    assert not PaperSignature.objects.exists()


def test_a_wrong_pass_phrase_is_said_and_neither_it_nor_the_certificate_is_kept(
    sign: Sign, paper: Paper, caplog: pytest.LogCaptureFixture, settings: object
) -> None:
    caplog.set_level(logging.DEBUG)
    page = by_certificate(sign("director"), paper, "Moyna Tomal", "another-phrase")
    assert "পাসওয়ার্ডটি এই সনদের নয়" in page
    assert not PaperSignature.objects.exists()
    by_certificate(sign("director"), paper, "Moyna Tomal")
    from angikar.history.models import Entry

    remembered = " ".join(str((entry.was, entry.now)) for entry in Entry.objects.all())
    for secret in (PASSPHRASE, "another-phrase"):
        assert secret not in caplog.text
        assert secret not in remembered
    files = getattr(settings, "FILES", None)
    kept = [path for path in Path(str(files)).rglob("*") if path.is_file()]
    assert all(PASSPHRASE.encode() not in path.read_bytes() for path in kept)


def test_the_seal_wants_a_telephone_and_its_code_once(world: World, sign: Sign, paper: Paper) -> None:
    director, url = sign("director"), f"/papers/{paper.pk}/signing/"
    sent = {"do": "house", "version": paper.version, "code": "123456"}
    assert "দ্বিতীয় ধাপ চালু নেই" in text(director, url)
    assert "দ্বিতীয় ধাপ (ফোনের কোড) চালু থাকতে হবে" in said(director, url, sent)
    code = with_telephone(world.officers["director"])
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert "কোডটি ঠিক নয়" in said(director, url, {**sent, "code": wrong})
    assert not PaperSignature.objects.exists()
    page = said(director, url, {**sent, "code": code})
    assert "ব্যক্তিগত সনদের স্বাক্ষর নয়" in page
    assert PaperSignature.objects.get().way == SigningWay.HOUSE
    assert Authenticator.objects.filter(user=world.officers["director"]).exists()


def test_a_scan_of_the_signed_paper_is_taken_in_and_issued(
    sign: Sign, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("angikar.desk.papers.signing._PATIENCE", 900.0)
    focal, url = sign("focal"), f"/papers/{paper.pk}/signing/"
    assert "আগে স্বাক্ষরিত কাগজের স্ক্যান বাছুন" in said(focal, url, {"do": "scan", "version": paper.version})
    scan = SimpleUploadedFile("scan.pdf", print_of(paper))
    page = said(focal, url, {"do": "scan", "version": paper.version, "scan": scan})
    assert "কাগজে স্বাক্ষরিত" in page
    assert "শব্দ স্ক্যানে পাওয়া গেছে" in page
    paper.refresh_from_db()
    assert paper.state == State.SIGNED
    assert "স্বাক্ষর ছাড়া কেন জারি হচ্ছে" not in text(sign("director"), f"/papers/{paper.pk}/issue/")


def test_a_file_signed_on_another_machine_is_taken_in_if_it_is_the_one_that_was_handed_out(
    sign: Sign, paper: Paper
) -> None:
    director, secretary = sign("director"), sign("secretary")
    url = f"/papers/{paper.pk}/signing/"

    def give(client: Client, data: bytes) -> str:
        paper.refresh_from_db()
        file = SimpleUploadedFile("signed.pdf", data)
        return said(client, url, {"do": "file", "version": paper.version, "signed": file})

    def by_token(data: bytes, name: str) -> bytes:
        return sign_next(data, authority().officer(name), (name,))

    handed_out = director.get(f"{url}file.pdf").content
    assert director.get(f"{url}file.pdf").content == handed_out
    first = by_token(handed_out, "Moyna Tomal")
    paper.refresh_from_db()
    paper.version += 1
    other = by_token(print_of(paper), "Moyna Tomal")  # of a version that was never handed out
    for wrong in (handed_out, other, b"%PDF-1.7 nothing"):
        assert "এখান থেকে নেওয়া ফাইলের স্বাক্ষরিত রূপ নয়" in give(director, wrong)
    assert "স্বাক্ষর রাখা হয়েছে" not in give(director, first[:-40])
    assert "স্বাক্ষর রাখা হয়েছে" not in give(director, first + b"more")
    assert "অটুট স্বাক্ষর পাওয়া যায়নি" in give(director, by_token(first, "Shalik Hijol")), "two at once are not one"
    assert not PaperSignature.objects.exists()
    assert "স্বাক্ষর রাখা হয়েছে" in give(director, first)
    second = by_token(secretary.get(f"{url}file.pdf").content, "Shalik Hijol")
    assert "স্বাক্ষর রাখা হয়েছে" in give(secretary, second)
    ways = PaperSignature.objects.order_by("place").values_list("way", "subject")
    assert [(way, "Tomal" in who) for way, who in ways] == [
        (SigningWay.CERTIFICATE, True),
        (SigningWay.CERTIFICATE, False),
    ]


def test_what_must_be_settled_is_said_before_anything_is_signed(world: World, sign: Sign) -> None:
    made = agreement(world)
    errors = len(still_open(made.doubts, "error"))
    assert errors
    for who, offered in (("director", "নিজের সনদে স্বাক্ষর করুন"), ("focal", "স্ক্যান রাখুন")):
        page = text(sign(who), f"/papers/{made.pk}/signing/")
        assert f"স্বাক্ষরের আগে {to_bangla(str(errors))}টি ভুল ঠিক করুন" in page
        assert offered not in page
    for doubt in still_open(made.doubts):
        made = settle(made, doubt.key, "keep", version=made.version, by=world.officers["director"], words="পরীক্ষার কাগজ")
    assert "নিজের সনদে স্বাক্ষর করুন" in text(sign("director"), f"/papers/{made.pk}/signing/")


def test_where_jobs_are_done_a_scan_is_compared_beside_the_pages(
    sign: Sign, paper: Paper, settings: LazySettings, tmp_path: Path
) -> None:
    settings.JOB_WORKERS, settings.WAITING = 1, tmp_path
    paper.refresh_from_db()
    scan = SimpleUploadedFile("scan.txt", "অন্য কথা".encode())
    sent = {"do": "scan", "version": paper.version, "scan": scan, "sure": "1"}
    assert "“scan.txt” পড়া ও মেলানো হচ্ছে" in said(sign("director"), f"/papers/{paper.pk}/signing/", sent)
    assert Job.objects.get().args["paper"] == paper.pk
    assert not PaperSignature.objects.exists(), "it is not read yet"


def test_issue_asks_why_it_goes_out_unsigned_and_both_sides_read_it(sign: Sign, paper: Paper) -> None:
    director, url = sign("director"), f"/papers/{paper.pk}/issue/"
    assert "স্বাক্ষর ছাড়া কেন জারি হচ্ছে" in text(director, url)
    sent = {"version": paper.version, "focal": "1"}
    assert "দুই পক্ষের স্বাক্ষর ছাড়া চুক্তি জারি হয় না" in said(director, url, sent)
    said(director, url, {**sent, "unsigned": "মন্ত্রী বিদেশে"})
    for who in ("director", "secretary"):
        assert "কারণ: মন্ত্রী বিদেশে" in text(sign(who), f"/papers/{paper.pk}/")
