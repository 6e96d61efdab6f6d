"""Papers come in, are settled, amended, moved and replaced; each action leaves one entry, and two people never overwrite each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers import actions, doubts, store
from angikar.papers.intake.actions import read_again
from angikar.papers.links.actions import link_plan
from angikar.papers.models import File, Paper, State
from angikar.papers.queries import changes, line_of_descent
from angikar.papers.settling.actions import settle
from angikar.rules.plan import IndicatorId
from tests.pledge import TITLE, plan
from tests.world import World

pytestmark = pytest.mark.usefixtures("pledge")
VALUES = "ক্ষেত্র\t১৭\t২০২২-২৩\tকাজ\tসূচক ১\tসূচক ২\t৬\t৪\t১০০\t৯০\t৮০\t৭০\t৬০"  # what a pledge is always read as
TEXT = f"{TITLE}\n\nনক্ষত্র অধিদপতর\n\n{VALUES}\n".encode()


@pytest.fixture
def taken(world: World) -> Paper:
    """A paper of the department, just taken in."""
    return actions.take_in(world.officers["focal"], "পত্র.txt", TEXT, office=world.offices["department"])


def _key(paper: Paper, code: str) -> str:
    return str(next(each.key for each in doubts.still_open(paper.doubts) if each.code == code))


def test_what_comes_in_is_kept_with_its_doubts(taken: Paper) -> None:
    assert (taken.state, taken.kind, taken.title, taken.fiscal_year) == (State.INTAKE, "pledge", TITLE, "2022-23")
    assert sorted(each.code for each in taken.doubts) == ["area-weight-sum", "smudge"]
    assert taken.source is not None
    assert store.get(taken.source.sha256) == TEXT
    assert taken.office_path == taken.office.path
    assert history_of(taken).get().verb == "paper.take_in"


def test_a_memo_number_of_another_office_of_the_register_is_doubted(world: World) -> None:
    office = world.offices["department"]
    office.memo_prefix = "05.47.4900"
    office.save()
    letter = "{name}\n\nনং-{memo}\n\nতারিখ: ২৮ আশ্বিন ১৪২৯\n১৩ অক্টোবর ২০২২\n\nবিষয়: সভা\n\nসভা হবে।\n"
    codes = {}
    for memo in ("০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২২-১৮৫", "০৫.৮৭.৪৯০০.০২৬.০২.০১৫.২২-১৮৫"):
        text = letter.format(name=office.name, memo=memo).encode()
        paper = actions.take_in(world.officers["focal"], "পত্র.txt", text, office=office, kind="plain_letter")
        codes[memo] = [each.code for each in paper.doubts]
    first, second = codes.values()
    assert "memo-office-differs" not in first
    assert "memo-office-differs" in second


LETTER = "{name}\n\nনং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২২-১৮৫\n\nতারিখ: ১৩ অক্টোবর ২০২২\n\nবিষয়: সভা\n\nসভা হবে।\n"


def _owner_doubt(world: World, name: str) -> list[str]:
    """How grave it is that a letter which names an office is taken in for the department."""
    by, office = world.officers["focal"], world.offices["department"]
    paper = actions.take_in(by, "x.txt", LETTER.format(name=name).encode(), office=office, kind="plain_letter")
    return [each.severity for each in paper.doubts if each.code == "office-differs"]


def test_a_paper_that_names_another_office_than_the_one_it_is_taken_in_for_is_doubted(world: World) -> None:
    assert _owner_doubt(world, world.offices["department"].name) == []
    assert _owner_doubt(world, "নক্ষত্র অধিদপতর") == []
    assert _owner_doubt(world, "নক্ষত্র অধিদপ্তর\nপ্রশাসন শাখা") == []
    assert _owner_doubt(world, world.offices["north"].name) == ["warning"]
    assert _owner_doubt(world, "ধূমকেতু পরিদপ্তর") == ["warning"]


def test_a_name_the_office_had_before_is_its_own(world: World) -> None:
    office = world.offices["department"]
    office.former_names.create(name="ধূমকেতু পরিদপ্তর", until=date(2020, 1, 1))
    assert _owner_doubt(world, "ধূমকেতু পরিদপ্তর") == []


def test_a_paper_read_again_as_another_kind_is_held_against_its_office_again(world: World) -> None:
    by, name = world.officers["focal"], world.offices["north"].name
    paper = actions.take_in(by, "x.txt", LETTER.format(name=name).encode(), office=world.offices["department"])
    again = read_again(paper, "circular", by=by, version=paper.version)
    assert [each.severity for each in again.doubts if each.code == "office-differs"] == ["warning"]


def test_the_same_bytes_are_kept_once(world: World, taken: Paper) -> None:
    again = actions.take_in(world.officers["focal"], "আবার.txt", TEXT, office=world.offices["department"])
    assert again.source == taken.source
    assert File.objects.count() == 1


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 50])
def test_what_cannot_be_read_is_refused_with_a_sentence_and_not_stored(world: World, data: bytes) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused) as refusal:
        actions.take_in(world.officers["focal"], "x.txt", data, office=world.offices["department"])
    assert refusal.value.message
    assert refusal.value.message_en
    assert (Paper.objects.count(), File.objects.count(), Entry.objects.count()) == (0, 0, before)


def test_bytes_altered_on_disk_are_noticed(taken: Paper) -> None:
    assert taken.source is not None
    path = store.path_of(taken.source.sha256)
    path.write_bytes(b"x")
    with pytest.raises(ValueError, match="altered"):
        store.get(taken.source.sha256)
    path.unlink()


def test_an_officer_takes_in_and_drafts_for_no_other_office(world: World) -> None:
    for action in (
        lambda: actions.take_in(world.officers["focal"], "x.txt", TEXT, office=world.offices["ministry"]),
        lambda: actions.draft(world.officers["stranger"], office=world.offices["ministry"], kind="pledge"),
    ):
        with pytest.raises(NotYours):
            action()
    assert not Paper.objects.exists()


def test_taking_a_suggestion_writes_it_and_checks_again(world: World, taken: Paper) -> None:
    paper = settle(taken, _key(taken, "area-weight-sum"), "take", version=1, by=world.officers["focal"])
    assert paper.content["areas"][0]["weight"] == "10"
    assert [each.code for each in doubts.still_open(paper.doubts)] == ["smudge"]
    assert paper.version == 2
    entry = history_of(paper).last()
    assert entry is not None
    assert (entry.verb, entry.was["value"], entry.now["value"], entry.now["choice"]) == (
        "paper.settle",
        "17",
        "10",
        "take",
    )


def test_keeping_what_breaks_a_rule_needs_a_reason(world: World, taken: Paper) -> None:
    focal, key = world.officers["focal"], _key(taken, "area-weight-sum")
    with pytest.raises(Refused, match="reason"):
        settle(taken, key, "keep", version=1, by=focal)
    paper = settle(taken, key, "keep", version=1, by=focal, words="মুদ্রিত রূপই থাকবে")
    assert paper.content["areas"][0]["weight"] == "17"
    assert doubts.still_open(paper.doubts, "error") == []
    paper = actions.amend(paper, "office", "অন্য দপ্তর", version=2, by=focal)
    assert doubts.still_open(paper.doubts, "error") == []


def test_a_value_of_ones_own_settles_too_and_is_read_as_typed(world: World, taken: Paper) -> None:
    key = _key(taken, "area-weight-sum")
    paper = settle(taken, key, "value", version=1, by=world.officers["focal"], value="১০")
    assert paper.content["areas"][0]["weight"] == "10"
    with pytest.raises(Refused, match="settled already"):
        settle(paper, key, "take", version=2, by=world.officers["focal"])


def test_amending_checks_and_raises_new_doubts(world: World, taken: Paper) -> None:
    place = "areas.0.activities.0.indicators.0.weight"
    paper = actions.amend(taken, place, "১৩", version=1, by=world.officers["focal"])
    assert [each.code for each in doubts.still_open(paper.doubts)] == ["smudge"]
    assert [entry.now["value"] for entry in changes(paper, place)] == ["13"]
    with pytest.raises(Refused, match="does not fit"):
        actions.amend(paper, "areas.0.code", ["ক"], version=2, by=world.officers["focal"])
    with pytest.raises(Refused, match="no such place"):
        actions.amend(paper, "areas.9.code", "1", version=2, by=world.officers["focal"])
    paper.refresh_from_db()
    assert paper.version == 2


def test_two_people_at_one_place_see_both_values(world: World, taken: Paper) -> None:
    actions.amend(taken, "office", "প্রথম", version=1, by=world.officers["focal"])
    with pytest.raises(Conflict) as conflict:
        actions.amend(taken, "office", "দ্বিতীয়", version=1, by=world.officers["director"])
    found = conflict.value
    assert (found.mine, found.theirs, found.who, found.version) == ("দ্বিতীয়", "প্রথম", world.officers["focal"].name, 2)
    taken.refresh_from_db()
    assert taken.content["office"] == "প্রথম"


def test_two_people_at_two_places_do_not_disturb_each_other(world: World, taken: Paper) -> None:
    actions.amend(taken, "office", "প্রথম", version=1, by=world.officers["focal"])
    paper = actions.amend(taken, "areas.0.weight", "১০", version=1, by=world.officers["director"])
    assert (paper.content["office"], paper.content["areas"][0]["weight"], paper.version) == ("প্রথম", "10", 3)


def test_the_stair_of_a_paper(world: World, taken: Paper) -> None:
    focal = world.officers["focal"]
    paper = actions.accept_intake(taken, by=focal, version=1)
    paper = actions.move(paper, State.REVIEW, by=focal, version=paper.version)
    with pytest.raises(Refused, match="why it goes back"):
        actions.move(paper, State.DRAFT, by=world.officers["secretary"], version=paper.version)
    paper = actions.move(paper, State.DRAFT, by=world.officers["secretary"], version=paper.version, words="আবার দেখুন")
    paper = actions.move(paper, State.SIGNED, by=world.officers["director"], version=paper.version)
    with pytest.raises(Refused, match="cannot be changed"):
        actions.amend(paper, "office", "x", version=paper.version, by=focal)
    with pytest.raises(Refused, match="cannot be moved"):
        actions.move(paper, State.REVIEW, by=focal, version=paper.version)
    with pytest.raises(Conflict):
        actions.move(paper, State.DRAFT, by=focal, version=1, words="পুরোনো পাতা")
    with pytest.raises(Refused, match="another state"):
        actions.accept_intake(paper, by=focal, version=paper.version)
    assert verify() is None


def test_the_database_itself_holds_an_issued_paper_still(world: World, taken: Paper) -> None:
    Paper.objects.filter(pk=taken.pk).update(state=State.ISSUED)
    touches: tuple[Callable[[], object], ...] = (
        lambda: Paper.objects.filter(pk=taken.pk).update(content={}),
        lambda: Paper.objects.filter(pk=taken.pk).update(memo_number="x"),
        lambda: Paper.objects.filter(pk=taken.pk).delete(),
    )
    for touch in touches:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            touch()
    with pytest.raises(Refused, match="cannot be changed"):
        actions.amend(taken, "office", "x", version=1, by=world.officers["focal"])


def test_what_replaces_a_paper_says_so_and_only_once(world: World, taken: Paper) -> None:
    with pytest.raises(Refused, match="in force"):
        actions.supersede(taken, by=world.officers["focal"], day=date(2022, 9, 1))
    Paper.objects.filter(pk=taken.pk).update(state=State.ISSUED)
    new = actions.supersede(taken, by=world.officers["focal"], day=date(2022, 9, 1))
    assert (new.state, new.supersedes, new.content) == (State.DRAFT, taken, taken.content)
    assert line_of_descent(new) == [new, taken]
    with pytest.raises(Refused, match="once"):
        actions.supersede(taken, by=world.officers["focal"], day=date(2022, 9, 1))


def test_a_line_may_stand_for_another_plan(world: World, taken: Paper) -> None:
    focal, department = world.officers["focal"], world.offices["department"]
    inner = actions.draft(focal, office=department, kind="pledge", content=plan("10").model_dump(mode="json"))
    link = link_plan(taken, IndicatorId.parse("own:1.1.1"), inner, by=focal, version=1)
    assert (link.paper, link.to) == (taken, inner)
    with pytest.raises(Refused, match="no such line"):
        link_plan(taken, IndicatorId.parse("own:9.9.9"), inner, by=focal, version=2)
    with pytest.raises(Refused, match="close a circle"):
        link_plan(inner, IndicatorId.parse("own:1.1.1"), inner, by=focal, version=1)
