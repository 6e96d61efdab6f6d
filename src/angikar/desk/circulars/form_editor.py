"""The form of a directive, made while its circular is a draft: a row for each field, a preview, and who is notified of late reports."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from angikar.desk.base import attempt, number, officer, page, signed_in
from angikar.desk.circulars import sentences
from angikar.desk.duties.forms import shown
from angikar.history.refusal import NotYours, Refused
from angikar.papers import access
from angikar.papers.actions import amend
from angikar.papers.models import FROZEN, Paper
from angikar.rules.bangla.digits import canonical, parse_number
from angikar.rules.forms.form import Field, Form
from angikar.rules.kinds.circular.content import Circular
from angikar.rules.schedule.reminding import Escalation

MOST_FIELDS = 30
"""Fields that one form holds; a telephone is small."""
_SPARE = 2
_NOTIFIED = {"superior": "ঊর্ধ্বতন", "issuer": "জারিকারী"}


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int, directive: int) -> HttpResponse:
    """The form of one directive; a POST saves it (`do` is `form`) or the hours after which a post is notified (`escalation`)."""
    paper = access.paper(officer(request), pk, to="amend")
    value = paper.value()
    if not isinstance(value, Circular) or paper.state in FROZEN or directive >= len(value.directives):
        raise NotYours
    if request.method == "POST" and attempt(request, lambda: _save(request, paper, directive), _("রাখা হয়েছে।")):
        return redirect("desk:form", pk, directive)
    form = value.directives[directive].form or Form()
    rows = [_row(each) for each in form.fields]
    context = {
        **shown(form, {}, {}),
        "paper": paper,
        "number": directive,
        "directive": value.directives[directive],
        "rows_of_fields": rows + [dict.fromkeys(_PARTS, "") for _spare in range(min(_SPARE, MOST_FIELDS - len(rows)))],
        "escalation": "\n".join(f"{each.after} | {_NOTIFIED.get(each.to, each.to)}" for each in value.escalation),
        "typed": request.POST,
    }
    return page(request, "circulars/form_editor", context, status=422 if request.method == "POST" else 200)


def _save(request: HttpRequest, paper: Paper, directive: int) -> None:
    sent, by, version = request.POST, officer(request), number(request.POST, "version")
    if sent.get("do") == "escalation":
        steps = [_step(line) for line in sent.get("escalation", "").splitlines() if line.strip()]
        amend(paper, "escalation", [each.model_dump() for each in steps], version=version, by=by)
        return
    fields = _fields(sent)
    form = Form(fields=tuple(fields), again=bool(sent.get("again"))).model_dump(mode="json") if fields else None
    amend(paper, f"directives.{directive}.form", form, version=version, by=by)


def _fields(sent: Mapping[str, str]) -> list[Field]:
    """The fields of the rows that were filled in, in the order that was given. Raises `Refused` for a row that cannot be read."""
    rows = [{name: sent.get(f"{row}-{name}", "").strip() for name in _PARTS} for row in range(MOST_FIELDS)]
    filled = [row for row in rows if row["label"]]
    taken = {row["name"] for row in filled if row["name"]}
    free = (name for name in (f"f{count}" for count in range(1, 10 * MOST_FIELDS)) if name not in taken)
    ordered = sorted(filled, key=lambda row: _place(row["order"], filled.index(row)))
    return [_field({**row, "name": row["name"] or next(free)}) for row in ordered]


_PARTS = (
    "name",
    "order",
    "label",
    "kind",
    "required",
    "unit",
    "least",
    "most",
    "whole",
    "choices",
    "limits",
    "running",
    "hint",
)


def _place(text: str, otherwise: int) -> Decimal:
    found = parse_number(text)
    return found.value if found else Decimal(otherwise + 1)


def _field(row: Mapping[str, str]) -> Field:
    try:
        return Field.model_validate(
            {
                "name": row["name"],
                "label": row["label"],
                "kind": row["kind"] or "number",
                "required": bool(row["required"]),
                "unit": row["unit"],
                "hint": row["hint"],
                "whole": bool(row["whole"]),
                "least": _figure(row["least"]),
                "most": _figure(row["most"]),
                "choices": [line.strip() for line in row["choices"].splitlines() if line.strip()],
                "limits": [_limit(line) for line in row["limits"].splitlines() if line.strip()],
                "counting": "cumulative" if row["running"] else "sum",
            }
        )
    except ValidationError as wrong:
        raise Refused(sentences.FORM_FIELD_UNREADABLE, label=row["label"]) from wrong


def _figure(text: str) -> str | None:
    found = parse_number(text) if text else None
    if text and (found is None or found.high is not None):
        raise Refused(sentences.NOT_A_NUMBER, text=text)
    return canonical(found.value) if found else None


def _limit(line: str) -> dict[str, str]:
    """A limit as it is typed: for which post | what for | how much | source."""
    subject, item, most, source = (*(part.strip() for part in line.split("|", 3)), "", "", "")[:4]
    figure = _figure(most)
    if not subject or figure is None or Decimal(figure) <= 0:
        raise Refused(sentences.SPENDING_LIMIT_UNREADABLE, line=line)
    return {"subject": subject, "item": item, "most": figure, "source": source}


def _step(line: str) -> Escalation:
    """A step of escalation as it is typed: hours | which post."""
    hours, _bar, who = (part.strip() for part in line.partition("|"))
    found, words = parse_number(hours), {text: name for name, text in _NOTIFIED.items()}
    try:
        return Escalation(after=int(found.value) if found else 0, to=words.get(who, who or "superior"))
    except ValidationError as wrong:
        raise Refused(sentences.ESCALATION_STEP_UNREADABLE, line=line) from wrong


def _row(each: Field) -> dict[str, Any]:
    """A field as the rows of the page show it."""
    limits = (" | ".join((limit.subject, limit.item, limit.most, limit.source)) for limit in each.limits)
    running = each.counting == "cumulative"
    return {**each.model_dump(), "choices": "\n".join(each.choices), "limits": "\n".join(limits), "running": running}
