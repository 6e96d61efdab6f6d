"""Changing one place of a draft: who may, whether somebody else changed it meanwhile, what follows of the change."""

from __future__ import annotations

from angikar.history.models import Entry
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences
from angikar.papers.assigning.locks import refuse_fixed
from angikar.papers.letters.queries import has_in_hand
from angikar.papers.locking import locked
from angikar.papers.models import Paper, State
from angikar.papers.naming import place_in_words
from angikar.papers.queries import changes
from angikar.rules import kinds
from angikar.rules.editable import is_editable


def amendable(paper: Paper, by: Officer) -> Paper:
    """The fresh row of a draft that this person may change. Raises `NotYours`, and `Refused` for a paper that is frozen, signed or
    discarded.
    """
    fresh = locked(paper)
    if fresh.holder_id is not None and not has_in_hand(mandate(by), fresh):
        raise NotYours
    if fresh.state == State.DISCARDED:
        raise Refused(sentences.PAPER_DISCARDED)
    if fresh.is_frozen or fresh.state == State.SIGNED:
        raise Refused(sentences.PAPER_FROZEN)
    return fresh


def refuse_clash(fresh: Paper, path: str, value: object, version: int) -> None:
    """Others may have changed other places since `version`; the officer who changed this one is named."""
    if fresh.version == version:
        return
    later = [entry for entry in changes(fresh, path) if _version(entry) > version]
    theirs = contents.at(fresh.content, path) if later else None
    if later and theirs != contents.figure(path, value):
        raise Conflict(mine=value, theirs=theirs, who=later[-1].officer_name, version=fresh.version)


def _version(entry: Entry) -> int:
    return int((entry.now or {}).get("version", 0))


def change(fresh: Paper, path: str, value: object) -> None:
    """Put a value at a path of a locked row, with what follows of it and the doubts of a new check; nothing is saved yet.

    Raises `Refused` for a place that no person may change, whoever asks and by whatever screen.
    """
    kind = kinds.kind_named(fresh.kind)
    if not is_editable(kind.content, fresh.content, path):
        raise Refused(sentences.PLACE_NOT_EDITABLE, place=place_in_words(fresh.content, path))
    fresh.content = contents.changed(kind, fresh.content, contents.put(fresh.content, path, value))
    refuse_fixed(fresh)
    fresh.doubts = doubts.after_change(fresh.doubts, doubts.checked(fresh), path)
    for column, text in contents.face(fresh.content).items():
        setattr(fresh, column, text)


def whole_at(fresh: Paper, path: str) -> dict[str, object]:
    """What an entry of the history says of one place: its path, its value, the version of the paper."""
    return {"path": path, "value": contents.at(fresh.content, path) if path else None, "version": fresh.version}
