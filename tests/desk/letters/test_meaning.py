"""A circular typed on the sheet says beside each sentence what it asks, and its issue creates the duties."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.actions import amend, draft
from angikar.papers.letters.actions import arrange, begin
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import Paper
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive
from angikar.rules.schedule.rule import Rule
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import said, text
from tests.world import World

DAY = date(2022, 10, 13)


@pytest.fixture
def letter(world: World, stand: Stand) -> Paper:
    """A circular to every district that the head has begun and has not written yet."""
    stand(DAY)
    by = world.officers["director"]
    paper = begin(by, world.offices["department"], FORMS["circular"], subject="উল্কাবৃষ্টির প্রস্তুতি")
    return arrange(paper, "addressees", "add", version=paper.version, by=by, text="জেলা নক্ষত্র অফিসার (সকল)")


def _write(world: World, letter: Paper, words: str) -> Paper:
    letter.refresh_from_db()
    return arrange(letter, "paragraphs", "add", version=letter.version, by=world.officers["director"], text=words)


def _meaning(sign: Sign, letter: Paper, **sent: str) -> str:
    return sign("director").post(f"/papers/{letter.pk}/meaning/", sent).content.decode()


def test_a_sentence_says_what_it_asks_while_it_is_typed(sign: Sign, letter: Paper) -> None:
    shown = _meaning(sign, letter, path="paragraphs", text="প্রতি সোমবার প্রতিবেদন পাঠাতে হবে।")
    assert "কখন: প্রতি সোমবার" in shown
    assert "কে: সকল প্রাপক" in shown
    shown = _meaning(sign, letter, path="paragraphs", text="জেলা নক্ষত্র অফিসার ২০ অক্টোবর ২০২২ তারিখের মধ্যে তালিকা পাঠাবেন।")
    assert "কখন: ২০ অক্টোবর ২০২২ তারিখে" in shown
    assert "কে: জেলা নক্ষত্র অফিসার" in shown
    assert "কারও করণীয় হবে না" in _meaning(sign, letter, path="paragraphs", text="সতর্ক থাকতে হবে।")
    assert "কয়েকদিন" in _meaning(sign, letter, path="paragraphs", text="নির্বাচনের কয়েকদিন পূর্বে তালিকা পাঠাবেন।")
    letter.refresh_from_db()
    assert letter.content["directives"] == []


def test_a_sentence_that_is_changed_says_it_too(world: World, sign: Sign, letter: Paper) -> None:
    letter = _write(world, letter, "প্রতি সোমবার প্রতিবেদন পাঠাতে হবে।")
    page = text(sign("director"), f"/papers/{letter.pk}/")
    assert "কখন: প্রতি সোমবার" in page
    cell = text(sign("director"), f"/papers/{letter.pk}/cell/?path=directives.0")
    assert f'hx-post="/papers/{letter.pk}/meaning/"' in cell
    sent = {"path": "directives.0", "f:directives.0.text": "প্রতি রবিবার প্রতিবেদন পাঠাতে হবে।"}
    assert "প্রতি রবিবার" in _meaning(sign, letter, **sent)
    assert sign("director").post(f"/papers/{letter.pk}/meaning/", {"path": "subject"}).status_code == 200
    assert sign("director").post(f"/papers/{letter.pk}/meaning/", {"path": "x", "f:x.text": "ক"}).status_code == 404


def test_a_schedule_that_was_left_out_is_taken_by_one_button(world: World, sign: Sign, letter: Paper) -> None:
    letter = _write(world, letter, "প্রতি সোমবার প্রতিবেদন পাঠাতে হবে।")
    letter = amend(letter, "directives.0.schedule", [], version=letter.version, by=world.officers["director"])
    left = next(each for each in letter.doubts if each.code == "schedule-left-out")
    page = text(sign("director"), f"/papers/{letter.pk}/")
    assert "“প্রতি সোমবার” নিন" in page
    said(sign("director"), f"/papers/{letter.pk}/doubts/{left.key}/", {"choice": "take", "version": letter.version})
    letter.refresh_from_db()
    assert [rule["rule"] for rule in letter.content["directives"][0]["schedule"]] == ["weekly"]
    assert "schedule-left-out" not in [each.code for each in letter.doubts if each.settled is None]


def test_a_cell_that_is_saved_brings_the_meaning_along(world: World, sign: Sign, letter: Paper) -> None:
    letter = _write(world, letter, "প্রতি সোমবার প্রতিবেদন পাঠাতে হবে।")
    sent = {
        "path": "directives.0",
        "version": letter.version,
        "f:directives.0.text": "প্রতি রবিবার প্রতিবেদন পাঠাতে হবে।",
        "was:directives.0.text": "প্রতি সোমবার প্রতিবেদন পাঠাতে হবে।",
    }
    cell = sign("director").post(f"/papers/{letter.pk}/cell/", sent, HTTP_HX_REQUEST="true").content.decode()
    assert 'id="beside-directives-0" hx-swap-oob="true"' in cell
    assert "প্রতি রবিবার" in cell


def test_a_paragraph_with_an_introduction_shows_what_its_own_words_ask(world: World, sign: Sign) -> None:
    immediate = Rule.model_validate({"rule": "immediate"})
    value = Circular(
        subject="প্রস্তুতি",
        paragraphs=(CircularParagraph(number="1", text="কাজগুলো নিম্নরূপ:", codes=("1", "1(ক)")),),
        directives=(
            Directive(code="1", text="প্রতিবেদন দিতে হবে।", schedule=(immediate,)),
            Directive(code="1(ক)", text="তালিকা করা"),
        ),
    )
    content = value.model_dump(mode="json", by_alias=True)
    paper = draft(world.officers["director"], office=world.offices["department"], kind="circular", content=content)
    page = text(sign("director"), f"/papers/{paper.pk}/")
    assert "কখন: তাৎক্ষণিকভাবে" in page
    assert f'href="/papers/{paper.pk}/schedule/0/"' in page


def test_its_issue_creates_the_duties_of_its_sentences(world: World, letter: Paper) -> None:
    letter = _write(world, letter, "জেলা নক্ষত্র অফিসার ২০ অক্টোবর ২০২২ তারিখের মধ্যে তালিকা পাঠাবেন।")
    paper = issue(letter, by=world.officers["director"], day=DAY)
    due = Duty.objects.filter(paper=paper).values_list("post__title", "due")
    assert {day for _, day in due} == {date(2022, 10, 20)}
    assert {title for title, _ in due} == {"জেলা নক্ষত্র অফিসার"}


def test_before_issue_it_is_said_that_nothing_is_asked(world: World, sign: Sign, letter: Paper) -> None:
    letter = _write(world, letter, "সতর্ক থাকতে হবে।")
    assert "কারও কাছে কিছু চায় না" in text(sign("director"), f"/papers/{letter.pk}/")
    assert '<p class="wrong">এই নথি থেকে কারও কোনো করণীয়' in text(sign("director"), f"/papers/{letter.pk}/issue/")
