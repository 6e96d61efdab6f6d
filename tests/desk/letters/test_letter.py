"""A letter written on the screen: begun, its parts added and moved, passed on, filed, addressed, issued, entered in the register."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from angikar.duties.issue import issue
from angikar.papers.meanings.queries import meant_by
from angikar.papers.models import Dispatch, Paper, State
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, said, text
from tests.world import World

DAY = date(2022, 10, 13)


@pytest.fixture
def letter(world: World, sign: Sign, stand: Stand) -> Paper:
    """A circular that the clerk has begun on the screen."""
    stand(DAY)
    home = world.offices["department"].pk
    sent = {"form": "circular", "office": home, "subject": "উল্কাবৃষ্টির প্রস্তুতি", "mark": ["জরুরি"]}
    assert "পত্র লিখুন" in text(sign("clerk"), "/letters/new/")
    assert "খসড়া শুরু হয়েছে" in said(sign("clerk"), "/letters/new/", sent)
    return Paper.objects.get()


def _add(sign: Sign, letter: Paper, path: str, words: str, **more: object) -> str:
    letter.refresh_from_db()
    sent = {"path": path, "how": "add", "text": words, "version": letter.version, **more}
    return said(sign("clerk"), f"/papers/{letter.pk}/arrange/", sent)


def _pass(sign: Sign, letter: Paper, by: str, to: int, words: str = "") -> str:
    letter.refresh_from_db()
    return said(sign(by), f"/papers/{letter.pk}/pass/", {"to": to, "words": words, "version": letter.version})


def test_every_part_is_added_and_printed(sign: Sign, letter: Paper) -> None:
    for path, words in (
        ("paragraphs", "প্রস্তুতি নিতে হবে।"),
        ("addressees", "জেলা নক্ষত্র অফিসার (সকল)\nআবহাওয়া সংস্থা"),
        ("copies", "সচিব, তারকা মন্ত্রণালয় [সদয় অবগতির জন্য]"),
        ("signatories", "খ গ ঘ"),
        ("priority", "গোপনীয়"),
    ):
        assert "যোগ করা হয়েছে" in _add(sign, letter, path, words)
    file = SimpleUploadedFile("list.txt", b"list")
    page = _add(sign, letter, "enclosures", "কেন্দ্রের তালিকা (৫ পাতা)", file=file)
    for words in ("১।", "বিতরণ:", "আবহাওয়া সংস্থা", "[সদয় অবগতির জন্য]", "কেন্দ্রের তালিকা (৫ পাতা)", "(খ গ ঘ)"):
        assert words in page
    enclosed = sign("clerk").get(f"/papers/{letter.pk}/enclosures/1/")
    assert (enclosed.content, enclosed["Content-Disposition"]) == (b"list", 'attachment; filename="list.txt"')
    assert "যা যোগ করবেন তা লিখুন" in _add(sign, letter, "addressees", " ")
    assert sign("clerk").get(f"/papers/{letter.pk}/print.pdf").content.startswith(b"%PDF")


def test_a_part_is_changed_and_moved_in_one_go(sign: Sign, letter: Paper) -> None:
    for words in ("প্রথম", "দ্বিতীয়"):
        _add(sign, letter, "paragraphs", words)
    letter.refresh_from_db()
    cell = f"/papers/{letter.pk}/cell/"
    assert 'name="arrange" value="up"' in text(sign("clerk"), f"{cell}?path=directives.1")
    sent = {
        "path": "directives.1",
        "f:directives.1.text": "দ্বিতীয়, বদলানো",
        "was:directives.1.text": "দ্বিতীয়",
        "f:directives.1.addressees": "",
        "was:directives.1.addressees": "",
        "arrange": "up",
        "version": letter.version,
    }
    said(sign("clerk"), cell, sent)
    letter.refresh_from_db()
    assert [(each["code"], each["text"]) for each in letter.content["directives"]] == [
        ("1", "দ্বিতীয়, বদলানো"),
        ("2", "প্রথম"),
    ]


def test_it_goes_up_and_every_post_sees_who_has_it(world: World, sign: Sign, letter: Paper) -> None:
    assert "আমার হাতে থাকা খসড়া" in text(sign("clerk"), "/")
    page = _pass(sign, letter, "clerk", world.posts["focal"].pk, "দেখে দিন")
    assert "উপপরিচালক (পরিকল্পনা)" in page
    assert "পত্রে যোগ করুন" not in page, "who gave it away writes no more in it"
    assert "দেখে দিন" in text(sign("focal"), "/")
    _pass(sign, letter, "focal", world.posts["director"].pk)
    page = _pass(sign, letter, "director", world.posts["clerk"].pk)
    assert "এক বাক্যে লিখুন" in page
    _pass(sign, letter, "director", world.posts["clerk"].pk, "প্রাপক মেলান")
    assert "প্রাপক মেলান" in text(sign("clerk"), "/")
    refused = sign("focal").post(f"/papers/{letter.pk}/pass/", {"to": world.posts["director"].pk})
    assert refused.status_code == 404
    assert "নিজের হাতে আনুন" in text(sign("director"), f"/papers/{letter.pk}/")


def test_it_is_addressed_and_issued_with_its_number(world: World, sign: Sign, letter: Paper) -> None:
    _add(sign, letter, "paragraphs", "প্রস্তুতি নিতে হবে।")
    _add(sign, letter, "addressees", "জেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট)\nআবহাওয়া সংস্থা")
    letter.refresh_from_db()
    filed = {"number": "৮৮.০১.০০০০.০১১.২২.০০৭.২২", "subject": "মহাকাশ", "version": letter.version}
    assert "নথি নম্বর ঠিক করা হয়েছে" in said(sign("clerk"), f"/papers/{letter.pk}/file/", filed)
    _pass(sign, letter, "clerk", world.posts["director"].pk)
    head, url = sign("director"), f"/papers/{letter.pk}/issue/"
    page = text(head, url)
    assert "৮৮.০১.০০০০.০১১.২২.০০৭.২২-১" in page
    assert "কারা সংশ্লিষ্ট, বলা হয়নি" in page
    assert "পদ পাওয়া যায়নি" in page
    assert "<button disabled>" in page
    mean = f"/papers/{letter.pk}/mean/"
    assert "অন্তত একটি পদ" in said(head, mean, {"text": "আবহাওয়া সংস্থা", "how": "these"})
    assert "কোনো পদ পাওয়া যায়নি" in said(head, mean, {"text": "আবহাওয়া সংস্থা", "how": "these", "words": "মেঘরাজ"})
    said(head, mean, {"text": "আবহাওয়া সংস্থা", "how": "outside"})
    concerned = "জেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট)"
    page = said(head, mean, {"text": concerned, "how": "these", "post": world.posts["north_head"].pk})
    assert "দক্ষিণপুর" in page, "the others can still be chosen"
    assert meant_by(letter) == {concerned: (world.posts["north_head"],), "আবহাওয়া সংস্থা": ()}
    letter.refresh_from_db()
    assert "নথিটি জারি হয়েছে" in said(head, url, {"version": letter.version})
    letter.refresh_from_db()
    assert (letter.state, letter.dispatch.number) == (State.ISSUED, 1)
    register = text(head, "/dispatch/")
    assert "৮৮.০১.০০০০.০১১.২২.০০৭.২২-১" in register
    assert concerned in register
    assert head.get("/dispatch/register.pdf").content.startswith(b"%PDF")
    assert sign("north_head").get("/dispatch/", {"office": world.offices["department"].pk}).status_code == 404
    assert Dispatch.objects.count() == 1


def test_a_letter_of_forty_parts_opens_in_few_queries(
    sign: Sign, letter: Paper, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    clerk = sign("clerk")
    _add(sign, letter, "addressees", "\n".join(f"প্রাপক {n}" for n in range(40)))
    clerk.get(f"/papers/{letter.pk}/")
    with django_assert_max_num_queries(22):
        clerk.get(f"/papers/{letter.pk}/?sheet=1")


def test_an_issued_letter_is_addressed_again_by_its_own_office(world: World, sign: Sign, stand: Stand) -> None:
    stand(DAY)
    paper = issue(circular(world), by=world.officers["director"], day=DAY)
    assert "কিছু বদলায়নি" in said(sign("director"), f"/papers/{paper.pk}/readdress/", {})
    world.office("east", "জেলা নক্ষত্র কার্যালয়, পূর্বপুর", "district", "department")
    world.post("east_head", "east", "জেলা নক্ষত্র অফিসার", head=True)
    assert "২টি করণীয় যোগ, ০টি প্রত্যাহার" in said(sign("director"), f"/papers/{paper.pk}/readdress/", {})
    assert sign("clerk").post(f"/papers/{paper.pk}/readdress/").status_code == 404
