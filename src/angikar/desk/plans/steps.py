"""A step on the sheet of a plan, signed and kept by the browser of who took it, so that it can be taken back."""

from __future__ import annotations

from dataclasses import asdict

from django.core import signing
from django.http import HttpRequest

from angikar.history.refusal import NotYours, Refused
from angikar.offices.models import Officer
from angikar.papers import sentences
from angikar.papers.blocks.entering import ValueChange, differences
from angikar.papers.models import Link, Paper
from angikar.rules.kinds import kind_named

_SALT = "angikar.step"
_LEFT = "step_of_paper"
_MOST = 200_000  # letters of a step that is kept in the browser
_ROWS = ("areas", "activities", "indicators")


def step_between(before: Paper, after: Paper, by: Officer, *, steps: int) -> str:
    """What changed between two versions of a plan in so many steps of one officer. Empty where it cannot be taken back: another changed it
    meanwhile, its rows moved below plans that count for them or below doubts of reading, or it is too much to keep.
    """
    if after.version != before.version + steps or not kind_named(after.kind).is_plan:
        return ""
    found = list(differences(before.content, after.content))
    moved = any(isinstance(each.was, list) and each.path.rpartition(".")[2] in _ROWS for each in found)
    tied = moved and (
        any(each.origin == "reading" for each in after.doubts) or Link.objects.filter(paper=after).exists()
    )
    if not found or tied or any(not each.path for each in found):
        return ""
    places = [asdict(each) for each in found]
    token = signing.dumps({"paper": after.pk, "by": by.pk, "places": places}, salt=_SALT, compress=True)
    return token if len(token) <= _MOST else ""


def step_in(token: str, paper: Paper, by: Officer) -> list[ValueChange]:
    """The step that a token holds. Raises `Refused` for what is none, `NotYours` for that of another paper or officer."""
    try:
        step = signing.loads(token, salt=_SALT)
    except signing.BadSignature as wrong:
        raise Refused(sentences.STEP_LOST) from wrong
    if (step["paper"], step["by"]) != (paper.pk, by.pk):
        raise NotYours
    return [ValueChange(**each) for each in step["places"]]


def leave_step(request: HttpRequest, before: Paper, by: Officer, *, steps: int) -> None:
    """Keep a step for the page that is shown next."""
    step = step_between(before, Paper.objects.get(pk=before.pk), by, steps=steps)
    if step:
        request.session[_LEFT] = {str(before.pk): step}


def left_step(request: HttpRequest, paper: Paper) -> str:
    """The step that was kept for this page, once."""
    kept = request.session.get(_LEFT) or {}
    if str(paper.pk) not in kept:
        return ""
    del request.session[_LEFT]
    return str(kept[str(paper.pk)])
