"""Reading links: the rows of a plan that stand for whole plans, the plan in force for each, and which plans are offered."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from angikar.offices.prepared import PreparedLists
from angikar.papers.links.stored import law_of_stored, part_of, stored_rows
from angikar.papers.models import Link, Paper, State
from angikar.rules.frameworks import for_paper, framework
from angikar.rules.frameworks.framework import Framework, PlanLink
from angikar.rules.kinds import kind_named
from angikar.rules.plan import IndicatorId, Plan

OFFERED = (State.DRAFT, State.REVIEW, State.SIGNED, State.ISSUED)
"""In these states a plan may be named for a row."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A row of a plan that stands for a whole plan: its identity, title and weight, what the form says of
    it, the plan that was named, and the one in force in its place today (the same, unless it was replaced).
    """

    line: IndicatorId
    title: str
    weight: str | None
    form: PlanLink | None
    named: Paper | None = None
    paper: Paper | None = None


def law_of_paper(paper: Paper, plan: Plan) -> Framework | None:
    """The framework a plan is under: the one it names, else that of its kind and year."""
    if paper.framework:
        return framework(paper.framework)
    return for_paper(paper.kind, paper.fiscal_year, subject_of(plan))


def subject_of(plan: Plan) -> str:
    """Which reform a plan serves; empty for the plans that serve none."""
    return getattr(plan, "subject", None) or ""


def name_in_agreement(paper: Paper) -> str:
    """The name of the entry of the form's `links` that stands for this plan in an agreement; empty where none does."""
    return kind_named(paper.kind).link or str(paper.content.get("subject") or "")


def inside(paper: Paper) -> tuple[Inner, ...]:
    """The rows of one plan that stand for whole plans, in printed order; those without a plan included."""
    return _level([paper])[paper.pk]


def plans_within(paper: Paper) -> dict[int, tuple[Inner, ...]]:
    """The inner plans of a paper, and of every plan inside it, by the paper's number: one query a level, two where one
    was replaced.
    """
    found: dict[int, tuple[Inner, ...]] = {}
    level = [paper]
    while level:
        rows = _level(level)
        found |= rows
        inner = {row.paper.pk: row.paper for own in rows.values() for row in own if row.paper}
        level = [plan for pk, plan in inner.items() if pk not in found]
    return found


def _level(papers: Iterable[Paper]) -> dict[int, tuple[Inner, ...]]:
    links: dict[int, dict[IndicatorId, Paper]] = {}
    papers = list(papers)
    for link in _LINKS([paper.pk for paper in papers]):
        links.setdefault(link.paper_id, {})[IndicatorId.parse(link.line)] = link.to
    now = in_force(to for named in links.values() for to in named.values())
    return {each.pk: tuple(_rows(each, links.get(each.pk, {}), now)) for each in papers}


_LINKS: PreparedLists[Link] = PreparedLists(
    lambda papers: Link.objects.filter(paper__in=papers).select_related("to__office", "to__counterpart"), 1
)


def in_force(papers: Iterable[Paper]) -> dict[int, Paper]:
    """By the number of each paper the one that has taken its place by now, or itself."""
    found = {paper.pk: paper for paper in papers}
    while replaced := {each.pk for each in found.values() if each.state == State.SUPERSEDED}:
        successors = Paper.objects.filter(supersedes__in=replaced, state__in=(State.ISSUED, State.SUPERSEDED))
        later = {each.supersedes_id: each for each in successors.select_related("office", "counterpart")}
        if not later:
            break
        found = {pk: later.get(each.pk, each) for pk, each in found.items()}
    return found


def candidates(paper: Paper) -> dict[str, list[Paper]]:
    """The plans of the same office and year that may be named, by the name of the form's link they fit; those in force
    first. Plans that are being replaced by one of them are left out.
    """
    others = Paper.objects.filter(
        office=paper.office_id, fiscal_year=paper.fiscal_year, state__in=OFFERED, is_template=False
    )
    found: dict[str, list[Paper]] = {}
    for each in others.exclude(pk=paper.pk).select_related("office").order_by("-issued_at", "-pk"):
        if name := name_in_agreement(each):
            found.setdefault(name, []).append(each)
    return found


def would_loop(paper: Paper, to: Paper) -> bool:
    """Whether a plan holds, at any depth, the paper that is to hold it, or one that paper replaces."""
    own = {paper.pk}
    above = paper.supersedes
    while above is not None:
        own.add(above.pk)
        above = above.supersedes
    return not own.isdisjoint(plans_within(to))


def _rows(paper: Paper, linked: dict[IndicatorId, Paper], now: dict[int, Paper]) -> Iterator[Inner]:
    """The rows of a plan that stand for whole plans."""
    if not linked and not kind_named(paper.kind).holds_plans:
        return
    asked = (paper.hash, paper.fiscal_year, frozenset(linked))
    if not paper.hash or (found := _KEPT.get(asked)) is None:
        found = tuple(_unnamed(paper, linked))
        if paper.hash:
            if len(_KEPT) >= _MOST_KEPT:
                _KEPT.clear()
            _KEPT[asked] = found
    for each in found:
        chosen = linked.get(each.line)
        yield replace(each, named=chosen, paper=now[chosen.pk]) if chosen else each


_MOST_KEPT = 512
"""Issued plans, which never change, whose rows are kept."""
_KEPT: dict[tuple[str | None, str | None, frozenset[IndicatorId]], tuple[Inner, ...]] = {}


def _unnamed(paper: Paper, linked: Container[IndicatorId]) -> Iterator[Inner]:
    """The rows that the form or a link gives to whole plans, without these plans: read from the content as it is stored, for to make a
    value of it costs more.
    """
    law = law_of_stored(paper)
    for line, title, weight in _indicators(paper.content):
        form = law.link_of(title) if law and line.part == "governance" else None
        if form is not None or line in linked:
            yield Inner(line, title, weight, form)


def _indicators(content: dict[str, Any]) -> Iterator[tuple[IndicatorId, str, str | None]]:
    """Every indicator of a stored plan with its title and weight, in printed order."""
    for area, each in stored_rows(content):
        yield IndicatorId.of(part_of(area), each["code"]), each["title"], each.get("weight")
