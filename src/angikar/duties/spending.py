"""Reported spending of a circular, gathered from the answers to its forms and compared with its limits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from angikar.duties.access import visible
from angikar.duties.incidents.queries import districts_of
from angikar.duties.models import Duty, Report, ReportState
from angikar.offices.access import User, mandate
from angikar.papers.models import Paper
from angikar.rules.duty_key import DutyKey
from angikar.rules.forms.form import Field, Form
from angikar.rules.forms.spending import Limit, Spent, Watched, watch


@dataclass(frozen=True, slots=True)
class Spending:
    """The limits of a circular, and everybody whose spending under them was reported."""

    limits: tuple[Limit, ...]
    spenders: tuple[Watched, ...]


def watched(paper: Paper, user: User) -> Spending:
    """The spending reported under a circular in duties that `user` may see; of each duty its latest report counts, unless it
    was sent back. What is claimed and what of it is accepted are next to each other.
    """
    fields = _fields(paper)
    if not fields:
        return Spending((), ())
    duties = Duty.objects.filter(visible(mandate(user)), paper=paper)
    reports = Report.objects.filter(duty__in=duties.values("pk")).exclude(state=ReportState.DRAFT).exclude(fields={})
    latest = {
        each.duty_id: each for each in reports.select_related("duty__post__office").defer("duty__asked").order_by("pk")
    }
    counted = [each for each in latest.values() if each.state != ReportState.SENT_BACK]
    places = districts_of(each.duty.post.office.path for each in counted)
    spenders: list[Watched] = []
    for (code, name), field in fields.items():
        own = [each for each in counted if DutyKey.parse(each.duty.key).place == code]
        spent = [row for each in own for row in _spent(each, name, places.get(each.duty.post.office.path, ""))]
        spenders += watch(field.limits, spent, field.counting)
    ordered = sorted(spenders, key=lambda each: (-each.claimed / Decimal(each.limit.most), each.place, each.who))
    return Spending(tuple(dict.fromkeys(limit for field in fields.values() for limit in field.limits)), tuple(ordered))


def _fields(paper: Paper) -> dict[tuple[str, str], Field]:
    """The fields of a circular's forms that ask for spending, by directive and name."""
    directives: list[dict[str, Any]] = paper.content.get("directives", [])
    return {
        (directive["code"], field.name): field
        for directive in directives
        if directive.get("form")
        for field in Form.model_validate(directive["form"]).fields
        if field.kind == "spending"
    }


def _spent(report: Report, name: str, place: str) -> list[Spent]:
    return [
        Spent(
            row["who"],
            row["limit"],
            Decimal(row["amount"]),
            place=place,
            teller=report.duty.post_id,
            report=report.duty_id,
            on=report.duty.due or report.on or report.at.date(),
            accepted=report.state == ReportState.ACCEPTED,
        )
        for row in report.fields.get(name, ())
    ]
