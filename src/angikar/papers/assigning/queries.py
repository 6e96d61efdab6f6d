"""Reading what may be assigned and what was: the offices below by their level, and the drafts that came of a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Count

from angikar.history.queries import history_of
from angikar.history.refusal import Refused
from angikar.offices.models import Office
from angikar.papers import sentences
from angikar.papers.models import Assignment, Paper, State
from angikar.papers.plans.forms import plan_of
from angikar.papers.plans.queries import plans_of
from angikar.rules.bangla.digits import parse_number
from angikar.rules.bangla.text import key
from angikar.rules.difference import Difference
from angikar.rules.plan import Area, Plan
from angikar.rules.plan_table.making.fixed import offered_changes


def below(template: Paper, level: str = "") -> list[Office]:
    """The open offices below the one whose template it is, of one level or of all, in the order of the tree."""
    offices = Office.objects.open().under(template.office.path).exclude(pk=template.office_id).select_related("parent")
    return list((offices.filter(kind=level) if level else offices).order_by("path"))


def levels_below(template: Paper) -> list[tuple[str, int]]:
    """The levels of the offices below with how many there are of each."""
    offices = Office.objects.open().under(template.office.path).exclude(pk=template.office_id).order_by()
    return [(row["kind"], row["count"]) for row in offices.values("kind").annotate(count=Count("pk")).order_by("kind")]


def assignments(template: Paper) -> list[Assignment]:
    """The drafts that came of a template, in the order of their offices; of each paper only its office and its state are read."""
    rows = Assignment.objects.filter(template=template).select_related("paper__office")
    unread = rows.defer("rows", "offered", "paper__content", "paper__doubts")
    return list(unread.order_by("paper__office_path"))


def on_their_own(template: Paper) -> list[Office]:
    """The offices below that have such a plan of the year which did not come of the template."""
    plan = plan_of(template)
    if plan is None:
        return []
    own = plans_of(Paper.objects.exclude(assignment__template=template), None, plan, template.fiscal_year)
    offices = own.exclude(state__in=(State.SUPERSEDED, State.DISCARDED)).filter(is_template=False).values("office")
    below_it = Office.objects.open().under(template.office.path).exclude(pk=template.office_id)
    return list(below_it.filter(pk__in=offices).order_by("path"))


def how_shared(template: Paper) -> Mapping[str, str]:
    """How each target was shared when the template was last given, by the title of its row."""
    last = history_of(template).filter(verb="paper.assign").last()
    return (last.now or {}).get("shared", {}) if last else {}


def offer_to(paper: Paper) -> Assignment | None:
    """What a changed template offers to the draft that was made from it; `None` where nothing is."""
    return Assignment.objects.filter(paper=paper, offered_version__gt=0).select_related("template__office").first()


def areas_of(offered: Sequence[Mapping[str, Any]]) -> tuple[Area, ...]:
    """Areas that are offered, as values."""
    return Plan.model_validate({"areas": offered}).areas


def changes_of(offer: Assignment) -> tuple[Difference, ...]:
    """What of the fixed rows an offer changes."""
    return offered_changes(offer.rows, areas_of(offer.offered))


def set_by(paper: Paper) -> dict[str, Any]:
    """The name of the office whose template a draft was made from, empty where it was made from none; and whether what changed in the
    template is offered.
    """
    found = Assignment.objects.filter(paper=paper).values_list("template__office__name", "offered_version").first()
    name, version = found or ("", 0)
    return {"set_by": name, "offered": bool(version)}


def weights_in(text: str, offices: Sequence[Office]) -> dict[str, list[Decimal]]:
    """The columns of a pasted table by their headings, each with the figure of every office in the order of the offices: a line for each
    office, its name or code first. Raises `Refused` for an unknown office, one that is missing or stands there twice, and
    what is no number or a negative one.
    """
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    if not lines:
        raise Refused(sentences.SHARES_EMPTY)
    names = {key(name): number for number, each in enumerate(offices) for name in (each.code, each.name)}
    head, found = [each.strip() for each in lines[0][1:]], dict[int, list[Decimal]]()
    for line in lines[1:]:
        number = names.get(key(line[0]))
        if number is None:
            raise Refused(sentences.SHARES_UNKNOWN_OFFICE, office=line[0].strip()[:80])
        if number in found:
            raise Refused(sentences.SHARES_OFFICE_TWICE, office=line[0].strip()[:80])
        figures = [parse_number(each) for each in line[1 : len(head) + 1]]
        pairs = zip(line[1:], figures, strict=False)
        wrong = next((text for text, each in pairs if each is None or each.value < 0), None)
        if wrong is not None or len(figures) < len(head):
            raise Refused(sentences.SHARES_NO_FIGURE, office=line[0].strip()[:80], text=(wrong or "—").strip()[:20])
        found[number] = [each.value for each in figures if each is not None]
    missing = next((each for number, each in enumerate(offices) if number not in found), None)
    if missing is not None:
        raise Refused(sentences.SHARES_OFFICE_MISSING, office=missing.name)
    return {title: [found[number][at] for number in range(len(offices))] for at, title in enumerate(head)}
