"""What the system keeps of a paper is changed by no action, for every kind; a file is reached through the row of its paper alone."""

from __future__ import annotations

from typing import Any

import pytest

from angikar.history.refusal import Refused
from angikar.papers import access, store
from angikar.papers.actions import amend, draft, supersede
from angikar.papers.letters.actions import begin, enclose
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import EnclosedFile, Paper
from angikar.papers.settling.actions import settle
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.editable import places
from angikar.rules.kinds import KINDS
from angikar.rules.reading import Doubt
from angikar.rules.tracing import sentences
from tests.world import FIRST_DAY, World

SECRET = b"a list of another ministry"


@pytest.fixture
def theirs(world: World) -> str:
    """The digest of a file that another office has enclosed with a letter of its own."""
    head = world.officers["north_head"]
    letter = begin(head, world.offices["north"], FORMS["letter"], subject="গোপন")
    enclose(letter, "তালিকা", version=letter.version, by=head, name="secret.txt", data=SECRET)
    return EnclosedFile.objects.get(paper=letter).file.sha256


def _paper(world: World, kind: str) -> Paper:
    whole: dict[str, Any] = {}
    return draft(world.officers["director"], office=world.offices["department"], kind=kind, content=whole)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_action_changes_what_the_system_keeps(world: World, theirs: str, kind: str) -> None:
    paper, by = _paper(world, kind), world.officers["director"]
    for pattern in places(KINDS[kind].content, kept=True):
        path = pattern.replace("#", "0")
        with pytest.raises(Refused) as refused:
            amend(paper, path, theirs, version=paper.version, by=by)
        assert refused.value.code in ("place-not-editable", "no-such-place")
        doubt = StoredDoubt.of(Doubt(sentences.FILE_NOT_CARRIED, "warning", path=path), "check")
        Paper.objects.filter(pk=paper.pk).update(doubts=[doubt])
        with pytest.raises(Refused):
            settle(paper, doubt.key, "value", version=paper.version, by=by, value=theirs)
    paper.refresh_from_db()
    assert paper.version == 1


def test_a_digest_in_the_content_alone_opens_no_file(world: World, theirs: str) -> None:
    paper = _paper(world, "plain_letter")
    paper.content["enclosures"] = [{"title": "ক", "pages": None, "file": theirs}]
    paper.save()
    assert access.enclosed(paper, 1) is None


def test_a_letter_that_replaces_another_keeps_its_enclosures(world: World) -> None:
    head = world.officers["director"]
    letter = begin(head, world.offices["department"], FORMS["letter"], subject="আসবাব")
    letter = enclose(letter, "তালিকা", version=letter.version, by=head, name="list.txt", data=b"list")
    Paper.objects.filter(pk=letter.pk).update(state="issued")
    enclosed = access.enclosed(supersede(letter, by=head, day=FIRST_DAY), 1)
    assert enclosed is not None
    assert (enclosed.name, store.get(enclosed.file.sha256)) == ("list.txt", b"list")
