"""A stored doubt is its sentence and its facts: it survives the database, and its key follows the facts and not the wording."""

from __future__ import annotations

import json
import string
from dataclasses import replace

import pytest

from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt, as_written, key, sentences
from angikar.rules.document import Place
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Fact, Sentence
from tests.pledge import issued
from tests.world import World

COUNT = Sentence("moons/counted", "{count}টি চাঁদ, {planet}", "{count} moons, {planet}")
PLACE = Place(line=3, page=1, cell=2, box=(1.5, 2.0, 30.0, 40.25))


@pytest.fixture
def _count_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("angikar.papers.stored_doubt.sentences", lambda: {COUNT.code: COUNT})


def invented(sentence: Sentence) -> dict[str, Fact]:
    """Facts for every place of a sentence: days where it wants days, digits where it wants digits, else texts in turn."""
    fields = {
        name: spec
        for text in (sentence.bangla, sentence.english)
        for _, name, spec, _ in string.Formatter().parse(text)
        if name
    }
    plain: list[Fact] = ["নক্ষত্র", ("তারা", "star"), 1234]
    days: dict[str | None, Fact] = {"d": "2018-12-31", "n": "10.5"}
    return {name: days.get(spec, plain[place % 3]) for place, (name, spec) in enumerate(fields.items())}


def _again(doubt: StoredDoubt) -> StoredDoubt:
    return StoredDoubt.from_row(json.loads(json.dumps(doubt.as_row())))


def test_every_sentence_of_the_catalogue_survives_the_store() -> None:
    for sentence in sentences().values():
        doubt = Doubt(sentence, "warning", invented(sentence), "areas.0", PLACE, "10")
        stored = _again(StoredDoubt.of(doubt, "check"))
        assert stored.sentence == sentence
        assert (stored.code, stored.message, stored.message_en) == (doubt.code, doubt.message, doubt.message_en)
        assert (stored.place, stored.key) == (PLACE, key(doubt))


@pytest.mark.usefixtures("_count_known")
def test_a_sentence_that_the_catalogue_does_not_know_is_stored_as_written() -> None:
    doubt = Doubt(Sentence("comet/seen", "{who} দেখেছেন", "seen by {who}"), "info", {"who": ("ক", "A")})
    stored = _again(StoredDoubt.of(doubt, "reading"))
    assert stored.sentence == as_written("comet")
    assert (stored.code, stored.message, stored.message_en) == ("comet", "ক দেখেছেন", "seen by A")
    assert StoredDoubt.of(stored, "reading") == stored


@pytest.mark.usefixtures("_count_known")
def test_the_key_follows_code_path_and_facts() -> None:
    doubt = Doubt(COUNT, "error", {"count": 7, "planet": "শনি"}, "areas.0")
    assert key(doubt) == key(replace(doubt, facts={"count": "7", "planet": "শনি"}, place=PLACE, severity="info"))
    assert key(doubt) == key(replace(doubt, facts={"count": ("৭", "7"), "planet": ("শনি", "শনি")}))
    others = [
        replace(doubt, facts={"count": 8, "planet": "শনি"}),
        replace(doubt, path="areas.1"),
        replace(doubt, facts={"count": 7, "planet": ("শনি", "Saturn")}),
    ]
    assert len({key(each) for each in (doubt, *others)}) == 4


def test_a_better_wording_reaches_what_is_stored_and_leaves_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("angikar.papers.stored_doubt.sentences", lambda: {COUNT.code: COUNT})
    stored = StoredDoubt.of(Doubt(COUNT, "error", {"count": 7, "planet": "শনি"}), "check")
    better = COUNT._replace(english="{planet} has {count} moons")
    monkeypatch.setattr("angikar.papers.stored_doubt.sentences", lambda: {COUNT.code: better})
    assert _again(stored).message_en == "শনি has 7 moons"
    assert _again(stored).key == stored.key


@pytest.mark.usefixtures("_count_known")
def test_a_code_that_the_catalogue_has_lost_shows_its_facts_and_is_stored_unchanged() -> None:
    row = StoredDoubt.of(Doubt(COUNT, "info", {"count": 7, "planet": "শনি"}), "check").as_row()
    for lost in (row | {"sentence": "rings"}, row | {"facts": {"count": 7}}):
        stored = StoredDoubt.from_row(lost)
        assert stored.message.startswith(f"{lost['sentence']}: ৭")
        assert stored.as_row() == lost


def test_doubts_come_back_from_the_database_as_values_and_leave_the_hash_alone(world: World, pledge: None) -> None:
    paper = issued(world, "6", "4")
    doubt = StoredDoubt(as_written("note"), "info", {"text": ("জানার জন্য", "for your information")}, place=PLACE)
    settled = replace(doubt, settled="keep", by="জনাব", words="দেখা হয়েছে")
    Paper.objects.filter(pk=paper.pk).update(doubts=[settled])
    paper.refresh_from_db()
    assert paper.doubts == [settled]
    assert paper.hash == paper.fingerprint()
    paper.save()
    assert Paper.objects.get(pk=paper.pk).doubts == [settled]
