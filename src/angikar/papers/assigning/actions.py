"""What is done with a template: it is assigned to offices below, each of which gets a draft of its own; what changed later is offered and
taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from angikar.history.actions import Happening, record, record_many
from angikar.history.publishing import publish
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices import tree
from angikar.offices.models import Office, Officer
from angikar.papers import content as contents
from angikar.papers import doubts, sentences
from angikar.papers.assigning.making import ForOffice
from angikar.papers.assigning.queries import areas_of
from angikar.papers.comments.actions import _follow
from angikar.papers.editing import amendable
from angikar.papers.events import PlanAssigned
from angikar.papers.locking import locked, own_post
from angikar.papers.models import Assignment, Paper, State
from angikar.papers.plans.actions import _rearranged, _store
from angikar.papers.plans.forms import plan_of
from angikar.papers.plans.once import refuse_second
from angikar.rules.plan import Plan
from angikar.rules.plan_table.making.fixed import fixed_rows, with_template

_WRITTEN = (State.DRAFT, State.REVIEW)


@dataclass(frozen=True, slots=True)
class Assigned:
    """What became of a template: how many offices got a draft and how many are offered what changed, and the offices that have begun
    such a plan of the year themselves and so got nothing.
    """

    given: int
    offered: int
    left: tuple[Office, ...]


def assign(
    template: Paper, made: Sequence[ForOffice], *, version: int, by: Officer, shared: Mapping[str, str] | None = None
) -> Assigned:
    """Give each office a draft made of a template, in which the rows of the template are fixed; what changed in the template since is
    offered to an office that has its draft already. All is stored at once, or nothing; `shared` says how each target was shared.

    Raises `NotYours` for another's template and for an office that is not below, `Refused` for what is no template and for one that has
    changed since `version`.
    """
    plan = plan_of(template)
    with transaction.atomic():
        fresh = locked(template)
        post = own_post(by, fresh.office)
        if plan is None or not fresh.is_template or fresh.state != State.DRAFT or fresh.version != version:
            raise Refused(sentences.NOT_ASSIGNABLE)
        drafts = Assignment.objects.filter(template=fresh).select_related("paper").defer("paper__content")
        known = {each.paper.office_id: each for each in drafts}
        given, left, again = list[ForOffice](), list[Office](), list[ForOffice]()
        for each in made:
            if each.office.pk == fresh.office_id or not tree.is_under(each.office.path, fresh.office.path):
                raise NotYours
            if each.office.pk in known:
                again.append(each)
                continue
            try:
                refuse_second(each.office, plan, fresh.fiscal_year)
            except Refused:
                left.append(each.office)
            else:
                given.append(each)
        papers = _given(fresh, given, by)
        offered = _offered(fresh, [(known[each.office.pk], each) for each in again], by)
        new, old = ([paper.office_id for paper in each] for each in (papers, offered))
        now = {
            "offices": new,
            "offered": old,
            "left": [office.pk for office in left],
            "shared": dict(shared or {}),
        }
        publish(PlanAssigned(fresh, tuple(new), tuple(old), by))
        record("paper.assign", fresh, by=by, post=post, now=now)
    return Assigned(len(papers), len(offered), tuple(left))


def _given(template: Paper, given: Sequence[ForOffice], by: Officer) -> list[Paper]:
    """The drafts of the offices that have none."""
    papers = [_draft(template, each, by) for each in given]
    Assignment.objects.bulk_create(
        [
            Assignment(paper=paper, template=template, version=template.version, rows=fixed_rows(paper.content))
            for paper in papers
        ]
    )
    facts = {"kind": template.kind, "framework": template.framework, "template": template.pk}
    record_many([Happening("paper.draft", paper, now=facts) for paper in papers], by=by)
    return papers


def _offered(template: Paper, again: Sequence[tuple[Assignment, ForOffice]], by: Officer) -> list[Paper]:
    """The drafts whose offices are offered what changed; where nothing did, what was offered before is withdrawn."""
    changed, papers = list[Assignment](), list[Paper]()
    for known, each in again:
        if known.paper.state not in _WRITTEN:
            continue
        same = fixed_rows(each.content) == known.rows
        wanted = ([], 0) if same else (each.content["areas"], template.version)
        if wanted[0] != known.offered:
            known.offered, known.offered_version = wanted
            changed.append(known)
            papers.append(known.paper)
    Assignment.objects.bulk_update(changed, ["offered", "offered_version"], batch_size=100)
    facts = {"template": template.pk, "version": template.version}
    record_many([Happening("paper.offer", paper, now=facts) for paper in papers], by=by)
    return papers


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


def take_offer(paper: Paper, *, version: int, by: Officer) -> Paper:
    """Take over what changed in the template a draft was made from: its rows are as they are there now, and fixed as such; what the
    office wrote of them and its own rows stay.

    Raises `Conflict` when the draft has changed since `version`, `Refused` where nothing is offered.
    """
    with transaction.atomic():
        fresh = amendable(paper, by)
        post, value = own_post(by, fresh.office), fresh.value()
        if fresh.version != version:
            raise Conflict(mine=version, theirs=fresh.version, who="", version=fresh.version)
        known = Assignment.objects.filter(paper=fresh, offered_version__gt=0).first()
        if known is None or not isinstance(value, Plan):
            raise Refused(sentences.NO_OFFER)
        before, done = fresh.content, with_template(value, known.rows, areas_of(known.offered))
        kept, fresh.content = _rearranged(fresh, value, done)
        known.rows, known.version = fixed_rows({"areas": known.offered}), known.offered_version
        known.offered, known.offered_version = [], 0
        known.save()
        _store(fresh, kept, "")
        _follow(fresh, before, done.moved)
        now = {"path": "areas", "rows": len(known.rows), "template": known.template_id, "version": fresh.version}
        record("paper.take_offer", fresh, by=by, post=post, was={"value": before["areas"]}, now=now)
    return fresh
