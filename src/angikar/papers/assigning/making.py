"""What each office gets of a template: the blank of its own plan with the rows of the template, of shared targets its share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from angikar.history.refusal import Refused
from angikar.offices.models import Office
from angikar.papers import content as contents
from angikar.papers import sentences
from angikar.papers.models import Paper
from angikar.papers.plans.forms import blank, plan_of
from angikar.rules.frameworks import framework
from angikar.rules.plan import Area, Indicator, Plan
from angikar.rules.plan_table.making.sharing import is_shared, shares, with_share
from angikar.rules.reading import Doubt

Weights = Mapping[str, Sequence[Decimal]]
"""By the path of each row that is shared out the weight of each office, in the order of the offices."""
Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ForOffice:
    """What one office is to get: the content of its plan, and what the check of it says."""

    office: Office
    content: contents.Json
    checked: tuple[Doubt, ...]


def shared_rows(template: Paper) -> Iterator[tuple[str, Indicator]]:
    """The rows of a template whose target may be shared out, with their paths."""
    value = template.value()
    for path, _, _, row in value.indicators() if isinstance(value, Plan) else ():
        if is_shared(row):
            yield path, row


def made_for(
    template: Paper, offices: Sequence[Office], weights: Weights, watch: Watch = lambda done, parts: None
) -> list[ForOffice]:
    """What each of some offices gets. Raises `Refused` for what is no plan that may be begun here."""
    plan, value = plan_of(template), template.value()
    if plan is None or not isinstance(value, Plan) or template.framework is None:
        raise Refused(sentences.NOT_ARRANGEABLE)
    rows = {path: row for path, _, _, row in value.indicators()}
    parts = {path: shares(rows[path].target[0], by) for path, by in weights.items() if path in rows}
    form, found = framework(template.framework), list[ForOffice]()
    for number, office in enumerate(offices):
        areas = _shared(value, {path: each[number] for path, each in parts.items()})
        empty = blank(plan, form, template.fiscal_year, office)
        whole = empty.model_copy(update={"areas": areas})
        if plan.kind.follow_rows is not None:
            whole = plan.kind.follow_rows(empty, whole, {})
        content = contents.valid(plan.kind, whole.model_dump(mode="json", by_alias=True))
        checked = plan.kind.check(plan.kind.content.model_validate(content), form.name)
        found.append(ForOffice(office, content, tuple(checked)))
        watch(number + 1, len(offices))
    return found


def _shared(plan: Plan, parts: Mapping[str, str]) -> tuple[Area, ...]:
    """The areas of a plan in which some rows have a share as target."""
    made = list[Area]()
    for i, area in enumerate(plan.areas):
        activities = []
        for j, activity in enumerate(area.activities):
            at = f"areas.{i}.activities.{j}.indicators"
            rows = tuple(
                with_share(row, parts[f"{at}.{k}"]) if f"{at}.{k}" in parts else row
                for k, row in enumerate(activity.indicators)
            )
            activities.append(activity.model_copy(update={"indicators": rows}))
        made.append(area.model_copy(update={"activities": tuple(activities), "lines": ()}))
    return tuple(made)
