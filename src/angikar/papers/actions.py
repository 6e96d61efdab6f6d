"""What is done with papers before they are issued: taking in, drafting, amending, moving on,
superseding.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.offices.models import Office, Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences, store
from angikar.papers.comments.actions import _round_begun, _round_ended
from angikar.papers.deadlines import last_day
from angikar.papers.editing import amendable, change, refuse_clash, whole_at
from angikar.papers.events import PaperMoved
from angikar.papers.letters.blank import replaces, replacing
from angikar.papers.locking import acting_post, in_state, own_post
from angikar.papers.models import Amendment, EnclosedFile, File, Link, Paper, PaperSignature, State
from angikar.papers.queries import commenting_posts
from angikar.papers.reading import Found, held_against, understood
from angikar.papers.signatures.sentences import SIGN_BY_SIGNING
from angikar.papers.states import MOVES
from angikar.rules import kinds


def take_in(
    by: Officer,
    name: str,
    data: bytes,
    *,
    office: Office,
    kind: str | None = None,
    framework: str | None = None,
    seconds: float | None = None,
) -> Paper:
    """Read a file and store it with what was understood, as a paper in intake with its doubts; of a file of several papers, the first
    (`take_in_each`).

    Raises `Refused` with the reader's own sentence when it cannot be read (then it is not stored), `OutOfTime` when
    that takes more than so many seconds, `NotYours` for another's office.
    """
    return take_in_each(by, name, data, office=office, kind=kind, framework=framework, seconds=seconds)[0]


def take_in_each(
    by: Officer,
    name: str,
    data: bytes,
    *,
    office: Office,
    kind: str | None = None,
    framework: str | None = None,
    seconds: float | None = None,
) -> tuple[Paper, ...]:
    """Take in every paper of a file, each with what was understood of it and its own entry. Raises the errors of `take_in`."""
    own_post(by, office)
    return enter(by, name, data, understood(name, data, kind, framework, seconds=seconds), office=office)


def enter(by: Officer, name: str, data: bytes, found: tuple[Found, ...], *, office: Office) -> tuple[Paper, ...]:
    """Store a file with what was understood of it, each paper in intake with its doubts. Raises `NotYours` for another's office."""
    with transaction.atomic():
        return _entered_each(by, name, data, found, office)


def _entered_each(by: Officer, name: str, data: bytes, found: tuple[Found, ...], office: Office) -> tuple[Paper, ...]:
    several = len(found) > 1
    return tuple(
        _entered(by, name, data, each, office=office, part=number if several else 0)
        for number, each in enumerate(found, start=1)
    )


def _entered(by: Officer, name: str, data: bytes, found: Found, *, office: Office, part: int) -> Paper:
    post = own_post(by, office)
    reading, checked = held_against(found, office)
    content = reading.content.model_dump(mode="json", by_alias=True)
    sha256 = store.put(data)
    source, _ = File.objects.get_or_create(sha256=sha256, defaults=store.describe(data, name))
    paper = Paper.objects.create(
        kind=reading.kind,
        framework=reading.framework,
        office=office,
        content=content,
        doubts=doubts.entered(reading.doubts, checked),
        state=State.INTAKE,
        source=source,
        part=part,
        created_by=by,
        **contents.face(content),
    )
    record(
        "paper.take_in",
        paper,
        by=by,
        post=post,
        now={"file": sha256, "kind": paper.kind, "doubts": len(paper.doubts)},
    )
    return paper


def draft(
    by: Officer, *, office: Office, kind: str, framework: str | None = None, content: dict[str, Any] | None = None
) -> Paper:
    """Begin a paper of one's own office. Raises `Refused` when the content does not fit the kind, `NotYours` for
    another's office.
    """
    post = own_post(by, office)
    chosen = kinds.kind_named(kind)
    whole = contents.valid(chosen, content or {})
    checked = chosen.check(chosen.content.model_validate(whole), framework)
    with transaction.atomic():
        paper = Paper.objects.create(
            kind=kind,
            framework=framework,
            office=office,
            content=whole,
            state=State.DRAFT,
            doubts=doubts.entered(checked, checked),
            created_by=by,
            **contents.face(whole),
        )
        record("paper.draft", paper, by=by, post=post, now={"kind": kind, "framework": framework})
    return paper


def amend(paper: Paper, path: str, value: object, *, version: int, by: Officer) -> Paper:
    """Put another value at a path of the content (a text is read as a person types it, digits of either kind) and
    check it again.

    Changes of others to other places do not disturb. Raises `Conflict` when somebody changed this place since
    `version`, `Refused` for a frozen paper, a path that leads nowhere and a value that does not fit.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        refuse_clash(fresh, path, value, version)
        was = whole_at(fresh, path)
        change(fresh, path, contents.figure(path, value))
        _store(fresh)
        record("paper.amend", fresh, by=by, post=own_post(by, fresh.office), was=was, now=whole_at(fresh, path))
    return fresh


def accept_intake(paper: Paper, *, by: Officer, version: int) -> Paper:
    """Make a draft of what was read; doubts that are still open stay with it and are looked at again before issue."""
    with transaction.atomic():
        fresh = in_state(paper, version, State.INTAKE)
        if fresh.part is None:
            raise Refused(sentences.READ_TOGETHER)
        fresh.state = State.DRAFT
        _store(fresh)
        left = len(doubts.still_open(fresh.doubts))
        record(
            "paper.accept_intake",
            fresh,
            by=by,
            post=own_post(by, fresh.office),
            was=State.INTAKE,
            now={"open_doubts": left},
        )
    return fresh


def move(paper: Paper, to: str, *, by: Officer, version: int, words: str = "") -> Paper:
    """Move a paper on to review or signature, or back to the draft; going back needs a sentence.

    Raises `Refused` for a step that does not exist, and `Conflict` when the paper has changed since `version`."""
    with transaction.atomic():
        fresh = in_state(paper, version, *MOVES)
        if to not in MOVES[fresh.state] or fresh.is_template:
            raise Refused(sentences.MOVE_NOT_ALLOWED)
        if to == State.DRAFT and not words.strip():
            raise Refused(sentences.RETURN_NEEDS_REASON)
        if to == State.SIGNED and kinds.kind_named(fresh.kind).issued_signed:
            raise Refused(SIGN_BY_SIGNING)
        if to == State.REVIEW and not commenting_posts(fresh):
            raise Refused(sentences.NO_REVIEWER)
        was, fresh.state = fresh.state, to
        if to == State.DRAFT:
            PaperSignature.objects.filter(paper=fresh, ended=None).update(ended=timezone.now())
        _store(fresh)
        post = acting_post(by, fresh)
        if was == State.REVIEW:
            _round_ended(fresh, words.strip(), by=by, post=post, at=timezone.now())
        if to == State.REVIEW:
            _round_begun(fresh, words.strip(), by=by, at=timezone.now())
        record("paper.move", fresh, by=by, post=post, was=was, now={"state": to, "words": words})
        publish(PaperMoved(fresh, was, by, words.strip()))
    return fresh


def supersede(paper: Paper, *, by: Officer, day: date) -> Paper:
    """A new draft that will replace an issued paper; the old one stays in force until the new one is issued. The plans
    inside it are linked to the new one too. A plan's replacement is an amendment, due by the framework's day: one that is
    begun later is remembered as late.

    Raises `Refused` for a paper that is not in force or is being replaced already."""
    with transaction.atomic():
        old = Paper.objects.select_for_update(of=("self",)).select_related("office", "counterpart").get(pk=paper.pk)
        if old.state != State.ISSUED or old.successors.exists():
            raise Refused(sentences.NOT_REPLACEABLE)
        content = _replacing(old) if kinds.kind_named(old.kind).is_letter else old.content
        with once(Paper, replaced_once=Refused(sentences.NOT_REPLACEABLE)):
            new = Paper.objects.create(
                kind=old.kind,
                framework=old.framework,
                office=old.office,
                counterpart=old.counterpart,
                content=content,
                doubts=old.doubts,
                state=State.DRAFT,
                supersedes=old,
                created_by=by,
                dossier=old.dossier,
                **contents.face(content),
            )
        Link.objects.bulk_create(
            [Link(paper=new, line=each.line, to=each.to) for each in old.links.select_related("to")]
        )
        EnclosedFile.objects.bulk_create(
            [EnclosedFile(paper=new, file_id=each.file_id, name=each.name) for each in old.enclosed.all()]
        )
        due = last_day(old)
        late = due is not None and day > due
        if "areas" in old.content:
            Amendment.objects.create(paper=new, began=day, due=due, late=late)
        was, now = {"paper": old.pk, "hash": old.hash}, {"day": day.isoformat(), "late": late}
        record("paper.supersede", new, by=by, post=own_post(by, old.office), was=was, now=now)
    return new


def _replacing(old: Paper) -> contents.Json:
    """What a letter that replaces another begins with: the sentence that names it, and no number yet."""
    return replacing(old.content, replaces(old.supersedes.content) if old.supersedes else None)


def name_counterpart(paper: Paper, counterpart: Office | None, *, by: Officer, version: int) -> Paper:
    """Say which office of the register is the other party: it reads the paper, and reviews it. Raises the errors of
    `move`.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, State.INTAKE, *MOVES)
        if counterpart is not None and counterpart.pk == fresh.office_id:
            raise Refused(sentences.OWN_COUNTERPART)
        if PaperSignature.objects.filter(paper=fresh, ended=None).exists():
            raise Refused(sentences.PAPER_FROZEN)
        was, fresh.counterpart = fresh.counterpart_id, counterpart
        _store(fresh)
        now = counterpart.pk if counterpart else None
        record("paper.counterpart", fresh, by=by, post=own_post(by, fresh.office), was=was, now=now)
    return fresh


def _store(fresh: Paper) -> None:
    fresh.version += 1
    fresh.save()
