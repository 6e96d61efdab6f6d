"""What is done with incidents: reported at once, followed up, assigned to a post, closed, opened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from angikar.duties.actions import EvidenceFile
from angikar.duties.events import DutiesPlaced, IncidentReported
from angikar.duties.incidents import sentences
from angikar.duties.incidents.access import IncidentRight, reporting_post, rights, visible
from angikar.duties.models import Duty, Incident, IncidentFile, IncidentStep, StepKind
from angikar.duties.states import INCIDENT
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.access import mandate
from angikar.offices.addressing import Register
from angikar.offices.models import Officer, Post
from angikar.papers import store
from angikar.papers.models import File, Paper, State
from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey


def report_incident(
    paper: Paper,
    *,
    by: Officer,
    fields: Mapping[str, Any],
    now: datetime,
    token: str,
    files: Sequence[EvidenceFile] = (),
) -> Incident:
    """Report an incident under a circular; the offices above are alarmed in the same action. The same sending (`token`) with the
    same words is one incident, however often it arrives.

    Raises `NotYours` for a post that the circular does not ask, `Refused` where it is not in force, and where the token of the sending
    was used for other words.
    """
    digests = {store.put(proof.data): proof for proof in files}
    with transaction.atomic():
        fresh = Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)
        day = timezone.localtime(now).date()
        post = reporting_post(mandate(by, day), fresh)
        if post is None:
            raise NotYours
        if fresh.state != State.ISSUED:
            raise Refused(sentences.CIRCULAR_NOT_IN_FORCE)
        known = Incident.objects.filter(paper=fresh, post=post, token=token).first()
        if known is not None:
            if known.fields != dict(fields):
                raise Refused(sentences.INCIDENT_ARRIVED)
            return known
        incident = Incident.objects.create(
            paper=fresh,
            post=post,
            office_path=post.office.path,
            by=by,
            fields=dict(fields),
            token=token,
            on=day,
            at=now,
        )
        for sha256, proof in digests.items():
            described = store.describe(proof.data, proof.name)
            file, _ = File.objects.get_or_create(sha256=sha256, defaults=described)
            IncidentFile.objects.create(incident=incident, file=file, name=str(described["name"]))
        publish(IncidentReported(incident, by, day))
        record("incident.tell", incident, by=by, post=post, now={**incident.facts(), "files": list(digests)})
    return incident


def add_step(incident: Incident, *, by: Officer, kind: StepKind, words: str, now: datetime) -> IncidentStep:
    """Say what was done about an open incident (`done`), or correct it (`correction`); what was reported stays as it is."""
    words = need_words(words, sentences.INCIDENT_WORDS_MISSING)
    with transaction.atomic():
        fresh, post = _taken(incident, by, "follow", now)
        if kind not in (StepKind.DONE, StepKind.CORRECTION):
            raise Refused(sentences.STEP_KIND_MISSING)
        _refuse_other_state(fresh, "incident.say")
        step = IncidentStep.objects.create(incident=fresh, kind=kind, words=words, by=by, post=post, at=now)
        record("incident.say", fresh, by=by, post=post, now={"kind": kind, "words": words})
    return step


def assign(incident: Incident, *, by: Officer, to: str, words: str, due: date, now: datetime) -> Duty:
    """Give a post a task about an incident, with a day: a duty of the circular, owed to the office that issued
    it. Raises `Refused` where the words lead to no post or to several, or the day is past.
    """
    words = need_words(words, sentences.INCIDENT_WORDS_MISSING)
    with transaction.atomic():
        fresh, post = _taken(incident, by, "close", now)
        _refuse_other_state(fresh, "incident.give")
        if due < timezone.localtime(now).date():
            raise Refused(sentences.DAY_PAST)
        found = Register(fresh.post.office).expand(to).posts
        if len(found) != 1:
            raise Refused(sentences.POST_NOT_SINGLE, words=to)
        key = str(DutyKey("incident", str(fresh.pk), str(fresh.steps.count() + 1)))
        ask = Ask(kind="report", key=key, text=words, addressee=to, due=due.isoformat())
        duty = Duty.objects.create(
            paper=fresh.paper,
            post=found[0],
            owed_to=fresh.paper.office,
            kind="report",
            key=key,
            text=words,
            asked=ask.model_dump(mode="json"),
            due=due,
        )
        publish(DutiesPlaced(fresh.paper))
        assigned = f"{found[0]}: {words}"
        IncidentStep.objects.create(incident=fresh, kind=StepKind.ASKED, words=assigned, by=by, post=post, at=now)
        record(
            "incident.give", fresh, by=by, post=post, now={"duty": duty.pk, "words": assigned, "due": due.isoformat()}
        )
    return duty


def close(incident: Incident, *, by: Officer, words: str, now: datetime) -> Incident:
    """Close an incident with a sentence; only the office that issued the circular may."""
    words = need_words(words, sentences.INCIDENT_WORDS_MISSING)
    with transaction.atomic():
        fresh, post = _taken(incident, by, "close", now)
        _refuse_other_state(fresh, "incident.close")
        fresh.closed_at = now
        fresh.save(update_fields=["closed_at"])
        IncidentStep.objects.create(incident=fresh, kind=StepKind.CLOSED, words=words, by=by, post=post, at=now)
        record("incident.close", fresh, by=by, post=post, now={"words": words})
    return fresh


def reopen(incident: Incident, *, by: Officer, words: str, now: datetime) -> Incident:
    """Open a closed incident again, with a sentence; its age runs on from the first hour."""
    words = need_words(words, sentences.INCIDENT_WORDS_MISSING)
    with transaction.atomic():
        fresh, post = _taken(incident, by, "close", now)
        _refuse_other_state(fresh, "incident.reopen")
        fresh.closed_at = None
        fresh.save(update_fields=["closed_at"])
        IncidentStep.objects.create(incident=fresh, kind=StepKind.REOPENED, words=words, by=by, post=post, at=now)
        record("incident.reopen", fresh, by=by, post=post, now={"words": words})
    return fresh


def _taken(incident: Incident, by: Officer, to: IncidentRight, now: datetime) -> tuple[Incident, Post]:
    """The incident, locked and fresh, and the post `by` acts as; `NotYours` when he may not."""
    held = mandate(by, timezone.localtime(now).date())
    rows = Incident.objects.select_for_update(of=("self",)).select_related("paper__office", "post__office")
    fresh = rows.filter(visible(held), pk=incident.pk).first()
    if fresh is None or to not in rights(held, fresh):
        raise NotYours
    own = [post for post in held.posts if post.pk == fresh.post_id]
    return fresh, (held.post_in(fresh.paper.office_id) if to == "close" else None) or (own or list(held.posts))[0]


def _refuse_other_state(fresh: Incident, verb: str) -> None:
    """Raises `Refused` where the verb does not start in the state of the incident."""
    if INCIDENT.next(verb, fresh.state) is None:
        raise Refused(sentences.INCIDENT_CLOSED if fresh.closed_at else sentences.INCIDENT_OPEN)
