"""Reading how soft drafts are: each row by its own figures and proofs, and by the issued plans of offices of the same kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from angikar.duties.models import Line
from angikar.duties.softness.sentences import SAID
from angikar.offices import tree
from angikar.papers.links.queries import law_of_paper
from angikar.papers.models import Paper, State
from angikar.rules.plan import Plan
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.softness.peers import PeerName, Spread, below_peers, peer_name, spread
from angikar.rules.plan_table.softness.proofs import Proof, self_certified
from angikar.rules.plan_table.softness.rows import Soft, soft_rows
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.sentence import Both

_PeerGroup = tuple[str, str, str]
"""What is compared with each other: one kind of plan, of one fiscal year, of one kind of office."""
_Promised = dict[_PeerGroup, dict[PeerName, list[Decimal]]]
"""What offices promise, indicator by indicator."""


@dataclass(frozen=True, slots=True)
class SoftPlace:
    """What is soft at a place of a draft, in words."""

    path: str
    both: Both


def softness(papers: Iterable[Paper], under: Iterable[str]) -> dict[int, tuple[SoftPlace, ...]]:
    """By the number of each paper what is soft of it, in the order of the codes; papers that are no plans are left out. They are compared
    with the issued plans of offices of the same kind below some paths, which are asked for once for all of them.
    """
    plans = [(paper, value) for paper in papers if isinstance(value := paper.value(), Plan)]
    promised = _promised(plans, under) if plans else {}
    spreads = {group: _spreads(promised, group) for group in {_group(paper) for paper, _ in plans}}
    return {
        paper.pk: tuple(
            SoftPlace(each.path, SAID[each.kind].both(**each.facts))
            for each in sorted(_of_plan(paper, plan, spreads[_group(paper)]), key=_in_order)
        )
        for paper, plan in plans
    }


def _group(paper: Paper) -> _PeerGroup:
    return paper.kind, paper.fiscal_year, paper.office.kind


def _of_plan(paper: Paper, plan: Plan, peers: Mapping[PeerName, Spread]) -> Iterator[Soft]:
    law = law_of_paper(paper, plan)
    yield from soft_rows(plan, law.levels if law else ())
    yield from self_certified(_proofs(paper, plan))
    yield from below_peers(plan, peers)


def _in_order(soft: Soft) -> tuple[int, ...]:
    return tuple(int(each) for each in str(soft.facts["code"]).split(".") if each.isdecimal())


def _proofs(paper: Paper, plan: Plan) -> Iterator[Proof]:
    """What proves the rows: of an agreement the annex, of other plans what their table says."""
    for index, row in enumerate(paper.content.get("evidence", ())):
        yield Proof(f"evidence.{index}.evidence", row["code"], row.get("implementer") or "", row.get("evidence") or "")
    for path, _, _, each in plan.indicators():
        yield Proof(f"{path}.evidence", each.code, ", ".join(each.responsible), ", ".join(each.evidence))


def _spreads(promised: _Promised, group: _PeerGroup) -> dict[PeerName, Spread]:
    """By indicator what is promised this year, or was last year where too few plans of this year are issued."""
    this, before = (promised.get(each, {}) for each in (group, _year_before(group)))
    found = {name: spread(this.get(name, ())) or spread(before.get(name, ())) for name in {*this, *before}}
    return {name: known for name, known in found.items() if known is not None}


def _year_before(group: _PeerGroup) -> _PeerGroup:
    kind, year, office = group
    return kind, str(FiscalYear.parse(year).shifted(-1)) if canonical_year(year) else "", office


def _promised(plans: Sequence[tuple[Paper, Plan]], under: Iterable[str]) -> _Promised:
    groups = {group for paper, _ in plans for group in (_group(paper), _year_before(_group(paper)))}
    kinds, years, offices = (set(each) for each in zip(*groups, strict=True))
    lines = Line.objects.filter(
        tree.within(*tree.ranges(under)),
        title__in={row.title for _, plan in plans for _, _, _, row in plan.indicators()},
        paper__kind__in=kinds,
        paper__fiscal_year__in=years,
        paper__office__kind__in=offices,
        paper__state=State.ISSUED,
    )
    found: _Promised = {}
    for kind, year, office, title, unit, target, criteria in lines.order_by().values_list(*_COMPARED):
        figure = target[0] if len(target) == 1 else next(iter(criteria), None)
        if figure and not is_date(figure):
            found.setdefault((kind, year, office), {}).setdefault(peer_name(title, unit), []).append(Decimal(figure))
    return found


_COMPARED = ("paper__kind", "paper__fiscal_year", "paper__office__kind", "title", "unit", "target", "criteria")
