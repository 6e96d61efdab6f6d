"""A letter is begun, written, sent up with notes, filed and addressed; only who has it in hand changes it."""

from __future__ import annotations

import pytest

from angikar.history.models import Entry
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.actions import create_post, hand_over
from angikar.papers.access import papers_for, rights
from angikar.papers.actions import amend, move
from angikar.papers.letters.actions import arrange, begin, enclose, file_under, open_dossier, pass_on
from angikar.papers.letters.blank import FORMS, kind_of
from angikar.papers.letters.queries import in_hand, next_posts, way
from angikar.papers.models import Paper
from tests.world import FIRST_DAY, World


@pytest.fixture
def letter(world: World) -> Paper:
    """A circular that the clerk of the department has begun."""
    return begin(
        world.officers["clerk"],
        world.offices["department"],
        FORMS["circular"],
        subject="উল্কাবৃষ্টির প্রস্তুতি",
        marks=["জরুরি"],
    )


def _up(world: World, letter: Paper, to: str, *, by: str = "clerk", words: str = "দেখার জন্য") -> Paper:
    letter.refresh_from_db()
    pass_on(letter, world.posts[to], version=letter.version, by=world.officers[by], today=FIRST_DAY, words=words)
    letter.refresh_from_db()
    return letter


def test_it_begins_with_its_frame_and_lies_with_who_began_it(world: World, letter: Paper) -> None:
    assert letter.content["letterhead"] == ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "তারকা মন্ত্রণালয়", "নক্ষত্র অধিদপ্তর"]
    assert letter.content["signatories"][0]["name"] == "জনাব director"
    assert letter.holder == world.posts["clerk"]
    assert [paper.pk for paper in in_hand(world.officers["clerk"], FIRST_DAY)] == [letter.pk]
    assert not in_hand(world.officers["director"], FIRST_DAY)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_begins_the_same_way(world: World, form: str) -> None:
    begun = begin(world.officers["clerk"], world.offices["department"], FORMS[form], subject="বিষয়")
    assert (begun.kind, begun.content["title"]) == (kind_of(FORMS[form]).name, FORMS[form].heading)


def test_a_letter_without_a_subject_is_not_begun(world: World) -> None:
    with pytest.raises(Refused, match="subject"):
        begin(world.officers["clerk"], world.offices["department"], FORMS["notice"], subject=" ")
    assert not Paper.objects.exists()
    with pytest.raises(NotYours):
        begin(world.officers["clerk"], world.offices["north"], FORMS["letter"], subject="বিষয়")


def test_only_who_has_it_changes_it(world: World, letter: Paper) -> None:
    assert "amend" not in rights(mandate(world.officers["director"], FIRST_DAY), letter)
    with pytest.raises(NotYours):
        amend(letter, "subject", "অন্য", version=letter.version, by=world.officers["director"])
    with pytest.raises(NotYours):
        arrange(letter, "addressees", "add", text="সচিব", version=letter.version, by=world.officers["focal"])
    changed = amend(letter, "subject", "নতুন বিষয়", version=letter.version, by=world.officers["clerk"])
    assert changed.title == "পরিপত্র: নতুন বিষয়"
    letter = _up(world, letter, "focal")
    with pytest.raises(NotYours):
        amend(letter, "subject", "অন্য", version=letter.version, by=world.officers["clerk"])
    assert not papers_for(world.officers["secretary"]).filter(pk=letter.pk).exists(), "a draft stays in its office"


def test_it_goes_up_with_notes_and_down_with_a_sentence(world: World, letter: Paper) -> None:
    _up(world, letter, "focal", words="খসড়া পেশ করা হলো")
    _up(world, letter, "director", by="focal", words="অনুমোদনের জন্য")
    with pytest.raises(Refused, match="down"):
        _up(world, letter, "clerk", by="director", words=" ")
    _up(world, letter, "clerk", by="director", words="প্রাপক মিলিয়ে দেখুন")
    steps = [(step.to.title, step.down, step.words) for step in way(letter)]
    assert steps[1:] == [
        ("উপপরিচালক (পরিকল্পনা)", False, "খসড়া পেশ করা হলো"),
        ("মহাপরিচালক", False, "অনুমোদনের জন্য"),
        ("সহকারী পরিচালক (প্রশাসন)", True, "প্রাপক মিলিয়ে দেখুন"),
    ]
    (waiting,) = in_hand(world.officers["clerk"], FIRST_DAY)
    assert (waiting.note, waiting.holder) == ("প্রাপক মিলিয়ে দেখুন", world.posts["clerk"])
    assert [entry.now["down"] for entry in Entry.objects.filter(verb="paper.pass_on")] == [False, False, True]


def test_it_goes_to_no_other_office_and_to_no_vacant_post(world: World, letter: Paper) -> None:
    empty = create_post(world.offices["department"], "শূন্য পদ", by=None)
    for to in (world.posts["secretary"], world.posts["clerk"], empty):
        with pytest.raises(Refused):
            pass_on(letter, to, version=letter.version, by=world.officers["clerk"], today=FIRST_DAY)
    with pytest.raises(NotYours):
        pass_on(letter, world.posts["clerk"], version=letter.version, by=world.officers["focal"], today=FIRST_DAY)
    assert world.posts["clerk"] not in next_posts(letter)


def test_the_head_calls_a_draft_in(world: World, letter: Paper) -> None:
    letter = _up(world, letter, "director", by="director")
    assert letter.holder == world.posts["director"]
    assert "issue" in rights(mandate(world.officers["director"], FIRST_DAY), letter)


def test_who_comes_after_has_the_draft_too(world: World, letter: Paper) -> None:
    new = world.officer("new")
    hand_over(world.posts["clerk"], new, day=FIRST_DAY.replace(day=2), by=None)
    assert [paper.pk for paper in in_hand(new, FIRST_DAY.replace(day=3))] == [letter.pk]


def test_paragraphs_are_added_and_numbered_and_a_clash_is_shown(world: World, letter: Paper) -> None:
    clerk = world.officers["clerk"]
    seen = letter.version
    for text in ("প্রথম", "দ্বিতীয়"):
        letter = arrange(letter, "paragraphs", "add", text=text, version=letter.version, by=clerk)
    assert [each["code"] for each in letter.content["directives"]] == ["1", "2"]
    letter = arrange(letter, "directives.1", "up", version=letter.version, by=clerk)
    assert [each["text"] for each in letter.content["directives"]] == ["দ্বিতীয়", "প্রথম"]
    with pytest.raises(Conflict):
        arrange(letter, "paragraphs.0", "remove", version=seen, by=clerk)
    with pytest.raises(Refused, match="moved"):
        arrange(letter, "paragraphs.0", "up", version=letter.version, by=clerk)


def test_enclosures_keep_their_pages_and_their_file(world: World, letter: Paper) -> None:
    clerk = world.officers["clerk"]
    letter = enclose(letter, "তালিকা (৫ পাতা)", version=letter.version, by=clerk, name="list.txt", data=b"list")
    (enclosed,) = letter.content["enclosures"]
    assert (enclosed["title"], enclosed["pages"], len(enclosed["file"])) == ("তালিকা", "5", 64)
    with pytest.raises(Refused, match="enclosed"):
        enclose(letter, "  ", version=letter.version, by=clerk)


def test_a_paper_is_filed_in_its_own_office_alone(world: World, letter: Paper) -> None:
    clerk = world.officers["clerk"]
    ours = open_dossier(world.offices["department"], "৮৮.০১.০০০০.০১১.২২.০০৭.২২", "মহাকাশ", by=clerk, day=FIRST_DAY)
    assert ours.number == "88.01.0000.011.22.007.22"
    theirs = open_dossier(world.offices["north"], "1", "অন্য", by=world.officers["north_head"], day=FIRST_DAY)
    assert file_under(letter, ours, version=letter.version, by=clerk).dossier == ours
    letter.refresh_from_db()
    with pytest.raises(NotYours):
        file_under(letter, theirs, version=letter.version, by=clerk)
    for number, subject in (("", "ক"), ("৮৮.০১.০০০০.০১১.২২.০০৭.২২-", "ক"), ("2", " ")):
        with pytest.raises(Refused):
            open_dossier(world.offices["department"], number, subject, by=clerk, day=FIRST_DAY)


def test_a_draft_out_of_hand_is_not_moved_on_by_others(world: World, letter: Paper) -> None:
    move(letter, "review", by=world.officers["clerk"], version=letter.version)
    letter.refresh_from_db()
    assert _up(world, letter, "focal").holder == world.posts["focal"]
