"""What is done with the file of a paper in intake: it is read again as another kind, or as one paper where it was parted wrongly."""

from __future__ import annotations

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Refused
from angikar.offices.models import Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences, store
from angikar.papers.intake.queries import other_parts
from angikar.papers.locking import in_state, own_post
from angikar.papers.models import Paper, State
from angikar.papers.reading import Found, held_against, understood


def read_again(paper: Paper, kind: str, *, by: Officer, version: int, seconds: float | None = None) -> Paper:
    """Read the file of a paper in intake again as another kind; what was read and settled before is replaced.

    Raises `Refused` for a paper without a file and for what cannot be read so, `OutOfTime` and `Conflict` as they say.
    """
    found = _found(paper, kind, paper.part or 0, seconds)
    with transaction.atomic():
        fresh = in_state(paper, version, State.INTAKE)
        post, was = own_post(by, fresh.office), _summary(fresh)
        _replace(fresh, found)
        record("paper.read_again", fresh, by=by, post=post, was=was, now=_summary(fresh))
    return fresh


def read_together(paper: Paper, *, by: Officer, version: int, seconds: float | None = None) -> Paper:
    """Read the file of one of several papers as one paper; the others that came with it are only kept, and lead here.

    Raises `Refused` for the only paper of a file and where another of them is a draft already, else the errors of `read_again`.
    """
    if not paper.part:
        raise Refused(sentences.ONLY_PAPER)
    found = _found(paper, None, 0, seconds)
    with transaction.atomic():
        fresh = in_state(paper, version, State.INTAKE)
        post, was = own_post(by, fresh.office), _summary(fresh)
        others = [in_state(each, each.version, State.INTAKE) for each in other_parts(fresh)]
        for each in others:
            each.part = None
            each.version += 1
            each.save()
        fresh.part = 0
        _replace(fresh, found)
        now = {**_summary(fresh), "together": [each.pk for each in others]}
        record("paper.read_together", fresh, by=by, post=post, was=was, now=now)
    return fresh


def _found(paper: Paper, kind: str | None, part: int, seconds: float | None) -> Found:
    """What is understood of the file of a paper, or of one part of it."""
    if paper.source is None:
        raise Refused(sentences.SOURCE_MISSING)
    data = store.get(paper.source.sha256)
    return held_against(understood(paper.source.name, data, kind, None, part=part, seconds=seconds)[0], paper.office)


def _summary(paper: Paper) -> dict[str, object]:
    return {"kind": paper.kind, "doubts": len(paper.doubts)}


def _replace(fresh: Paper, found: Found) -> None:
    """Put what was understood in the place of what was there."""
    reading, checked = found
    content = reading.content.model_dump(mode="json", by_alias=True)
    fresh.kind, fresh.framework, fresh.content = reading.kind, reading.framework, content
    fresh.doubts = doubts.entered(reading.doubts, checked)
    for name, value in contents.face(content).items():
        setattr(fresh, name, value)
    fresh.version += 1
    fresh.save()
