"""What is done with a template: it is assigned to offices below, each of which gets a draft of its own."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from angikar.history.actions import Happening, record, record_many
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused
from angikar.offices import tree
from angikar.offices.models import Office, Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences
from angikar.papers.assigning.locks import fixed_rows
from angikar.papers.assigning.making import ForOffice
from angikar.papers.events import PlanAssigned
from angikar.papers.locking import locked, own_post
from angikar.papers.models import Assignment, Paper, State
from angikar.papers.plans.forms import plan_of
from angikar.papers.plans.once import refuse_second


def assign(template: Paper, made: Sequence[ForOffice], *, version: int, by: Officer) -> tuple[int, list[Office]]:
    """Give each office a draft made of a template, in which the rows of the template are fixed. Returns how many got one, and the offices
    that have begun such a plan of the year themselves and so got none. All drafts are stored at once, or none.

    Raises `NotYours` for another's template and for an office that is not below, `Refused` for what is no template and for one that has
    changed since `version`.
    """
    plan = plan_of(template)
    with transaction.atomic():
        fresh = locked(template)
        post = own_post(by, fresh.office)
        if plan is None or not fresh.is_template or fresh.state != State.DRAFT or fresh.version != version:
            raise Refused(sentences.NOT_ASSIGNABLE)
        given, left = list[ForOffice](), list[Office]()
        for each in made:
            if each.office.pk == fresh.office_id or not tree.is_under(each.office.path, fresh.office.path):
                raise NotYours
            try:
                refuse_second(each.office, plan, fresh.fiscal_year)
            except Refused:
                left.append(each.office)
            else:
                given.append(each)
        papers = [_draft(fresh, each, by) for each in given]
        Assignment.objects.bulk_create(
            [
                Assignment(paper=paper, template=fresh, version=version, rows=fixed_rows(paper.content))
                for paper in papers
            ]
        )
        facts = {"kind": fresh.kind, "framework": fresh.framework, "template": fresh.pk}
        record_many([Happening("paper.draft", paper, now=facts) for paper in papers], by=by)
        now = {"offices": [paper.office_id for paper in papers], "left": [office.pk for office in left]}
        publish(PlanAssigned(fresh, tuple(paper.office_id for paper in papers), by))
        record("paper.assign", fresh, by=by, post=post, now=now)
    return len(papers), left


def _draft(template: Paper, each: ForOffice, by: Officer) -> Paper:
    return Paper.objects.create(
        kind=template.kind,
        framework=template.framework,
        office=each.office,
        content=each.content,
        state=State.DRAFT,
        doubts=doubts.entered(each.checked, each.checked),
        created_by=by,
        **contents.face(each.content),
    )
