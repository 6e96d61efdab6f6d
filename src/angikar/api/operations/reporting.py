"""Reporting by programs: a figure saved as a draft, a report submitted, a receipt acknowledged, a report accepted or sent back."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from pydantic import Field

from angikar.api.clock import today
from angikar.api.door import REPORT, REVIEW, officer
from angikar.api.operations.duties import DutyWhole, ReportFacts, report_row, whole_duty
from angikar.api.paging import Number
from angikar.api.problems import Sent
from angikar.api.seen import VersionSeen, version_of
from angikar.duties import access, actions
from angikar.duties.cells.actions import Pair
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.duties.submission import Sending
from angikar.history.refusal import Refused
from angikar.rules.duty import Answer, judge
from angikar.rules.forms.form import Moment, judge_form
from angikar.rules.reading import Doubt

router = Router(tags=["Reporting"])
Text = Annotated[str, Field(max_length=10_000)]
Short = Annotated[str, Field(max_length=100)]


class AnswerIn(Sent):
    """An answer, as a person types it: digits of either kind. `fields` fill in the form of a directive by its names."""

    value: Short = Field("", examples=["26"])
    numerator: Short = ""
    denominator: Short = ""
    words: Text = ""
    choice: Text = ""
    not_applicable: bool = False
    fields: dict[Short, Text] = {}


class VerdictIn(Sent):
    """How a report is accepted: as it is, or at another value; another value takes words."""

    value: Short | None = Field(None, examples=["25"])
    words: Text = ""


class WordsIn(Sent):
    """Why."""

    words: Text = Field(examples=["প্রমাণক সংযুক্ত হয়নি।"])


@router.post("/duties/{int:pk}/draft", auth=REPORT, response=DutyWhole, summary="Save a figure as a draft")
def save_draft(request: HttpRequest, pk: Number, sent: AnswerIn, if_match: VersionSeen = "") -> DutyWhole:
    """Store a figure as the draft of a report; If-Match names the version of the duty that was seen."""
    person = officer(request)
    duty = access.duty(person, pk, to="report")
    answer = judged(duty, sent)
    pair = Pair(answer.numerator, answer.denominator)
    version = version_of(if_match)
    save_cell(duty, by=person, value=answer.value, version=version, today=today(), words=answer.words, pair=pair)
    return whole_duty(request, access.duty(person, pk))


@router.post("/duties/{int:pk}/report", auth=REPORT, response=ReportFacts, summary="Submit a report")
def submit_report(request: HttpRequest, pk: Number, sent: AnswerIn) -> ReportFacts:
    """Submit the answer to a duty. A figure that breaks a law of value takes words."""
    person = officer(request)
    duty = access.duty(person, pk, to="report")
    sending = Sending(at=timezone.localtime().time().replace(tzinfo=None))
    made = actions.report(duty, by=person, answer=judged(duty, sent), today=today(), sending=sending)
    return report_row(made)


@router.post("/duties/{int:pk}/acknowledge", auth=REPORT, response=ReportFacts, summary="Acknowledge a paper")
def acknowledge_paper(request: HttpRequest, pk: Number) -> ReportFacts:
    """Acknowledge the receipt of a paper, by its hash; again, it is still the one receipt."""
    person = officer(request)
    duty = access.duty(person, pk, to="report")
    return report_row(actions.acknowledge(duty, by=person, today=today()))


@router.post("/reports/{int:pk}/accept", auth=REVIEW, response=ReportFacts, summary="Accept a report")
def accept_report(request: HttpRequest, pk: Number, sent: VerdictIn) -> ReportFacts:
    """Accept the latest report of a duty that is owed to one's office; the claimed value stays next to it."""
    person = officer(request)
    report = access.report(person, pk, to="review")
    value = None if sent.value is None else judged(report.duty, AnswerIn(value=sent.value)).value
    return report_row(actions.accept(report, by=person, today=today(), value=value, words=sent.words))


@router.post("/reports/{int:pk}/send-back", auth=REVIEW, response=ReportFacts, summary="Send a report back")
def send_report_back(request: HttpRequest, pk: Number, sent: WordsIn) -> ReportFacts:
    """Send a report back with a sentence; the duty is owed again."""
    person = officer(request)
    report = access.report(person, pk, to="review")
    return report_row(actions.send_back(report, by=person, sentence=sent.words, today=today()))


def judged(duty: Duty, sent: AnswerIn) -> Answer:
    """What was sent as the answer to a duty. Raises `Refused` with the sentence of what is wrong with it."""
    form = duty.ask.form
    if form is not None:
        moment = Moment(today(), timezone.localtime().time().replace(tzinfo=None))
        filled = judge_form(form, {f"f-{name}": text for name, text in sent.fields.items()}, moment, {})
        if filled.doubts:
            raise refusal(filled.doubts[0])
        return Answer(words=sent.words.strip(), fields=filled.values)
    typed = {name: text for name, text in sent.model_dump(exclude={"fields", "not_applicable"}).items() if text}
    answer = judge(duty.ask, {**typed, **({"not_applicable": "1"} if sent.not_applicable else {})}, today())
    if isinstance(answer, Doubt):
        raise refusal(answer)
    return answer


def refusal(doubt: Doubt) -> Refused:
    """What a doubt says, as a refusal."""
    return Refused(doubt.sentence, **doubt.facts)
