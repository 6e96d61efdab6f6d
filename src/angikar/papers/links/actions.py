"""What is done with links: naming the plan that stands for a row, and taking the name away again."""

from __future__ import annotations

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.offices.models import Officer
from angikar.papers import sentences
from angikar.papers.events import PlanLinked
from angikar.papers.links.queries import OFFERED, law_of_paper, name_in_agreement, would_loop
from angikar.papers.locking import bare_row, in_state, own_post
from angikar.papers.models import Link, Paper, State
from angikar.papers.queries import line_of_descent
from angikar.papers.states import MOVES
from angikar.rules.plan import IndicatorId, Plan

_OPEN = (State.INTAKE, *MOVES, State.ISSUED)
"""A link is about the plan, not about the frozen text: it may be set while the paper is in force."""


def link_plan(paper: Paper, line: IndicatorId, to: Paper, *, by: Officer, version: int) -> Link:
    """Record that a row of a plan stands for a whole other plan: its score becomes the row's figure.

    Raises `Conflict` when the paper has changed since `version`, `NotYours` for another's paper, and `Refused` for a row
    the plan does not have, for what is no plan, for a plan of another office or year or of another subject than the row's
    title, and for a plan inside itself.
    """
    with transaction.atomic():
        fresh = in_state(paper, version, *_OPEN)
        post = own_post(by, fresh.office)
        fitting = Paper.objects.select_related("office", "counterpart").get(pk=to.pk)
        _refuse_unknown(fresh, line)
        _refuse_unfit(fresh, line, fitting)
        _refuse_counted(fresh, fitting)
        before = Link.objects.filter(paper=fresh, line=str(line)).first()
        was = {"line": str(line), "to": before.to_id} if before else None
        link, _ = Link.objects.update_or_create(paper=fresh, line=str(line), defaults={"to": fitting})
        fresh.version += 1
        fresh.save()
        publish(PlanLinked(fresh, line, fitting))
        now = {"line": str(line), "to": fitting.pk, "value": fitting.title}
        record("paper.link_plan", fresh, by=by, post=post, was=was, now=now)
    return link


def unlink_plan(paper: Paper, line: IndicatorId, *, by: Officer, version: int) -> Paper:
    """Record that no plan stands for a row any more. Raises the errors of `link_plan`, and `Refused` where none is linked."""
    with transaction.atomic():
        fresh = in_state(paper, version, *_OPEN)
        post = own_post(by, fresh.office)
        link = Link.objects.filter(paper=fresh, line=str(line)).select_related("to").first()
        if link is None:
            raise Refused(sentences.NO_PLAN_LINKED)
        was = {"line": str(line), "to": link.to_id, "value": link.to.title}
        Link.objects.filter(pk=link.pk).delete()
        fresh.version += 1
        fresh.save()
        publish(PlanLinked(fresh, line, None))
        record("paper.unlink_plan", fresh, by=by, post=post, was=was, now={"line": str(line)})
    return fresh


def _refuse_counted(fresh: Paper, to: Paper) -> None:
    """A plan counts in one agreement, and in those that replace it; its row is locked, so that of several who link it at the same
    moment the first alone does.
    """
    bare_row(to.pk)
    later = Paper.objects.filter(supersedes=fresh).values_list("pk", flat=True)
    family = {*(each.pk for each in line_of_descent(fresh)), *later}
    other = (
        Link.objects.filter(to=to)
        .exclude(paper__in=family)
        .exclude(paper__state=State.DISCARDED)
        .select_related("paper")
        .first()
    )
    if other is not None:
        raise Refused(sentences.PLAN_LINKED_ELSEWHERE, plan=to.title, paper=other.paper.title)


def _refuse_unknown(fresh: Paper, line: IndicatorId) -> None:
    value = fresh.value()
    rows = value.indicators() if isinstance(value, Plan) else ()
    if line not in {IndicatorId(area.part, each.code) for _, area, _, each in rows}:
        raise Refused(sentences.NO_SUCH_LINE)


def _refuse_unfit(fresh: Paper, line: IndicatorId, to: Paper) -> None:
    if "areas" not in to.content or to.state not in OFFERED or to.is_template:
        raise Refused(sentences.PLAN_NOT_LINKABLE)
    if to.office_id != fresh.office_id:
        raise Refused(sentences.PLAN_OF_ANOTHER_OFFICE, office=to.office.name)
    if to.fiscal_year != fresh.fiscal_year:
        raise Refused(sentences.PLAN_OF_ANOTHER_YEAR, theirs=to.fiscal_year or "—", ours=fresh.fiscal_year or "—")
    _refuse_other_subject(fresh, line, to)
    if would_loop(fresh, to):
        raise Refused(sentences.PLAN_INSIDE_ITSELF)


def _refuse_other_subject(fresh: Paper, line: IndicatorId, to: Paper) -> None:
    plan = fresh.value()
    law = law_of_paper(fresh, plan) if isinstance(plan, Plan) else None
    if law is None or not isinstance(plan, Plan):
        return
    title = next(row.title for _, area, _, row in plan.indicators() if IndicatorId(area.part, row.code) == line)
    form = law.link_of(title) if line.part == "governance" else None
    if form is not None and form.name != name_in_agreement(to):
        raise Refused(sentences.PLAN_OF_ANOTHER_SUBJECT, title=form.title)
