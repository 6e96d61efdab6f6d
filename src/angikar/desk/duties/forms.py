"""Small forms on a page: what a telephone sent of one, its files, and what the page needs to show it again."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from django.http import HttpRequest
from django.utils import timezone

from angikar.desk.base import sentence, today
from angikar.desk.duties.proofs import taken
from angikar.duties.actions import EvidenceFile
from angikar.rules.forms.form import MOST_ROWS, Filled, Form, Moment, judge_form
from angikar.rules.reading import Doubt

_SPARE = 2  # empty rows of spending below those that were filled in
TOKEN = 64
"""Characters of the name of one sending."""


def filled_in(request: HttpRequest, form: Form) -> tuple[Filled, list[EvidenceFile]]:
    """What was sent of a form, judged at this moment, with its files. Raises `Refused` for files that are not taken."""
    named = {each.name: each for each in form.fields if each.kind == "files"}
    sent = {name: request.FILES.getlist(f"f-{name}") for name in named}
    taken([file for files in sent.values() for file in files])
    moment = Moment(today(), timezone.localtime().time().replace(tzinfo=None))
    filled = judge_form(form, request.POST.dict(), moment, {name: len(files) for name, files in sent.items()})
    if filled.doubts:
        return filled, []
    proofs = [
        EvidenceFile(name=name, data=data, kind=named[field].label)
        for field, files in sent.items()
        for name, data in taken(files)
    ]
    return filled, proofs


def shown(form: Form, sent: Mapping[str, str], wrongs: Mapping[str, Doubt]) -> dict[str, object]:
    """What a page needs to show a form: its fields, their values, what is wrong at each, how many rows of spending,
    and a new name for the next sending.
    """
    rows = {
        each.name: min(MOST_ROWS, _SPARE + sum(f"f-{each.name}-{number}-who" in sent for number in range(MOST_ROWS)))
        for each in form.fields
        if each.kind == "spending"
    }
    texts = {name: sentence(doubt) for name, doubt in wrongs.items()}
    return {"form": form, "sent": sent, "wrongs": texts, "rows": rows, "token": uuid4().hex}
