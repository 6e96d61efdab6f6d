"""A letter that is issued gets the next dispatch number of its office's year and both dates; a refusal leaves no gap."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connections, transaction

from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.history.refusal import Refused
from angikar.papers.actions import amend, supersede
from angikar.papers.letters.actions import arrange, begin, file_under, open_dossier
from angikar.papers.letters.blank import FORMS
from angikar.papers.meanings.actions import mean
from angikar.papers.meanings.queries import MeantPosts
from angikar.papers.models import Addressee, Dispatch, Dossier, Paper, State
from tests.world import World, build

DAY = date(2022, 10, 13)
NUMBER = "88.01.0000.011.22.007.22"
MANY, AT_ONCE = 50, 4


def _dossier(world: World) -> Dossier:
    found = Dossier.objects.filter(number=NUMBER).first()
    return found or open_dossier(world.offices["department"], NUMBER, "মহাকাশ", by=world.officers["director"], day=DAY)


def _written(world: World, subject: str = "উল্কাবৃষ্টি", to: str = "জেলা নক্ষত্র অফিসার (সকল)", form: str = "letter") -> Paper:
    """A letter that the head of the department has in hand, ready to be issued."""
    head = world.officers["director"]
    paper = begin(head, world.offices["department"], FORMS[form], subject=subject, dossier=_dossier(world))
    section = "paragraphs" if form == "circular" else "body"
    paper = arrange(paper, section, "add", text="প্রস্তুতি নিতে হবে।", version=paper.version, by=head)
    return arrange(paper, "addressees", "add", text=to, version=paper.version, by=head) if to else paper


def _sent(world: World, paper: Paper, day: date = DAY) -> Paper:
    return issue(paper, by=world.officers["director"], day=day)


def test_number_and_both_dates_are_filled_when_it_is_issued(world: World) -> None:
    sent = _sent(world, _written(world))
    assert sent.content["letter"] == {"memo_number": f"{NUMBER}-1", "date": "2022-10-13", "bangla_date": "1429-06-28"}
    assert sent.memo_number == f"{NUMBER}-1"
    assert not {each.code for each in sent.doubts} & {"memo-number-missing", "date-missing"}
    sent.refresh_from_db()
    assert sent.hash == sent.fingerprint(), "the number is under the hash"
    assert {row.post for row in Addressee.objects.filter(paper=sent)} == {
        world.posts["north_head"],
        world.posts["south_head"],
    }


def test_numbers_run_through_every_form_and_begin_again_each_year(world: World) -> None:
    numbers = [_sent(world, _written(world, form=form)).dispatch.number for form in FORMS]
    assert numbers == [1, 2, 3, 4, 5]
    assert _sent(world, _written(world), date(2023, 1, 1)).dispatch.number == 1


def test_a_refusal_leaves_no_gap(world: World) -> None:
    _sent(world, _written(world))
    lost = _written(world, to="প্রধান বৈমানিক")
    for _ in range(2):
        with pytest.raises(Refused, match="No post is found"):
            _sent(world, lost)
    lost.refresh_from_db()
    assert (lost.state, lost.memo_number, lost.content["letter"]["date"]) == (State.DRAFT, "", None)
    assert _sent(world, _written(world)).dispatch.number == 2
    mean(lost, {"প্রধান বৈমানিক": MeantPosts((world.posts["south_head"],))}, by=world.officers["director"])
    assert _sent(world, lost).dispatch.number == 3
    assert Addressee.objects.get(paper=lost).post == world.posts["south_head"]


def test_what_goes_outside_makes_no_duty_here(world: World) -> None:
    paper = _written(world, to="আবহাওয়া সংস্থা", form="circular")
    paper = amend(paper, "acknowledgement", True, version=paper.version, by=world.officers["director"])
    mean(paper, {"আবহাওয়া সংস্থা": MeantPosts()}, by=world.officers["director"])
    sent = _sent(world, paper)
    assert not Duty.objects.filter(paper=sent).exists()
    assert not Addressee.objects.filter(paper=sent).exists()


@pytest.mark.parametrize(("subject", "to", "said"), [("", "মহাপরিচালক", "subject"), ("বিষয়", "", "to whom")])
def test_what_lacks_subject_or_addressee_is_not_sent(world: World, subject: str, to: str, said: str) -> None:
    paper = _written(world, to=to)
    paper = amend(paper, "subject", subject, version=paper.version, by=world.officers["director"])
    with pytest.raises(Refused, match=said):
        _sent(world, paper)
    assert not Dispatch.objects.exists()


def test_it_is_issued_once_and_by_who_has_it(world: World) -> None:
    paper = _written(world)
    sent = _sent(world, paper)
    with pytest.raises(Refused, match="not in a state"):
        _sent(world, sent)
    clerks = begin(
        world.officers["clerk"], world.offices["department"], FORMS["letter"], subject="ক", dossier=_dossier(world)
    )
    with pytest.raises(Refused, match="has the draft"):
        _sent(world, clerks)
    assert Dispatch.objects.count() == 1


def test_a_memo_number_is_used_once(world: World) -> None:
    sent = _sent(world, _written(world))
    again = _written(world)
    again = amend(again, "letter.memo_number", sent.memo_number, version=again.version, by=world.officers["director"])
    with pytest.raises(Refused, match="went out under"):
        _sent(world, again)
    assert again.state == State.DRAFT
    assert Dispatch.objects.count() == 1


def test_a_correction_names_what_it_replaces(world: World) -> None:
    head = world.officers["director"]
    for form, place in (("letter", "body"), ("circular", "preamble")):
        sent = _sent(world, _written(world, form=form))
        new = supersede(sent, by=head, day=DAY)
        assert new.content["letter"]["memo_number"] is None
        said = new.content[place][0]["text"] if place == "body" else new.content[place]
        number = sent.memo_number.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))
        assert number in said
        assert "১৩ অক্টোবর ২০২২" in said
        newest = supersede(_sent(world, new), by=head, day=DAY)
        made = str(newest.content)
        assert said not in made, "only the one before it is named"
        assert f"{NUMBER}-{new.dispatch.number}".translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")) in made


def test_the_dispatch_register_is_never_rewritten(world: World) -> None:
    sent = _sent(world, _written(world))
    for change in (lambda rows: rows.update(number=7), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(Dispatch.objects.filter(paper=sent))


def _send(world: World, papers: list[Paper]) -> None:
    try:
        for paper in papers:
            _sent(world, paper)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_fifty_issues_at_once_are_numbered_without_a_gap() -> None:
    world = build()
    papers = [_written(world, subject=f"বিষয় {n}") for n in range(MANY)]
    file_under(papers[0], _dossier(world), version=papers[0].version, by=world.officers["director"])
    papers[0].refresh_from_db()
    with ThreadPoolExecutor(AT_ONCE) as senders:
        list(senders.map(lambda n: _send(world, papers[n::AT_ONCE]), range(AT_ONCE)))
    assert sorted(Dispatch.objects.values_list("number", flat=True)) == list(range(1, MANY + 1))
    assert len(set(Paper.objects.values_list("memo_number", flat=True))) == MANY
