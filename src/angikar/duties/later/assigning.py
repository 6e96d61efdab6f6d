"""Assigning a template to many offices as a job: what each gets is made beside the pages, all drafts are stored at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from angikar.duties import sentences
from angikar.duties.years import accepted_results
from angikar.jobs.access import under_way
from angikar.jobs.actions import begin
from angikar.jobs.models import Job
from angikar.jobs.works import Watch, Work
from angikar.offices.access import mandate
from angikar.offices.models import Office, Officer
from angikar.papers import access
from angikar.papers.assigning.actions import Assigned, assign
from angikar.papers.assigning.making import ForOffice, made_for
from angikar.papers.assigning.queries import below
from angikar.papers.models import Paper, State
from angikar.papers.plans.forms import plan_of
from angikar.papers.plans.queries import plans_of
from angikar.rules.bangla.text import key
from angikar.rules.plan import Plan
from angikar.rules.schedule.fiscal import FiscalYear


@dataclass(frozen=True, slots=True)
class Sharing:
    """How targets are shared out: by weights of the offices in their order, or by what each reached the year before, by paths of rows;
    `shared` is what the form says of each row, by its title.
    """

    weights: Mapping[str, Sequence[Decimal]] = field(default_factory=dict)
    last_year: Sequence[str] = ()
    day: date = date.min
    shared: Mapping[str, str] = field(default_factory=dict)


def assign_now(template: Paper, level: str, sharing: Sharing, *, by: Officer, version: int) -> Assigned:
    """Assign a template to all offices of a level below while somebody waits. Raises the errors of `assign`."""
    found, offices = access.paper(by, template.pk, to="amend"), below(template, level)
    made = made_for(found, offices, _weights(found, offices, sharing))
    return assign(found, made, version=version, by=by, shared=sharing.shared)


def _weights(template: Paper, offices: Sequence[Office], sharing: Sharing) -> dict[str, Sequence[Decimal]]:
    last = by_last_year(template, offices, sharing.last_year, sharing.day) if sharing.last_year else {}
    return {**sharing.weights, **last}


def assign_later(template: Paper, level: str, sharing: Sharing, *, by: Officer, version: int) -> Job:
    """Let a template be assigned to all offices of a level below. Raises `NotYours` for another's paper."""
    found = access.paper(by, template.pk, to="amend")
    args = {
        "paper": found.pk,
        "version": version,
        "offices": [each.pk for each in below(found, level)],
        "weights": {path: [str(each) for each in weights] for path, weights in sharing.weights.items()},
        "last_year": list(sharing.last_year),
        "day": sharing.day.isoformat(),
        "shared": dict(sharing.shared),
    }
    post = mandate(by).drafter_in(found.office_id)
    return begin(ASSIGN.name, found.title, key=_key(found), args=args, by=by, post=post)[0]


def is_being_assigned(template: Paper) -> bool:
    """Whether a job that assigns the template is under way."""
    return under_way(_key(template))


def by_last_year(
    template: Paper, offices: Sequence[Office], paths: Sequence[str], on: date
) -> dict[str, list[Decimal]]:
    """By the path of a row what each office reached of the row of the same title the year before, as it was accepted; nought where it has
    no such row.
    """
    plan, value = plan_of(template), template.value()
    titles = {path: key(row.title) for path, _, _, row in value.indicators()} if isinstance(value, Plan) else {}
    found: dict[str, list[Decimal]] = {path: [] for path in paths}
    before = str(FiscalYear.parse(template.fiscal_year).shifted(-1))
    for office in offices:
        old = plans_of(Paper.objects.all(), office, plan, before).filter(state=State.ISSUED).first() if plan else None
        reached = _reached(old, on) if old else {}
        for path in paths:
            found[path].append(reached.get(titles.get(path, ""), Decimal(0)))
    return found


def _reached(old: Paper, on: date) -> dict[str, Decimal]:
    value, results = old.value(), accepted_results(old, on)
    rows = value.indicators() if isinstance(value, Plan) else ()
    titles = {(area.part, row.code): key(row.title) for _, area, _, row in rows}
    return {
        titles[each.part, each.code]: Decimal(figure)
        for each, figure in results.items()
        if figure and (each.part, each.code) in titles and "-" not in figure[1:]
    }


def _key(template: Paper) -> str:
    return f"{ASSIGN.name}:{template.pk}"


def _may(job: Job) -> None:
    access.paper(job.by, job.args["paper"], to="amend")


def _make(job: Job, watch: Watch) -> list[ForOffice]:
    template = access.paper(job.by, job.args["paper"], to="amend")
    known = {each.pk: each for each in below(template)}
    offices = [known[pk] for pk in job.args["offices"] if pk in known]
    places = [at for at, pk in enumerate(job.args["offices"]) if pk in known]
    weights = {path: [Decimal(by[at]) for at in places] for path, by in job.args["weights"].items()}
    sharing = Sharing(weights, job.args["last_year"], date.fromisoformat(job.args["day"]))
    return made_for(template, offices, _weights(template, offices, sharing), watch)


def _assign(job: Job, made: list[ForOffice]) -> str:
    template = access.paper(job.by, job.args["paper"], to="amend")
    assign(template, made, version=job.args["version"], by=job.by, shared=job.args["shared"])
    return f"/papers/{template.pk}/assign/"


ASSIGN = Work(
    "assign-plan",
    _make,
    _assign,
    may=_may,
    unit="step",
    done=sentences.PLAN_ASSIGNED,
    failed=sentences.PLAN_NOT_ASSIGNED,
)
