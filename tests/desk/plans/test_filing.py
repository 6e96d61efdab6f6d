"""The quarter as a whole on the desk: the head files it, the office above verifies it row by row, and a closed one says so."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import EvidenceFile, report
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle.actions import file, take_up
from angikar.duties.cycle.excusing.actions import excuse_quarter
from angikar.duties.issue import issue
from angikar.duties.models import Check, Duty, DutyState, Filing, FilingState, Reopening, Report
from angikar.papers.actions import amend, supersede
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.amended import agreed
from tests.desk.conftest import Sign, Stand
from tests.pledge import issued
from tests.world import World

CLERK = "সহকারী পরিচালক (প্রশাসন)"


def _duty(paper: Paper, row: int) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.{row}:q1")


def _post(client: Client, paper: Paper, what: str, **sent: object) -> HttpResponse:
    return client.post(f"/grid/{paper.pk}/1/{what}/", sent)  # type: ignore[return-value]


@pytest.fixture
def typed(paper: Paper, world: World, october: date) -> Paper:
    """A plan of two rows; 85 is typed into the first."""
    duty = _duty(paper, 1)
    save_cell(duty, by=world.officers["clerk"], value="85", version=duty.version, today=october)
    return paper


@pytest.fixture
def verifying(typed: Paper, world: World, october: date) -> Paper:
    """Filed, and taken up by the office above."""
    filing = file(typed, 1, by=world.officers["director"], today=october)
    take_up(filing, by=world.officers["secretary"], today=october)
    return typed


def test_the_head_sees_what_is_missing_and_files(sign: Sign, typed: Paper) -> None:
    director = sign("director")
    page = director.get(f"/grid/{typed.pk}/1/").content.decode()
    assert "১টি মান দাখিল হবে; ১টির প্রতিবেদন নেই বলে লেখা থাকবে, শূন্য বলে নয়" in page
    answer = _post(director, typed, "file", words="একটি বাকি।")
    assert (answer.status_code, answer["Location"]) == (302, f"/grid/{typed.pk}/1/")
    filing = Filing.objects.get()
    assert (filing.words, filing.missing) == ("একটি বাকি।", ["own:1.1.2"])
    page = director.get(f"/grid/{typed.pk}/1/").content.decode()
    assert "প্রতিবেদন নেই (১)</summary>" in page
    assert "একটি বাকি।" in page


def test_others_see_no_button_to_file_and_no_draft(sign: Sign, typed: Paper) -> None:
    for who in ("clerk", "secretary"):
        assert "ত্রৈমাসিকটি দাখিল করুন" not in sign(who).get(f"/grid/{typed.pk}/1/").content.decode()
    assert "৮৫" not in sign("secretary").get(f"/grid/{typed.pk}/1/").content.decode()
    answer = _post(sign("clerk"), typed, "file", words="আমি করি")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "ত্রৈমাসিক দাখিল করেন দপ্তরপ্রধান" in page
    assert not Filing.objects.exists()


def test_the_office_above_walks_the_rows_and_closes_the_quarter(sign: Sign, verifying: Paper) -> None:
    secretary, reported = sign("secretary"), Report.objects.get()
    page = secretary.get(f"/grid/{verifying.pk}/1/").content.decode()
    assert "নমুনা: যাচাই করতে হবে" in page
    assert "প্রমাণক নেই" in page
    early = _post(secretary, verifying, "verify", do="accept")
    assert early.status_code == 422
    assert "নমুনার ১টি সারি এখনো যাচাই হয়নি" in early.content.decode()
    assert _post(secretary, verifying, "verify", do="check", report=reported.pk, words="হাজিরা দেখা").status_code == 302
    assert Check.objects.get().words == "হাজিরা দেখা"
    lower = _post(secretary, verifying, "verify", do="accept_row", report=reported.pk, accepted="৮০", words="")
    assert lower.status_code == 422
    assert 'value="৮০"' in lower.content.decode(), "what was typed stays"
    assert "কারণ লিখুন" in lower.content.decode()
    done = _post(secretary, verifying, "verify", do="accept_row", report=reported.pk, accepted="৮০", words="খাতায় ৮০")
    assert done.status_code == 302
    assert _post(secretary, verifying, "verify", do="accept", words="ভালো").status_code == 302
    assert Filing.objects.get().state == FilingState.ACCEPTED
    page = sign("director").get(f"/grid/{verifying.pk}/1/").content.decode()
    assert "যাচাই করেছেন জনাব secretary" in page
    assert "এই ত্রৈমাসিক গৃহীত হয়ে বন্ধ হয়েছে" in page
    assert "ঊর্ধ্বতন দপ্তরের কাছে চান" in page


def test_rows_are_marked_with_a_sentence_and_go_back_together(sign: Sign, verifying: Paper) -> None:
    secretary, reported = sign("secretary"), Report.objects.get()
    assert _post(secretary, verifying, "verify", do="mark", report=reported.pk, words="").status_code == 422
    assert _post(secretary, verifying, "verify", do="mark", report=reported.pk, words="তালিকা দিন").status_code == 302
    page = secretary.get(f"/grid/{verifying.pk}/1/").content.decode()
    assert "চিহ্নিত ১টি সারি একসঙ্গে ফেরত পাঠান" in page
    assert "চিহ্ন তুলে নিন" in page
    assert _duty(verifying, 1).state == DutyState.SUBMITTED, "until the round goes back the office sees nothing of it"
    assert _post(secretary, verifying, "verify", do="send_marked").status_code == 302
    assert (Filing.objects.get().state, _duty(verifying, 1).state) == (FilingState.SENT_BACK, DutyState.SENT_BACK)
    assert "তালিকা দিন" in sign("director").get(f"/grid/{verifying.pk}/1/").content.decode()


def test_a_row_answered_on_its_own_page_gives_both_sides_their_button(
    sign: Sign, verifying: Paper, world: World, october: date
) -> None:
    secretary, address = sign("secretary"), f"/grid/{verifying.pk}/1/"
    _post(secretary, verifying, "verify", do="send_back", words="আবার দেখুন")
    assert "ত্রৈমাসিকটি দাখিল করুন" not in sign("director").get(address).content.decode()
    assert f'href="{address}"' in sign("director").get("/").content.decode(), "it is on his page of today"
    assert f'href="{address}"' not in secretary.get("/").content.decode()
    assert sign("clerk").post(f"/duties/{_duty(verifying, 1).pk}/report/", {"value": "৭০"}).status_code == 302
    assert "যাচাই শুরু করুন" in secretary.get(address).content.decode()
    assert f'href="{address}"' in secretary.get("/").content.decode()
    assert "ত্রৈমাসিকটি দাখিল করুন" in sign("director").get(address).content.decode()
    assert _post(sign("director"), verifying, "file").status_code == 302
    assert Filing.objects.get().state == FilingState.SUBMITTED


def test_a_quarter_that_does_not_come_is_closed_by_the_office_above(sign: Sign, typed: Paper, stand: Stand) -> None:
    assert "দাখিল ছাড়াই বন্ধ করুন" not in sign("secretary").get(f"/grid/{typed.pk}/1/").content.decode()
    stand(date(2022, 11, 1))
    assert "দাখিল ছাড়াই বন্ধ করুন" in sign("secretary").get(f"/grid/{typed.pk}/1/").content.decode()
    assert "দাখিল ছাড়াই বন্ধ করুন" not in sign("director").get(f"/grid/{typed.pk}/1/").content.decode()
    assert _post(sign("director"), typed, "verify", do="excuse", words="না").status_code == 404
    assert _post(sign("secretary"), typed, "verify", do="excuse", words="").status_code == 422
    assert _post(sign("secretary"), typed, "verify", do="excuse", words="দপ্তর ছিল না").status_code == 302
    assert Filing.objects.get().state == FilingState.EXCUSED
    page = sign("director").get(f"/grid/{typed.pk}/1/").content.decode()
    assert "দাখিল ছাড়াই বন্ধ করা হয়েছে" in page
    assert "ঊর্ধ্বতন দপ্তরের কাছে চান" in page
    assert "দপ্তর ছিল না" in sign("director").get(f"/grid/{typed.pk}/year/").content.decode()


def test_a_closed_quarter_takes_no_typing_and_says_how_to_open_it(
    sign: Sign, typed: Paper, stand: Stand, world: World
) -> None:
    november = date(2022, 11, 1)
    stand(november)
    excuse_quarter(typed, 1, by=world.officers["secretary"], words="আসেনি", today=november)
    clerk, duty = sign("clerk"), _duty(typed, 2)
    assert 'class="cell"' not in clerk.get(f"/grid/{typed.pk}/?quarter=1").content.decode()
    page = clerk.get(f"/duties/{duty.pk}/").content.decode()
    assert 'name="value"' not in page
    assert "দাখিল ছাড়াই বন্ধ করা হয়েছে" in page
    assert f"/grid/{typed.pk}/1/#reopening" in page
    stray = clerk.post(f"/duties/{duty.pk}/cell/", {f"value-{duty.pk}": "৫", f"version-{duty.pk}": duty.version})
    assert Report.objects.filter(duty=duty).count() == 0
    assert (stray.status_code, "দাখিল ছাড়াই বন্ধ" in stray.content.decode()) == (422, True)


def test_a_row_that_was_never_reported_takes_no_typing_in_a_closed_quarter_after_an_amendment(
    sign: Sign, typed: Paper, stand: Stand, world: World
) -> None:
    november, director = date(2022, 11, 1), world.officers["director"]
    stand(november)
    excuse_quarter(typed, 1, by=world.officers["secretary"], words="আসেনি", today=november)
    new = supersede(typed, by=director, day=november)
    new = amend(new, "areas.0.activities.0.indicators.0.title", "অন্য নাম", version=new.version, by=director)
    new = issue(agreed(world, new, day=november), by=director, day=november)
    clerk, duty = sign("clerk"), _duty(new, 2)
    page = clerk.get(f"/grid/{new.pk}/?quarter=1").content.decode()
    assert ('class="cell"' in page, "দাখিল ছাড়াই বন্ধ করা হয়েছে" in page) == (False, True)
    stray = clerk.post(f"/duties/{duty.pk}/cell/", {f"value-{duty.pk}": "৫", f"version-{duty.pk}": duty.version})
    assert (stray.status_code, Report.objects.filter(duty=duty).count()) == (422, 0)


def test_an_unreadable_figure_is_shown_at_its_row(sign: Sign, verifying: Paper) -> None:
    reported = Report.objects.get()
    answer = _post(
        sign("secretary"), verifying, "verify", do="accept_row", report=reported.pk, accepted="অনেক", words="?"
    )
    assert answer.status_code == 422
    assert "এখানে একটি সংখ্যা লিখুন" in answer.content.decode()
    assert 'value="অনেক"' in answer.content.decode()


def test_a_row_of_another_plan_is_not_judged_here(sign: Sign, verifying: Paper, world: World, october: date) -> None:
    other = issued(world, "10", responsible=CLERK, subject="other")
    reported = report(_duty(other, 1), by=world.officers["clerk"], answer=Answer(value="7"), today=october)
    assert (
        _post(sign("secretary"), verifying, "verify", do="accept_row", report=reported.pk, accepted="7").status_code
        == 404
    )


def test_a_closed_quarter_is_asked_for_and_opened_until_a_day(
    sign: Sign, verifying: Paper, stand: Stand, world: World
) -> None:
    secretary, reported = sign("secretary"), Report.objects.get()
    for sent in (
        {"do": "check", "report": reported.pk},
        {"do": "accept_row", "report": reported.pk, "accepted": "85"},
        {"do": "accept"},
    ):
        assert _post(secretary, verifying, "verify", **sent).status_code == 302
    assert _post(sign("director"), verifying, "reopen", do="ask", words="বন্যায় আসেনি।").status_code == 302
    page = secretary.get(f"/grid/{verifying.pk}/1/").content.decode()
    assert "বন্যায় আসেনি।" in page
    assert "সেই দিন পর্যন্ত খুলে দিন" in page
    assert _post(secretary, verifying, "reopen", do="grant", until="কাল").status_code == 422
    assert Reopening.objects.get().until is None
    assert _post(secretary, verifying, "reopen", do="grant", until="১৫.১০.২০২২").status_code == 302
    assert Reopening.objects.get().until == date(2022, 10, 15)
    assert "এখন খোলা" in sign("clerk").get(f"/grid/{verifying.pk}/1/").content.decode()
    stand(date(2022, 10, 16))
    assert "শেষ হয়েছে" in sign("clerk").get(f"/grid/{verifying.pk}/1/").content.decode()


def test_verifying_sixty_rows_asks_the_database_fifteen_times_at_most(
    sign: Sign, world: World, pledge: None, october: date
) -> None:
    plan = issued(world, *["1"] * 60, whole="60", responsible=CLERK)
    for duty in Duty.objects.filter(paper=plan, quarter=1):
        save_cell(duty, by=world.officers["clerk"], value="90", version=duty.version, today=october)
    report(
        _duty(plan, 1),
        by=world.officers["clerk"],
        answer=Answer(value="85"),
        today=october,
        files=[EvidenceFile("a.txt", b"a")],
    )
    take_up(file(plan, 1, by=world.officers["director"], today=october), by=world.officers["secretary"], today=october)
    secretary = sign("secretary")
    secretary.get(f"/grid/{plan.pk}/1/")
    for path in ("1/", "year/"):
        with CaptureQueriesContext(connection) as asked:
            answer = secretary.get(f"/grid/{plan.pk}/{path}")
        assert answer.status_code == 200
        assert len(asked) <= 15, [query["sql"][:120] for query in asked.captured_queries]
