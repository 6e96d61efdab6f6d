"""Doubts that were stored with their finished texts are stored by sentence and facts, and the way back restores them."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from angikar.history.chain.digests import digest
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt, as_written, key, sentences
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Sentence
from tests.old_steps import OldSteps
from tests.papers.test_stored_doubt import invented
from tests.pledge import issued
from tests.world import World

MIGRATION = "0005_doubts_by_sentence"
migration = import_module(f"angikar.papers.migrations.{MIGRATION}")

KNOWN = (
    Sentence(
        "orbit-sum", "কক্ষে [{code:n}] আছে {total}, হওয়ার কথা {sum}।", "Orbit [{code:n}] has {total}; {sum} was expected."
    ),
    Sentence("orbit-sum/likely", "কক্ষে {total}; সম্ভবত {likely}।", "Orbit has {total}; {likely} is likely."),
    Sentence("comet-day", "ধূমকেতু আসবে {day:d}; {who}", "The comet comes on {day:d}; {who}"),
    Sentence("named", "নতুন কথায় “{name}”।", "The name “{name}” is new."),
)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {each.code: each for each in KNOWN}
    monkeypatch.setattr("angikar.papers.stored_doubt.sentences", lambda: found)
    monkeypatch.setattr(migration, "sentences", lambda: found)


def _old(code: str, message: str, message_en: str, **more: Any) -> dict[str, Any]:
    """A doubt as it was stored before, open unless `more` says otherwise."""
    place = {"line": 4, "page": None, "cell": 1, "box": None}
    row = {"code": code, "severity": "error", "path": "areas.0", "place": place, "suggestion": "9"}
    row |= {"message": message, "message_en": message_en, "key": digest([code, "areas.0", message])[:16]}
    return row | {"origin": "check", "settled": None, "by": "", "words": ""} | more


PLAIN = _old("orbit-sum", "কক্ষে [১.২] আছে ১০, হওয়ার কথা ৯।", "Orbit [1.2] has 10; 9 was expected.")
LIKELY = _old("orbit-sum", "কক্ষে ১০; সম্ভবত নয়।", "Orbit has 10; nine is likely.")
DAY = _old(
    "comet-day",
    "ধূমকেতু আসবে ৩১ ডিসেম্বর ২০১৮; ক",
    "The comet comes on 2018-12-31; ক",
    settled="keep",
    by="জনাব",
    words="থাক",
)
REWORDED = _old("named", "পুরোনো কথায় “ক”।", "The name “ক” is new.")
FOREIGN = _old("orbit-sum", "অন্য কথা {এখানে}", "Something else {here}")
REWORDED_PAIR = _old("named", "পুরোনো কথায় “ক”।", "The name “A” is new.")


@pytest.mark.parametrize(
    ("old", "sentence", "facts"),
    [
        (PLAIN, "orbit-sum", {"code": "1.2", "total": 10, "sum": 9}),
        (LIKELY, "orbit-sum/likely", {"total": 10, "likely": ["নয়", "nine"]}),
        (DAY, "comet-day", {"day": "2018-12-31", "who": "ক"}),
        (REWORDED, "named", {"name": "ক"}),
        (FOREIGN, "orbit-sum/as-written", {"text": ["অন্য কথা {এখানে}", "Something else {here}"]}),
        (REWORDED_PAIR, "named/as-written", {"text": ["পুরোনো কথায় “ক”।", "The name “A” is new."]}),
    ],
)
def test_texts_lead_to_the_sentence_and_the_facts_they_were_made_of(
    old: dict[str, Any], sentence: str, facts: dict[str, Any]
) -> None:
    new = migration.by_sentence(old)
    assert (new["sentence"], new["facts"]) == (sentence, facts)
    assert {name: new[name] for name in ("place", "settled", "by", "words", "suggestion", "severity")} == {
        name: old[name] for name in ("place", "settled", "by", "words", "suggestion", "severity")
    }


def test_a_check_recognises_what_was_kept_before() -> None:
    facts = {"code": "1.2", "total": "10", "sum": "9"}
    assert StoredDoubt.from_row(migration.by_sentence(PLAIN)).key == key(Doubt(KNOWN[0], "error", facts, "areas.0"))


def test_the_texts_of_every_sentence_of_the_catalogue_come_through_the_migration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = sentences()
    monkeypatch.setattr("angikar.papers.stored_doubt.sentences", lambda: whole)
    monkeypatch.setattr(migration, "sentences", lambda: whole)
    for sentence in whole.values():
        texts = sentence.both(**invented(sentence))
        new = migration.by_sentence(_old(sentence.name, *texts))
        stored = StoredDoubt.from_row(new)
        assert (stored.message, stored.message_en) == texts, sentence.code


def test_the_rows_of_issued_papers_change_and_change_back(world: World, pledge: None) -> None:
    paper = issued(world, "6", "4")
    state = OldSteps(connection).project_state(("papers", MIGRATION)).apps
    editor = SimpleNamespace(connection=connection)
    rows = state.get_model("papers", "Paper").objects.filter(pk=paper.pk)
    olds = [PLAIN, LIKELY, DAY, FOREIGN]
    rows.update(doubts=olds)
    (operation,) = migration.Migration.operations
    operation.code(state, editor)
    paper.refresh_from_db()
    assert [(each.message, each.message_en) for each in paper.doubts] == [
        (old["message"], old["message_en"]) for old in olds
    ]
    assert [each.settled for each in paper.doubts] == [None, None, "keep", None]
    assert paper.doubts[3].sentence == as_written("orbit-sum")
    assert paper.hash == Paper.objects.get(pk=paper.pk).fingerprint()
    operation.reverse_code(state, editor)
    assert rows.get().doubts == olds
