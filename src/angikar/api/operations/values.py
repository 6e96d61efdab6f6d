"""Values in bulk: many figures of one plan at once, as JSON, a CSV or a workbook; looked at by a dry run before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, Literal

from django.http import HttpRequest
from ninja import File, Query, Router, Schema, UploadedFile
from pydantic import Field

from angikar.api import sentences
from angikar.api.clock import today
from angikar.api.door import REPORT, officer
from angikar.api.operations.reporting import AnswerIn, Short, Text, judged, refusal
from angikar.api.paging import Number
from angikar.api.problems import Sent
from angikar.duties import access, actions
from angikar.duties.cells.actions import Pair
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.duties.plausible import unexplained
from angikar.formats import SIZE_LIMIT, Unreadable
from angikar.formats.lists import read_lists
from angikar.history.refusal import Refused
from angikar.offices.access import mandate
from angikar.papers import access as papers
from angikar.rules.bangla.digits import to_latin
from angikar.rules.duty import Answer
from angikar.rules.sentence import Fact

router = Router(tags=["Reporting"])
_MOST: Final = 1_000
_HEADINGS: Final = ("part", "code", "quarter", "value")
_ROWS = Field(max_length=_MOST)
Dry = Annotated[bool, Query(False, description="Say what would happen, and write nothing")]
How = Annotated[Literal["draft", "report"], Query("draft", description="Save drafts, or submit reports")]
_Key = tuple[str, str, int]


class ValueIn(Sent):
    """A figure of one row and quarter, as a person types it."""

    part: Short = Field("own", examples=["own"])
    code: Short = Field(examples=["1.1.1"])
    quarter: int = Field(ge=1, le=4)
    value: Short = Field(examples=["26"])
    words: Text = ""


class ValuesIn(Sent):
    """Figures of one plan."""

    rows: list[ValueIn] = _ROWS


class ValueOutcome(Schema):
    """What became of one row, or would become of it."""

    row: int = Field(description="From 1, as they were sent")
    duty: int | None
    state: Literal["fits", "written", "refused"]
    value: str | None = Field(description="As it is understood")
    code: str | None
    message: str | None
    message_en: str | None


class ValuesOutcome(Schema):
    """What became of all rows; where one is refused before, none is written."""

    written: int
    refused: int
    items: list[ValueOutcome]


@router.post("/papers/{int:pk}/values", auth=REPORT, response=ValuesOutcome, summary="Report many figures of a plan")
def send_values(
    request: HttpRequest, pk: Number, sent: ValuesIn, dry_run: Dry = False, how: How = "draft"
) -> ValuesOutcome:
    """Each figure is judged as it is on the screen; where one does not fit, none is written. Each that is written is an act of its own."""
    return _all(request, pk, sent.rows, dry_run, how)


@router.post(
    "/papers/{int:pk}/values/file", auth=REPORT, response=ValuesOutcome, summary="Report many figures by a list"
)
def send_values_file(
    request: HttpRequest, pk: Number, file: File[UploadedFile], dry_run: Dry = False, how: How = "draft"
) -> ValuesOutcome:
    """The same from a CSV or the first sheet of a workbook with the headings part, code, quarter, value and, where wanted, words."""
    papers.paper(officer(request), pk)
    return _all(request, pk, _listed(file), dry_run, how)


def _listed(file: UploadedFile) -> list[ValueIn]:
    try:
        sheets = read_lists(file.read(SIZE_LIMIT + 1), rows=_MOST + 1)
    except Unreadable as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    rows = [cells for _line, cells in sheets[0].rows] if sheets else []
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if not set(_HEADINGS) <= set(head):
        raise Refused(sentences.VALUES_WITHOUT_HEAD)
    if len(rows) > _MOST + 1:
        raise Refused(sentences.VALUES_TOO_MANY, most=_MOST)
    return [_value(dict(zip(head, cells, strict=False))) for cells in rows[1:]]


def _value(cells: dict[str, str]) -> ValueIn:
    quarter = to_latin(cells["quarter"]).strip()
    return ValueIn.model_construct(
        part=cells["part"].strip() or "own",
        code=to_latin(cells["code"]).strip(),
        quarter=int(quarter) if quarter in ("1", "2", "3", "4") else 0,
        value=cells["value"].strip(),
        words=cells.get("words", "").strip(),
    )


def _all(request: HttpRequest, pk: int, rows: Sequence[ValueIn], dry_run: bool, how: str) -> ValuesOutcome:
    papers.paper(officer(request), pk)
    known, seen, fits, found = _known(request, pk), set[_Key](), list[tuple[Duty, Answer]](), list[ValueOutcome]()
    for number, row in enumerate(rows, 1):
        key = (row.part, row.code, row.quarter)
        try:
            duty, answer = _judged(known, seen, key, row)
        except Refused as refused:
            found.append(_outcome(number, known.get(key), "refused", None, refused))
            continue
        fits.append((duty, answer))
        found.append(_outcome(number, duty, "fits", answer.value))
    if not dry_run and len(fits) == len(rows):
        found = [_written(request, number, pair, how) for number, pair in enumerate(fits, 1)]
    states = [each.state for each in found]
    return ValuesOutcome(written=states.count("written"), refused=states.count("refused"), items=found)


def _known(request: HttpRequest, pk: int) -> dict[_Key, Duty]:
    """The figures of a plan that the officer reports, by their rows."""
    person = officer(request)
    held = mandate(person)
    duties = access.duties_for(person).filter(paper=pk, line__isnull=False, quarter__isnull=False, kind="figure")
    return {
        (each.line.part, each.line.code, each.quarter): each
        for each in duties
        if each.line is not None and each.quarter is not None and "report" in access.rights(held, each)
    }


def _judged(known: dict[_Key, Duty], seen: set[_Key], key: _Key, row: ValueIn) -> tuple[Duty, Answer]:
    facts: dict[str, Fact] = {"part": key[0], "code": key[1], "quarter": key[2]}
    if key in seen:
        raise Refused(sentences.ROW_TWICE, **facts)
    seen.add(key)
    duty = known.get(key)
    if duty is None:
        raise Refused(sentences.ROW_UNKNOWN, **facts)
    answer = judged(duty, AnswerIn.model_construct(value=row.value, words=row.words))
    if (doubt := unexplained(duty, answer)) is not None:
        raise refusal(doubt)
    return duty, answer


def _written(request: HttpRequest, number: int, pair: tuple[Duty, Answer], how: str) -> ValueOutcome:
    duty, answer = pair
    person, day = officer(request), today()
    try:
        if how == "report":
            actions.report(duty, by=person, answer=answer, today=day)
        else:
            both = Pair(answer.numerator, answer.denominator)
            save_cell(
                duty, by=person, value=answer.value, version=duty.version, today=day, words=answer.words, pair=both
            )
    except Refused as refused:
        return _outcome(number, duty, "refused", answer.value, refused)
    return _outcome(number, duty, "written", answer.value)


def _outcome(
    number: int,
    duty: Duty | None,
    state: Literal["fits", "written", "refused"],
    value: str | None,
    why: Refused | None = None,
) -> ValueOutcome:
    return ValueOutcome(
        row=number,
        duty=duty.pk if duty else None,
        state=state,
        value=value,
        code=why.code if why else None,
        message=why.message if why else None,
        message_en=why.message_en if why else None,
    )
