"""Intake: files are read one by one; what cannot be read leaves a sentence and nothing else."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from angikar.papers.models import File, Paper, State
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.rules.kinds.circulars import SAMPLE
from tests.rules.recognition.test_several import LETTER

URL = "/intake/"
TWO_LETTERS = LETTER.encode()


def _file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_one_file_leads_straight_to_its_review(sign: Sign) -> None:
    response = sign("clerk").post(URL, {"files": _file("circular.txt", SAMPLE.encode())})
    paper = Paper.objects.get()
    assert response.headers["Location"] == f"/intake/{paper.pk}/"
    assert (paper.kind, paper.state, paper.source and paper.source.name) == ("circular", State.INTAKE, "circular.txt")


def test_of_several_files_the_readable_ones_are_stored_and_the_others_named(sign: Sign) -> None:
    files = [_file("circular.txt", SAMPLE.encode()), _file("empty.txt", b""), _file("noise.bin", bytes(range(256)) * 9)]
    page = said(sign("clerk"), URL, {"files": files})
    assert "“empty.txt” নেওয়া হয়নি: ফাইলটি খালি।" in page
    assert "“noise.bin” নেওয়া হয়নি: ফাইলটি টেক্সট নয়" in page
    assert Paper.objects.count() == File.objects.count() == 1
    assert "পরিপত্র-২" in page


def test_a_file_that_is_too_large_is_refused_before_it_is_stored(sign: Sign, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("angikar.formats.intake.SIZE_LIMIT", 9)
    monkeypatch.setattr("angikar.desk.papers.intake.SIZE_LIMIT", 9)
    assert "মেগাবাইটের চেয়ে বড়" in said(sign("clerk"), URL, {"files": _file("a.txt", b"0123456789")})
    assert not Paper.objects.exists()


def test_the_refusal_is_shown_in_english_too(sign: Sign) -> None:
    client = sign("clerk")
    client.cookies["django_language"] = "en"
    assert "The file is empty." in said(client, URL, {"files": _file("a.txt", b"")})


def test_a_sentence_says_that_no_file_was_chosen(sign: Sign) -> None:
    assert "আগে একটি ফাইল বাছুন।" in said(sign("clerk"), URL, {})


def test_only_ones_own_office_sees_what_waits(sign: Sign) -> None:
    sign("clerk").post(URL, {"files": _file("circular.txt", SAMPLE.encode())})
    assert "পরিপত্র-২" in text(sign("focal"), URL)
    for other in ("secretary", "north_head", "stranger"):
        assert "পরিপত্র-২" not in text(sign(other), URL)


def test_whoever_has_no_post_cannot_bring_a_paper(sign: Sign) -> None:
    stranger = sign("stranger")
    assert "কোনো পদ নেই" in text(stranger, URL)
    assert stranger.post(URL, {"files": _file("a.txt", SAMPLE.encode())}).status_code == 404
    assert sign("clerk").post(URL, {"files": _file("a.txt", b"x"), "office": "999"}).status_code == 404


def test_a_kind_may_be_named(sign: Sign) -> None:
    sign("clerk").post(URL, {"files": _file("a.txt", SAMPLE.encode()), "kind": "plain_letter"})
    assert Paper.objects.get().kind == "plain_letter"


def _zip(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.txt", data)
    return made.getvalue()


def test_each_file_of_a_zip_is_a_paper_of_its_own_and_a_bad_one_is_named(sign: Sign) -> None:
    bundle = _zip(one=SAMPLE.encode(), two=SAMPLE.replace("পরিপত্র-২", "পরিপত্র-৩").encode(), empty=b"")
    page = said(sign("clerk"), URL, {"files": _file("papers.zip", bundle)})
    assert "“empty.txt” নেওয়া হয়নি: ফাইলটি খালি।" in page
    names = [paper.source.name for paper in Paper.objects.order_by("pk") if paper.source]
    assert names == ["one.txt", "two.txt"]


def test_an_email_becomes_its_attachment_and_says_what_was_left_out(sign: Sign) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["Message-ID"] = "পরিপত্র", "<1@example.org>"
    mail.set_content("সংযুক্ত পত্র দেখুন।")
    mail.add_attachment(SAMPLE.encode(), "text", "plain", filename="পরিপত্র.txt")
    client = sign("clerk")
    response = client.post(URL, {"files": _file("mail.eml", bytes(mail))}, headers={"accept": "application/json"})
    paper = Paper.objects.get()
    assert (paper.kind, paper.source and paper.source.name) == ("circular", "পরিপত্র.txt")
    assert response.json()["address"] == f"/intake/{paper.pk}/"
    assert "“সংযুক্ত পত্র দেখুন।”" in response.json()["said"]
    assert "“সংযুক্ত পত্র দেখুন।”" in text(client, URL)


def test_a_zip_that_is_too_full_is_refused_whole(sign: Sign) -> None:
    bundle = _zip(**{f"n{number}": b"x" for number in range(21)})
    assert "সর্বোচ্চ ২০টি" in said(sign("clerk"), URL, {"files": _file("papers.zip", bundle)})
    assert not Paper.objects.exists()


def _one(sign: Sign, data: bytes) -> dict[str, str]:
    """What a browser gets that sends its files one by one."""
    response = sign("clerk").post(URL, {"files": _file("circular.txt", data)}, headers={"accept": "application/json"})
    assert response.status_code == 200
    return dict(response.json())


def test_files_sent_one_by_one_are_answered_one_by_one(sign: Sign) -> None:
    answers = _one(sign, SAMPLE.encode())
    assert answers["address"] == f"{URL}{Paper.objects.get().pk}/"
    assert "“circular.txt” পড়া হয়েছে" in answers["said"]
    assert _one(sign, b"") == {"said": "“circular.txt” নেওয়া হয়নি: ফাইলটি খালি।", "address": ""}
    assert Paper.objects.count() == 1


def test_what_was_answered_already_is_not_shown_again_on_the_next_page(sign: Sign) -> None:
    clerk = sign("clerk")
    clerk.post(URL, {"files": _file("circular.txt", SAMPLE.encode())}, headers={"accept": "application/json"})
    assert "পড়া হয়েছে; কিছুই" not in text(clerk, URL)
    empty = clerk.post(URL, {}, headers={"accept": "application/json"})
    assert empty.json() == {"said": "আগে একটি ফাইল বাছুন।", "address": ""}


def test_a_file_of_two_papers_is_offered_as_two_and_read_as_one_at_one_press(sign: Sign) -> None:
    focal = sign("focal")
    page = said(focal, URL, {"files": _file("দুটি.txt", TWO_LETTERS)})
    first, second = Paper.objects.order_by("part")
    assert "“দুটি.txt” ফাইলে ২টি কাগজ পাওয়া গেছে" in page
    assert f"/intake/{first.pk}/" in page
    assert f"/intake/{second.pk}/" in page
    assert f'href="/intake/{second.pk}/"' in text(focal, f"/intake/{first.pk}/")
    focal.post(f"/intake/{first.pk}/again/", {"together": "1", "version": first.version})
    assert "একত্রে পড়ুন" not in text(focal, f"/intake/{first.pk}/")
    kept = text(focal, f"/intake/{second.pk}/")
    assert f'href="/papers/{first.pk}/"' in kept
    assert "খসড়া হিসেবে নিন</button>" not in kept
    waiting = text(focal, URL)
    assert f"/intake/{first.pk}/" in waiting
    assert f"/intake/{second.pk}/" not in waiting


def test_a_browser_that_sends_one_file_is_led_to_the_list_of_its_two_papers(sign: Sign) -> None:
    client = sign("focal")
    answer = client.post(URL, {"files": _file("দুটি.txt", TWO_LETTERS)}, headers={"accept": "application/json"}).json()
    assert answer["address"] == URL
    assert answer["said"].count("২টি কাগজ") == 1
