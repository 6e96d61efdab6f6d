"""Evidence on the screens: its own name, day, note and hash; a file used twice; what was promised; what nobody proved."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from angikar.duties.actions import EvidenceFile, report, send_back
from angikar.duties.models import Duty, Evidence, Report
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import agreement, text
from tests.inner_plans import issued
from tests.world import World

MINUTES = "উপস্থিত ১২".encode()


def _duty(paper: Paper, code: str = "1.1.1", quarter: int = 1) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:{code}:q{quarter}")


def _report(world: World, duty: Duty, name: str, data: bytes = MINUTES, day: date | None = None) -> Report:
    proof = EvidenceFile(name, data, "কার্যবিবরণী", day, "তৃতীয় পাতা দেখুন")
    return report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=date(2022, 10, 10), files=[proof])


def _send(sign: Sign, duty: Duty, *files: SimpleUploadedFile, **more: str) -> str:
    answer = sign("clerk").post(f"/duties/{duty.pk}/report/", {"value": "৮৫", "do": "submit", "files": files, **more})
    return str(answer.content.decode())


def test_a_proof_keeps_the_name_it_was_handed_in_under(sign: Sign, world: World, paper: Paper, october: date) -> None:
    first = _report(world, _duty(paper), "সভা-১.pdf")
    second = _report(world, _duty(paper, "1.1.2"), "C:\\fakepath\\সভা-২.pdf")
    names = [Evidence.objects.get(report=each).called for each in (first, second)]
    assert names == ["সভা-১.pdf", "সভা-২.pdf"]
    page = text(sign("clerk"), f"/duties/{second.duty_id}/")
    assert "সভা-২.pdf" in page
    assert "তৃতীয় পাতা দেখুন" in page


def test_a_file_used_twice_is_shown_with_where_to_both(sign: Sign, world: World, paper: Paper, october: date) -> None:
    one, other = _duty(paper), _duty(paper, "1.1.2")
    _report(world, one, "সভা.pdf")
    assert "একই ফাইল অন্যত্রও" not in text(sign("clerk"), f"/duties/{one.pk}/")
    _report(world, other, "অন্য নাম.pdf")
    for who in ("clerk", "secretary"):
        for here, there in ((one, other), (other, one)):
            page = text(sign(who), f"/duties/{here.pk}/").split('<ul class="list proofs">')[1].split("</ul>")[0]
            assert "একই ফাইল অন্যত্রও" in page
            assert f"/duties/{there.pk}/" in page


def test_where_a_file_was_used_is_hidden_from_who_may_not_see_it(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    duty = _duty(paper)
    _report(world, duty, "সভা.pdf")
    elsewhere = _duty(paper, "1.1.2")
    Duty.objects.filter(pk=elsewhere.pk).update(post=world.posts["secretary"], owed_to=world.offices["ministry"])
    hidden = issued(world, agreement(world, 1))
    Paper.objects.filter(pk=hidden.pk).update(office_path="zz")
    theirs = Duty.objects.filter(paper=hidden, quarter=1).get()
    report(
        theirs,
        by=world.officers["focal"],
        answer=Answer(value="1"),
        today=october,
        files=[EvidenceFile("x.pdf", MINUTES)],
    )
    Duty.objects.filter(paper=hidden).update(post=world.posts["south_head"], owed_to=world.offices["south"])
    page = text(sign("secretary"), f"/duties/{duty.pk}/")
    assert "অন্য দপ্তরের একটি প্রতিবেদনে" in page
    assert f"/duties/{theirs.pk}/" not in page


def test_a_day_outside_the_quarter_is_a_doubt_at_the_field_and_to_the_reviewer(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    duty = _duty(paper)
    clerk = sign("clerk")
    assert "বাইরে" in text(clerk, f"/duties/{duty.pk}/dated/?proof_date=০৩.১০.২০২২")
    assert "wrong" not in text(clerk, f"/duties/{duty.pk}/dated/?proof_date=০৩.০৯.২০২২")
    assert "পড়া যায় না" in text(clerk, f"/duties/{duty.pk}/dated/?proof_date=কাল")
    _report(world, duty, "সভা.pdf", day=date(2022, 10, 3))
    for who in ("clerk", "secretary"):
        assert "এই ত্রৈমাসিকের (০১ জুলাই ২০২২ – ৩০ সেপ্টেম্বর ২০২২) বাইরে" in text(sign(who), f"/duties/{duty.pk}/")


def test_a_report_without_evidence_is_unverified_and_not_zero(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    duty = _duty(paper)
    report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=october)
    pages = [f"/duties/{duty.pk}/", f"/results/{paper.pk}/", f"/grid/{paper.pk}/?quarter=1"]
    assert all("প্রমাণক নেই" in text(sign("secretary"), page) for page in pages)
    assert "৫.১০" in text(sign("secretary"), pages[1]), "the mark stands"
    _report(world, _duty(paper), "সভা.pdf")
    assert not any("প্রমাণক নেই" in text(sign("secretary"), page) for page in pages)


def test_the_promise_of_the_agreement_is_shown_next_to_the_upload(sign: Sign, world: World, stand: Stand) -> None:
    stand(date(2022, 10, 10))
    annex = [{"code": "1.1.1", "implementer": "উপপরিচালক (পরিকল্পনা)", "evidence": "গণনার খাতার অনুলিপি"}]
    paper = issued(world, agreement(world, 1, evidence=annex))
    page = text(sign("focal"), f"/duties/{_duty(paper).pk}/")
    assert "গণনার খাতার অনুলিপি" in page.split("<fieldset")[-1]


def test_a_corrected_report_may_take_the_earlier_proofs_over(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    duty = _duty(paper)
    first = _report(world, duty, "সভা.pdf", day=date(2022, 9, 3))
    send_back(first, by=world.officers["secretary"], sentence="আবার দেখুন", today=october)
    assert "আগের প্রতিবেদনের প্রমাণকগুলোও রাখুন" in text(sign("clerk"), f"/duties/{duty.pk}/")
    _send(sign, duty, SimpleUploadedFile("ছবি.png", b"picture"), carry="1")
    later = Report.objects.filter(duty=duty).latest("pk")
    proofs = Evidence.objects.filter(report=later).order_by("pk")
    assert [(each.called, each.kind, each.carried_from_id is not None) for each in proofs] == [
        ("ছবি.png", "", False),
        ("সভা.pdf", "কার্যবিবরণী", True),
    ]
    assert Evidence.objects.get(report=first).called == "সভা.pdf", "nothing is moved"
    assert "আগের প্রতিবেদন থেকে আনা" in text(sign("secretary"), f"/duties/{duty.pk}/")
    _send(sign, duty)
    assert not Evidence.objects.filter(report=Report.objects.filter(duty=duty).latest("pk")).exists()


def test_a_file_that_is_no_evidence_is_refused_with_a_sentence(sign: Sign, paper: Paper, october: date) -> None:
    duty = _duty(paper)
    unfit = {
        "প্রমাণক হিসেবে নেওয়া যায় না; PDF": [SimpleUploadedFile("a.exe", b"x")],
        "একটি প্রোগ্রাম": [SimpleUploadedFile("a.pdf", b"MZ\x90")],
        "১০টির বেশি": [SimpleUploadedFile(f"{number}.pdf", b"x") for number in range(11)],
        "ফাইলটি খালি": [SimpleUploadedFile("a.pdf", b"")],
    }
    for sentence, files in unfit.items():
        page = _send(sign, duty, *files, words="কথা থাকে")
        assert sentence in page
        assert "কথা থাকে" in page, "what was typed is still there"
    assert not Report.objects.filter(duty=duty).exists()


def test_evidence_is_stored_unchanged_and_never_opened_by_the_browser(
    sign: Sign, world: World, paper: Paper, october: date
) -> None:
    reported = _report(world, _duty(paper), "page.html", b"<script>alert(1)</script>")
    proof = Evidence.objects.get(report=reported)
    answer = sign("secretary").get(f"/duties/{reported.duty_id}/proofs/{proof.pk}/")
    headers = {name: answer[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")}
    assert headers == {
        "Content-Type": "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert answer["Content-Disposition"].startswith("attachment")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Evidence.objects.filter(pk=proof.pk).update(name="other.pdf")
