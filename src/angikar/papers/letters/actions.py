"""What is done with letters on their way: begin, rearrange, enclose, pass on, file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from angikar.formats.file_names import file_name
from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import holder_of, mandate
from angikar.offices.models import Office, Officer, Post
from angikar.papers import content as contents
from angikar.papers import doubts, sentences, store
from angikar.papers.comments.actions import _follow
from angikar.papers.letters.blank import begun, kind_of
from angikar.papers.letters.queries import has_in_hand
from angikar.papers.locking import in_state, locked, own_post
from angikar.papers.models import Dossier, EnclosedFile, File, Paper, State, Step
from angikar.papers.queries import changes
from angikar.rules import kinds
from angikar.rules.bangla.digits import to_latin
from angikar.rules.kind import LetterForm
from angikar.rules.letters.arranging import How

_OPEN = (State.DRAFT, State.REVIEW)


def begin(
    by: Officer,
    office: Office,
    form: LetterForm,
    *,
    subject: str,
    marks: Sequence[str] = (),
    dossier: Dossier | None = None,
) -> Paper:
    """Begin a letter of one's own office: it has its frame, the head as signatory, and is in hand of the post that began it.

    Raises `NotYours` for another's office or file, `Refused` for a letter without a subject (an office order may lack one).
    """
    post = own_post(by, office)
    if dossier is not None and dossier.office_id != office.pk:
        raise NotYours
    if not subject.strip() and form.name != "order":
        raise Refused(sentences.SUBJECT_MISSING)
    chosen = kind_of(form)
    above = [each.name for each in Office.objects.above(office.path)]
    blank = begun(
        form, office=office.name, above=above, subject=subject.strip(), marks=marks, signatory=_signatory(office)
    )
    whole = contents.valid(chosen, blank)
    checked = chosen.check(chosen.content.model_validate(whole), None)
    with transaction.atomic():
        paper = Paper.objects.create(
            kind=chosen.name,
            office=office,
            content=whole,
            state=State.DRAFT,
            doubts=doubts.entered(checked, checked),
            created_by=by,
            holder=post,
            dossier=dossier,
            **contents.face(whole),
        )
        Step.objects.create(paper=paper, to=post, by=by, at=timezone.now())
        record("paper.draft", paper, by=by, post=post, now={"kind": chosen.name, "form": form.name})
    return paper


def _signatory(office: Office) -> dict[str, str]:
    """Who signs unless somebody else is named: the head of the office, as he is called today."""
    head = Post.objects.open().filter(office=office, is_head=True).first()
    person = holder_of(head) if head else None
    named = {"name": person.name} if person else {}
    return {**named, "post": head.title, "office": office.name} if head else {}


def arrange(paper: Paper, path: str, how: How, *, version: int, by: Officer, text: str = "") -> Paper:
    """Add, move or take away a paragraph, a directive or an item of a list (`rules.arranging`); numbers run on by themselves.

    Raises `Conflict` when somebody rearranged the same since `version`, or changed what is to be taken away, `Refused` where
    a passage cannot be moved that way.
    """
    with transaction.atomic():
        fresh = _letter(paper, by)
        _refuse_moved(fresh, path, how, version, by)
        kind = kinds.kind_named(fresh.kind)
        if kind.arrange is None:
            raise Refused(sentences.NOT_ARRANGEABLE)
        was = fresh.content
        _put(fresh, kind.arrange(fresh.value(), path, how, text).model_dump(mode="json", by_alias=True), path)
        if fresh.content == was:
            raise Refused(sentences.PASSAGE_NOT_MOVABLE)
        top = path.partition(".")[0]
        now = {"path": path, "how": how, "value": text, "version": fresh.version}
        record("paper.arrange", fresh, by=by, post=own_post(by, fresh.office), was={"value": was.get(top)}, now=now)
    return fresh


def enclose(paper: Paper, line: str, *, version: int, by: Officer, name: str = "", data: bytes = b"") -> Paper:
    """Add an enclosure as a person writes it ("তালিকা (৫ পাতা)"), with its file where one is attached.

    Raises `Refused` where neither has a name, and the errors of `arrange`.
    """
    text = " ".join(line.split()) or (file_name(name) if name else "")
    if not text:
        raise Refused(sentences.ENCLOSURE_EMPTY)
    sha256 = store.put(data) if data else None
    with transaction.atomic():
        fresh = _letter(paper, by)
        _refuse_moved(fresh, "enclosures", "add", version, by)
        if sha256 is not None:
            described = store.describe(data, name)
            file, _ = File.objects.get_or_create(sha256=sha256, defaults=described)
            EnclosedFile.objects.get_or_create(paper=fresh, file=file, defaults={"name": str(described["name"])})
        kind = kinds.kind_named(fresh.kind)
        if kind.arrange is None:
            raise Refused(sentences.NO_ENCLOSURES)
        whole = kind.arrange(fresh.value(), "enclosures", "add", text).model_dump(mode="json", by_alias=True)
        whole["enclosures"][-1]["file"] = sha256
        _put(fresh, whole, "enclosures")
        now = {"path": "enclosures", "how": "add", "value": text, "file": sha256, "version": fresh.version}
        record("paper.arrange", fresh, by=by, post=own_post(by, fresh.office), now=now)
    return fresh


def pass_on(paper: Paper, to: Post, *, version: int, by: Officer, today: date, words: str = "") -> Step:
    """Give a draft to another post of its office, with a note; sending it down needs a sentence. The head may also call a
    draft in, whichever post has it.

    Raises `NotYours` unless one has it in hand, `Refused` for a vacant post and one of another office, `Conflict` when it has
    changed since `version`.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, *_OPEN)
        own = mandate(by, today)
        calls = to.is_head and to.pk in own.post_ids and to.office_id == fresh.office_id
        if not has_in_hand(own, fresh) and not calls:
            raise NotYours
        here = fresh.holder or own_post(by, fresh.office)
        if to.office_id != fresh.office_id or to.pk == here.pk:
            raise Refused(sentences.SAME_POST)
        if holder_of(to, today) is None:
            raise Refused(sentences.TO_VACANT_POST, post=to.title)
        down = _is_down(fresh, here, to)
        if down and not words.strip():
            raise Refused(sentences.DOWN_NEEDS_REASON)
        fresh.holder = to
        fresh.version += 1
        fresh.save()
        step = Step.objects.create(
            paper=fresh, source=here, to=to, by=by, at=timezone.now(), down=down, words=words.strip()
        )
        now = {"to": to.title, "down": down, "words": words.strip()}
        record("paper.pass_on", fresh, by=by, post=own_post(by, fresh.office), was=here.title, now=now)
    return step


def _is_down(fresh: Paper, here: Post, to: Post) -> bool:
    """Whether it goes to a lower post, or, among equals, back to one that had it before."""
    had = fresh.steps.filter(to=to).exists()
    return not to.is_head and (to.rank > here.rank or (to.rank == here.rank and had))


def open_dossier(office: Office, number: str, subject: str, *, by: Officer, day: date) -> Dossier:
    """Open a file of one's own office under its number, without the dispatch number. Raises `Refused` for an empty or repeated
    number or an empty subject.
    """
    post, number = own_post(by, office), to_latin(number.strip()).rstrip("-")
    if not number or not subject.strip():
        raise Refused(sentences.DOSSIER_INCOMPLETE)
    with transaction.atomic():
        if Dossier.objects.filter(office=office, number=number).exists():
            raise Refused(sentences.DOSSIER_NUMBER_USED)
        with once(Dossier, one_dossier_of_a_number=Refused(sentences.DOSSIER_NUMBER_USED)):
            dossier = Dossier.objects.create(
                office=office, number=number[:40], subject=subject.strip()[:300], opened=day
            )
        record("dossier.open", dossier, by=by, post=post, now={"number": number, "subject": subject.strip()})
    return dossier


def file_under(paper: Paper, dossier: Dossier | None, *, version: int, by: Officer) -> Paper:
    """Put a paper into a file of its office, whose number it gets; None takes it out. Raises the errors of `pass_on`."""
    with transaction.atomic():
        fresh = in_state(paper, version, State.DRAFT, State.REVIEW, State.SIGNED)
        if not has_in_hand(mandate(by), fresh) or (dossier is not None and dossier.office_id != fresh.office_id):
            raise NotYours
        was = fresh.dossier.number if fresh.dossier else None
        fresh.dossier = dossier
        fresh.version += 1
        fresh.save()
        now = dossier.number if dossier else None
        record("paper.file_under", fresh, by=by, post=own_post(by, fresh.office), was=was, now=now)
    return fresh


def _letter(paper: Paper, by: Officer) -> Paper:
    """The fresh row of a letter that is still being written, by who has it in hand."""
    fresh = locked(paper)
    if not kinds.kind_named(fresh.kind).is_letter or fresh.state not in (State.INTAKE, *_OPEN):
        raise Refused(sentences.PAPER_FROZEN)
    if not has_in_hand(mandate(by), fresh):
        raise NotYours
    return fresh


def _put(fresh: Paper, whole: dict[str, object], path: str) -> None:
    """Enter the whole content and the doubts of its check."""
    kind, before = kinds.kind_named(fresh.kind), fresh.content
    fresh.content = contents.changed(kind, before, whole)
    fresh.doubts = doubts.after_change(fresh.doubts, kind.check(fresh.value(), fresh.framework), path)
    for column, text in contents.face(fresh.content).items():
        setattr(fresh, column, text)
    fresh.version += 1
    fresh.save()
    _follow(fresh, before)


def _refuse_moved(fresh: Paper, path: str, how: str, version: int, by: Officer) -> None:
    """What somebody rearranged since `version`, or changed and is now to be taken away, is looked at again first."""
    for entry in changes(fresh, path if how == "remove" else path.partition(".")[0]):
        now = entry.now or {}
        theirs = entry.verb == "paper.arrange" or (how == "remove" and entry.officer_id != by.pk)
        if theirs and int(now.get("version", 0)) > version:
            raise Conflict(mine=path, theirs=now.get("value"), who=entry.officer_name, version=fresh.version)
