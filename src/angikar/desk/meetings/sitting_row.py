"""One row of a meeting that runs: written at a time, what was understood shown back at once; of two texts for one row both are shown."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from angikar.desk.base import number, officer, page, row_number, sentence, signed_in
from angikar.desk.meetings import sentences
from angikar.desk.meetings.sitting import Rejected, screen
from angikar.desk.meetings.sitting_rows import SittingRow, one_row, row_of, understood
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.meetings import access
from angikar.meetings.models import Decision, Meeting, Resolution
from angikar.meetings.sittings import actions
from angikar.rules.bangla.digits import to_latin


@signed_in
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write one row: `row` names it (`item-5`, `resolution-7`, `new-5` for a decision under an item, `new` for an item)."""
    meeting, name = access.meeting(officer(request), pk, "write"), request.POST.get("row", "")
    try:
        written = _written(request, meeting, name)
    except Refused as refused:
        return _against(request, meeting, name, refused)
    if request.htmx:  # type: ignore[attr-defined]
        return _fragment(request, meeting, one_row(meeting, written))
    return redirect(f"{reverse('desk:sitting', args=[pk])}?row={written}#{written}")


def _written(request: HttpRequest, meeting: Meeting, name: str) -> str:
    sent, by, version = request.POST, officer(request), number(request.POST, "version")
    token = sent.get("token", "")[:40]
    if name == "new":
        return f"item-{actions.raise_item(meeting, sent.get('title', ''), by=by, token=token).pk}"
    row = row_of(meeting, name)
    if isinstance(row, Resolution):
        if sent.get("do") == "drop":
            return f"item-{actions.drop(row, version=version, by=by).item_id}"
        actions.rewrite(row, _typed(request, meeting), version=version, by=by)
        return name
    if row is None:
        raise NotYours
    if name.startswith("new-"):
        return f"resolution-{actions.resolve(row, _typed(request, meeting), by=by, token=token).pk}"
    actions.discuss(row, sent.get("discussion", "").replace("\r\n", "\n"), version=version, by=by)
    return name


def _typed(request: HttpRequest, meeting: Meeting) -> actions.Typed:
    sent = request.POST
    return actions.Typed(
        text=sent.get("text", "").replace("\r\n", "\n"),
        implementers=[line.strip(" ।;") for line in sent.get("implementers", "").splitlines()],
        when=sent.get("when", ""),
        continues=_continued(sent.get("continues", ""), meeting),
    )


def _continued(typed: str, meeting: Meeting) -> Decision | None:
    """The earlier decision that a list offered as `12: its text`."""
    if not typed.strip():
        return None
    figure = to_latin(typed).partition(":")[0].strip()
    pk = row_number(figure)
    found = Decision.objects.filter(body=meeting.body_id, pk=pk).first()
    if found is None:
        raise Refused(sentences.EARLIER_DECISION_UNKNOWN)
    return found


def _against(request: HttpRequest, meeting: Meeting, name: str, refused: Refused) -> HttpResponse:
    """What was typed stays where it was typed; a conflict shows the text stored by now as well, and who wrote it."""
    typed = {
        each: request.POST.get(each, "")
        for each in ("discussion", "text", "implementers", "when", "continues", "title")
    }
    clash = refused if isinstance(refused, Conflict) else None
    against = SittingRow(
        name,
        wrong=sentence(refused),
        theirs=_plain(clash.theirs) if clash else None,
        who=clash.who if clash else "",
        version=clash.version if clash else number(request.POST, "version"),
        typed=typed,
    )
    status = 409 if clash else 422
    if request.htmx:  # type: ignore[attr-defined]
        return _fragment(request, meeting, against, status=status)
    return screen(request, meeting, Rejected(typed=typed, row=against), status=status)


def _fragment(request: HttpRequest, meeting: Meeting, one: SittingRow | None, *, status: int = 200) -> HttpResponse:
    """One row by itself."""
    row = row_of(meeting, one.name) if one else None
    met = meeting.date or date.max
    context: dict[str, object] = {
        "meeting": meeting,
        "one": one,
        "row": row,
        "typed": (one.typed if one else None) or {},
    }
    context["understood"] = understood(row, met, row.item) if isinstance(row, Resolution) else None
    return page(request, "meetings/sitting_row", context, status=status)


def _plain(values: object) -> dict[str, str]:
    """The texts of a row as a person reads them."""
    found = values if isinstance(values, dict) else {}
    lines = {name: "\n".join(each) if isinstance(each, list) else each for name, each in found.items()}
    return {name: str(each) for name, each in lines.items() if each and not isinstance(each, bool)}
