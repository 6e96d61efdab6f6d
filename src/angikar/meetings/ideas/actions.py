"""What is done with an idea: an office submits it; the team looks into it, tries it, spreads it or drops it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Conflict, Refused
from angikar.meetings.ideas import sentences
from angikar.meetings.models import Idea
from angikar.meetings.states import STEPS
from angikar.offices.models import Body, Office, Officer, Post
from angikar.rules.bangla.search import folded
from angikar.rules.schedule.fiscal import FiscalYear


def submit(post: Post, title: str, text: str, *, body: Body | None, day: date, by: Officer) -> Idea:
    """Submit an idea of the office of a post, to a team or, where there is none, to the office above. Raises `Refused` without
    a title or a text, and for one of the same words by the same office in the year.
    """
    with transaction.atomic():
        if not title.strip() or not text.strip():
            raise Refused(sentences.IDEA_INCOMPLETE)
        year, words = str(FiscalYear.of(day)), folded(f"{title} {text}")
        Office.objects.select_for_update(no_key=True).get(
            pk=post.office_id
        )  # two of the same words do not pass together
        if Idea.objects.filter(office=post.office, fiscal_year=year, folded=words).exists():
            raise Refused(sentences.IDEA_REPEATED)
        idea = Idea.objects.create(
            office=post.office,
            office_path=post.office.path,
            body=body,
            title=title.strip(),
            text=text.strip(),
            folded=words,
            fiscal_year=year,
            author=by,
            post=post,
            since=day,
        )
        record("idea.submit", idea, by=by, post=post, now={"title": idea.title, "body": body.pk if body else None})
    return idea


def step(idea: Idea, to: str, words: str, *, version: int, day: date, by: Officer) -> Idea:
    """Bring an idea into another state, with a word. Raises `Refused` without one and for a step that `STEPS` does not know,
    `Conflict` when it was changed since `version`.
    """
    with transaction.atomic():
        fresh = Idea.objects.select_for_update().get(pk=idea.pk)
        if fresh.version != version:
            raise Conflict(mine=to, theirs=fresh.state, who="", version=fresh.version)
        if to not in STEPS[fresh.state]:
            raise Refused(sentences.STEP_NOT_ALLOWED)
        if not words.strip():
            raise Refused(sentences.STEP_NEEDS_WORDS)
        was = {"state": fresh.state, "words": fresh.words}
        fresh.state, fresh.words, fresh.since, fresh.version = to, words.strip(), day, fresh.version + 1
        fresh.save()
        record("idea.step", fresh, by=by, was=was, now={"state": to, "words": fresh.words, "day": day.isoformat()})
    return fresh
