"""One duty on the screen: who sees it, answering it, looking it over, and nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from angikar.duties.actions import report
from angikar.duties.cells.saving import save_cell
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState, Evidence, Report
from angikar.history.models import Entry
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import minutes
from tests.pledge import issued
from tests.world import World


@pytest.fixture
def duty(paper: Paper, october: date) -> Duty:
    """The first figure of the first quarter, owed by the clerk to the ministry."""
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


@pytest.fixture
def reported(world: World, duty: Duty, october: date) -> Report:
    """The clerk has reported 85."""
    return report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=october)


def _send(client: Client, duty: Duty, what: str = "report", **fields: object) -> int:
    return int(client.post(f"/duties/{duty.pk}/{what}/", fields).status_code)


def test_four_persons_walk_past_a_duty(sign: Sign, duty: Duty) -> None:
    seen = {
        who: sign(who).get(f"/duties/{duty.pk}/").status_code
        for who in ("stranger", "north_head", "clerk", "director", "secretary")
    }
    assert seen == {"stranger": 404, "north_head": 404, "clerk": 200, "director": 200, "secretary": 200}
    answered = {who: _send(sign(who), duty, value="1") for who in ("stranger", "north_head", "secretary", "clerk")}
    assert answered == {"stranger": 404, "north_head": 404, "secretary": 404, "clerk": 302}


def test_who_has_not_signed_in_goes_to_the_door(client: Client, duty: Duty) -> None:
    answer = client.get(f"/duties/{duty.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/account/login/?next=%2Fduties%2F{duty.pk}%2F")


def test_a_figure_is_submitted_and_the_next_duty_comes(sign: Sign, duty: Duty, world: World) -> None:
    clerk = sign("clerk")
    file = SimpleUploadedFile("সভা.txt", "উপস্থিত ১২".encode())
    answer = clerk.post(
        f"/duties/{duty.pk}/report/",
        {
            "value": "৮৫",
            "words": "সময়ে",
            "files": file,
            "proof_kind": "কার্যবিবরণী",
            "proof_date": "০৫.১০.২০২২",
            "do": "submit",
        },
    )
    other = Duty.objects.get(paper=duty.paper, key="own:1.1.2:q1")
    assert (answer.status_code, answer["Location"]) == (302, f"/duties/{other.pk}/")
    reported = Report.objects.get(duty=duty)
    proof = Evidence.objects.get(report=reported)
    assert (reported.value, reported.words, reported.on) == ("85", "সময়ে", date(2022, 10, 10))
    assert (proof.kind, proof.date, proof.file.name) == ("কার্যবিবরণী", date(2022, 10, 5), "সভা.txt")
    kept = clerk.get(f"/duties/{duty.pk}/proofs/{proof.pk}/")
    assert b"".join(kept) == "উপস্থিত ১২".encode()  # type: ignore[arg-type]
    assert kept["Content-Disposition"].startswith("attachment")
    assert sign("north_head").get(f"/duties/{duty.pk}/proofs/{proof.pk}/").status_code == 404


def test_after_an_indicator_comes_the_next_of_the_same_plan(
    sign: Sign, world: World, pledge: None, october: date
) -> None:
    plan = issued(world, "4", "4", "2")  # the focal post answers, and the head may for it
    older = issued(world, "10", responsible="মহাপরিচালক", subject="older")
    Duty.objects.filter(paper=older).update(due=date(2022, 7, 10))
    director = sign("director")
    for row, then in ((2, 3), (3, 1)):
        asked, expected = (Duty.objects.get(paper=plan, key=f"own:1.1.{each}:q1") for each in (row, then))
        answer = director.post(f"/duties/{asked.pk}/report/", {"value": "৮৫"})
        assert answer["Location"] == f"/duties/{expected.pk}/"
    last = Duty.objects.get(paper=plan, key="own:1.1.1:q1")
    urgent = Duty.objects.get(paper=older, key="own:1.1.1:q1")
    assert director.post(f"/duties/{last.pk}/report/", {"value": "৮৫"})["Location"] == f"/duties/{urgent.pk}/"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "অনেক"}, "এখানে একটি সংখ্যা লিখুন"),
        ({"value": ""}, "শূন্য হলে ০ লিখুন"),
        ({"value": "5", "not_applicable": "1", "words": ""}, "কেন প্রযোজ্য নয়"),
        ({"value": "5", "words": "লেখা থাকল", "proof_date": "কাল"}, "প্রমাণকের তারিখ পড়া যায় না"),
    ],
)
def test_a_wrong_text_is_refused_and_stays_in_the_form(
    sign: Sign, duty: Duty, fields: dict[str, str], said: str
) -> None:
    answer = sign("clerk").post(f"/duties/{duty.pk}/report/", fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'value="{fields["value"]}"' in page
    assert fields.get("words", "") in page
    assert not Report.objects.exists()


def test_an_empty_file_is_refused_before_it_is_stored(sign: Sign, duty: Duty) -> None:
    answer = sign("clerk").post(f"/duties/{duty.pk}/report/", {"value": "5", "files": SimpleUploadedFile("a.pdf", b"")})
    assert answer.status_code == 422
    assert "ফাইলটি খালি" in answer.content.decode()
    assert not Report.objects.exists()


def test_not_applicable_is_not_zero(sign: Sign, duty: Duty) -> None:
    assert _send(sign("clerk"), duty, value="", not_applicable="1", words="প্রকল্প স্থগিত") == 302
    reported = Report.objects.get(duty=duty)
    assert (reported.value, reported.not_applicable) == (None, True)
    assert "প্রযোজ্য নয়" in sign("secretary").get(f"/duties/{duty.pk}/").content.decode()


def test_the_mark_is_shown_while_one_types(sign: Sign, duty: Duty) -> None:
    clerk = sign("clerk")
    page = clerk.get(f"/duties/{duty.pk}/mark/", {"value": "৮৫"}).content.decode()
    assert "৫.১০" in page  # 85 lies half-way between 80 and 90: 85 % of 6
    assert "৮০ (৮০) ও ৯০ (৯০)-এর মধ্যে" in page
    wrong = clerk.get(f"/duties/{duty.pk}/mark/", {"value": "অনেক"})
    assert (wrong.status_code, "একটি সংখ্যা লিখুন" in wrong.content.decode()) == (422, True)
    assert sign("secretary").get(f"/duties/{duty.pk}/mark/", {"value": "৮৫"}).status_code == 404
    assert not Report.objects.exists()


def test_without_script_the_draft_shows_its_mark(sign: Sign, duty: Duty) -> None:
    clerk = sign("clerk")
    assert _send(clerk, duty, value="90", do="keep", version=duty.version) == 302
    page = clerk.get(f"/duties/{duty.pk}/").content.decode()
    assert 'value="৯০"' in page
    assert "৫.৪০" in page
    theirs = sign("secretary").get(f"/duties/{duty.pk}/").content.decode()
    assert "৯০" not in theirs.replace("৯০ (৯০)", ""), "a draft is nobody else's business"


def test_two_who_write_the_same_draft_see_both_values(sign: Sign, duty: Duty, world: World, october: date) -> None:
    seen = duty.version
    save_cell(duty, by=world.officers["director"], value="70", version=seen, today=october)
    answer = sign("clerk").post(f"/duties/{duty.pk}/report/", {"value": "75", "do": "keep", "version": seen})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "জনাব director" in page
    assert "৭০" in page
    assert 'value="75"' in page
    assert f'name="version" value="{seen + 1}"' in page


def test_a_report_is_accepted_at_another_value_with_a_reason(sign: Sign, duty: Duty, reported: Report) -> None:
    secretary = sign("secretary")
    fields = {"report": reported.pk, "accepted": "৮০", "do": "accept"}
    silent = secretary.post(f"/duties/{duty.pk}/verdict/", fields)
    assert (silent.status_code, "কারণ লিখুন" in silent.content.decode()) == (422, True)
    assert _send(secretary, duty, "verdict", **fields, words="পাঁচটি সভার প্রমাণ নেই") == 302
    reported.refresh_from_db()
    assert (reported.value, reported.accepted_value) == ("85", "80")
    page = sign("clerk").get(f"/duties/{duty.pk}/").content.decode()
    assert "পাঁচটি সভার প্রমাণ নেই" in page
    assert "৮৫" in page
    assert "৮০" in page


def test_a_report_is_sent_back_and_owed_again(sign: Sign, duty: Duty, reported: Report) -> None:
    fields = {"report": reported.pk, "accepted": "লেখা নেই", "do": "send_back"}
    assert _send(sign("clerk"), duty, "verdict", **fields, words="না") == 404
    assert _send(sign("secretary"), duty, "verdict", **fields) == 422
    assert _send(sign("secretary"), duty, "verdict", **fields, words="প্রমাণক দিন") == 302
    duty.refresh_from_db()
    assert duty.state == DutyState.SENT_BACK
    page = sign("clerk").get(f"/duties/{duty.pk}/").content.decode()
    assert "প্রমাণক দিন" in page
    assert 'value="৮৫"' in page, "what was said last time is there to be mended"


def test_a_report_of_another_duty_is_not_looked_over_here(sign: Sign, duty: Duty, reported: Report) -> None:
    other = Duty.objects.get(paper=duty.paper, key="own:1.1.2:q1")
    assert _send(sign("secretary"), other, "verdict", report=reported.pk, accepted="85", do="accept") == 404
    assert _send(sign("secretary"), duty, "verdict", report="০", accepted="85", do="accept") == 404


def test_only_the_office_it_is_owed_to_excuses(sign: Sign, duty: Duty) -> None:
    assert _send(sign("director"), duty, "excuse", words="না") == 404
    assert _send(sign("secretary"), duty, "excuse", words="প্রকল্প স্থগিত") == 302
    duty.refresh_from_db()
    assert duty.state == DutyState.EXCUSED
    assert Entry.objects.filter(verb="duty.excuse", object_id=duty.pk).exists()


def test_a_quarter_that_has_not_begun_cannot_be_answered(sign: Sign, paper: Paper, october: date, stand: Stand) -> None:
    later = Duty.objects.get(paper=paper, key="own:1.1.1:q3")
    page = sign("clerk").get(f"/duties/{later.pk}/").content.decode()
    assert "এই সময়কাল এখনো শুরু হয়নি" in page
    assert 'name="value"' not in page
    stand(date(2023, 1, 2))
    assert 'name="value"' in sign("clerk").get(f"/duties/{later.pk}/").content.decode()


def test_receipt_is_one_button(sign: Sign, world: World, pledge: None, october: date) -> None:
    paper = issued(world, "10", addressees=("জেলা নক্ষত্র অফিসার, উত্তরপুর",))
    duty = Duty.objects.get(paper=paper, kind="acknowledge")
    north = sign("north_head")
    page = north.get(f"/duties/{duty.pk}/").content.decode()
    assert "পেয়েছি" in page
    assert 'name="words"' not in page
    assert _send(north, duty, "acknowledge") == 302
    duty.refresh_from_db()
    assert duty.state == DutyState.ACCEPTED
    assert _send(sign("south_head"), duty, "acknowledge") == 404


def test_a_decision_is_answered_with_a_choice_and_words(sign: Sign, world: World, october: date) -> None:
    issue(minutes(world), by=world.officers["director"], day=date(2022, 10, 1))
    duty = Duty.objects.filter(kind="decision", post=world.posts["north_head"])[0]
    north = sign("north_head")
    page = north.get(f"/duties/{duty.pk}/").content.decode()
    assert page.count('type="radio"') == 4
    assert 'name="value"' not in page
    assert _send(north, duty, choice="হয়তো", words="কাজ চলছে") == 422
    assert _send(north, duty, choice="চলমান", words="কাজ চলছে") == 302
    reported = Report.objects.get(duty=duty)
    assert (reported.choice, reported.words, reported.value) == ("চলমান", "কাজ চলছে", None)
    director = sign("director")
    assert "চলমান" in director.get(f"/duties/{duty.pk}/").content.decode()
    assert _send(director, duty, "verdict", report=reported.pk, do="accept") == 302
    duty.refresh_from_db()
    assert duty.state == DutyState.ACCEPTED
    director.post("/language/", {"language": "en"})
    assert "Under way" in director.get(f"/duties/{duty.pk}/").content.decode()


def test_the_screen_speaks_english(sign: Sign, duty: Duty) -> None:
    clerk = sign("clerk")
    clerk.post("/language/", {"language": "en"})
    page = clerk.post(f"/duties/{duty.pk}/report/", {"value": "many"}).content.decode()
    assert "Write one number here" in page
